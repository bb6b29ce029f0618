/** What the ledgers of space warn of today: leases running out or given up early, rooms idle, buildings falling, rows nobody confirmed, rooms and firms apart. */
import { and, sql } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { daysBetween, monthStart } from '#engines/lease/days.ts'
import { hundredths, rentOn } from '#engines/lease/terms.ts'
import { ruleOn, type SpaceRule, staleBefore } from '#modules/space/ledger/rule.ts'
import { areasOf } from '#modules/space/ledger/standing.ts'
import { buildings } from '#modules/space/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { inParts } from '#platform/parts.ts'
import { warningKinds } from '../model.ts'
import { endingWithin } from '../search.ts'
import type { LeaseRow } from '../standing.ts'
import { leases } from '../tables.ts'
import { leaving } from './leaving.ts'
import { roomMismatches } from './mismatch.ts'
import { keptBuildings } from './reach.ts'

export type WarningKind = keyof typeof warningKinds

const id = z.uuid().nullable()
export const warning = z.object({
  kind: z.enum(Object.keys(warningKinds) as [WarningKind, ...WarningKind[]]),
  building: z.uuid(),
  buildingName: z.string(),
  unit: id,
  lease: id,
  enterprise: id,
  /** Days left, or days it has lasted. */
  days: z.number().nullable(),
  /** Of a lease that runs out: the step of the rule it has come to, 90, 60 or 30 days. */
  within: z.number().nullable(),
  sentence: z.string(),
})
export type Warning = z.output<typeof warning>
const blank = { unit: null, lease: null, enterprise: null, days: null, within: null }

/** The most pressing of each kind first. */
export async function warningsOf(ctx: Ctx): Promise<{ rule: SpaceRule; rows: Warning[] }> {
  const rule = await ruleOn(ctx, ctx.today)
  const apart = (await roomMismatches(ctx)).flatMap((row): Warning[] =>
    row.kind === 'unoccupied' || row.kind === 'absent' ? [{ ...row, kind: row.kind, within: null }] : [],
  )
  const rows = [
    ...(await expiring(ctx, rule)),
    ...(await leaving(ctx, rule)),
    ...(await idle(ctx, rule)),
    ...(await falling(ctx, rule)),
    ...(await stale(ctx, rule)),
    ...apart,
  ]
  return { rule, rows }
}

const amongKept = sql`in (select id from (${keptBuildings}) kept)`

const next = pg.alias(leases, 'next_lease')

async function expiring(ctx: Ctx, { expiryDays }: SpaceRule): Promise<Warning[]> {
  const rows = await ctx.db
    .select({
      lease: leases,
      buildingName: buildings.name,
      drawn: next.number,
    })
    .from(leases)
    .innerJoin(buildings, sql`${buildings.id} = ${leases.building}`)
    .leftJoin(next, sql`${next.renews} = ${leases.id} and ${next.status} = 'draft'`)
    .where(and(endingWithin(ctx, Math.max(0, ...expiryDays)), sql`${leases.building} ${amongKept}`))
    .orderBy(leases.to, leases.number)
  return rows.map(({ lease, buildingName, drawn }) => {
    const days = daysBetween(ctx.today, lease.to)
    const left = days === 0 ? '今天到期' : `还有 ${days} 天到期`
    const next = drawn ? `续租 ${drawn} 待签订` : '尚未办理续租'
    const within = Math.min(...expiryDays.filter((step) => days <= step))
    const sentence = `“${lease.tenant}”的租约 ${lease.number} 于 ${lease.to} 到期，${left}，${next}`
    const of = { building: lease.building, buildingName, lease: lease.id, enterprise: lease.enterprise }
    return { ...blank, ...of, kind: 'expiring', days, within, sentence }
  })
}

type Idle = { building: string; buildingName: string; unit: string; name: string; area: number; days: number }
/** Ready to let, held and used by nobody, since it was last. */
async function idle({ db, today }: Ctx, { idleDays }: SpaceRule): Promise<Warning[]> {
  const { rows } = (await db.execute(sql`
    with kept as (${keptBuildings}),
      held as (select unit, max(until) as until from lease_unit where held group by unit),
      sat as (select unit, max(coalesce(until, 'infinity')) as until from occupancy
        where since <= ${today} and known_from <= ${today} and (known_until is null or known_until > ${today}) group by unit)
    select kept.id as building, kept.name as "buildingName", u.id as unit, u.name, u.area::float8 as area, ${today}::date - free.since as days
    from unit u join kept on kept.id = u.building left join held on held.unit = u.id left join sat on sat.unit = u.id
      cross join lateral (select greatest(u.since, u.ready_on, held.until, sat.until) as since) free
    where u.use <> 'shared' and u.since <= ${today} and (u.until is null or u.until > ${today})
      and free.since < ${today}::date - ${idleDays}::int
    order by days desc, "buildingName", u.name`)) as unknown as { rows: Idle[] }
  return rows.map(({ building, buildingName, unit, name, area, days }) => {
    const sentence = `“${buildingName}”单元“${name}”（${area} ㎡）已空置 ${days} 天`
    return { ...blank, kind: 'idle', building, buildingName, unit, days, sentence }
  })
}

/** Buildings of which less is used, or which bring less a square metre, than three months before. */
async function falling(ctx: Ctx, { fall }: SpaceRule): Promise<Warning[]> {
  const before = monthStart(ctx.today, -3)
  const { rows: kept } = (await ctx.db.execute(keptBuildings)) as unknown as { rows: { id: string; name: string }[] }
  const ids = sql`select id from (${keptBuildings}) kept`
  const [thenUsed, nowUsed] = [await areasOf(ctx, ids, before), await areasOf(ctx, ids)]
  const [thenRent, nowRent] = [await meanRents(ctx, before), await meanRents(ctx, ctx.today)]
  const fallen = (from: number | undefined, to: number | undefined) =>
    from !== undefined && to !== undefined && from > 0 && (from - to) / from >= fall
  const rate = (of: Map<string, { unitArea: number; usedArea: number }>, building: string) => {
    const areas = of.get(building)
    return areas && areas.unitArea > 0 ? areas.usedArea / areas.unitArea : undefined
  }
  const percent = (part: number) => `${(part * 100).toFixed(1)}%`
  return kept.flatMap(({ id, name }): Warning[] => {
    const head = { ...blank, building: id, buildingName: name }
    const [usedThen, usedNow] = [rate(thenUsed, id), rate(nowUsed, id)]
    const [rentThen, rentNow] = [thenRent.get(id), nowRent.get(id)]
    const used = `“${name}”使用率由 ${before} 的 ${percent(usedThen ?? 0)} 降至 ${percent(usedNow ?? 0)}`
    const rent = `“${name}”平均租金由 ${before} 的 ${rentThen?.toFixed(2)} 元/㎡·月降至 ${rentNow?.toFixed(2)} 元/㎡·月`
    return [
      ...(fallen(usedThen, usedNow) ? [{ ...head, kind: 'occupancyFall' as const, sentence: used }] : []),
      ...(fallen(rentThen, rentNow) ? [{ ...head, kind: 'rentFall' as const, sentence: rent }] : []),
    ]
  })
}

type Let = Pick<LeaseRow, 'building' | 'from' | 'rent' | 'steps' | 'growth'> & { area: number }
/** The rent agreed for a day, over the area let on it, by building. */
async function meanRents(ctx: Ctx, day: string): Promise<Map<string, number>> {
  const sums = new Map<string, { area: number; rent: number }>()
  for await (const rows of inParts<Let>(ctx, 'rents', letOn(day)))
    for (const { building, area, ...terms } of rows) {
      const sum = sums.get(building) ?? { area: 0, rent: 0 }
      sums.set(building, { area: sum.area + hundredths(area), rent: sum.rent + hundredths(area) * rentOn(terms, day) })
    }
  return new Map([...sums].map(([building, { area, rent }]) => [building, rent / area / 100]))
}

const letOn = (day: string) => sql`
  with held as (select lease, sum(area) as area from lease_unit where held and since <= ${day} and until > ${day} group by lease)
  select l.building, l."from"::text, l.rent::float8, l.steps, l.growth, held.area::float8
  from lease l join held on held.lease = l.id where l.building ${amongKept}`

async function stale(ctx: Ctx, rule: SpaceRule): Promise<Warning[]> {
  const told = sql<string>`coalesce(${buildings.confirmedOn}, ${buildings.asOf})`
  const rows = await ctx.db
    .select({ id: buildings.id, name: buildings.name, keeper: buildings.keeperName, on: told })
    .from(buildings)
    .where(sql`${buildings.id} ${amongKept} and ${told} < ${staleBefore(ctx, rule)}`)
    .orderBy(told, buildings.name)
  return rows.map(({ id, name, keeper, on }) => {
    const days = daysBetween(on, ctx.today)
    const sentence = `“${name}”台账已 ${days} 天无人确认，${keeper ? `楼长${keeper}` : '尚未指定楼长'}`
    return { ...blank, kind: 'stale', building: id, buildingName: name, days, sentence }
  })
}
