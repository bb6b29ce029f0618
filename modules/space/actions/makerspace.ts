/** The ledger of dual-innovation space (双创空间): taken into use with its paper, given up, set right (plan task 9). */
import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { command } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { day, text } from '#platform/fields.ts'
import { conflict, invalid, missing } from '#platform/problem.ts'
import { anew, keepPaper, paper, requireArea, requirePast, trace, withReason } from '../history/record.ts'
import { keepers, requireKeeping, requirePlace } from '../ledger/place.ts'
import { buildingToChange } from '../ledger/queries.ts'
import { makerspace } from '../model.ts'
import { makerspaces } from '../tables.ts'

const done = z.object({ id: z.uuid() })
const which = { id: z.uuid('没有找到该双创空间') }
const { name, kind, building, zone, town, operator, area, note } = makerspace.shape
type Row = typeof makerspaces.$inferSelect

export const startMakerspace = command(
  {
    label: '登记双创空间',
    who: keepers,
    input: z.object({
      name,
      kind,
      building: building.default(null),
      /** Where it lies in no building of the ledger; otherwise the building says. */
      zone: zone.default(null),
      town: town.nullable().default(null),
      operator,
      area,
      since: day('投用日期'),
      note: note.default(null),
      ...paper,
    }),
    output: done,
  },
  async (ctx, { file, zone, town, ...given }) => {
    const place = await placeOf(ctx, given.building, { zone, town })
    requireArea(given.area)
    requirePast(ctx, given.since, '投用日期')
    if (!file) throw invalid('登记双创空间应上传佐证材料（验收单、授牌文件、现场照片等）')
    await requireNew(ctx, given.name)
    const [row] = await ctx.db
      .insert(makerspaces)
      .values({ ...given, ...place, until: null, evidence: await keepPaper(ctx, file), ...trace(ctx) })
      .returning()
    return row!
  },
)

type Place = { zone: string | null; town: string | null }
async function placeOf(ctx: Ctx, building: string | null, { zone, town }: Place) {
  if (building !== null) {
    const found = await buildingToChange(ctx, building)
    return { zone: found.zone, town: found.town }
  }
  if (town === null) throw invalid('请选择所在楼宇，不在楼宇台账中的，请选择所在镇街')
  await requirePlace(ctx, { zone, town })
  return { zone, town }
}

async function requireNew({ db }: Ctx, name: string): Promise<void> {
  const [same] = await db
    .select({ since: makerspaces.since })
    .from(makerspaces)
    .where(and(eq(makerspaces.name, name), isNull(makerspaces.until), isNull(makerspaces.knownUntil)))
  if (same) throw conflict(`“${name}”已于 ${same.since} 登记投用，分期建设的请在名称中注明期次`)
}

export const stopMakerspace = command(
  {
    label: '停用双创空间',
    who: keepers,
    input: z.object({ ...which, on: day('停用日期'), note: note.default(null) }),
    output: done,
  },
  async (ctx, { id, on, note }) => {
    const row = await rowToChange(ctx, id)
    if (row.until !== null) throw conflict(`“${row.name}”已于 ${row.until} 停用`)
    requirePast(ctx, on, '停用日期')
    if (on <= row.since) throw invalid(`停用日期应晚于投用日期 ${row.since}，如登记有误请办理更正`)
    return recordAnew(ctx, row, { ...anew(ctx, row), until: on, note: [row.note, note].filter(Boolean).join('；') || null })
  },
)

export const correctMakerspace = command(
  {
    label: '更正双创空间',
    who: keepers,
    input: z.object({
      ...which,
      name,
      kind,
      operator,
      area,
      since: day('投用日期'),
      until: day('停用日期').nullable().default(null),
      reason: text('更正理由', 500),
      ...paper,
    }),
    output: done,
  },
  async (ctx, { id, reason, file, ...right }) => {
    const row = await rowToChange(ctx, id)
    requireArea(right.area)
    requirePast(ctx, right.since, '投用日期')
    if (right.until !== null) requirePast(ctx, right.until, '停用日期')
    if (right.until !== null && right.until <= right.since) throw invalid('停用日期应晚于投用日期')
    if (right.name !== row.name) await requireNew(ctx, right.name)
    const evidence = (await keepPaper(ctx, file)) ?? row.evidence
    return recordAnew(ctx, row, {
      ...anew(ctx, row),
      ...right,
      evidence,
      note: withReason(row.note, '更正', reason),
      ...trace(ctx),
    })
  },
)

/** It never was: what stands in its place holds for no day, and says why. */
export const annulMakerspace = command(
  { label: '作废双创空间登记', who: keepers, input: z.object({ ...which, reason: text('作废理由', 500) }), output: done },
  async (ctx, { id, reason }) => {
    const row = await rowToChange(ctx, id)
    const note = withReason(row.note, '登记有误', reason)
    return recordAnew(ctx, row, { ...anew(ctx, row), until: row.since, note, ...trace(ctx) })
  },
)

async function rowToChange(ctx: Ctx, id: string): Promise<Row> {
  const [seen] = await ctx.db.select({ zone: makerspaces.zone }).from(makerspaces).where(eq(makerspaces.id, id))
  if (!seen) throw missing('双创空间')
  await requireKeeping(ctx, seen.zone)
  const [held] = await ctx.db.select().from(makerspaces).where(eq(makerspaces.id, id)).for('update')
  if (held!.knownUntil !== null) throw conflict('该记录已被更正，请刷新后再试')
  return held!
}

async function recordAnew({ db, today }: Ctx, { id }: Row, row: typeof makerspaces.$inferInsert): Promise<Row> {
  await db.update(makerspaces).set({ knownUntil: today }).where(eq(makerspaces.id, id))
  return (await db.insert(makerspaces).values(row).returning())[0]!
}
