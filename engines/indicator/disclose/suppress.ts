/**
 * Which cells of a table are hidden before it is published, so that nobody learns the figures of fewer than three enterprises.
 *
 * First, every cell of one or two enterprises. Then, because a hidden cell may be worked out from the others and the
 * totals, further cells: the fewest enterprises first, until nothing about fewer than three can be worked out. Last,
 * what turns out not to be needed is shown again. A cell of none may be shown as it is.
 * The reasons are for those who publish: a reader of the table sees only that a cell is hidden.
 */
import type { Edge } from './circles.ts'
import { edgeOf, exposed, type TableCell, unlisted } from './exposed.ts'

export type Hiding = 'fewer-than-three' | 'protects-another'

export function suppress<C extends TableCell>(table: readonly C[]): (C & { hidden: Hiding | null })[] {
  const few = new Set(table.filter(({ n }) => n > 0 && n < 3))
  const hidden = table.some((cell) => isGrandTotal(cell) && few.has(cell))
    ? new Set(table)
    : spared(table, protectedBy(table, few), few)
  return table.map((cell) => ({
    ...cell,
    hidden: few.has(cell) ? 'fewer-than-three' : hidden.has(cell) ? 'protects-another' : null,
  }))
}

const isGrandTotal = ({ at }: TableCell) => at.every((coordinate) => coordinate === null)

/** The cells to hide so that those of few cannot be worked out; all of them where totals do not agree with their cells. */
function protectedBy<C extends TableCell>(table: readonly C[], few: ReadonlySet<C>): Set<C> {
  const hidden = new Set(few)
  for (let [union] = exposed(table, hidden); union; [union] = exposed(table, hidden)) {
    const more = detour(table, hidden, union)
    if (!more.length) return new Set(table)
    for (const cell of more) hidden.add(cell)
  }
  return hidden
}

/** Without the cells that need not be hidden, the largest shown first. */
function spared<C extends TableCell>(table: readonly C[], hidden: ReadonlySet<C>, few: ReadonlySet<C>): Set<C> {
  const kept = new Set(hidden)
  for (const cell of [...hidden].filter((each) => !few.has(each)).sort((a, b) => b.n - a.n)) {
    kept.delete(cell)
    if (exposed(table, kept).length) kept.add(cell)
  }
  return kept
}

/**
 * Cells that, hidden too, close a circle through the first of the exposed ones: the way from its row to its column over
 * other cells that hides the fewest enterprises more. There always is one, over the totals of its row and its column.
 */
function detour<C extends TableCell>(table: readonly C[], hidden: ReadonlySet<C>, union: readonly C[]): C[] {
  const steps = table
    .filter((cell) => cell.n > 0 && !union.includes(cell))
    .map((cell): Step<C> => {
      const isHidden = hidden.has(cell)
      return { edge: edgeOf(cell), cost: isHidden ? 0 : cell.n, more: isHidden ? [] : [cell] }
    })
  const ways = [...steps, ...unlisted(table).map((edge): Step<C> => ({ edge, cost: 0, more: [] }))]
  const [start, goal] = edgeOf(union[0]!)
  const reached = new Map<string, Omit<Step<C>, 'edge'>>([[start, { cost: 0, more: [] }]])
  const walk = (from: string, to: string, { cost, more }: Step<C>) => {
    const [here, there] = [reached.get(from), reached.get(to)]
    if (!here || (there && there.cost <= here.cost + cost)) return false
    reached.set(to, { cost: here.cost + cost, more: [...here.more, ...more] })
    return true
  }
  // Tables have few rows and columns: all ways are walked until none leads anywhere cheaper.
  for (let better = true; better; ) {
    better = false
    for (const way of ways) {
      const [row, column] = way.edge
      better = walk(row, column, way) || walk(column, row, way) || better
    }
  }
  return reached.get(goal)?.more ?? []
}
/** One cell of a way: what it costs to walk over it, and the cells to hide for that. */
type Step<C> = { edge: Edge; cost: number; more: C[] }
