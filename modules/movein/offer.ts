/** Rooms offered to a need: ranked with reasons, near misses with what would make them fit, and of the rest only how many fail what. */
import { z } from 'zod'
import { explain, type Match, match, type Offer } from '#engines/allocation/match/match.ts'
import type { NearMiss } from '#engines/allocation/match/near.ts'
import type { Need } from '#engines/allocation/match/need.ts'
import type { MatchRules } from '#engines/allocation/match/rules.ts'
import { rulesForPart, together } from '#engines/allocation/match/together.ts'
import type { Space, Unit } from '#engines/allocation/match/unit.ts'
import type { Ctx } from '#platform/context.ts'
import { invalid, missing } from '#platform/problem.ts'
import { eachPart, type Market, unitsToLet } from './market.ts'
import { needOf, type Wanted } from './need.ts'

const verdict = z.enum(['met', 'not-met', 'unknown'])
const room = z.object({
  id: z.uuid(),
  name: z.string(),
  floor: z.number(),
  area: z.number(),
  rent: z.number().nullable(),
  fee: z.number().nullable(),
  readyOn: z.string().nullable(),
  freeFrom: z.string(),
})
const place = { building: z.uuid(), buildingName: z.string(), zone: z.uuid().nullable(), zoneName: z.string().nullable() }
export const explanation = z.object({
  verdict,
  score: z.number(),
  marks: z.array(
    z.object({ name: z.string(), title: z.string(), points: z.number(), of: z.number(), verdict, sentence: z.string() }),
  ),
  findings: z.array(z.object({ name: z.string(), title: z.string(), binding: z.boolean(), verdict, sentence: z.string() })),
})
export const offered = explanation.extend({
  ...place,
  key: z.string(),
  units: z.array(room),
  area: z.number(),
  monthly: z.number().nullable(),
  readyOn: z.string().nullable(),
  unclear: z.array(z.string()),
})
export type Offered = z.infer<typeof offered>
export const offering = z.object({
  offers: z.array(offered),
  fitting: z.object({ singles: z.number(), combinations: z.number() }),
  nearMisses: z.array(
    z.object({
      ...place,
      unit: room,
      sentence: z.string(),
      misses: z.array(z.object({ title: z.string(), sentence: z.string(), remedies: z.array(z.string()) })),
      join: z.object({ units: z.array(room), area: z.number() }).nullable(),
    }),
  ),
  /** How many rooms fail what; a room may fail several. */
  excluded: z.array(z.object({ title: z.string(), units: z.number() })),
  considered: z.number(),
  unfinished: z.array(z.string()),
})
export type Offering = z.infer<typeof offering>

type Asking = { of: Wanted; rules: MatchRules /** Only what is offered to everyone. */; listed?: boolean }
const shown = 20

export async function offersFor(ctx: Ctx, { of, rules, listed = false }: Asking): Promise<Offering> {
  // Who says no day wants rooms that are free now; to him who says one the engine tells what is free by then.
  const market = { listed, freeBy: of.readyBy === null ? ctx.today : null }
  const found = await matched(ctx, await needOf(ctx, of), rules, market)
  const { fitting, considered, unfinished, excluded } = found
  return {
    offers: found.offers.slice(0, shown).map(offerOf),
    ...{ fitting, considered, unfinished },
    nearMisses: found.nearMisses.map(missOf),
    excluded: excluded.counts.map(({ title, units }) => ({ title, units })),
  }
}

/** Part by part, so that among tens of thousands of units nobody else waits for long. */
async function matched(ctx: Ctx, need: Need, rules: MatchRules, market: Market): Promise<Match> {
  let found = match(need, [], rules, ctx.today)
  await eachPart(ctx, market, (units, parts) => {
    found = together(found, match(need, units, rulesForPart(rules, parts), ctx.today), rules)
  })
  return found
}

/** Everything about one space, whether it fits or not. */
export async function explained(ctx: Ctx, ids: readonly string[], { of, rules, listed = false }: Asking) {
  const [first, ...others] = await unitsToLet(ctx, { only: ids, listed })
  if (!first || others.length + 1 < new Set(ids).size) throw missing('房源')
  if (others.some(({ building }) => building !== first.building)) throw invalid('所选单元应在同一楼宇，其他楼宇的请另行比较')
  const space: Space = [first, ...others]
  return { ...explain(await needOf(ctx, of), space, rules, ctx.today), units: space.map(roomOf), ...placeOf(first) }
}

const offerOf = ({ key, units, area, monthly, readyOn, unclear, verdict, score, marks, findings }: Offer): Offered => ({
  ...placeOf(units[0]),
  ...{ key, area, monthly, readyOn, unclear, verdict, score, marks, findings },
  units: units.map(roomOf),
})

const missOf = ({ unit, misses, join, sentence }: NearMiss): Offering['nearMisses'][number] => ({
  ...placeOf(unit),
  unit: roomOf(unit),
  sentence,
  misses: misses.map(({ title, sentence, remedies }) => ({ title, sentence, remedies: remedies.map((one) => one.sentence) })),
  join: join && { units: join.with.map(roomOf), area: join.area },
})

const placeOf = ({ building, buildingName, zone, zoneName }: Unit) => ({ building, buildingName, zone, zoneName })
const roomOf = ({ id, name, floor, area, rent, fee, readyOn, freeFrom }: Unit) => ({
  ...{ id, name, floor, area, rent, fee, readyOn, freeFrom },
})
