/** A share of a sum of money. */

import { scales } from '../fact.ts'
import { cents } from '../formula/evaluate.ts'
import { sumOf } from '../formula/explain.ts'
import { scaled } from '../formula/quantity.ts'
import type { Mechanism } from '../policy.ts'
import { share } from '../wording.ts'
import { tellSum } from './sum-told.ts'
import type { Ground, Worth } from './worth.ts'

export function rate({ base, rate: by }: Extract<Mechanism, { is: 'rate' }>, { layout, fact }: Ground): Worth {
  const sum = sumOf(base, layout, fact)
  const quantity = cents(scaled(sum.quantity, BigInt(by), BigInt(scales.share)))
  const percent = share(by)
  const tell = tellSum(quantity, { title: '按比例', sum: (row) => `${sum.inProduct(row)} × ${percent}`, missing: sum.missing })
  return { quantity, tell, settles: false }
}
