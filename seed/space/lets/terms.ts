/** What was agreed with each tenant: how long, for how much, and when it is renewed. */
import type { Terms } from '#engines/lease/terms.ts'
import { addDays } from '#seed/enterprises/calendar.ts'
import { type Chance, chanceOf } from '#seed/history/chance.ts'
import { demoDay } from '../book/days.ts'
import type { Let } from '../fill/fill.ts'
import { hundred } from '../fill/stock.ts'

export type Agreed = Terms & { endKind: 'early' | 'renewed' | 'expired' | null; signedOn: string }

/** The smallest pay once a year and leave no deposit. One lease after the other until the tenant leaves; the last runs when the demo opens. */
export function leasesOf(one: Let): Agreed[] {
  const { firm, site, since, until, rooms } = one
  const chance = chanceOf('lease', firm.serial, site.name, since)
  const area = rooms.reduce((sum, room) => sum + room.area, 0) / hundred
  const years = yearsOf(one, chance)
  const fee = chance.happens(0.22) ? (site.kind === 'plant' ? 1.2 : chance.pick([2, 2.5, 2.8])) : null
  const payEvery = area > 2000 ? 'quarter' : area < 140 ? 'year' : 'half'
  let rent = Math.round(site.rent * (0.9 + 0.02 * chance.between(0, 8)) * 10) / 10
  const agreed: Agreed[] = []
  for (let from = since; from < (until ?? demoDay); ) {
    const to = addDays(yearsLater(from, years), -1)
    const first = from === since
    const early = until !== null && until <= to
    const over = early ? until : to < demoDay && (until === null || until > to) ? addDays(to, 1) : null
    const notRenewed = over !== null && !early && over > '2025-06' && chance.happens(0.12)
    agreed.push({
      ...{ from, to, area, rent, fee, payEvery },
      endedOn: over,
      endKind: over === null ? null : early ? 'early' : notRenewed ? 'expired' : 'renewed',
      ...rising(from, rent, years, chance),
      free: first && chance.happens(0.5) ? [{ from, to: addDays(from, chance.pick([29, 59, 89])) }] : [],
      dueDays: 10,
      deposit: first && area > 90 ? Math.round(area * rent * chance.pick([1, 2, 3])) : 0,
      // Who follows another signs when that one is gone.
      signedOn: first && follows(one) ? from : addDays(from, -chance.between(3, 25)),
    })
    if (early || notRenewed || over === null) break
    from = over
    rent = Math.round(rent * 1.04 * 10) / 10
  }
  return agreed
}

const follows = ({ rooms, since }: Let) => rooms.some((room) => room.taken.some((day) => day < since))

/** Newcomers take a year or two first, the large ones five. */
function yearsOf({ firm, rooms, since }: Let, chance: Chance): number {
  if (firm.special?.account) return firm.special.claimed ? 3 : 1
  const area = rooms.reduce((sum, room) => sum + room.area, 0) / hundred
  if (area > 1200) return 5
  return since > '2024-06' ? chance.pick([1, 2, 3, 3]) : chance.pick([2, 3, 3, 3, 5])
}

/** Some rise by steps, some by a share every year, most not at all. */
function rising(from: string, rent: number, years: number, chance: Chance): Pick<Terms, 'steps' | 'growth'> {
  const lot = chance.fraction()
  if (lot < 0.12) return { steps: [], growth: chance.pick([3, 4, 5]) }
  if (lot > 0.9 && years > 1)
    return { steps: [{ from: yearsLater(from, years - 1), rent: Math.round(rent * 10.6) / 10 }], growth: null }
  return { steps: [], growth: null }
}

/** The last day of February goes with the month. */
export const yearsLater = (day: string, years: number): string => {
  const [year, rest] = [Number(day.slice(0, 4)) + years, day.slice(4)]
  return rest === '-02-29' ? `${year}-03-01` : `${year}${rest}`
}
