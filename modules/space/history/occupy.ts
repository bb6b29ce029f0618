/** Who is really in a unit, whatever a contract says: moved in, moved out; what was recorded is only ever withdrawn (plan task 8). */
import { and, eq, gt, isNull, lt, ne, or, sql } from 'drizzle-orm'
import type { Ctx } from '#platform/context.ts'
import { conflict, invalid, missing } from '#platform/problem.ts'
import { type UnitRow, unitToChange } from '../ledger/queries.ts'
import { occupancies } from '../tables.ts'
import { anew, requireArea, requirePast, trace, withReason } from './record.ts'

export type Occupancy = typeof occupancies.$inferSelect
/** `division`: the first two digits of the occupant's industry, where it is on file. */
export type Occupant = Pick<Occupancy, 'enterprise' | 'occupant' | 'division'>
export type Occupying = Occupant &
  Pick<Occupancy, 'area' | 'since' | 'evidence' | 'note'> & {
    unit: string
    /** First day it is no more there, where that is known already. */
    until?: string | null
  }

export async function occupy(ctx: Ctx, { unit: id, ...stay }: Occupying): Promise<void> {
  const unit = await unitToChange(ctx, id)
  await requireFit(ctx, unit, stay)
  await ctx.db.insert(occupancies).values({ ...placeOf(unit), until: null, ...stay, ...trace(ctx) })
}

/** Whoever is in the unit leaves it: from that day on it is used by nobody. */
export async function vacate(ctx: Ctx, { unit: id, on, note }: { unit: string; on: string; note: string | null }): Promise<void> {
  const unit = await unitToChange(ctx, id)
  const { unit: of, until, knownUntil } = occupancies
  const [stay] = await ctx.db
    .select()
    .from(occupancies)
    .where(and(eq(of, id), isNull(until), isNull(knownUntil)))
  if (!stay) throw conflict(`单元“${unit.name}”目前没有单位使用，无须办理退出`)
  requirePast(ctx, on, '退出日期')
  if (on <= stay.since) throw invalid(`退出日期应晚于入驻日期 ${stay.since}，如登记有误请办理更正`)
  await withdraw(ctx, stay)
  const words = [stay.note, note].filter(Boolean).join('；') || null
  await ctx.db.insert(occupancies).values({ ...anew(ctx, stay), until: on, note: words })
}

/** As far as the actor may see it. */
export async function stayToSee({ db }: Ctx, id: string): Promise<Occupancy> {
  const [found] = await db.select().from(occupancies).where(eq(occupancies.id, id))
  if (!found) throw missing('使用记录')
  return found
}

type Stay = Occupant & Pick<Occupancy, 'area' | 'since' | 'evidence'> & { until: string | null }

/** A record that was wrong: withdrawn, and recorded as it was. */
export async function setRight(ctx: Ctx, wrong: Occupancy, right: Stay, reason: string): Promise<void> {
  const unit = await unitToChange(ctx, wrong.unit)
  await withdraw(ctx, wrong)
  await requireFit(ctx, unit, right)
  const note = withReason(wrong.note, '更正', reason)
  await ctx.db.insert(occupancies).values({ ...anew(ctx, wrong), ...right, note, ...trace(ctx) })
}

/** Nobody was there: what stands in its place holds for no day, and says why. */
export async function annul(ctx: Ctx, wrong: Occupancy, reason: string): Promise<void> {
  await unitToChange(ctx, wrong.unit)
  await withdraw(ctx, wrong)
  const note = withReason(wrong.note, '登记有误', reason)
  await ctx.db.insert(occupancies).values({ ...anew(ctx, wrong), until: wrong.since, note, ...trace(ctx) })
}

async function withdraw({ db, today }: Ctx, { id }: Occupancy): Promise<void> {
  const gone = await db
    .update(occupancies)
    .set({ knownUntil: today })
    .where(and(eq(occupancies.id, id), isNull(occupancies.knownUntil)))
    .returning({ id: occupancies.id })
  if (!gone.length) throw conflict('该使用记录已被更正，请刷新后再试')
}

const placeOf = ({ id, building, zone, town, use }: UnitRow) => ({ unit: id, building, zone, town, use })

type Fit = { area: number; since: string; until?: string | null }
async function requireFit(ctx: Ctx, unit: UnitRow, { area, since, until = null }: Fit): Promise<void> {
  requireArea(area, '使用面积')
  requirePast(ctx, since, '入驻日期')
  if (until !== null) {
    requirePast(ctx, until, '退出日期')
    if (until <= since) throw invalid('退出日期应晚于入驻日期')
  }
  if (unit.until !== null && (until === null || until > unit.until)) {
    throw conflict(`单元“${unit.name}”已于 ${unit.until} 停用，使用记录不能晚于该日`)
  }
  const there = await whoIsThere(ctx, unit.id, since, until)
  if (there) throw conflict(`单元“${unit.name}”${spanOf(there)}由“${there.occupant}”使用，请先办理退出或更正该记录`)
}

/** The first who, as far as is known, is in the unit at some time between two days. */
async function whoIsThere({ db }: Ctx, id: string, from: string, to: string | null): Promise<Occupancy | undefined> {
  const { unit, since, until, knownUntil } = occupancies
  const meets = and(or(isNull(until), gt(until, from)), to === null ? undefined : lt(since, to))
  const [there] = await db
    .select()
    .from(occupancies)
    // A record that holds for no day stands for one that was annulled.
    .where(and(eq(unit, id), isNull(knownUntil), or(isNull(until), ne(until, since)), meets))
    .orderBy(sql`${since}`)
    .limit(1)
  return there
}

const spanOf = ({ since, until }: Occupancy) => (until === null ? `自 ${since} 起` : `${since} 至 ${until} `)
