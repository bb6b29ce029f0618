/** A prize by rank. */
import { constant } from '../formula/quantity.ts'
import type { Mechanism, Row } from '../policy.ts'
import { lackOf, money } from '../wording.ts'
import { due, type Ground, notDue, nothing, picked, undecided, type Worth } from './worth.ts'

export function ranking({ rank, prizes }: Extract<Mechanism, { is: 'ranking' }>, { layout }: Ground): Worth {
  const slot = layout.slot.get(rank)!
  const choose = (row: Row) => {
    const place = row[slot]
    if (typeof place !== 'number') return undecided
    return place >= 1 && place <= prizes.length ? place - 1 : nothing
  }
  return {
    quantity: picked(
      prizes.map((prize) => constant(prize)),
      choose,
    ),
    tell: (row) => {
      const at = choose(row)
      if (at === undecided) return notDue(lackOf([rank]), [rank])
      if (at === nothing) return notDue(`${rank}第 ${row[slot]} 名，奖励前 ${prizes.length} 名`)
      return due([{ title: '排名奖', sum: `${rank}第 ${at + 1} 名`, result: money(prizes[at]!) }])
    },
    settles: false,
  }
}
