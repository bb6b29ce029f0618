/** Several amounts together, the least or the most of them. */
import { isUnknown, type Numerator, numeratorOf } from '../formula/quantity.ts'
import type { Mechanism } from '../policy.ts'
import { amount } from '../wording.ts'
import { due, type Ground, isPeople, joined, notDue, type Part, type Told, type Worth } from './worth.ts'

const words = { sum: '合计', least: '取低', most: '取高' } as const
const functions = { sum: '合计', least: '较小', most: '较大' } as const

export function join({ is, of: mechanisms }: Extract<Mechanism, { is: 'sum' | 'least' | 'most' }>, { of }: Ground): Worth {
  const worths = mechanisms.map(of)
  const quantity = joined(
    worths.map((worth) => worth.quantity),
    is,
  )
  return {
    quantity,
    settles: worths.some(({ settles }) => settles),
    tell: (row, past) => {
      const told = worths.map((worth) => worth.tell(row, past))
      const values = worths.map((worth) => numeratorOf(worth.quantity, row, past))
      const all = numeratorOf(quantity, row, past)
      if (isUnknown(all) || isPeople(all)) return barred(told, values, isPeople)
      if (all <= 0) return barred(told, values, (value) => value <= 0)
      const said = values.map((value, at) => amount(value, worths[at]!.quantity.scale))
      const sum = is === 'sum' ? said.join(' + ') : `${functions[is]}(${said.join(', ')})`
      const result = amount(all, quantity.scale)
      const exact = values.map((value, at) => BigInt(value) * (quantity.scale / worths[at]!.quantity.scale))
      const chosen = is === 'sum' ? told : [told[exact.indexOf(BigInt(all))]!]
      return due([...told.flatMap(({ steps }) => steps), { title: words[is], sum, result }], {
        milestones: chosen.flatMap(({ milestones }) => milestones),
        parts: is === 'sum' ? partsOf(told, exact, BigInt(all)) : chosen[0]!.parts,
      })
    },
  }
}

/** What stands against the whole: what is not known, or what people decide, or what comes to nothing. */
function barred(told: readonly Told[], values: readonly Numerator[], bars: (value: Numerator) => boolean): Told {
  const barring = told.filter((_, at) => bars(values[at]!))
  const open = barring.length > 0 ? barring : told.filter((_, at) => isUnknown(values[at]!))
  const because = [...new Set(open.flatMap((one) => one.because ?? []))].join('；')
  return notDue(because, [...new Set(open.flatMap(({ missing }) => missing))])
}

/** Each payee's part of the whole, by what its part of the sum is worth. */
const partsOf = (told: readonly Told[], values: readonly bigint[], all: bigint): Part[] =>
  told.flatMap(({ parts }, at) =>
    parts.map(({ payee, part, of }) => ({ payee, part: part * values[at]!, of: of * all })).filter(({ part }) => part > 0n),
  )
