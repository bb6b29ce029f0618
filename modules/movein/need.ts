/** What a firm needs, as it says it, and as matching takes it (engines/allocation/match/need.ts). */
import { inArray } from 'drizzle-orm'
import { z } from 'zod'
import { type Need, openNeed } from '#engines/allocation/match/need.ts'
import { orgs } from '#modules/org/tables.ts'
import { facilities, uses } from '#modules/space/model.ts'
import type { Ctx } from '#platform/context.ts'
import { amount, area, cash, count, day, price, text } from '#platform/fields.ts'
import { invalid } from '#platform/problem.ts'

const oneOfKeys = <K extends string>(of: Record<K, string>) => z.enum(Object.keys(of) as [K, ...K[]])
const most = (title: string, unit: string) => amount(title, unit).positive(`${title}应大于 0`).max(100_000, `${title}过大`)

/** Everything may be left open; the more is said, the better it is matched. */
export const wanted = z.object({
  areaFrom: area('面积不小于').nullable().default(null),
  areaTo: area('面积不大于').nullable().default(null),
  people: count('人数', '人').nullable().default(null),
  budget: cash('每月预算').nullable().default(null),
  maxRent: price('租金不高于').nullable().default(null),
  readyBy: day('最晚交付').nullable().default(null),
  load: most('荷载不低于', 'kN/㎡').nullable().default(null),
  height: most('层高不低于', 'm').nullable().default(null),
  power: most('电力不低于', 'kW').nullable().default(null),
  direction: text('产业方向', 60).nullable().default(null),
  uses: z.array(oneOfKeys(uses)).max(4).default([]),
  zones: z.array(z.uuid()).max(20).default([]),
  facilities: z.array(oneOfKeys(facilities)).max(12).default([]),
  /** Several adjacent units will do. */
  combine: z.boolean().default(true),
  /** What no field asks for; people read it, matching does not. */
  note: text('其他要求', 500).nullable().default(null),
})
export type Wanted = z.infer<typeof wanted>

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
