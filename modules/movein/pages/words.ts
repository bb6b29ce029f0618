/** How pages speak of moving in: tones of states, areas, money. */
import type { MoveInState } from '#modules/movein/flow.ts'
import { written } from '#modules/plan/quantity.ts'
import type { Out } from '#web/client.ts'
import type { Tone } from '#web/ui/figure/light.tsx'

export type Whole = Out<'movein/one'>
export type Line = Out<'movein/list'>['rows'][number]
export type Offering = Out<'movein/offers'>
export type Offer = Offering['offers'][number]

export const toneOf: Record<MoveInState, Tone> = {
  matching: 'active',
  viewing: 'active',
  applying: 'active',
  reviewing: 'active',
  deliberating: 'warn',
  contracting: 'active',
  handover: 'active',
  settling: 'active',
  movedIn: 'good',
  refused: 'quiet',
  withdrawn: 'quiet',
}
export const squareMetres = (area: number): string => written(area, '㎡')
export const yuan = (amount: number): string => written(amount, '元')
export const namesOf = (units: readonly { name: string }[]): string => units.map(({ name }) => name).join('、')
export const isFree = ({ freeFrom }: { freeFrom: string }, today: string | undefined): boolean =>
  today === undefined || freeFrom <= today
