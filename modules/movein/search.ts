/** Looking through the matters: the filters of list, board and export as one condition. */
import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { orgs } from '#modules/org/tables.ts'
import { buildings } from '#modules/space/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { oneOf, ref } from '#platform/fields.ts'
import { containing } from '#platform/search.ts'
import { clock, clocksOf } from './course/clocks.ts'
import { ownBodies } from './course/turn.ts'
import { moveInStates } from './flow.ts'
import { origins } from './model.ts'
import { inWords, wantedIn } from './need.ts'
import { moveInPauses, moveIns } from './tables.ts'

export const filter = z.object({
  /** In the number, or the name of the firm. */
  words: z.string().trim().max(60, '查找内容不超过 60 个字').optional(),
  state: oneOf('状态', moveInStates).optional(),
  zone: ref('受理园城', 'org').optional(),
  /** Open or closed. */
  open: z.boolean().optional(),
  /** Whose turn is mine. */
  mine: z.boolean().optional(),
  late: z.boolean().optional(),
})
export type Filter = z.output<typeof filter>

const oneOfKeys = <K extends string>(of: Record<K, string>) => z.enum(Object.keys(of) as [K, ...K[]])
export const line = z.object({
  id: z.uuid(),
  number: z.string(),
  name: z.string(),
  origin: oneOfKeys(origins),
  need: z.string(),
  zoneName: z.string().nullable(),
  buildingName: z.string().nullable(),
  status: oneOfKeys(moveInStates),
  /** Who has it; null: its applicant, or nobody once it is closed. */
  holderName: z.string().nullable(),
  clock: clock.nullable(),
  openedOn: z.string(),
  closedOn: z.string().nullable(),
})
export type Line = z.output<typeof line>

const pausedNow = sql`exists (select 1 from ${moveInPauses} p where p.move_in = ${moveIns.id} and p.until is null)`

export async function matching(ctx: Ctx, of: Filter): Promise<SQL | undefined> {
  const pattern = of.words && containing(of.words)
  return and(
    lte(moveIns.openedOn, ctx.today),
    pattern ? or(sql`${moveIns.number} ilike ${pattern}`, sql`${moveIns.name} ilike ${pattern}`) : undefined,
    of.state ? eq(moveIns.status, of.state) : undefined,
    of.zone ? eq(moveIns.zone, of.zone) : undefined,
    of.open === undefined ? undefined : of.open ? isNull(moveIns.closedOn) : isNotNull(moveIns.closedOn),
    of.mine ? inArray(moveIns.holder, [...(await ownBodies(ctx)), nobody]) : undefined,
    of.late ? and(isNull(moveIns.closedOn), lt(moveIns.dueOn, ctx.today), sql`not ${pausedNow}`) : undefined,
  )
}
/** A list is never empty. */
const nobody = '00000000-0000-0000-0000-000000000000'

const zones = pg.alias(orgs, 'zone_org')
const holders = pg.alias(orgs, 'holder_org')
const sites = pg.alias(buildings, 'site')
/** Open ones first, the most pressing of them on top; then those closed last. */
const linesOf = ({ db }: Ctx, where: SQL | undefined) =>
  db
    .select({ matter: moveIns, zoneName: zones.shortName, holderName: holders.shortName, buildingName: sites.name })
    .from(moveIns)
    .leftJoin(zones, eq(zones.id, moveIns.zone))
    .leftJoin(holders, eq(holders.id, moveIns.holder))
    .leftJoin(sites, eq(sites.id, moveIns.building))
    .where(where)
    .orderBy(sql`${moveIns.closedOn} desc nulls first`, asc(moveIns.dueOn), desc(moveIns.openedOn), asc(moveIns.id))

type Page = { page: number; size: number }
export async function told(ctx: Ctx, where: SQL | undefined, page?: Page): Promise<Line[]> {
  const all: Awaited<ReturnType<typeof linesOf>> = await (page
    ? linesOf(ctx, where)
        .limit(page.size)
        .offset((page.page - 1) * page.size)
    : linesOf(ctx, where))
  const clocks = await clocksOf(
    ctx,
    all.map(({ matter }) => matter.id),
  )
  const names = await zoneNames(ctx)
  return all.map(({ matter, ...named }) => {
    const { id, number, name, origin, status, openedOn, closedOn } = matter
    const need = inWords(wantedIn(matter.need), (zone) => names.get(zone) ?? '')
    return { id, number, name, origin, status, openedOn, closedOn, need, ...named, clock: clocks.get(id) ?? null }
  })
}

export async function zoneNames({ db }: Ctx): Promise<Map<string, string>> {
  const parks = await db.select({ id: orgs.id, name: orgs.shortName }).from(orgs).where(eq(orgs.kind, 'park'))
  return new Map(parks.map(({ id, name }) => [id, name]))
}
