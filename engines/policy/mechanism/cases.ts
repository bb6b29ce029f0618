/** The amount of the first case that holds. */
import { numeratorOf } from '../formula/quantity.ts'
import type { Mechanism } from '../policy.ts'
import { lackOf } from '../wording.ts'
import { choosingOf } from './choosing.ts'
import { type Ground, notDue, nothing, picked, undecided, type Worth } from './worth.ts'

export function cases({ cases: all }: Extract<Mechanism, { is: 'cases' }>, ground: Ground): Worth {
  const worths = all.map(({ amount }) => ground.of(amount))
  const { choose, missing } = choosingOf(all, ground)
  return {
    quantity: picked(
      worths.map(({ quantity }) => quantity),
      choose,
    ),
    settles: worths.some(({ settles }) => settles),
    tell: (row, past) => {
      const at = choose(row)
      if (at === nothing) return notDue(`不属于${all.map(({ title }) => `“${title}”`).join('、')}中的任何一种情形`)
      if (at === undecided) {
        const lacking = missing(row)
        return notDue(lacking.length > 0 ? lackOf(lacking) : '适用情形的标准待补', lacking)
      }
      const worth = worths[at]!
      const told = worth.tell(row, past, numeratorOf(worth.quantity, row, past))
      const { title } = all[at]!
      if (told.because !== null) return { ...told, because: `${title}：${told.because}` }
      return { ...told, steps: [{ title: '适用情形', sum: title, result: '适用' }, ...told.steps] }
    },
  }
}
