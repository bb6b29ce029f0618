/**
 * The program as rows of numbers, the one form every method works on.
 *
 * One column for every option that is allowed, one row for every hard rule, amounts never negative, objective minimised:
 * choose one column of each firm so that every row's sum lies between its least and its most.
 */
import { type Firm, type Group, type Option, type Program, worth } from './program.ts'

export type Matrix = {
  firms: number
  options: number
  rows: number
  /** The options of firm f are first[f] … first[f + 1] − 1. */
  first: Int32Array
  /** Of each option: its firm, its cost, its index in the program (−1: unplaced). */
  firm: Int32Array
  cost: Float64Array
  origin: Int32Array
  /** The entries of option o are start[o] … start[o + 1] − 1. */
  start: Int32Array
  /** Of each entry: its option, its row, how much of the row it takes. */
  option: Int32Array
  row: Int32Array
  amount: Float64Array
  least: Float64Array
  most: Float64Array
  /** Two answers differ by a multiple of this. */
  step: number
}

type Row = { least: number; most: number }
/** An option that is still allowed, with its entries. */
type Column = { origin: number; cost: number; entries: Map<number, number> }

/** Options that no answer could take (locked out, or larger than the room there is) are left out. */
export function compile(program: Program): Matrix {
  const rows: Row[] = [
    ...program.resources.map(({ capacity }) => ({ least: Number.NEGATIVE_INFINITY, most: capacity })),
    ...program.quotas.map(({ least, most }) => ({
      least: least ?? Number.NEGATIVE_INFINITY,
      most: most ?? Number.POSITIVE_INFINITY,
    })),
  ]
  const columns = program.firms.map((firm, index) => columnsOf(program, firm, index))
  for (const group of program.near) keepTogether(program, group, columns, rows)
  for (const group of program.apart) keepApart(program, group, columns, rows)
  return pack(
    columns.map((each) => each.filter(({ entries }) => [...entries].every(([row, amount]) => amount <= rows[row]!.most))),
    rows,
  )
}

/** Whether every firm has an option and every row's sum lies within its bounds. */
export function isSound({ rows, start, row, amount, least, most }: Matrix, choice: Int32Array): boolean {
  const load = new Float64Array(rows)
  for (const option of choice) {
    if (option < 0) return false
    for (let at = start[option]!; at < start[option + 1]!; at += 1) load[row[at]!]! += amount[at]!
  }
  return load.every((sum, each) => sum >= least[each]! && sum <= most[each]!)
}

function columnsOf(program: Program, firm: Firm, index: number): Column[] {
  const sign = program.sense === 'minimise' ? 1 : -1
  const locks = program.locks.filter((lock) => lock.firm === index)
  const taken = locks.filter(({ rule }) => rule === 'take').map(({ option }) => option)
  const avoided = new Set(locks.filter(({ rule }) => rule === 'avoid').map(({ option }) => option))
  const kinds = program.near.filter(({ firms }) => firms.includes(index)).map(({ kind }) => kind)
  const columns = firm.options.flatMap((option, origin) => {
    if (avoided.has(origin) || taken.some((other) => other !== origin)) return []
    if (kinds.some((kind) => option.labels[kind] === undefined)) return []
    return [{ origin, cost: sign * worth(program, option), entries: entriesOf(program, option) }]
  })
  if (firm.unplaced !== null && taken.length === 0) columns.push({ origin: -1, cost: sign * firm.unplaced, entries: new Map() })
  return columns
}

function entriesOf(program: Program, option: Option): Map<number, number> {
  const entries = new Map<number, number>()
  const add = (row: number, amount: number) => amount > 0 && entries.set(row, (entries.get(row) ?? 0) + amount)
  for (const [resource, amount] of option.uses) add(resource, amount)
  for (const [quota, amount] of option.counts) add(program.resources.length + quota, amount)
  return entries
}

/** For each two firms and each label: one of them there and the other elsewhere are more than one. */
function keepTogether(program: Program, { firms, kind }: Group, columns: Column[][], rows: Row[]): void {
  const labels = labelled(program, firms, kind, columns)
  for (const [index, one] of firms.entries())
    for (const other of firms.slice(index + 1))
      for (const label of new Set([one, other].flatMap((firm) => [...labels.get(firm)!.keys()]))) {
        const here = labels.get(one)!.get(label) ?? []
        const elsewhere = [...labels.get(other)!].flatMap(([where, each]) => (where === label ? [] : each))
        atMostOne([...here, ...elsewhere], rows)
      }
}

/** For each label: at most one of the firms. */
function keepApart(program: Program, { firms, kind }: Group, columns: Column[][], rows: Row[]): void {
  const labels = labelled(program, firms, kind, columns)
  for (const label of new Set(firms.flatMap((firm) => [...labels.get(firm)!.keys()])))
    atMostOne(
      firms.flatMap((firm) => labels.get(firm)!.get(label) ?? []),
      rows,
    )
}

/** The columns of each firm by their label. */
function labelled(program: Program, firms: number[], kind: string, columns: Column[][]) {
  return new Map(
    firms.map((firm) => {
      const placed = columns[firm]!.filter(({ origin }) => origin >= 0)
      const label = ({ origin }: Column) => program.firms[firm]!.options[origin]!.labels[kind]
      const grouped = new Map<string, Column[]>()
      for (const column of placed) {
        const name = label(column)
        if (name !== undefined) grouped.set(name, [...(grouped.get(name) ?? []), column])
      }
      return [firm, grouped] as const
    }),
  )
}

function atMostOne(columns: Column[], rows: Row[]): void {
  for (const { entries } of columns) entries.set(rows.length, 1)
  rows.push({ least: Number.NEGATIVE_INFINITY, most: 1 })
}

function pack(columns: Column[][], rows: Row[]): Matrix {
  const all = columns.flat()
  const first = new Int32Array(columns.length + 1)
  for (const [firm, each] of columns.entries()) first[firm + 1] = first[firm]! + each.length
  const start = new Int32Array(all.length + 1)
  for (const [option, { entries }] of all.entries()) start[option + 1] = start[option]! + entries.size
  return {
    firms: columns.length,
    options: all.length,
    rows: rows.length,
    first,
    firm: Int32Array.from(columns.flatMap((each, firm) => each.map(() => firm))),
    cost: Float64Array.from(all, ({ cost }) => cost),
    origin: Int32Array.from(all, ({ origin }) => origin),
    start,
    option: Int32Array.from(all.flatMap(({ entries }, option) => [...entries.keys()].map(() => option))),
    row: Int32Array.from(all.flatMap(({ entries }) => [...entries.keys()])),
    amount: Float64Array.from(all.flatMap(({ entries }) => [...entries.values()])),
    least: Float64Array.from(rows, ({ least }) => least),
    most: Float64Array.from(rows, ({ most }) => most),
    step: stepOf(columns),
  }
}

/** The greatest common divisor of all differences of costs within a firm. */
function stepOf(columns: Column[][]): number {
  let step = 0
  for (const each of columns)
    for (const { cost } of each) {
      let rest = Math.abs(cost - each[0]!.cost)
      while (rest > 0) [step, rest] = [rest, step % rest]
    }
  return step || 1
}
