/** Who looks for rooms of the secured buildings and when: firms that settle there, firms that move there, and some that were there before. */
import { addDays } from '#seed/enterprises/calendar.ts'
import type { Firm } from '#seed/enterprises/firms/firms.ts'
import type { Place } from '#seed/enterprises/firms/places.ts'
import { chanceOf } from '#seed/history/chance.ts'

/** `nth` 0: where it settled; 1: where it moved to. */
export type Wish = { firm: Firm; nth: 0 | 1; place: Place; on: string; until: string | null }

export function wishesOf(firm: Firm): Wish[] {
  const { place, fate, settledOn } = firm
  const moved = fate?.kind === 'moved' ? fate : null
  const end = fate && ['moved', 'left', 'merged', 'closed'].includes(fate.kind) ? fate.on : null
  const first = arrivalOf(firm)
  return [
    ...(place.building && first && settledOn < '2025-11-18' ? [{ firm, nth: 0 as const, place, on: first, until: end }] : []),
    ...(moved?.place.building ? [{ firm, nth: 1 as const, place: moved.place, on: moved.on, until: null }] : []),
  ].filter(({ on, until }) => until === null || on < until)
}

/** Newcomers soon after they settle; some of the old ones sign anew with whoever secured its building. */
function arrivalOf({ serial, settledOn, special }: Firm): string | null {
  const chance = chanceOf('arrival', serial)
  if (settledOn >= '2022') return addDays(settledOn, chance.between(2, 40))
  if (special) return '2022-09-20'
  return chance.happens(signsAnew) ? addDays('2022-09-01', Math.floor(chance.fraction() * 860)) : null
}
const signsAnew = 0.42

export const isOld = ({ settledOn }: Firm): boolean => settledOn < '2022'
