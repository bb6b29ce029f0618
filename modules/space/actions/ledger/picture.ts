/** Photos and floor plans of a building or a unit: checked by content, shown to whoever may see what they show (plan task 8). */
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { pictureContent } from '#modules/space/ledger/picture-content.ts'
import { keepers } from '#modules/space/ledger/place.ts'
import { buildingToChange, unitToSee } from '#modules/space/ledger/queries.ts'
import { picture, type pictureKinds } from '#modules/space/model.ts'
import { pictures, units } from '#modules/space/tables.ts'
import { command, query } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { download, upload } from '#platform/fields.ts'
import { keepFile, openFile } from '#platform/files.ts'
import { conflict, invalid, missing } from '#platform/problem.ts'

const which = z.object({ id: z.uuid('没有找到该图片，请刷新页面') })
const done = z.object({ id: z.uuid() })
const most = { pictures: 40, megabytes: 10, side: 8000 }
const least = 200

export const addPicture = command(
  { label: '上传楼宇图片', who: keepers, input: picture.omit({ file: true }).extend({ file: upload('图片') }), output: done },
  async (ctx, { building, unit, kind, caption, file }) => {
    const { name } = await buildingToChange(ctx, building)
    if (unit && (await unitToSee(ctx, unit)).building !== building) throw invalid(`该单元不在“${name}”，请刷新页面`)
    if ((await ctx.db.$count(pictures, eq(pictures.building, building))) >= most.pictures)
      throw conflict(`“${name}”已有 ${most.pictures} 张图片，请先移除不用的`)
    const bytes = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength)
    const type = requireFit(file.name, bytes, kind)
    // Who may see it is decided by what it shows (openPicture); what is shown in the portal is open to all.
    const kept = await keepFile(ctx, { name: file.name, type, bytes, audience: 'public' })
    const [row] = await ctx.db.insert(pictures).values({ building, unit, kind, caption, file: kept.id }).returning()
    return { id: row!.id }
  },
)

function requireFit(name: string, bytes: Buffer, kind: keyof typeof pictureKinds): string {
  const content = pictureContent(bytes)
  if (!content)
    throw invalid(`“${name}”不是图片，或已损坏；请提供 JPEG、PNG 或 WebP 图片${kind === 'plan' ? '，平面图也可用 PDF' : ''}`)
  if (bytes.length > most.megabytes * 1024 * 1024) throw invalid(`“${name}”超过 ${most.megabytes} MB，请压缩后再上传`)
  if (!content.size) {
    if (kind === 'photo') throw invalid(`“${name}”是 PDF 文件，照片请提供 JPEG、PNG 或 WebP 图片`)
    return content.type
  }
  const { width, height } = content.size
  if (Math.max(width, height) > most.side)
    throw invalid(`“${name}”为 ${width}×${height} 像素，长边不能超过 ${most.side} 像素，请缩小后再上传`)
  if (Math.min(width, height) < least)
    throw invalid(`“${name}”为 ${width}×${height} 像素，短边不足 ${least} 像素，看不清楚，请换一张`)
  return content.type
}

export const removePicture = command({ label: '移除楼宇图片', who: keepers, input: which, output: done }, async (ctx, { id }) => {
  const { building } = await pictureToSee(ctx, id)
  await buildingToChange(ctx, building)
  await ctx.db.delete(pictures).where(eq(pictures.id, id))
  return { id }
})

/** Without login for what is offered: of a listed unit, or of a building that has one. */
export const openPicture = query(
  { label: '查看楼宇图片', who: 'anyone', input: which, output: download('楼宇图片') },
  async (ctx, { id }) => {
    const { building, unit, file } = await pictureToSee(ctx, id)
    if (ctx.actor.role === 'public') await requireOffered(ctx, building, unit)
    return openFile(ctx, file)
  },
)

async function pictureToSee({ db }: Ctx, id: string) {
  const [found] = await db.select().from(pictures).where(eq(pictures.id, id))
  if (!found) throw missing('图片')
  return found
}

/** A visitor sees the units that are offered and no others. */
async function requireOffered({ db }: Ctx, building: string, unit: string | null): Promise<void> {
  const offered = await db.$count(units, unit ? eq(units.id, unit) : eq(units.building, building))
  if (!offered) throw missing('图片')
}
