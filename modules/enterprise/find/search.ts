/** Looking through the files: the filters of the list, as one condition, shared by the list, its counts and its export. */
import { and, asc, desc, eq, gte, ilike, isNotNull, isNull, like, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { orgs } from '#modules/org/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { day, oneOf, ref } from '#platform/fields.ts'
import { beginning, containing } from '#platform/search.ts'
import { statuses, titles } from '../model.ts'
import { knownOn } from '../presence.ts'
import { daysAfter, type Periods } from '../rule.ts'
import { enterprises, presences, qualifications } from '../tables.ts'

export const filter = z.object({
  /** In the name, or the code from its start. */
  words: z.string().trim().max(60, '查找内容不超过 60 个字').optional(),
  town: ref('所在镇街', 'org').optional(),
  zone: ref('所在园城', 'org').optional(),
  direction: z.string().max(60).optional(),
  /** First digits of the industry: 65, or 6513. */
  industry: z
    .string()
    .regex(/^\d{2,4}$/, '行业应为二至四位数字')
    .optional(),
  status: oneOf('登记状态', statuses).optional(),
  title: oneOf('资质称号', titles).optional(),
  keeper: ref('服务专员', 'person').optional(),
  stale: z.boolean().optional(),
  unclaimed: z.boolean().optional(),
  /** Present in the district unless said otherwise. */
  presence: z.enum(['present', 'left', 'all'], { error: '请选择在区或离区' }).default('present'),
  newSince: day('新增起始日').optional(),
})
export type Filter = z.output<typeof filter>

const orders = ['name', 'settledOn', 'confirmedOn', 'capital', 'registeredOn'] as const
export const order = z.object({ by: z.enum(orders).default('settledOn'), down: z.boolean().default(true) })
export type Order = z.output<typeof order>

const towns = pg.alias(orgs, 'town_org')
const zones = pg.alias(orgs, 'zone_org')

/** What a line of the list shows. */
const line = {
  id: enterprises.id,
  creditCode: enterprises.creditCode,
  name: enterprises.name,
  status: enterprises.status,
  town: towns.shortName,
  zone: zones.shortName,
  building: enterprises.building,
  industry: enterprises.industry,
  direction: enterprises.direction,
  capital: enterprises.capital,
  registeredOn: enterprises.registeredOn,
  settledOn: enterprises.settledOn,
  leftOn: enterprises.leftOn,
  keeperName: enterprises.keeperName,
  asOf: enterprises.asOf,
  confirmedOn: enterprises.confirmedOn,
  claimed: sql<boolean>`${enterprises.org} is not null`,
}

export const linesOf = ({ db }: Ctx, where: SQL | undefined, { by, down }: Order) =>
  db
    .select(line)
    .from(enterprises)
    .innerJoin(towns, eq(towns.id, enterprises.town))
    .leftJoin(zones, eq(zones.id, enterprises.zone))
    .where(where)
    .orderBy(sql`${down ? desc(enterprises[by]) : asc(enterprises[by])} nulls last`, asc(enterprises.id))

/** On file by the product's day. */
const onFile = ({ today }: Ctx) =>
  sql`exists (select 1 from ${presences} where ${presences.enterprise} = ${enterprises.id} and ${presences.knownFrom} <= ${today})`
const present = ({ today }: Ctx) => or(isNull(enterprises.leftOn), sql`${enterprises.leftOn} > ${today}`)

/** Nobody who knows has said for longer than the rule allows that it is so. */
export const isStale = ({ today }: Ctx, { staleDays }: Periods) =>
  and(
    lt(sql`coalesce(${enterprises.confirmedOn}, ${enterprises.asOf})`, daysAfter(today, -staleDays)),
    isNull(enterprises.leftOn),
  )
export const isUnclaimed = and(isNull(enterprises.org), isNull(enterprises.leftOn))

export function matching(ctx: Ctx, of: Filter, periods: Periods): SQL | undefined {
  const when = {
    present: present(ctx),
    left: and(isNotNull(enterprises.leftOn), lte(enterprises.leftOn, ctx.today)),
    all: undefined,
  }
  return and(
    onFile(ctx),
    when[of.presence],
    of.words ? named(of.words) : undefined,
    of.town ? eq(enterprises.town, of.town) : undefined,
    of.zone ? eq(enterprises.zone, of.zone) : undefined,
    of.direction ? eq(enterprises.direction, of.direction) : undefined,
    of.industry ? like(enterprises.industry, `${of.industry}%`) : undefined,
    of.status ? eq(enterprises.status, of.status) : undefined,
    of.title ? holds(ctx, of.title) : undefined,
    of.keeper ? eq(enterprises.keeper, of.keeper) : undefined,
    of.stale ? isStale(ctx, periods) : undefined,
    of.unclaimed ? isUnclaimed : undefined,
    of.newSince ? gte(enterprises.settledOn, of.newSince) : undefined,
  )
}

const named = (words: string) => or(ilike(enterprises.name, containing(words)), ilike(enterprises.creditCode, beginning(words)))

/** Titles valid on the product's day, as far as is known. */
export const heldNow = ({ today }: Ctx) =>
  and(
    knownOn(qualifications, today),
    lte(qualifications.grantedOn, today),
    or(isNull(qualifications.validUntil), gte(qualifications.validUntil, today)),
  )

const holds = (ctx: Ctx, title: keyof typeof titles) =>
  sql`exists (select 1 from ${qualifications} where ${qualifications.enterprise} = ${enterprises.id} and ${eq(qualifications.kind, title)} and ${heldNow(ctx)})`
