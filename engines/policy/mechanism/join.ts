/** Several amounts together, the least or the most of them. */

import type { Step } from '../decision.ts'
import { isUnknown, type Numerator, numeratorOf } from '../formula/quantity.ts'
import type { Mechanism } from '../policy.ts'
import { amountSaying } from '../wording.ts'
import { allToFirm, due, type Ground, isPeople, joined, notDue, type Part, type Told, type Worth } from './worth.ts'

const words = { sum: '合计', least: '取低', most: '取高' } as const
const functions = { least: '较小', most: '较大' } as const

export function join({ is, of: mechanisms }: Extract<Mechanism, { is: 'sum' | 'least' | 'most' }>, { of }: Ground): Worth {
  const worths = mechanisms.map(of)
  const quantity = joined(
    worths.map((worth) => worth.quantity),
    is,
  )
  const between = is === 'sum' ? ' + ' : ', '
  const saying = worths.map((worth) => amountSaying(worth.quantity.scale))
  const sayWhole = amountSaying(quantity.scale)
  const factors = worths.map((worth) => quantity.scale / worth.quantity.scale)
  return {
    quantity,
    settles: worths.some(({ settles }) => settles),
    tell: (row, past, all) => {
      const values: Numerator[] = []
      const told: Told[] = []
      for (const { quantity: own, tell } of worths) {
        const value = numeratorOf(own, row, past)
        values.push(value)
        told.push(tell(row, past, value))
      }
      if (isUnknown(all) || isPeople(all)) return barred(told, values, isPeople)
      if (all <= 0) return barred(told, values, (value) => value <= 0)
      const steps: Step[] = []
      let sum = ''
      for (const [at, one] of told.entries()) {
        for (const step of one.steps) steps.push(step)
        sum += (at === 0 ? '' : between) + saying[at]!(values[at]!)
      }
      steps.push({ title: words[is], sum: is === 'sum' ? sum : `${functions[is]}(${sum})`, result: sayWhole(all) })
      if (is !== 'sum') {
        const { milestones, parts } = told[values.findIndex((value, at) => isSame(value, factors[at]!, all))]!
        return due(steps, milestones, parts)
      }
      const plain = told.every(({ parts }) => parts === allToFirm)
      const milestones = told.flatMap((one) => one.milestones)
      return due(steps, milestones, plain ? allToFirm : partsOf(told, values, factors, all))
    },
  }
}

/** Whether the one over its own scale is the other over the scale of the whole. */
function isSame(value: Numerator, factor: bigint, all: Numerator): boolean {
  const number = Number(value) * Number(factor)
  return typeof all === 'number' && Number.isSafeInteger(number) ? number === all : BigInt(value) * factor === BigInt(all)
}

/** What stands against the whole: what is not known, or what people decide, or what comes to nothing. */
function barred(told: readonly Told[], values: readonly Numerator[], bars: (value: Numerator) => boolean): Told {
  const barring = told.filter((_, at) => bars(values[at]!))
  const open = barring.length > 0 ? barring : told.filter((_, at) => isUnknown(values[at]!))
  const because = [...new Set(open.flatMap((one) => one.because ?? []))].join('；')
  return notDue(because, [...new Set(open.flatMap(({ missing }) => missing))])
}

/** Each payee's part of the whole, by what its part of the sum is worth. */
function partsOf(told: readonly Told[], values: readonly Numerator[], factors: readonly bigint[], all: Numerator): Part[] {
  const parts = told.flatMap(({ parts }, at) =>
    parts.map(({ payee, part, of }) => ({ payee, part: part * BigInt(values[at]!) * factors[at]!, of: of * BigInt(all) })),
  )
  return parts.filter(({ part }) => part > 0n)
}
