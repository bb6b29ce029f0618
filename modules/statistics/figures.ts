/** Single figures of one month and indicator, as tables are made of them: whose, how much, where, and known on which days. */
import { and, eq, isNotNull, lte } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import { divisions } from '#engines/enterprise/industry.ts'
import { orgs } from '#modules/org/tables.ts'
import type { Ctx } from '#platform/context.ts'
import type { ReturnCell, Scheme, Split } from './model.ts'
import { statReturns } from './tables.ts'

export type Figure = Record<Split, string> & {
  enterprise: string
  amount: number
  scheme: Scheme
  receivedOn: string
  knownUntil: string | null
}

const towns = pg.alias(orgs, 'town_org')
const zones = pg.alias(orgs, 'zone_org')
const outside = '园城以外'

/** Those replaced since are among them: earlier tables were made of these. */
export async function figuresOf({ db, today }: Ctx, month: string, cell: ReturnCell): Promise<Figure[]> {
  const found = await db
    .select({
      enterprise: statReturns.enterprise,
      amount: statReturns[cell],
      scheme: statReturns.scheme,
      receivedOn: statReturns.receivedOn,
      knownUntil: statReturns.knownUntil,
      zone: zones.shortName,
      town: towns.shortName,
      division: statReturns.division,
    })
    .from(statReturns)
    .innerJoin(towns, eq(towns.id, statReturns.town))
    .leftJoin(zones, eq(zones.id, statReturns.zone))
    .where(and(eq(statReturns.month, month), isNotNull(statReturns[cell]), lte(statReturns.receivedOn, today)))
  return found.map(({ amount, zone, division, ...rest }) => ({
    ...rest,
    amount: amount ?? 0,
    zone: zone ?? outside,
    division: divisions[division] ?? '其他行业',
  }))
}

/** What was known of a scheme on a day. */
export const knownOn = (figures: readonly Figure[], scheme: Scheme, day: string): Figure[] =>
  figures.filter(
    (figure) => figure.scheme === scheme && figure.receivedOn <= day && (figure.knownUntil === null || figure.knownUntil > day),
  )
