/** Looking through returns: what a line shows, and the filters as one condition. Row rights say whose they may be. */
import { and, count, eq, gt, ilike, isNull, like, lte, or, type SQL } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { enterprises } from '#modules/enterprise/tables.ts'
import { orgs } from '#modules/org/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { month, oneOf, ref } from '#platform/fields.ts'
import { beginning, containing } from '#platform/search.ts'
import { returnCells, schemes, statReturn } from './model.ts'
import { statReturns } from './tables.ts'

export const line = statReturn
  .pick({ enterprise: true, scheme: true, month: true, industry: true, receivedOn: true, receivedBy: true, knownUntil: true })
  .extend({
    ...returnCells,
    id: z.uuid(),
    name: z.string(),
    creditCode: z.string(),
    town: z.string(),
    zone: z.string().nullable(),
  })

export const filter = z.object({
  /** In the name, or the code from its start. */
  words: z.string().trim().max(60, '查找内容不超过 60 个字').optional(),
  scheme: oneOf('报表', schemes).optional(),
  month: month('报告期').optional(),
  town: ref('镇街', 'org').optional(),
  zone: ref('园城', 'org').optional(),
  enterprise: ref('企业', 'enterprise').optional(),
  /** Also those replaced since. */
  replaced: z.boolean().default(false),
})
export type Filter = z.output<typeof filter>

const towns = pg.alias(orgs, 'town_org')
const zones = pg.alias(orgs, 'zone_org')

export const linesOf = ({ db }: Ctx, where: SQL | undefined) =>
  db
    .select({
      id: statReturns.id,
      enterprise: statReturns.enterprise,
      name: enterprises.name,
      creditCode: enterprises.creditCode,
      scheme: statReturns.scheme,
      month: statReturns.month,
      revenue: statReturns.revenue,
      softwareRevenue: statReturns.softwareRevenue,
      rndSpend: statReturns.rndSpend,
      profit: statReturns.profit,
      wages: statReturns.wages,
      headcount: statReturns.headcount,
      town: towns.shortName,
      zone: zones.shortName,
      industry: statReturns.industry,
      receivedOn: statReturns.receivedOn,
      receivedBy: statReturns.receivedBy,
      knownUntil: statReturns.knownUntil,
    })
    .from(statReturns)
    .innerJoin(enterprises, eq(enterprises.id, statReturns.enterprise))
    .innerJoin(towns, eq(towns.id, statReturns.town))
    .leftJoin(zones, eq(zones.id, statReturns.zone))
    .where(where)

export function matching({ today }: Ctx, of: Filter): SQL | undefined {
  return and(
    lte(statReturns.receivedOn, today),
    of.replaced ? undefined : or(isNull(statReturns.knownUntil), gt(statReturns.knownUntil, today)),
    of.words ? or(ilike(enterprises.name, containing(of.words)), like(enterprises.creditCode, beginning(of.words))) : undefined,
    of.scheme ? eq(statReturns.scheme, of.scheme) : undefined,
    of.month ? eq(statReturns.month, of.month) : undefined,
    of.town ? eq(statReturns.town, of.town) : undefined,
    of.zone ? eq(statReturns.zone, of.zone) : undefined,
    of.enterprise ? eq(statReturns.enterprise, of.enterprise) : undefined,
  )
}

export async function totalOf({ db }: Ctx, where: SQL | undefined): Promise<number> {
  const [all] = await db
    .select({ total: count() })
    .from(statReturns)
    .innerJoin(enterprises, eq(enterprises.id, statReturns.enterprise))
    .where(where)
  return all?.total ?? 0
}
