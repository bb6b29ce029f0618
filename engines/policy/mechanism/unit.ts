/** So much for each. */
import { sumOf } from '../formula/explain.ts'
import { atLeastNothing, scaled } from '../formula/quantity.ts'
import type { Mechanism } from '../policy.ts'
import { money } from '../wording.ts'
import { tellSum } from './sum-told.ts'
import type { Ground, Worth } from './worth.ts'

export function unit({ each, unit: thing, count }: Extract<Mechanism, { is: 'unit' }>, { layout, fact }: Ground): Worth {
  const sum = sumOf(count, layout, fact)
  const quantity = atLeastNothing(scaled(sum.quantity, BigInt(each), 1n))
  const price = `${money(each)}/${thing}`
  const tell = tellSum(quantity, { title: '按数量', sum: (row) => `${sum.inProduct(row)} × ${price}`, missing: sum.missing })
  return { quantity, tell, settles: false }
}
