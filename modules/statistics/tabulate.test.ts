/** Tables one after the other: whatever is let through, nobody can work out the figures of one or two enterprises. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Wanted, workedOut } from '#test/attacker.ts'
import type { Figure } from './figures.ts'
import { exposedBy, type Made, redacted, type Shape, tableOf, unlike } from './tabulate.ts'

const shapes: Shape[] = [
  { rows: 'zone', columns: null },
  { rows: 'town', columns: null },
  { rows: 'division', columns: null },
  { rows: 'zone', columns: 'division' },
  { rows: 'town', columns: 'zone' },
  { rows: 'town', columns: 'division' },
]
const day = '2025-11-10'
const place = fc.record({
  zone: fc.constantFrom('甲园', '乙园', '园城以外'),
  town: fc.constantFrom('东街', '西街', '南街'),
  division: fc.constantFrom('软件', '互联网'),
})
const figuresAt = (places: Record<'zone' | 'town' | 'division', string>[]): Figure[] =>
  places.map((at, n) => ({
    ...at,
    enterprise: `企业${n}`,
    // No two alike: every figure is an unknown of its own.
    amount: 1000 + n * n,
    scheme: 'monthly',
    receivedOn: '2025-11-03',
    knownUntil: null,
  }))
const madeOf = (figures: Figure[], shape: Shape): Made => ({
  ...shape,
  scheme: 'monthly',
  knownOn: day,
  cells: redacted(tableOf(figures, shape)),
})

/** The sums of the cells that are there to be read, found without the code under test. */
const readBy = (figures: Figure[], tables: Made[]): Wanted[] =>
  figures.map((figure) => ({
    enterprise: figure.enterprise,
    sums: tables.flatMap(({ rows, columns, cells }, table) =>
      cells.flatMap(({ row, column, amount }, cell) => {
        const inRow = row === null || row === figure[rows]
        const inColumn = column === null || columns === null || column === figure[columns]
        return amount !== null && inRow && inColumn ? [`${table}/${cell}`] : []
      }),
    ),
  }))

it('a first table is always safe once what it hides is hidden, and shows what it may', () => {
  const seen = { hidden: 0, whole: 0 }
  fc.assert(
    fc.property(fc.array(place, { minLength: 3, maxLength: 14 }), fc.constantFrom(...shapes), (places, shape) => {
      const figures = figuresAt(places)
      const table = madeOf(figures, shape)
      expect(workedOut(readBy(figures, [table]))).toEqual([])
      expect([...exposedBy(figures, [table])]).toEqual([])
      expect(unlike(figures, [table])).toBeUndefined()
      if (table.cells.some(({ hidden }) => hidden)) seen.hidden += 1
      else seen.whole += 1
    }),
    { numRuns: 150 },
  )
  expect(Math.min(seen.hidden, seen.whole)).toBeGreaterThan(5)
})

it('of tables offered one after the other, exactly those are let through that are safe beside the others', () => {
  const seen = { refused: 0, published: 0 }
  const offered = fc.shuffledSubarray(shapes, { minLength: 2, maxLength: 4 })
  fc.assert(
    fc.property(fc.array(place, { minLength: 8, maxLength: 24 }), offered, (places, order) => {
      const figures = figuresAt(places)
      const published: Made[] = []
      for (const shape of order) {
        const next = [...published, madeOf(figures, shape)]
        const safe = exposedBy(figures, next).size === 0
        expect(workedOut(readBy(figures, next)).length === 0).toBe(safe)
        if (safe) published.push(next.at(-1)!)
        seen[safe ? 'published' : 'refused'] += 1
      }
    }),
    { numRuns: 80 },
  )
  expect(Math.min(seen.refused, seen.published)).toBeGreaterThan(10)
})

it('a table that was tampered with is noticed', () => {
  const figures = figuresAt(
    Array.from({ length: 9 }, (_, n) => ({ zone: n % 2 ? '甲园' : '乙园', town: '东街', division: '软件' })),
  )
  const table = madeOf(figures, shapes[0]!)
  const forged = { ...table, cells: table.cells.map((cell, at) => (at === 0 ? { ...cell, amount: cell.amount! + 1 } : cell)) }
  expect(unlike(figures, [table, forged])).toBe(forged)
})
