/** Papers of a meeting, item by item: brought by the office and by whoever reports, opened by all who attend. */
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { command, query } from '#platform/action.ts'
import { type Ctx, officials } from '#platform/context.ts'
import { download, upload } from '#platform/fields.ts'
import { keepFile, openPaper } from '#platform/files.ts'
import { conflict, denied, invalid, missing } from '#platform/problem.ts'
import { before, type Item, itemToChange, requireState } from '../item.ts'
import { agendaItems } from '../tables.ts'

const which = z.object({ id: z.uuid('没有找到该议题，请刷新页面') })
const done = z.object({ id: z.uuid() })
const writers = ['office', 'department', 'park', 'town'] as const
/** Of one item. */
const most = 20

/** By the office, and by whoever reports on it. */
export const attachMaterial = command(
  { label: '上传会议材料', who: writers, input: which.extend({ file: upload('会议材料') }), output: done },
  async (ctx, { id, file }) => {
    const { row, item } = await itemToChange(ctx, id)
    requireOwn(ctx, item)
    requireState(row, before, '上传会议材料')
    if (item.materials.length >= most) throw conflict(`一项议题最多上传 ${most} 份材料，请合并后上传`)
    const type = typeOf(file.name)
    const kept = await keepFile(ctx, { name: file.name, type, bytes: Buffer.from(file.bytes), audience: 'own' })
    await ctx.db
      .update(agendaItems)
      .set({ materials: [...item.materials, kept.id] })
      .where(eq(agendaItems.id, id))
    return { id: kept.id }
  },
)

export const dropMaterial = command(
  { label: '移除会议材料', who: writers, input: which.extend({ file: z.uuid() }), output: done },
  async (ctx, { id, file }) => {
    const { row, item } = await itemToChange(ctx, id)
    requireOwn(ctx, item)
    requireState(row, ['preparing', 'called'], '移除会议材料')
    if (!item.materials.includes(file)) throw missing('会议材料')
    await ctx.db
      .update(agendaItems)
      .set({ materials: item.materials.filter((one) => one !== file) })
      .where(eq(agendaItems.id, id))
    return { id }
  },
)

/** Whoever sees the meeting sees its papers. */
export const openMaterial = query(
  { label: '查看会议材料', who: officials, input: which.extend({ file: z.uuid() }), output: download('会议材料') },
  async (ctx, { id, file }) => {
    const [item] = await ctx.db.select().from(agendaItems).where(eq(agendaItems.id, id))
    if (!item?.materials.includes(file)) throw missing('会议材料')
    return openPaper(ctx, file)
  },
)

const types: Record<string, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
}
function typeOf(name: string): string {
  const type = types[name.slice(name.lastIndexOf('.') + 1).toLowerCase()]
  if (!type) throw invalid(`“${name}”的格式不受支持，请上传 PDF、Word、Excel、PPT 或图片`)
  return type
}

function requireOwn({ actor }: Ctx, { org }: Item): void {
  if (actor.role !== 'office' && actor.org !== org) throw denied('该议题由其他单位汇报，会议材料由办公室和汇报单位上传')
}
