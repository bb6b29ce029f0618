/**
 * What can be worked out about hidden cells of a table by adding and subtracting what is shown.
 *
 * Every cell joins its row and its column; the totals are a row and a column of their own. What is known are the sums of
 * the rows and columns, so that of the hidden cells exactly those combinations can be worked out that cut this graph in
 * two (the row space of its incidence matrix is its cut space): a hidden cell alone when it is on no circle of hidden
 * cells, two together when every circle through one goes through the other. No number is divided to decide that.
 */
import { circles, type Edge } from './circles.ts'

/** A coordinate on each of one or two dimensions, null for the total; `n` enterprises stand behind it. */
export type TableCell = { at: readonly (string | null)[]; n: number }

/** Cells, one or two together, of fewer than three enterprises of which something can be worked out. */
export function exposed<C extends TableCell>(table: readonly C[], hidden: ReadonlySet<C>): C[][] {
  // A cell of none adds nothing to what is worked out, hidden or not.
  const cells = table.filter((cell) => hidden.has(cell) && cell.n > 0)
  const on = circles([...cells.map(edgeOf), ...unlisted(table)])
  const few = cells.map((cell, index) => ({ cell, on: on[index]! })).filter(({ cell }) => cell.n < 3 && !cell.at.includes(null))
  const alone = few.filter((each) => each.on === 0n).map(({ cell }) => [cell])
  const first = new Map<bigint, C>()
  const pairs = few.flatMap(({ cell, on }) => {
    if (cell.n > 1 || on === 0n) return []
    const other = first.get(on)
    if (other) return [[other, cell]]
    first.set(on, cell)
    return []
  })
  return [...alone, ...pairs]
}

/** The row and the column of a cell. The cells of one dimension lie between the same two, as does their total. */
export function edgeOf({ at }: TableCell): Edge {
  return at.length < 2 ? ['row', 'column'] : [line('row', at[0]!), line('column', at[1]!)]
}
const line = (kind: string, coordinate: string | null) => (coordinate === null ? kind : `${kind} ${coordinate}`)

/** The totals a table leaves out: nobody is shown them. */
export function unlisted(table: readonly TableCell[]): Edge[] {
  if (table.every(({ at }) => at.length < 2)) return table.some(({ at }) => at[0] === null) ? [] : [['row', 'column']]
  const edges = table.map(edgeOf)
  const rows = new Set(edges.map(([row]) => row).concat('row'))
  const columns = new Set(edges.map(([, column]) => column))
  const rowsTold = new Set(edges.filter(([, column]) => column === 'column').map(([row]) => row))
  const columnsTold = new Set(edges.filter(([row]) => row === 'row').map(([, column]) => column)).add('column')
  return [
    ...[...rows].filter((row) => !rowsTold.has(row)).map((row): Edge => [row, 'column']),
    ...[...columns].filter((column) => !columnsTold.has(column)).map((column): Edge => ['row', column]),
  ]
}
