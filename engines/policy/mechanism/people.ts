/** People decide each case (一事一议); no formula, at most so much. */
import { constant } from '../formula/quantity.ts'
import type { Mechanism } from '../policy.ts'
import { money } from '../wording.ts'
import { people as mark, notDue, type Worth } from './worth.ts'

export function people({ atMost }: Extract<Mechanism, { is: 'people' }>): Worth {
  const told = notDue(`金额按一事一议研究确定${atMost === null ? '' : `，最高 ${money(atMost)}`}`)
  return { quantity: constant(mark), tell: () => told, settles: false }
}
