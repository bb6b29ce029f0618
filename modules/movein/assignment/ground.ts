/** What a solve stands on, read when it begins: those who still look for rooms, and the space they may have. */
import { and, inArray, notInArray } from 'drizzle-orm'
import type { Unit } from '#engines/allocation/match/unit.ts'
import type { Ctx } from '#platform/context.ts'
import { unitsToLet } from '../market.ts'
import { needOf, wantedIn } from '../need.ts'
import { weightsOn } from '../rule.ts'
import { zoneNames } from '../search.ts'
import { moveIns } from '../tables.ts'
import { placeable, type Terms } from './asked.ts'
import { unitsOf } from './imagine.ts'
import type { Ground, Looking } from './program.ts'

export async function groundOf(ctx: Ctx, zone: string | null, asked: Terms): Promise<{ ground: Ground; notes: string[] }> {
  const { matters, imagined, held, ...terms } = asked
  const zones = Object.fromEntries(await zoneNames(ctx))
  const rows = await ctx.db
    .select()
    .from(moveIns)
    .where(and(inArray(moveIns.id, matters), inArray(moveIns.status, [...placeable])))
  const of = new Map(rows.map((row) => [row.id, row]))
  const firms: Looking[] = []
  for (const id of matters) {
    const row = of.get(id)
    if (row) firms.push({ id, number: row.number, name: row.name, need: await needOf(ctx, wantedIn(row.need)) })
  }
  const wanted = await wantedByOthers(ctx, matters)
  const spoken = (unit: Unit) => wanted.has(unit.id)
  const there = (await unitsToLet(ctx, { zones: zone ? [zone] : [] })).filter(
    ({ id, building, freeFrom, readyOn }) =>
      freeFrom <= asked.by && (readyOn === null || readyOn <= asked.by) && !held.includes(id) && !held.includes(building),
  )
  const units = [
    ...there.filter((unit) => !spoken(unit)),
    ...imagined.flatMap((one, nth) => unitsOf(one, nth, zones[one.zone] ?? '')).filter(({ readyOn }) => readyOn! <= asked.by),
  ]
  const gone = matters.length - firms.length
  const kept = there.filter(spoken).length
  return {
    ground: { today: ctx.today, rules: await weightsOn(ctx, ctx.today), firms, units, zones, terms },
    notes: [
      ...(gone > 0 ? [`${gone} 件入驻事项在求解开始前已办结或已签约，未纳入`] : []),
      ...(kept > 0 ? [`${kept} 个单元正由其他企业申请或签约，未纳入`] : []),
    ],
  }
}

/** Units that other matters are under review or about to sign for. */
async function wantedByOthers({ db }: Ctx, matters: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .select({ units: moveIns.units })
    .from(moveIns)
    .where(and(notInArray(moveIns.id, [...matters]), inArray(moveIns.status, ['reviewing', 'deliberating', 'contracting'])))
  return new Set(rows.flatMap(({ units }) => units))
}
