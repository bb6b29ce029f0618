/** Any sum that comes to money. */
import { cents } from '../formula/evaluate.ts'
import { sumOf } from '../formula/explain.ts'
import type { Mechanism } from '../policy.ts'
import { tellSum } from './sum-told.ts'
import type { Ground, Worth } from './worth.ts'

export function formula({ formula: written }: Extract<Mechanism, { is: 'formula' }>, { layout, fact }: Ground): Worth {
  const sum = sumOf(written, layout, fact)
  const quantity = cents(sum.quantity)
  return { quantity, tell: tellSum(quantity, { title: '按公式', sum: sum.inWords, missing: sum.missing }), settles: false }
}
