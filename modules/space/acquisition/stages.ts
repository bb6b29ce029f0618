/** The stages of an effort in time: what was recorded is only ever withdrawn, and recorded anew as it was. */
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { knownOn } from '#modules/enterprise/presence.ts'
import type { Ctx } from '#platform/context.ts'
import { conflict, invalid, missing } from '#platform/problem.ts'
import { type AcquisitionStage, acquisitionStages } from '../flow.ts'
import { anew, trace } from '../history/record.ts'
import { requireKeeping } from '../ledger/place.ts'
import { acquisitionStageRows, acquisitions } from '../tables.ts'

export type Effort = typeof acquisitions.$inferSelect
export type Stage = typeof acquisitionStageRows.$inferSelect
type Told = Pick<Stage, 'stage' | 'area' | 'since' | 'mode' | 'evidence' | 'note'>

/** Stages at which space is bound by paper, and the paper. */
export const papers: Partial<Record<AcquisitionStage, string>> = {
  contracted: '收储合同',
  handedOver: '移交单',
  refitting: '改造方案或开工资料',
  ready: '验收或交付资料',
  let: '入驻或运营资料',
}

/** The row, held until the end of the step by one who keeps the building. */
export async function effortToChange(ctx: Ctx, id: string): Promise<Effort> {
  const [seen] = await ctx.db.select({ zone: acquisitions.zone }).from(acquisitions).where(eq(acquisitions.id, id))
  if (!seen) throw missing('收储项目')
  await requireKeeping(ctx, seen.zone)
  const [held] = await ctx.db.select().from(acquisitions).where(eq(acquisitions.id, id)).for('update')
  return held!
}

/** What is known on the product's day of the way of efforts, from the first stage to the last. */
export async function stagesOf({ db, today }: Ctx, efforts: string[]): Promise<Stage[]> {
  if (!efforts.length) return []
  const found = await db
    .select()
    .from(acquisitionStageRows)
    .where(and(inArray(acquisitionStageRows.acquisition, efforts), knownOn(acquisitionStageRows, today)))
  return found.sort(inTime)
}

const order = Object.keys(acquisitionStages)
/** Several stages may be gone through in a day. */
const inTime = (a: Stage, b: Stage) =>
  compare(a.since, b.since) || compare(a.until ?? '9', b.until ?? '9') || order.indexOf(a.stage) - order.indexOf(b.stage)
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Where an effort stands. */
export async function openStage({ db }: Ctx, { id }: Effort): Promise<Stage> {
  const [open] = await db
    .select()
    .from(acquisitionStageRows)
    .where(
      and(eq(acquisitionStageRows.acquisition, id), isNull(acquisitionStageRows.until), isNull(acquisitionStageRows.knownUntil)),
    )
  if (!open) throw missing('收储阶段')
  return open
}

/** The first stage of an effort. */
export const begin = ({ id, building, zone, town }: Effort, ctx: Ctx, told: Told) =>
  record(ctx, [{ acquisition: id, building, zone, town, until: null, ...told, ...trace(ctx) }])

/** The open stage ends on a day, and another begins. */
export async function proceed(ctx: Ctx, open: Stage, told: Told): Promise<void> {
  if (told.since < open.since) throw invalid(`办理日期不能早于进入当前阶段之日 ${open.since}，如该记录有误请先更正`)
  const { acquisition, building, zone, town } = open
  await replace(
    ctx,
    [open],
    [
      { ...anew(ctx, open), until: told.since },
      { acquisition, building, zone, town, until: null, ...told, ...trace(ctx) },
    ],
  )
}

/** Withdraws rows as of today and records others in their place. */
export async function replace(ctx: Ctx, old: Stage[], rows: NewStage[]): Promise<void> {
  const ids = old.map(({ id }) => id)
  const gone = await ctx.db
    .update(acquisitionStageRows)
    .set({ knownUntil: ctx.today })
    .where(and(inArray(acquisitionStageRows.id, ids), isNull(acquisitionStageRows.knownUntil)))
    .returning({ id: acquisitionStageRows.id })
  if (gone.length < ids.length) throw conflict('该记录已被更正，请刷新后再试')
  await record(ctx, rows)
}

type NewStage = typeof acquisitionStageRows.$inferInsert
const record = ({ db }: Ctx, rows: NewStage[]) => db.insert(acquisitionStageRows).values(rows)

/** What an effort says that was left behind by another; its first stage begins on the day of the step that left it. */
export const restNote = ({ name }: Pick<Effort, 'name'>) => `自“${name}”分出`
export const isRest = ({ note }: Effort): boolean => note !== null && /^自“.*”分出$/.test(note)

/** The efforts left behind by a step taken on a day. */
export const restsOf = ({ db }: Ctx, effort: Effort, on: string) =>
  db
    .selectDistinct({ name: acquisitions.name })
    .from(acquisitions)
    .innerJoin(acquisitionStageRows, eq(acquisitionStageRows.acquisition, acquisitions.id))
    .where(
      and(
        eq(acquisitions.building, effort.building),
        eq(acquisitions.note, restNote(effort)),
        eq(acquisitionStageRows.since, on),
        eq(acquisitionStageRows.note, restNote(effort)),
      ),
    )

/** The effort's own row says where it stands now. */
export const stand = ({ db }: Ctx, id: string, now: Partial<Pick<Effort, 'status' | 'area' | 'mode' | 'holder'>>) =>
  db.update(acquisitions).set(now).where(eq(acquisitions.id, id))
