/** Shared among payees; how the last 分 fall is settled once the amount is (settle.ts). */
import type { Mechanism } from '../policy.ts'
import type { Ground, Worth } from './worth.ts'

export function split({ whole, among }: Extract<Mechanism, { is: 'split' }>, { of }: Ground): Worth {
  const worth = of(whole)
  const all = among.reduce((sum, { share }) => sum + BigInt(share), 0n)
  const parts = among.map(({ payee, share }) => ({ payee, part: BigInt(share), of: all }))
  return { ...worth, tell: (row, past, value) => ({ ...worth.tell(row, past, value), parts }) }
}
