/** What a firm needs, as it says it, and as matching takes it (engines/allocation/match/need.ts). */
import { inArray } from 'drizzle-orm'
import { type Need, openNeed } from '#engines/allocation/match/need.ts'
import { orgs } from '#modules/org/tables.ts'
import { facilities, uses } from '#modules/space/model.ts'
import type { Ctx } from '#platform/context.ts'
import { invalid } from '#platform/problem.ts'
import { type Wanted, wanted } from './model.ts'

export type { Wanted }

/** What was kept of a matter, read with the fields of today. */
export const wantedIn = (kept: unknown): Wanted => wanted.parse(kept)

export function requireSense({ areaFrom, areaTo, people, budget }: Wanted): void {
  if (areaFrom !== null && areaTo !== null && areaTo < areaFrom) throw invalid('面积上限不能小于下限')
  if (areaTo === 0 || people === 0) throw invalid('面积和人数应大于 0')
  if (budget !== null && budget <= 0) throw invalid('每月预算应大于 0')
}

export async function needOf({ db }: Ctx, of: Wanted): Promise<Need> {
  const { areaFrom, areaTo, zones, combine, note: _, ...rest } = of
  const named = zones.length
    ? await db.select({ id: orgs.id, name: orgs.shortName }).from(orgs).where(inArray(orgs.id, zones))
    : []
  return {
    ...openNeed,
    ...rest,
    // Matching speaks in the words people read.
    facilities: rest.facilities.map((one) => facilities[one]),
    uses: rest.uses.map((one) => uses[one]),
    area: { from: areaFrom, to: areaTo },
    zones: named,
    combine,
  }
}

/** In a line, for lists: 300—400㎡，30 人，每月不超过 20000 元，缙云园城. */
export function inWords(of: Wanted, zoneName: (id: string) => string): string {
  const { areaFrom, areaTo, people, budget, maxRent, readyBy, direction, zones } = of
  const range = [areaFrom, areaTo].filter((one) => one !== null)
  const size =
    range.length === 2
      ? `${areaFrom}—${areaTo}㎡`
      : areaFrom !== null
        ? `${areaFrom}㎡以上`
        : areaTo !== null && `${areaTo}㎡以内`
  return (
    [
      size,
      people !== null && `${people} 人`,
      budget !== null && `每月不超过 ${budget} 元`,
      maxRent !== null && `租金不高于 ${maxRent} 元/㎡·月`,
      readyBy && `${readyBy} 前交付`,
      direction,
      zones.map(zoneName).join('、'),
    ]
      .filter(Boolean)
      .join('，') || '未说明'
  )
}
