/** Part of the program as a mixed-integer program: some firms choose anew among some options, the others stay where they are. */
import type { Matrix } from './compile.ts'

/** Columns are 0 or 1; the entries of column c are start[c] … start[c + 1] − 1; every row's sum lies within its bounds. */
export type Model = {
  cost: Float64Array
  least: Float64Array
  most: Float64Array
  start: Int32Array
  row: Int32Array
  amount: Float64Array
}

/** The solver of such models, from outside: this folder knows no library. */
export type Mip = (model: Model, terms: MipTerms) => MipRun
export type MipTerms = {
  seconds: number
  /** An answer to begin with: the columns that are 1. */
  from: Int32Array | null
  /** Two answers differ by at least this; nearer than this to the bound, the best is proven. */
  step: number
  /** Called when the bound rises or a better answer is found on the way. */
  heard: (news: { bound: number; columns: Int32Array | null }) => void
}
export type MipRun = {
  /** Never rejected: what went wrong in the solver is `failed`. */
  answer: Promise<{ status: 'optimal' | 'infeasible' | 'stopped' | 'failed'; bound: number; columns: Int32Array | null }>
  /** Hands over a better answer found elsewhere. */
  offer: (columns: Int32Array) => void
  stop: () => void
}

export type Part = {
  model: Model
  /** The option of each column. */
  options: Int32Array
  /** How many firms choose anew, and what those that stay cost. */
  firms: number
  stays: number
}

/** `choice` may be null when all firms are free. */
export function partOf(
  matrix: Matrix,
  free: (firm: number) => boolean,
  may: (option: number) => boolean,
  choice: Int32Array | null,
): Part {
  const taken = new Float64Array(matrix.rows)
  const options: number[] = []
  const seats: number[] = []
  let stays = 0
  let seat = 0
  for (let firm = 0; firm < matrix.firms; firm += 1) {
    if (free(firm)) {
      for (let option = matrix.first[firm]!; option < matrix.first[firm + 1]!; option += 1)
        if (may(option) || option === choice?.[firm]) {
          options.push(option)
          seats.push(seat)
        }
      seat += 1
    } else {
      const option = choice![firm]!
      stays += matrix.cost[option]!
      for (let at = matrix.start[option]!; at < matrix.start[option + 1]!; at += 1) taken[matrix.row[at]!]! += matrix.amount[at]!
    }
  }
  return { model: modelOf(matrix, options, seats, seat, taken), options: Int32Array.from(options), firms: seat, stays }
}

/** The columns of a choice. */
export function columnsOf({ options }: Part, matrix: Matrix, choice: Int32Array): Int32Array {
  return Int32Array.from(options.keys()).filter((column) => choice[matrix.firm[options[column]!]!] === options[column])
}

/** The choice in which the part's firms have taken these columns. */
export function withColumns({ options }: Part, matrix: Matrix, columns: Int32Array, choice: Int32Array | null): Int32Array {
  const chosen = choice?.slice() ?? new Int32Array(matrix.firms).fill(-1)
  for (const column of columns) chosen[matrix.firm[options[column]!]!] = options[column]!
  return chosen
}

/** One row for each free firm, then the rows its options touch. */
function modelOf(matrix: Matrix, options: number[], seats: number[], firms: number, taken: Float64Array): Model {
  const place = new Int32Array(matrix.rows).fill(-1)
  const least = Array.from({ length: firms }, () => 1)
  const most = Array.from({ length: firms }, () => 1)
  const [start, row, amount] = [[0], [] as number[], [] as number[]]
  for (const [column, option] of options.entries()) {
    row.push(seats[column]!)
    amount.push(1)
    for (let at = matrix.start[option]!; at < matrix.start[option + 1]!; at += 1) {
      const each = matrix.row[at]!
      if (place[each] === -1) {
        place[each] = least.length
        least.push(matrix.least[each]! - taken[each]!)
        most.push(matrix.most[each]! - taken[each]!)
      }
      row.push(place[each]!)
      amount.push(matrix.amount[at]!)
    }
    start.push(row.length)
  }
  // A row nobody free can touch but that asks for something is kept, so that nothing impossible looks possible.
  for (let each = 0; each < matrix.rows; each += 1)
    if (place[each] === -1 && taken[each]! < matrix.least[each]!) {
      least.push(matrix.least[each]! - taken[each]!)
      most.push(Number.POSITIVE_INFINITY)
    }
  return {
    cost: Float64Array.from(options, (option) => matrix.cost[option]!),
    least: Float64Array.from(least),
    most: Float64Array.from(most),
    start: Int32Array.from(start),
    row: Int32Array.from(row),
    amount: Float64Array.from(amount),
  }
}
