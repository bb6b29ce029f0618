/** Materials of a claim: checked by content and size, held back until they are looked through, opened by whoever works on the claim. */
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { command, query } from '#platform/action.ts'
import { officials } from '#platform/context.ts'
import { download, upload } from '#platform/fields.ts'
import { keepFile, openPaper } from '#platform/files.ts'
import { conflict, invalid, missing } from '#platform/problem.ts'
import { grantingOf, materialsOf } from '../course/clause.ts'
import { claimToSee, claimToWrite } from '../course/turn.ts'
import { claimFlow } from '../flow.ts'
import { requireMaterial } from '../materials/content.ts'
import { currentMaterials } from '../materials/current.ts'
import { claimMaterial } from '../model.ts'
import { claimMaterials } from '../tables.ts'
import { firms, writers } from './apply.ts'

const which = z.object({ id: z.uuid('没有找到该材料，请刷新页面') })
const done = z.object({ id: z.uuid() })
/** Of one claim. */
const most = 30

export const addMaterial = command(
  {
    label: '上传申报材料',
    who: writers,
    input: z.object({ claim: claimMaterial.shape.claim, title: claimMaterial.shape.title, file: upload('材料') }),
    output: done,
  },
  async (ctx, { claim: id, title, file }) => {
    const claim = await claimToWrite(ctx, id)
    requireWritable(claim.status)
    if (!materialsOf(await grantingOf(ctx, claim)).some((one) => one.title === title))
      throw invalid(`该条款不需要“${title}”，台账已有的材料不再重复提供`)
    if ((await currentMaterials(ctx, id)).length >= most) throw conflict(`一件申报最多提供 ${most} 份材料，请合并后上传`)
    const bytes = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength)
    const type = requireMaterial(file.name, bytes)
    const kept = await keepFile(ctx, { name: file.name, type, bytes, audience: 'own' })
    const values = { claim: id, title, file: kept.id, fileName: kept.name, scan: 'waiting' as const, until: null }
    const [row] = await ctx.db.insert(claimMaterials).values(values).returning({ id: claimMaterials.id })
    return { id: row!.id }
  },
)

function requireWritable(status: keyof typeof claimFlow.states): void {
  if (status === 'draft' || status === 'correcting') return
  throw conflict(`当前为“${claimFlow.states[status]}”，不能更换材料`)
}

/** Kept nevertheless: what was shown once is not unsaid. */
export const dropMaterial = command({ label: '移除申报材料', who: writers, input: which, output: done }, async (ctx, { id }) => {
  const [found] = await ctx.db.select().from(claimMaterials).where(eq(claimMaterials.id, id))
  if (!found || found.until !== null) throw missing('材料')
  requireWritable((await claimToWrite(ctx, found.claim)).status)
  await ctx.db.update(claimMaterials).set({ until: ctx.now.toISOString() }).where(eq(claimMaterials.id, id))
  return { id }
})

/** Nobody opens what was not looked through, or what was found to be harmful; its own firm no more than others. */
export const openMaterial = query(
  { label: '查看申报材料', who: [...officials, ...firms], input: which, output: download('申报材料') },
  async (ctx, { id }) => {
    const [found] = await ctx.db.select().from(claimMaterials).where(eq(claimMaterials.id, id))
    if (!found) throw missing('材料')
    await claimToSee(ctx, found.claim)
    if (found.scan === 'waiting') throw conflict('该材料正在查毒，请稍后再打开')
    if (found.scan === 'infected') throw conflict('该材料含病毒，已隔离，不能打开')
    return openPaper(ctx, found.file)
  },
)
