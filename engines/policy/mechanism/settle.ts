/**
 * From what a mechanism is worth to what is granted: rounded once, then capped, then shared out; nothing is rounded again.
 *
 * A cap is a figure of the document and is paid to the 分 even where the rounding is coarser. What is left of a cap is what
 * the firm has not yet had of this clause: in the calendar year, ever, or for the project. The caps of the pot are the fund's.
 */
import type { Step } from '../decision.ts'
import type { Award, Past } from '../fact.ts'
import type { Numerator } from '../formula/quantity.ts'
import type { Cap, CapScope, Rounding, Row } from '../policy.ts'
import { amountSaying, capTitle, money, roundingInWords } from '../wording.ts'
import type { Milestone, Part } from './worth.ts'

export type Round = {
  /** 分, a multiple of what is rounded to. */
  round: (value: Numerator) => number
  /** One where it changes the amount. */
  steps: (value: Numerator, rounded: number) => readonly Step[]
}

export function roundingOf(rounding: Rounding, scale: bigint): Round {
  const { way, to } = rounding
  const unit = scale * BigInt(to)
  const [number, perCent] = [Number(unit), Number(scale)]
  const safe = Number.isSafeInteger(number)
  // Half and more goes up.
  const goesUp = (rest: number | bigint, twice: number | bigint, by: number | bigint) =>
    way === 'down' ? false : way === 'up' ? rest > 0 : twice >= by
  const say = amountSaying(scale)
  const words = roundingInWords(rounding)
  return {
    round: (value) => {
      if (typeof value === 'number' && safe) {
        if (number === 1) return value
        const whole = Math.floor(value / number)
        const rest = value - whole * number
        return (goesUp(rest, rest * 2, number) ? whole + 1 : whole) * to
      }
      const whole = BigInt(value) / unit
      const rest = BigInt(value) - whole * unit
      return Number((goesUp(rest, rest * 2n, unit) ? whole + 1n : whole) * BigInt(to))
    },
    steps: (value, rounded) => {
      const same = rounded * perCent
      const unchanged =
        typeof value === 'number' && Number.isSafeInteger(same) ? value === same : BigInt(value) === BigInt(rounded) * scale
      return unchanged ? noSteps : [{ title: '取整', sum: `${say(value)}，${words}`, result: money(rounded) }]
    },
  }
}

const noSteps: readonly Step[] = Object.freeze([])

export type Capping = {
  /** What may still be granted of the amount. */
  most: (amount: number, row: Row, past: Past, day: string) => number
  /** The caps that lower it, one step each, ending in what is left. */
  steps: (amount: number, row: Row, past: Past, day: string) => Step[]
}

type Counts = (award: Award, row: Row, year: number) => boolean

export function cappingOf(caps: readonly Cap[], id: string, projectSlot: number | undefined): Capping {
  const counts: Record<Exclude<CapScope, 'pot'>, Counts> = {
    claim: () => false,
    year: (award, _, year) => award.clause === id && award.year === year,
    firm: (award) => award.clause === id,
    project: (award, row) => award.clause === id && award.project === row[projectSlot!],
  }
  const own = caps.flatMap(({ scope, amount }) => (scope === 'pot' ? [] : [{ scope, amount, counts: counts[scope] }]))
  const lowest = Math.min(...own.map(({ amount }) => amount))
  const had = (counts: Counts, row: Row, past: Past, year: number) => {
    let sum = 0
    for (const award of past) if (counts(award, row, year)) sum += award.amount
    return sum
  }
  return {
    most: (amount, row, past, day) => {
      if (own.length === 0) return amount
      if (past.length === 0) return amount < lowest ? amount : lowest
      const year = yearOf(day)
      let most = amount
      for (const cap of own) most = Math.min(most, cap.amount - had(cap.counts, row, past, year))
      return most < 0 ? 0 : most
    },
    steps: (amount, row, past, day) => {
      const steps: Step[] = []
      let most = amount
      for (const cap of own) {
        const before = had(cap.counts, row, past, yearOf(day))
        const left = Math.max(0, cap.amount - before)
        if (left >= most) continue
        const limit = before === 0 ? money(cap.amount) : `${money(cap.amount)} − 已享受 ${money(before)}`
        steps.push({ title: capTitle(cap.scope), sum: `较小(${money(most)}, ${limit})`, result: money(left) })
        most = left
      }
      return steps
    },
  }
}

export const yearOf = (day: string): number => Number(day.slice(0, 4))

/** To the 分, adding up to the amount: what is left after rounding down goes where most was cut off, the first named first. */
export function shared(amount: number, parts: readonly Part[], own: string): Payee[] {
  if (parts.length === 1) return [{ payee: parts[0]!.payee ?? own, amount }]
  const due = parts.map(({ payee, part, of }) => {
    const exact = part * BigInt(amount)
    const whole = exact / of
    return { payee: payee ?? own, amount: Number(whole), rest: exact - whole * of, of }
  })
  const left = amount - due.reduce((sum, one) => sum + one.amount, 0)
  if (left === 0) return merged(due)
  const byRest = [...due].sort((a, b) => Number(b.rest * a.of > a.rest * b.of) - Number(b.rest * a.of < a.rest * b.of))
  for (const one of byRest.slice(0, left)) one.amount += 1
  return merged(due)
}

type Payee = { payee: string; amount: number }

/** Each payee once. */
function merged(due: readonly Payee[]): Payee[] {
  const payees: Payee[] = []
  for (const { payee, amount } of due) {
    const before = payees.find((one) => one.payee === payee)
    if (before) before.amount += amount
    else payees.push({ payee, amount })
  }
  return payees
}

/** What of the amount counts for each milestone: in their order, as far as it goes. */
export function spread(amount: number, milestones: readonly Milestone[]): Milestone[] {
  let left = amount
  return milestones.map(({ title, amount: worth }) => {
    const now = Math.min(worth, left)
    left -= now
    return { title, amount: now }
  })
}
