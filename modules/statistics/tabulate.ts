/** A table of one indicator made of single figures: what it shows, what it hides, and what it would give away beside others. */
import { suppress } from '#engines/indicator/disclose/suppress.ts'
import { type Figure, knownOn } from './figures.ts'
import type { PublishedCell, Split, StatTable } from './model.ts'
import { givenAway } from './union.ts'

export type Shape = { rows: Split; columns: Split | null }
/** A table as far as it can be checked: from which figures, and which of its cells are shown. */
export type Made = Pick<StatTable, 'scheme' | 'rows' | 'columns' | 'cells'> & { knownOn: string }

const byName = new Intl.Collator('zh-CN', { numeric: true }).compare

/** With its true figures, each marked with why it is to be hidden. */
export function tableOf(figures: readonly Figure[], shape: Shape): (PublishedCell & { enterprises: number; amount: number })[] {
  const cells = coordinatesOf(figures, shape).map((at) => {
    const within = figures.filter((figure) => isWithin(figure, shape, at))
    return { at, n: within.length, amount: within.reduce((sum, { amount }) => sum + amount, 0) }
  })
  return suppress(cells).map(({ at: [row = null, column = null], n, amount, hidden }) => ({
    row,
    column,
    enterprises: n,
    amount,
    hidden,
  }))
}

/** As it is published: hidden figures are not in it. */
export const redacted = (cells: readonly PublishedCell[]): PublishedCell[] =>
  cells.map((cell) => (cell.hidden ? { ...cell, enterprises: null, amount: null } : cell))

type At = readonly (string | null)[]

/** Every row, and every column in it; the totals last. */
function coordinatesOf(figures: readonly Figure[], { rows, columns }: Shape): At[] {
  const along = (split: Split) => [...[...new Set(figures.map((figure) => figure[split]))].sort(byName), null]
  if (!columns) return along(rows).map((row) => [row])
  return along(rows).flatMap((row) => along(columns).map((column) => [row, column]))
}

function isWithin(figure: Figure, { rows, columns }: Shape, [row = null, column = null]: At): boolean {
  return (row === null || figure[rows] === row) && (columns === null || column === null || figure[columns] === column)
}

/** The first of the tables whose shown figures are not those that were known when it was made. */
export const unlike = <T extends Made>(figures: readonly Figure[], tables: readonly T[]): T | undefined =>
  tables.find((table) => {
    const known = knownOn(figures, table.scheme, table.knownOn)
    return table.cells.some(({ row, column, enterprises, amount, hidden }) => {
      const within = known.filter((figure) => isWithin(figure, table, [row, column]))
      return !hidden && (within.length !== enterprises || within.reduce((sum, one) => sum + one.amount, 0) !== amount)
    })
  })

/** Enterprises about whose figures something could be worked out from all these tables together. */
export function exposedBy(figures: readonly Figure[], tables: readonly Made[]): Set<string> {
  const parts = new Map<string, { enterprise: string; sums: string[] }>()
  for (const [number, table] of tables.entries()) {
    const shown = table.cells.filter(({ hidden }) => !hidden)
    for (const figure of knownOn(figures, table.scheme, table.knownOn)) {
      // The same amount reported again, or in another scheme, is the same unknown.
      const key = `${figure.enterprise} ${figure.amount}`
      const part = parts.get(key) ?? { enterprise: figure.enterprise, sums: [] }
      const sums = shown.filter(({ row, column }) => isWithin(figure, table, [row, column]))
      part.sums.push(...sums.map(({ row, column }) => JSON.stringify([number, row, column])))
      parts.set(key, part)
    }
  }
  return new Set(givenAway([...parts.values()]).flat())
}
