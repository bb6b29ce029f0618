/**
 * An answer being improved: what every firm has taken, what every row holds, and what breaking a row costs for now.
 *
 * Rows may be broken on the way. Each unit beyond a row's bounds costs the row's weight, as in Yagiura, Ibaraki and Glover,
 * "An ejection chain approach for the generalized assignment problem" (2004); the weights follow the search.
 */
import type { Matrix } from './compile.ts'

export type State = {
  matrix: Matrix
  /** The option each firm has taken. */
  choice: Int32Array
  load: Float64Array
  weight: Float64Array
  /** The sum of costs, of the weights of what is broken, and how many rows are. */
  cost: number
  fine: number
  broken: number
  /** When each row was last changed for good, in moves kept. */
  changed: Float64Array
  kept: number
  /** Who is in each row: the entries taken, from top[row] on, held[row] of them; each entry knows its place. */
  top: Int32Array
  held: Int32Array
  entry: Int32Array
  place: Int32Array
}

/** All firms with the option given for each of them. */
export function stateOf(matrix: Matrix, choice: Int32Array, weight: Float64Array): State {
  const top = new Int32Array(matrix.rows + 1)
  const last = new Int32Array(matrix.rows).fill(-1)
  // A firm stands in a row once, whichever option it takes.
  for (let option = 0; option < matrix.options; option += 1)
    for (let at = matrix.start[option]!; at < matrix.start[option + 1]!; at += 1) {
      const row = matrix.row[at]!
      if (last[row] !== matrix.firm[option]!) top[row + 1]! += 1
      last[row] = matrix.firm[option]!
    }
  for (let row = 0; row < matrix.rows; row += 1) top[row + 1]! += top[row]!
  const state: State = {
    matrix,
    choice: new Int32Array(matrix.firms).fill(-1),
    load: new Float64Array(matrix.rows),
    weight,
    cost: 0,
    fine: 0,
    broken: 0,
    changed: new Float64Array(matrix.rows),
    kept: 0,
    top,
    held: new Int32Array(matrix.rows),
    entry: new Int32Array(top[matrix.rows]!),
    place: new Int32Array(matrix.row.length),
  }
  for (let row = 0; row < matrix.rows; row += 1) if (beyond(matrix, row, 0) > 0) state.broken += 1
  state.fine = fined(state)
  for (const option of choice) if (option >= 0) enter(state, option)
  return state
}

/** By how much a sum lies outside the bounds of the row. */
export function beyond({ least, most }: Matrix, row: number, sum: number): number {
  const over = sum - most[row]!
  if (over > 0) return over
  const under = least[row]! - sum
  return under > 0 ? under : 0
}

/** What the rows broken now cost by their weights. */
export function fined({ matrix, load, weight }: State): number {
  let sum = 0
  for (let row = 0; row < matrix.rows; row += 1) sum += weight[row]! * beyond(matrix, row, load[row]!)
  return sum
}

/** What the option would add now: its cost, and the weight of what it breaks less what it mends. */
export function toEnter(state: State, option: number): number {
  const { matrix, load, weight } = state
  const { start, row: rows, amount, most, least } = matrix
  let sum = matrix.cost[option]!
  for (let at = start[option]!, end = start[option + 1]!; at < end; at += 1) {
    const row = rows[at]!
    const before = load[row]!
    const after = before + amount[at]!
    const room = most[row]!
    if (after > room) sum += weight[row]! * (before > room ? after - before : after - room)
    const short = least[row]! - before
    if (short > 0) sum -= weight[row]! * Math.min(short, after - before)
  }
  return sum
}

/** Lays the option's amounts on its rows, or takes them off, without noting who is there: for looking ahead. */
export function lay({ matrix, load }: State, option: number, sign: 1 | -1): void {
  const { start, row, amount } = matrix
  for (let at = start[option]!, end = start[option + 1]!; at < end; at += 1) load[row[at]!]! += sign * amount[at]!
}

export function enter(state: State, option: number): void {
  const { matrix, top, held, entry, place } = state
  state.choice[matrix.firm[option]!] = option
  state.cost += matrix.cost[option]!
  for (let at = matrix.start[option]!; at < matrix.start[option + 1]!; at += 1) {
    const row = matrix.row[at]!
    change(state, row, matrix.amount[at]!)
    place[at] = top[row]! + held[row]!
    entry[place[at]!] = at
    held[row]! += 1
  }
}

export function leave(state: State, option: number): void {
  const { matrix, top, held, entry, place } = state
  state.choice[matrix.firm[option]!] = -1
  state.cost -= matrix.cost[option]!
  for (let at = matrix.start[option]!; at < matrix.start[option + 1]!; at += 1) {
    const row = matrix.row[at]!
    change(state, row, -matrix.amount[at]!)
    held[row]! -= 1
    const moved = entry[top[row]! + held[row]!]!
    entry[place[at]!] = moved
    place[moved] = place[at]!
  }
}

export function move(state: State, option: number): void {
  leave(state, state.choice[state.matrix.firm[option]!]!)
  enter(state, option)
}

/** Marks the option's rows as changed for good. */
export function note(state: State, option: number): void {
  const { start, row } = state.matrix
  state.kept += 1
  for (let at = start[option]!; at < start[option + 1]!; at += 1) state.changed[row[at]!] = state.kept
}

function change(state: State, row: number, amount: number): void {
  const before = beyond(state.matrix, row, state.load[row]!)
  state.load[row]! += amount
  const after = beyond(state.matrix, row, state.load[row]!)
  if (before === after) return
  state.fine += state.weight[row]! * (after - before)
  if (before === 0) state.broken += 1
  else if (after === 0) state.broken -= 1
}
