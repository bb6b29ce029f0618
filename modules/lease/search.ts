/** Looking through the leases: the filters of the list as one condition, shared by the list and its export. */
import { and, asc, desc, eq, gte, lte, or, type SQL, sql } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { dayAfter } from '#engines/lease/days.ts'
import { orgs } from '#modules/org/tables.ts'
import { buildings } from '#modules/space/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { oneOf, ref } from '#platform/fields.ts'
import { containing } from '#platform/search.ts'
import { overdueAmong } from './books/overdue.ts'
import { type Standing, standings } from './model.ts'
import { knownLease, standingOn } from './standing.ts'
import { leases } from './tables.ts'

export const filter = z.object({
  /** In the number, the name of the tenant or of a unit. */
  words: z.string().trim().max(60, '查找内容不超过 60 个字').optional(),
  zone: ref('所在园城', 'org').optional(),
  building: ref('楼宇', 'building').optional(),
  enterprise: ref('承租企业', 'enterprise').optional(),
  standing: oneOf('状态', standings).optional(),
  /** Running out within so many days, and not followed by another that is signed. */
  expiring: z.int().min(1).max(730).optional(),
  overdue: z.boolean().optional(),
})
export type Filter = z.output<typeof filter>
export const orders = { newest: '最近起租', oldest: '最早起租', ending: '最早到期', number: '合同编号', area: '面积' } as const
export const order = oneOf('排序', orders).default('newest')
export type Order = keyof typeof orders

const zones = pg.alias(orgs, 'zone_org')
/** What a line of the list is made of. */
const line = {
  lease: leases,
  buildingName: buildings.name,
  zoneName: zones.shortName,
  standing: sql<Standing>`null`,
  units: sql<
    string[]
  >`(select coalesce(array_agg(u.name order by u.name), '{}') from lease_unit lu join unit u on u.id = lu.unit where lu.lease = ${leases.id})`,
}

const ordered: Record<Order, SQL> = {
  newest: desc(leases.from),
  oldest: asc(leases.from),
  ending: sql`coalesce(${leases.endedOn} - 1, ${leases.to})`,
  number: asc(leases.number),
  area: desc(leases.area),
}

export const linesOf = ({ db, today }: Ctx, where: SQL | undefined, by: Order) =>
  db
    .select({ ...line, standing: standingOn(today) })
    .from(leases)
    .innerJoin(buildings, eq(buildings.id, leases.building))
    .leftJoin(zones, eq(zones.id, leases.zone))
    .where(where)
    .orderBy(ordered[by], asc(leases.id))
export type Line = Awaited<ReturnType<typeof linesOf>>[number]

/** The condition of a filter; accounts are not kept but reckoned, so those overdue are found among the rest first. */
export async function matching(ctx: Ctx, of: Filter): Promise<SQL | undefined> {
  const where = and(
    knownLease(ctx),
    of.words ? named(of.words) : undefined,
    of.zone ? eq(leases.zone, of.zone) : undefined,
    of.building ? eq(leases.building, of.building) : undefined,
    of.enterprise ? eq(leases.enterprise, of.enterprise) : undefined,
    of.standing ? sql`${standingOn(ctx.today)} = ${of.standing}` : undefined,
    of.expiring ? endingWithin(ctx, of.expiring) : undefined,
  )
  if (!of.overdue) return where
  const late = (await overdueAmong(ctx, where)).map(({ id }) => id)
  return sql`${leases.id} = any(${`{${late.join()}}`}::uuid[])`
}

const named = (words: string) => {
  const pattern = containing(words)
  return or(
    sql`${leases.number} ilike ${pattern}`,
    sql`${leases.tenant} ilike ${pattern}`,
    sql`exists (select 1 from lease_unit lu join unit u on u.id = lu.unit where lu.lease = ${leases.id} and u.name ilike ${pattern})`,
  )
}

/** Running, and by itself over within so many days: nothing signed follows on it. */
export const endingWithin = ({ today }: Ctx, days: number) =>
  and(
    eq(leases.status, 'running'),
    lte(leases.from, today),
    gte(leases.to, today),
    lte(leases.to, dayAfter(today, days)),
    sql`not exists (select 1 from lease next where next.renews = ${leases.id} and next.status = 'running')`,
  )
