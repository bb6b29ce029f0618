/** The figure of a definition from the rows in memory: what every other way to compute it is checked against. */

import type { Definition, Dimension, Fact, Figure, Ledger, Measure, Read, Sum, Window } from '../definition.ts'
import { monthOf } from '../months.ts'
import { combine, untold } from './combine.ts'
import { meets } from './meets.ts'
import { type Moment, reads } from './reads.ts'
import { plus } from './rounding.ts'

/** `known`: only rows known on that day count. */
export type Question = Moment & { known: string; by?: Dimension }
/** `read` is the place in the reads; `amount` carries its sign, so that the rows of a side add up to it. */
export type Row = { read: number; fact: Fact; amount: number }
/** `parts` by the value of the dimension, '' where a row has none. */
export type Answer = { figure: Figure; rows: Row[]; parts?: Record<string, Figure> }

export function compute(
  definition: Definition,
  ledgers: readonly Ledger[],
  facts: Record<string, readonly Fact[]>,
  { by, known, ...moment }: Question,
): Answer {
  const asked = reads(definition, ledgers, moment)
  if ('missing' in asked) return { figure: untold(asked.missing), rows: [], ...(by && { parts: {} }) }
  const rows = asked.flatMap((read, index) => rowsOf(read, index, facts[read.measure.ledger] ?? [], known))
  const figure = figureOf(definition, asked, rows)
  if (!by) return { figure, rows }
  const parts = [...grouped(rows, by)].map(([part, its]) => [part, figureOf(definition, asked, its)] as const)
  return { figure, rows, parts: Object.fromEntries(parts) }
}

function rowsOf({ sign, measure, window }: Read, read: number, facts: readonly Fact[], known: string): Row[] {
  const rows: Row[] = []
  for (const fact of facts) {
    if (!isKnown(fact, known) || !isIn(fact, window) || !meets(fact, measure.where)) continue
    const amount = amountOf(fact, measure)
    if (amount !== null) rows.push({ read, fact, amount: sign === 1 ? amount : 0 - amount })
  }
  return rows
}

const isKnown = ({ knownFrom, knownUntil }: Fact, known: string) =>
  knownFrom <= known && (knownUntil === null || known < knownUntil)

function isIn({ from, until }: Fact, window: Window): boolean {
  if (window.kind === 'standing') return from <= window.on && (until === null || window.on < until)
  if (window.kind === 'events') return window.from <= from && from <= window.to
  return monthOf(from) === window.month
}

function amountOf({ values }: Fact, { take }: Measure): number | null {
  if (take === null) return 1
  const value = values[take]
  return typeof value === 'number' ? value : null
}

function grouped(rows: readonly Row[], by: Dimension): Map<string, Row[]> {
  const parts = new Map<string, Row[]>()
  for (const row of rows) {
    const part = partOf(row.fact, by)
    const its = parts.get(part)
    if (its) its.push(row)
    else parts.set(part, [row])
  }
  return parts
}

/** The month of an event is its day's; every other dimension is a field. */
function partOf({ from, values }: Fact, by: Dimension): string {
  return by === 'month' ? monthOf(from) : String(values[by] ?? '')
}

function figureOf(definition: Definition, asked: readonly Read[], rows: readonly Row[]): Figure {
  const sums: Sum[] = asked.map(() => ({ amount: 0, rows: 0 }))
  for (const { read, amount } of rows) {
    const sum = sums[read]!
    sum.amount = plus(sum.amount, asked[read]!.sign * amount)
    sum.rows += 1
  }
  return combine(
    definition,
    asked.map((read, index) => ({ read, sum: sums[index]! })),
  )
}
