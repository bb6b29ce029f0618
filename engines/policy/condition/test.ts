/** A demand as a closure over the row: one for each shape of test, so that nothing is asked that was known before. */
import { type Fact, never, scales } from '../fact.ts'
import { type Bound, type Condition, type Demand, isChoice, type Layout, type Test } from '../policy.ts'
import { type Asking, every, met, notMet, some, unknown } from './truth.ts'

/** Where facts stand, and what they are. */
export type Ground = { layout: Layout; fact: (title: string) => Fact }

export function askingOf(condition: Condition, ground: Ground): Asking {
  if (!isChoice(condition)) return askingOfDemand(condition, ground)
  return some(condition.anyOf.map(({ when, all }) => every([...when, ...all].map((one) => askingOf(one, ground)))))
}

export function askingOfDemand({ fact, over, test }: Demand, ground: Ground): Asking {
  const slot = ground.layout.slot.get(fact)!
  switch (test.kind) {
    case 'pending':
      return () => unknown
    case 'is':
      return askingOfYes(slot, test.yes)
    case 'among':
      return askingOfText(slot, test.values)
    case 'days':
      return askingOfDay(slot, test.from, test.until)
    case 'range':
      return over === null ? askingOfFigure(slot, test) : askingOfShare(fact, over, test, ground)
  }
}

const askingOfYes =
  (slot: number, yes: boolean): Asking =>
  (row) => {
    const value = row[slot]
    return value === yes ? met : typeof value === 'boolean' ? notMet : unknown
  }

function askingOfText(slot: number, values: readonly string[]): Asking {
  const [only] = values
  return values.length === 1
    ? (row) => {
        const value = row[slot]
        return value === only ? met : typeof value === 'string' ? notMet : unknown
      }
    : (row) => {
        const value = row[slot]
        return typeof value !== 'string' ? unknown : values.includes(value) ? met : notMet
      }
}

function askingOfDay(slot: number, from: string | null, until: string | null): Asking {
  return (row) => {
    const value = row[slot]
    if (typeof value !== 'string') return unknown
    if (value === never) return notMet
    return (from === null || value >= from) && (until === null || value <= until) ? met : notMet
  }
}

type Range = Extract<Test, { kind: 'range' }>

/** Kept figures are whole: above 5 is 6 and more. */
export const floorOf = (bound: Bound | null): number =>
  bound === null ? Number.NEGATIVE_INFINITY : bound.inclusive ? bound.value : bound.value + 1
export const ceilingOf = (bound: Bound | null): number =>
  bound === null ? Number.POSITIVE_INFINITY : bound.inclusive ? bound.value : bound.value - 1

function askingOfFigure(slot: number, { lower, upper }: Range): Asking {
  const [from, to] = [floorOf(lower), ceilingOf(upper)]
  if (upper === null)
    return (row) => {
      const value = row[slot]
      return typeof value === 'number' ? (value >= from ? met : notMet) : unknown
    }
  return (row) => {
    const value = row[slot]
    return typeof value === 'number' ? (value >= from && value <= to ? met : notMet) : unknown
  }
}

/** Against the bound times the whole, both sides over the same scale; of a whole that is nothing there is no share. */
function askingOfShare(fact: string, over: string, { lower, upper }: Range, ground: Ground): Asking {
  const [slot, wholeSlot] = [ground.layout.slot.get(fact)!, ground.layout.slot.get(over)!]
  const [above, below] = [comparing(fact, over, lower, ground), comparing(fact, over, upper, ground)]
  return (row) => {
    const part = row[slot]
    const whole = row[wholeSlot]
    if (typeof part !== 'number' || typeof whole !== 'number' || whole <= 0) return unknown
    return inShare(above(part, whole), lower) && inShare(-below(part, whole), upper) ? met : notMet
  }
}
/** `side` above 0 on the good side of the bound, 0 on it. */
const inShare = (side: number, bound: Bound | null) => bound === null || (bound.inclusive ? side >= 0 : side > 0)

/** part ÷ whole against the bound: below 0, 0, above 0. */
export function comparing(fact: string, over: string, bound: Bound | null, { fact: factOf }: Ground) {
  if (bound === null) return () => 0
  const scale = (title: string) => scaleOf(factOf(title))
  const divisor = commonDivisor(scales.share * scale(over), bound.value * scale(fact))
  const up = (scales.share * scale(over)) / divisor
  const share = (bound.value * scale(fact)) / divisor
  return (part: number, whole: number): number => {
    const [left, right] = [part * up, whole * share]
    if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return left - right
    const difference = BigInt(part) * BigInt(up) - BigInt(whole) * BigInt(share)
    return difference === 0n ? 0 : difference > 0n ? 1 : -1
  }
}
const scaleOf = ({ kind }: Fact) => (kind === 'day' || kind === 'yes' || kind === 'text' ? 1 : scales[kind])
const commonDivisor = (a: number, b: number): number => (b === 0 ? Math.abs(a) : commonDivisor(b, a % b))
