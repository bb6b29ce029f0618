/** A voucher that a third party redeems: the money goes to whoever redeems it. */
import type { Mechanism } from '../policy.ts'
import type { Ground, Worth } from './worth.ts'

export function voucher({ face, redeemer }: Extract<Mechanism, { is: 'voucher' }>, { of }: Ground): Worth {
  const worth = of(face)
  const parts = [{ payee: redeemer, part: 1n, of: 1n }]
  return { ...worth, tell: (row, past, value) => ({ ...worth.tell(row, past, value), parts }) }
}
