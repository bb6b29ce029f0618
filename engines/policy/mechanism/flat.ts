/** So much. */
import { constant } from '../formula/quantity.ts'
import type { Mechanism } from '../policy.ts'
import { money } from '../wording.ts'
import { due, type Worth } from './worth.ts'

export function flat({ amount }: Extract<Mechanism, { is: 'flat' }>): Worth {
  const told = due([{ title: '定额', sum: money(amount), result: money(amount) }])
  return { quantity: constant(amount), tell: () => told, settles: false }
}
