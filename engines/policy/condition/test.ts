/**
 * Conditions as tables of like lines that are run down in one go: half of what as many closures take, and no line asks what
 * was known before the first firm came.
 */
import type { Fact } from '../fact.ts'
import { type Bound, type Condition, type Demand, isChoice, type Layout, type Row } from '../policy.ts'
import { compare, type Sides, sidesOf } from './sides.ts'
import { type Asking, met, notMet, type Truth, unknown } from './truth.ts'

/** Where facts stand, and what they are; `lines` made before, by what they ask, as clauses of a policy ask much the same. */
export type Ground = { layout: Layout; fact: (title: string) => Fact; lines?: Map<string, Line> }

export const askingOf = (condition: Condition, ground: Ground): Asking => askingOfAll([condition], ground)

/** All of them together. */
export function askingOfAll(conditions: readonly Condition[], ground: Ground): Asking {
  const lines = linesOf(conditions, ground)
  return (row) => weigh(lines, row)
}

export const linesOf = (conditions: readonly Condition[], ground: Ground): readonly Line[] =>
  conditions.map((condition) => {
    const key = JSON.stringify(condition)
    const found = ground.lines?.get(key)
    if (found) return found
    const line = isChoice(condition) ? choiceLine(condition.anyOf, ground) : demandLine(condition, ground)
    ground.lines?.set(key, line)
    return line
  })

const is = { yes: 0, no: 1, figure: 2, since: 3, days: 4, word: 5, words: 6, share: 7, choice: 8, pending: 9 } as const

export type Line = {
  is: number
  slot: number
  from: number
  to: number
  since: string
  until: string
  words: readonly string[]
  share: Share | null
  cases: readonly (readonly Line[])[]
}
type Share = { whole: number; lower: (Sides & Bound) | null; upper: (Sides & Bound) | null }

const blank: Line = { is: is.pending, slot: 0, from: 0, to: 0, since: '', until: '', words: [], share: null, cases: [] }
/** All lines are made here, so that they are of one shape. */
const line = ({ is, slot, from, to, since, until, words, share, cases }: Line): Line => ({
  is,
  slot,
  from,
  to,
  since,
  until,
  words,
  share,
  cases,
})

const choiceLine = (cases: readonly { when: readonly Demand[]; all: readonly Condition[] }[], ground: Ground): Line =>
  line({ ...blank, is: is.choice, cases: cases.map(({ when, all }) => linesOf([...when, ...all], ground)) })

function demandLine({ fact, over, test }: Demand, ground: Ground): Line {
  const at = { ...blank, slot: ground.layout.slot.get(fact)! }
  switch (test.kind) {
    case 'pending':
      return line(at)
    case 'is':
      return line({ ...at, is: test.yes ? is.yes : is.no })
    case 'among':
      return line({ ...at, is: test.values.length === 1 ? is.word : is.words, words: test.values, since: test.values[0]! })
    case 'days': {
      const kind = test.until === null ? is.since : is.days
      return line({ ...at, is: kind, since: test.from ?? '', until: test.until ?? '9999-12-31' })
    }
    case 'range': {
      if (over === null) return line({ ...at, is: is.figure, from: floorOf(test.lower), to: ceilingOf(test.upper) })
      const side = (bound: Bound | null) => bound && { ...bound, ...sidesOf(ground.fact(fact), ground.fact(over), bound) }
      const share = { whole: ground.layout.slot.get(over)!, lower: side(test.lower), upper: side(test.upper) }
      return line({ ...at, is: is.share, share })
    }
  }
}

/** Kept figures are whole: above 5 is 6 and more. */
export const floorOf = (bound: Bound | null): number =>
  bound === null ? Number.NEGATIVE_INFINITY : bound.inclusive ? bound.value : bound.value + 1
export const ceilingOf = (bound: Bound | null): number =>
  bound === null ? Number.POSITIVE_INFINITY : bound.inclusive ? bound.value : bound.value - 1

/** The least of all, and no further than the first that is missed. */
export function weigh(lines: readonly Line[], row: Row): Truth {
  let least: Truth = met
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]!
    const value = row[line.slot]
    let truth: Truth = unknown
    switch (line.is) {
      case is.yes:
        truth = value === true ? met : value === false ? notMet : unknown
        break
      case is.no:
        truth = value === false ? met : value === true ? notMet : unknown
        break
      case is.figure:
        if (typeof value === 'number') truth = value >= line.from && value <= line.to ? met : notMet
        break
      case is.since:
        if (typeof value === 'string') truth = value >= line.since ? met : notMet
        break
      case is.days:
        if (typeof value === 'string') truth = value >= line.since && value <= line.until ? met : notMet
        break
      case is.word:
        if (typeof value === 'string') truth = value === line.since ? met : notMet
        break
      case is.words:
        if (typeof value === 'string') truth = line.words.includes(value) ? met : notMet
        break
      case is.share:
        truth = weighShare(value, row[line.share!.whole], line.share!)
        break
      case is.choice:
        truth = weighChoice(line.cases, row)
    }
    if (truth === notMet) return notMet
    if (truth < least) least = truth
  }
  return least
}

/** Of a whole that is nothing there is no share. */
function weighShare(part: Row[number] | undefined, whole: Row[number] | undefined, { lower, upper }: Share): Truth {
  if (typeof part !== 'number' || typeof whole !== 'number' || whole <= 0) return unknown
  if (lower !== null) {
    const side = compare(part, whole, lower)
    if (side < 0 || (side === 0 && !lower.inclusive)) return notMet
  }
  if (upper !== null) {
    const side = compare(part, whole, upper)
    if (side > 0 || (side === 0 && !upper.inclusive)) return notMet
  }
  return met
}

/** One case is enough. */
function weighChoice(cases: readonly (readonly Line[])[], row: Row): Truth {
  let best: Truth = notMet
  for (let at = 0; at < cases.length; at += 1) {
    const truth = weigh(cases[at]!, row)
    if (truth === met) return met
    if (truth > best) best = truth
  }
  return best
}
