/** Both sides of a simulation in figures: by clause, budget line, month and group of firms, and who gains or loses. */
import { z } from 'zod'
import { type Clause, type Pot, potNames } from '#engines/policy/policy.ts'
import type { Columns } from './columns.ts'
import type { Cost } from './cost.ts'

/** Firms that get something, and how much (分). */
const sum = z.object({ firms: z.number(), amount: z.number() })
const beside = z.object({ base: sum, changed: sum })
const group = beside.extend({ name: z.string(), all: z.number() })
const firm = z.object({ id: z.uuid(), name: z.string(), base: z.number(), changed: z.number() })
export const outcome = z.object({
  firms: z.number(),
  whole: beside,
  clauses: z.array(beside.extend({ code: z.string(), title: z.string() })),
  lines: z.array(beside.extend({ line: z.enum(Object.keys(potNames) as [Pot]) })),
  /** From January on (分). */
  months: z.array(z.object({ month: z.string(), base: z.number(), changed: z.number() })),
  sizes: z.array(group),
  zones: z.array(group),
  industries: z.array(group),
  /** 分 for each person a firm that gets something has added, and for each ㎡ it rents; null where there are none. */
  perJob: z.object({ base: z.number().nullable(), changed: z.number().nullable() }),
  perMetre: z.object({ base: z.number().nullable(), changed: z.number().nullable() }),
  gaining: z.number(),
  losing: z.number(),
  winners: z.array(firm),
  losers: z.array(firm),
})
export type Outcome = z.output<typeof outcome>
type Sum = z.output<typeof sum>

/** So many firms are listed on each side. */
const listed = 100

export function outcomeOf(columns: Columns, base: Cost, changed: Cost): Outcome {
  const moved = columns.ids.map((_, n) => changed.totals[n]! - base.totals[n]!)
  const order = (sign: 1 | -1) => {
    const found = [...moved.keys()].filter((n) => sign * moved[n]! > 0)
    return found.sort((a, b) => sign * (moved[b]! - moved[a]!) || (columns.ids[a]! < columns.ids[b]! ? -1 : 1))
  }
  const [winners, losers] = [order(1), order(-1)]
  const lines = [lineSums(base), lineSums(changed)] as const
  const told = (n: number) => ({
    id: columns.ids[n]!,
    name: columns.names[n]!,
    base: base.totals[n]!,
    changed: changed.totals[n]!,
  })
  return {
    firms: columns.ids.length,
    whole: { base: wholeOf(base), changed: wholeOf(changed) },
    clauses: base.ground.policy.clauses.map(({ code, title }) => ({
      ...{ code, title },
      ...{ base: clauseSum(base, code), changed: clauseSum(changed, code) },
    })),
    lines: (Object.keys(potNames) as Pot[]).map((line) => ({ line, base: lines[0][line], changed: lines[1][line] })),
    months: monthsOf(columns.day, base, changed),
    sizes: groupsOf(columns.sizes, base, changed),
    zones: groupsOf(columns.zones, base, changed),
    industries: groupsOf(columns.divisions, base, changed),
    perJob: { base: costEach(base, columns.jobs, 1), changed: costEach(changed, columns.jobs, 1) },
    perMetre: { base: costEach(base, columns.areas, 100), changed: costEach(changed, columns.areas, 100) },
    gaining: winners.length,
    losing: losers.length,
    winners: winners.slice(0, listed).map(told),
    losers: losers.slice(0, listed).map(told),
  }
}

function wholeOf({ totals }: Cost): Sum {
  const all = { firms: 0, amount: 0 }
  for (const total of totals) if (total > 0) add(all, total)
  return all
}
const add = (to: Sum, amount: number) => {
  to.firms += 1
  to.amount += amount
}

function clauseSum({ ground, kept }: Cost, code: string): Sum {
  const all = { firms: 0, amount: 0 }
  const [at, width] = [ground.clauses.findIndex((one) => one.code === code), ground.clauses.length]
  if (at >= 0) for (let n = at; n < kept.length; n += width) if (kept[n]! > 0) add(all, kept[n]!)
  return all
}

/** A firm that gets two clauses of one line counts once in it. */
function lineSums({ ground, kept, totals }: Cost): Record<Pot, Sum> {
  const lineOf = new Map(ground.policy.clauses.map(({ code, pot }) => [code, pot]))
  const pots = ground.clauses.map(({ code }) => lineOf.get(code)!)
  const sums = Object.fromEntries(Object.keys(potNames).map((line) => [line, { firms: 0, amount: 0 }])) as Record<Pot, Sum>
  const width = pots.length
  for (let firm = 0; firm < totals.length; firm += 1) {
    if (totals[firm] === 0) continue
    const seen = new Set<Pot>()
    for (let at = 0; at < width; at += 1) {
      const amount = kept[firm * width + at]!
      if (amount === 0) continue
      const line = sums[pots[at]!]
      line.amount += amount
      if (!seen.has(pots[at]!)) line.firms += 1
      seen.add(pots[at]!)
    }
  }
  return sums
}

/**
 * When the money goes: what is had each month by months, what is had each year in December, after the year is counted; all else
 * as claims come in, by quarters. What does not divide goes with the last.
 */
const paidIn: Record<Clause['frequency'], readonly number[]> = {
  monthly: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  yearly: [12],
  once: [3, 6, 9, 12],
  project: [3, 6, 9, 12],
  claim: [3, 6, 9, 12],
}
function monthsOf(day: string, base: Cost, changed: Cost): Outcome['months'] {
  const months = Array.from({ length: 12 }, (_, n) => ({
    month: `${day.slice(0, 4)}-${String(n + 1).padStart(2, '0')}`,
    base: 0,
    changed: 0,
  }))
  for (const [side, cost] of [
    ['base', base],
    ['changed', changed],
  ] as const)
    for (const { code, frequency } of cost.ground.policy.clauses) {
      const due = paidIn[frequency]
      const { amount } = clauseSum(cost, code)
      const each = Math.floor(amount / due.length)
      for (const [n, month] of due.entries())
        months[month - 1]![side] += n === due.length - 1 ? amount - each * (due.length - 1) : each
    }
  return months
}

const unnamed = ''
function groupsOf(names: readonly (string | null)[], base: Cost, changed: Cost): Outcome['sizes'] {
  const found = new Map<string, Outcome['sizes'][number]>()
  for (const [n, named] of names.entries()) {
    const name = named ?? unnamed
    const one = found.get(name) ?? { name, all: 0, base: { firms: 0, amount: 0 }, changed: { firms: 0, amount: 0 } }
    found.set(name, one)
    one.all += 1
    if (base.totals[n]! > 0) add(one.base, base.totals[n]!)
    if (changed.totals[n]! > 0) add(one.changed, changed.totals[n]!)
  }
  return [...found.values()].sort((a, b) => b.changed.amount - a.changed.amount || (a.name < b.name ? -1 : 1))
}

/** To the 分. */
function costEach({ totals }: Cost, counts: readonly number[], scale: number): number | null {
  let [amount, count] = [0, 0]
  for (const [n, total] of totals.entries()) {
    if (total === 0) continue
    amount += total
    count += counts[n]!
  }
  return count === 0 ? null : Math.round((amount * scale) / count)
}
