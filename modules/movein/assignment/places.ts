/** What there is to choose from before an assignment is asked for: firms that look for rooms, zones, space, goals. */
import { and, asc, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { orgs } from '#modules/org/tables.ts'
import { mayKeep, ownZones } from '#modules/space/ledger/place.ts'
import type { Ctx } from '#platform/context.ts'
import { denied } from '#platform/problem.ts'
import { moveInFlow, moveInStates } from '../flow.ts'
import { unitsToLet } from '../market.ts'
import type { Wanted } from '../model.ts'
import { inWords, wantedIn } from '../need.ts'
import { zoneNames } from '../search.ts'
import { moveIns } from '../tables.ts'
import { placeable } from './asked.ts'
import { goalNames, goals } from './goals.ts'

const named = z.object({ id: z.uuid(), name: z.string() })
export const choices = z.object({
  /** The zone a park works in; null for the office, which may choose. */
  own: z.uuid().nullable(),
  zones: z.array(named),
  matters: z.array(
    z.object({
      ...{
        id: z.uuid(),
        number: z.string(),
        name: z.string(),
        need: z.string(),
        state: z.string(),
        direction: z.string().nullable(),
      },
      /** Whether it can still be offered other rooms; what is under review is not. */
      movable: z.boolean(),
      zone: z.uuid().nullable(),
      zoneName: z.string().nullable(),
      /** Why it cannot be taken in. */
      why: z.string().nullable(),
    }),
  ),
  units: z.array(
    named.extend({
      building: z.uuid(),
      buildingName: z.string(),
      zone: z.uuid().nullable(),
      area: z.number(),
      freeFrom: z.string(),
    }),
  ),
  directions: z.array(z.string()),
  goals: z.array(z.object({ name: z.enum(goalNames), title: z.string(), about: z.string(), weight: z.number() })),
})

export async function choicesFor(ctx: Ctx): Promise<z.input<typeof choices>> {
  const zones = await zoneNames(ctx)
  const own = await ownZone(ctx)
  const rows = await ctx.db
    .select()
    .from(moveIns)
    .where(and(inArray(moveIns.status, [...placeable]), own ? eq(moveIns.zone, own) : undefined))
    .orderBy(asc(moveIns.openedOn), asc(moveIns.number))
  const units = await unitsToLet(ctx, { zones: own ? [own] : [] })
  const matters = rows.map(({ id, number, name, status, zone, need }) => {
    const of = wantedIn(need)
    return {
      ...{
        id,
        number,
        name,
        zone,
        state: moveInStates[status],
        direction: of.direction,
        movable: moveInFlow.steps.offer.from.includes(status),
      },
      need: inWords(of, (one) => zones.get(one) ?? ''),
      zoneName: zone && (zones.get(zone) ?? null),
      why: whyNotPlaced(of),
    }
  })
  const directions = [...matters.flatMap(({ direction }) => direction ?? []), ...units.flatMap(({ directions }) => directions)]
  return {
    ...{ own, matters },
    zones: [...zones].filter(([id]) => own === null || id === own).map(([id, name]) => ({ id, name })),
    units: units.map(({ id, name, building, buildingName, zone, area, freeFrom }) => ({
      id,
      name,
      building,
      buildingName,
      zone,
      area,
      freeFrom,
    })),
    directions: [...new Set(directions)].sort(),
    goals: goalNames.map((name) => ({ name, ...goals[name] })),
  }
}

/** Space is found by its size: a need that says nothing of it fits everywhere. */
export const whyNotPlaced = ({ areaFrom, areaTo, people }: Wanted): string | null =>
  areaFrom === null && areaTo === null && people === null ? '未填写面积或人数' : null

/** Null for the office. A park's assignments are of its own zone. */
export async function ownZone(ctx: Ctx): Promise<string | null> {
  if (ctx.actor.role !== 'park') return null
  const parks = and(inArray(orgs.id, await ownZones(ctx)), eq(orgs.kind, 'park'))
  const [own] = await ctx.db.select({ id: orgs.id }).from(orgs).where(parks)
  if (!own || !(await mayKeep(ctx, own.id))) throw denied('您所在单位没有对应的园城，不能发起统筹分配')
  return own.id
}
