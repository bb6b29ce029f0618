/** How units stand on a day: let, used without a lease, not yet ready, vacant; one answer for every list, sum and page. */
import { type SQL, sql } from 'drizzle-orm'
import type { Ctx } from '#platform/context.ts'
import { overAll } from '#platform/session.ts'
import type { standings } from '../model.ts'

export type StandingWord = keyof typeof standings
export type Standing = {
  unit: string
  is: StandingWord
  /** Last day of the lease, and of the use where it is known to end. */
  letTo: string | null
  letArea: number
  usedSince: string | null
  usedTo: string | null
  usedArea: number
}

/** Of the table `unit`, on a day: it has begun and has not ended. */
export const thereOn = (day: string): SQL => sql`unit.since <= ${day} and (unit.until is null or unit.until > ${day})`

/**
 * Beside each row of `unit`: the lease that holds it (`letting`) and the use as known today (`used`). Leases are a later
 * matter, known here by their table's name only; under row rights not everyone sees them, so it is read over all.
 */
export const letting = (day: string): SQL => sql`lateral (select lu.area, (lu.until - 1)::text as last from lease_unit lu
  where lu.unit = unit.id and lu.held and lu.since <= ${day} and lu.until > ${day} limit 1) letting`
export const used = (
  today: string,
  day: string,
): SQL => sql`lateral (select o.area, o.since::text as since, (o.until - 1)::text as last
  from occupancy o where o.unit = unit.id and o.since <= ${day} and (o.until is null or o.until > ${day})
    and o.known_from <= ${today} and (o.known_until is null or o.known_until > ${today}) limit 1) used`
const besideUnits = (today: string, day: string): SQL =>
  sql`left join ${letting(day)} on true left join ${used(today, day)} on true`

export const standingWord = (day: string): SQL =>
  sql`case when letting.area is not null then 'let' when used.area is not null then 'occupied'
    when unit.ready_on > ${day} then 'pending' else 'vacant' end`

/** By unit; those that are not there on the day are left out. */
export async function standingOf(ctx: Ctx, units: readonly string[], day = ctx.today): Promise<Map<string, Standing>> {
  if (!units.length) return new Map()
  const { rows } = (await overAll(ctx, ({ db, today }) =>
    db.execute(sql`
      select unit.id as unit, ${standingWord(day)} as is, letting.last as "letTo", coalesce(letting.area, 0)::float8 as "letArea",
        used.since as "usedSince", used.last as "usedTo", coalesce(used.area, 0)::float8 as "usedArea"
      from unit ${besideUnits(today, day)}
      where unit.id = any(${`{${units.join()}}`}::uuid[]) and ${thereOn(day)}`),
  )) as unknown as { rows: Standing[] }
  return new Map(rows.map((row) => [row.unit, row]))
}

export type Areas = {
  units: number
  unitArea: number
  letArea: number
  usedArea: number
  vacantArea: number
  pendingArea: number
}
export const noAreas: Areas = { units: 0, unitArea: 0, letArea: 0, usedArea: 0, vacantArea: 0, pendingArea: 0 }

export const sums = (day: string): SQL => sql`count(*)::int as units, sum(unit.area)::float8 as "unitArea",
  coalesce(sum(letting.area), 0)::float8 as "letArea", coalesce(sum(used.area), 0)::float8 as "usedArea",
  coalesce(sum(unit.area) filter (where ${standingWord(day)} = 'vacant'), 0)::float8 as "vacantArea",
  coalesce(sum(unit.area) filter (where ${standingWord(day)} = 'pending'), 0)::float8 as "pendingArea"`

/** Areas of the units there on a day by building, for the buildings that `of` picks as a sub-query of ids. */
export async function areasOf(ctx: Ctx, of: SQL, day = ctx.today): Promise<Map<string, Areas>> {
  const { rows } = (await overAll(ctx, ({ db, today }) =>
    db.execute(sql`select unit.building, ${sums(day)} from unit ${besideUnits(today, day)}
      where unit.building in (${of}) and ${thereOn(day)} group by unit.building`),
  )) as unknown as { rows: (Areas & { building: string })[] }
  return new Map(rows.map(({ building, ...areas }) => [building, areas]))
}

/** The same for all of them together. */
export async function areasTogether(ctx: Ctx, of: SQL, day = ctx.today): Promise<Areas> {
  const { rows } = (await overAll(ctx, ({ db, today }) =>
    db.execute(sql`select ${sums(day)} from unit ${besideUnits(today, day)} where unit.building in (${of}) and ${thereOn(day)}`),
  )) as unknown as { rows: Areas[] }
  return { ...rows[0]!, unitArea: rows[0]!.unitArea ?? 0 }
}
