/** Nothing about fewer than three enterprises can be worked out of a published table, tried by an attacker who solves equations. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exposed, type TableCell } from './exposed.ts'
import { suppress } from './suppress.ts'

/** The cells with their totals. */
const tableOf = (counts: number[][]): TableCell[] => {
  const name = (index: number) => String.fromCharCode(97 + index)
  const inner = counts.flatMap((row, i) => row.map((n, j) => ({ at: [name(i), `第${j}列`] as (string | null)[], n })))
  const total = (at: (string | null)[]): TableCell => {
    const its = inner.filter((cell) => at.every((coordinate, axis) => coordinate === null || coordinate === cell.at[axis]))
    return { at, n: its.reduce((sum, { n }) => sum + n, 0) }
  }
  const rows = counts.map((_, i) => total([name(i), null]))
  const columns = (counts[0] ?? []).map((_, j) => total([null, `第${j}列`]))
  return [...inner, ...rows, ...columns, total([null, null])]
}
const lineOf = (counts: number[]): TableCell[] => [
  ...counts.map((n, i) => ({ at: [String(i)], n })),
  { at: [null], n: counts.reduce((sum, n) => sum + n, 0) },
]
const isTotal = ({ at }: TableCell) => at.includes(null)

/** Fractions of whole numbers, to solve without error. */
type Fraction = readonly [above: bigint, below: bigint]
const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b))
const fraction = (above: bigint, below: bigint): Fraction => {
  const by = gcd(above, below) || 1n
  return below < 0n ? [-above / by, -below / by] : [above / by, below / by]
}
const times = (a: Fraction, b: Fraction) => fraction(a[0] * b[0], a[1] * b[1])
const minus = (a: Fraction, b: Fraction) => fraction(a[0] * b[1] - b[0] * a[1], a[1] * b[1])

/** Echelon form of the equations, added one by one: `tells` is whether a sum follows from those told. */
function attacker(variables: number) {
  const known: { pivot: number; row: Fraction[] }[] = []
  const reduced = (sum: number[]) => {
    let rest = sum.map((each): Fraction => [BigInt(each), 1n])
    for (const { pivot, row } of known) {
      const factor = rest[pivot]!
      if (factor[0] !== 0n) rest = rest.map((each, i) => minus(each, times(factor, row[i]!)))
    }
    return rest
  }
  return {
    learn(sum: number[]) {
      const rest = reduced(sum)
      const pivot = rest.findIndex(([above]) => above !== 0n)
      if (pivot < 0 || variables === 0) return
      const [above, below] = rest[pivot]!
      known.push({ pivot, row: rest.map((each) => times(each, fraction(below, above))) })
    },
    tells: (sum: number[]) => reduced(sum).every(([above]) => above === 0n),
  }
}

/** All unions of fewer than three enterprises the shown cells tell the sum of, and differences of two single ones. */
function recovered(table: TableCell[], isHidden: (cell: TableCell) => boolean): TableCell[][] {
  const inner = table.filter((cell) => !isTotal(cell) && cell.n > 0)
  const sumOf = (cell: TableCell) =>
    inner.map(({ at }) => Number(at.every((coordinate, axis) => cell.at[axis] === null || cell.at[axis] === coordinate)))
  const mind = attacker(inner.length)
  for (const cell of table) if (!isHidden(cell)) mind.learn(sumOf(cell))
  const few = inner.filter(({ n }) => n < 3)
  const alone = few.filter((cell) => mind.tells(sumOf(cell))).map((cell) => [cell])
  const pairs = few.flatMap((a, i) =>
    few
      .slice(i + 1)
      .filter((b) => a.n + b.n < 3)
      .map((b) => [a, b]),
  )
  const told = pairs.filter(([a, b]) => {
    const [left, right] = [sumOf(a!), sumOf(b!)]
    return mind.tells(left.map((each, i) => each + right[i]!)) || mind.tells(left.map((each, i) => each - right[i]!))
  })
  return [...alone, ...told]
}

const count = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 3 }) },
  { weight: 2, arbitrary: fc.integer({ min: 3, max: 30 }) },
)
const lines = fc.array(count, { minLength: 1, maxLength: 7 }).map(lineOf)
const grids = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(count, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }).map(tableOf),
  )
const tables = fc.oneof(lines, grids)
/** Some tables come without some of their totals, or without their empty cells. */
const gapped = fc
  .tuple(tables, fc.infiniteStream(fc.boolean()), fc.boolean())
  .map(([table, keep, all]) => table.filter((cell) => all || (isTotal(cell) ? keep.next().value : cell.n > 0)))

describe('a published table', () => {
  it('lets nobody work out anything about fewer than three enterprises', () => {
    fc.assert(
      fc.property(gapped, (table) => {
        const shown = suppress(table)
        expect(shown.filter(({ n, hidden }) => n > 0 && n < 3 && hidden !== 'fewer-than-three')).toEqual([])
        expect(recovered(shown, (cell) => shown.some((each) => each === cell && each.hidden !== null))).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  it('hides nothing that could be shown', () => {
    fc.assert(
      fc.property(grids, (table) => {
        const shown = suppress(table)
        fc.pre(shown.at(-1)!.n >= 3)
        for (const one of shown.filter(({ hidden }) => hidden === 'protects-another')) {
          expect(recovered(shown, (cell) => cell !== one && shown.some((each) => each === cell && each.hidden))).not.toEqual([])
        }
      }),
      { numRuns: 150 },
    )
  })

  it('is shown whole when no cell is of one or two', () => {
    const plenty = fc.array(fc.constantFrom(0, 3, 4, 50), { minLength: 12, maxLength: 12 })
    fc.assert(
      fc.property(plenty, (counts) => {
        const table = tableOf([counts.slice(0, 4), counts.slice(4, 8), counts.slice(8)])
        expect(suppress(table).filter(({ hidden }) => hidden)).toEqual([])
      }),
    )
  })

  it('is hidden whole when there are fewer than three in all', () => {
    const shown = suppress(
      tableOf([
        [1, 0],
        [0, 1],
      ]),
    )
    expect(shown.map(({ at, hidden }) => [at.join('/'), hidden])).toEqual([
      ['a/第0列', 'fewer-than-three'],
      ['a/第1列', 'protects-another'],
      ['b/第0列', 'protects-another'],
      ['b/第1列', 'fewer-than-three'],
      ['a/', 'fewer-than-three'],
      ['b/', 'fewer-than-three'],
      ['/第0列', 'fewer-than-three'],
      ['/第1列', 'fewer-than-three'],
      ['/', 'fewer-than-three'],
    ])
  })
})

describe('a hidden cell', () => {
  const hidden = (table: TableCell[]) =>
    suppress(table)
      .filter((cell) => cell.hidden)
      .map(({ n, hidden }) => `${n} ${hidden}`)

  it('of one line takes the smallest other with it', () => {
    expect(hidden(lineOf([1, 9, 5, 0, 30]))).toEqual(['1 fewer-than-three', '5 protects-another'])
    expect(hidden(lineOf([1, 9, 2]))).toEqual(['1 fewer-than-three', '2 fewer-than-three'])
    expect(hidden(lineOf([1, 9, 1]))).toEqual(['1 fewer-than-three', '9 protects-another', '1 fewer-than-three'])
  })

  it('of a table takes three others with it, those of the fewest', () => {
    const counts = [
      [2, 9, 4],
      [8, 7, 9],
      [5, 9, 6],
    ]
    expect(hidden(tableOf(counts))).toEqual([
      '2 fewer-than-three',
      '4 protects-another',
      '5 protects-another',
      '6 protects-another',
    ])
  })

  it('where nothing else is takes its total with it', () => {
    const shown = suppress(
      tableOf([
        [2, 0],
        [7, 9],
      ]),
    )
    expect(shown.filter((cell) => cell.hidden).map(({ at }) => at.join('/'))).toContain('a/')
    expect(exposed(shown, new Set(shown.filter((cell) => cell.hidden)))).toEqual([])
  })
})

describe('what is exposed', () => {
  it('is what equations tell, whichever cells are hidden', () => {
    const both = [0, 0]
    fc.assert(
      fc.property(gapped, fc.infiniteStream(fc.boolean()), (table, hide) => {
        const hidden = new Set(table.filter((cell) => cell.n > 0 && hide.next().value))
        const told = recovered(table, (cell) => hidden.has(cell)).flat()
        const hiddenTold = new Set(told.filter((cell) => hidden.has(cell)))
        const found = new Set(exposed(table, hidden).flat())
        // A pair with a shown cell tells the hidden one alone, so that the cells concerned are the same.
        expect(found).toEqual(hiddenTold)
        both[Number(found.size > 0)]! += 1
      }),
      { numRuns: 500 },
    )
    expect(Math.min(...both)).toBeGreaterThan(20)
  })

  it('by adding and subtracting alone, in tables small enough to try everything', () => {
    const small = fc.array(count, { minLength: 2, maxLength: 2 })
    const coefficients = Array.from({ length: 3 ** 6 }, (_, index) =>
      Array.from({ length: 6 }, (_, at) => (Math.floor(index / 3 ** at) % 3) - 1),
    )
    fc.assert(
      fc.property(fc.tuple(small, small), (counts) => {
        const shown = suppress(tableOf(counts))
        const inner = shown.filter((cell) => !isTotal(cell) && cell.n > 0)
        const open = shown.filter(({ hidden, n }) => hidden === null && n > 0).slice(0, 6)
        for (const factors of coefficients) {
          const sum = inner.map(({ at }) =>
            open.reduce(
              (total, cell, i) => total + (cell.at.every((c, axis) => c === null || c === at[axis]) ? factors[i]! : 0),
              0,
            ),
          )
          const told = inner.filter((_, i) => sum[i] !== 0)
          if (told.length) expect(told.reduce((total, { n }) => total + n, 0)).toBeGreaterThanOrEqual(3)
        }
      }),
      { numRuns: 40 },
    )
  })
})
