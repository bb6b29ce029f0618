import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutChunks, cutPieces, linesOf, type Mark, markAt } from './highlights.ts'

const mark = (id: string, start: number, end: number): Mark => ({ kind: 'task', id, start, end })

describe('pieces', () => {
  it('a mark within a mark is the inner one', () => {
    const pieces = cutPieces({ start: 0, end: 10 }, [mark('outer', 0, 10), mark('inner', 3, 5)])
    expect(pieces.map(({ start, end, marks }) => [start, end, marks.map(({ id }) => id)])).toEqual([
      [0, 3, ['outer']],
      [3, 5, ['inner', 'outer']],
      [5, 10, ['outer']],
    ])
  })

  it('marks that overlap share the part between', () => {
    const pieces = cutPieces({ start: 0, end: 9 }, [mark('a', 1, 5), mark('b', 3, 8)])
    expect(pieces.map(({ start, end, marks }) => [start, end, marks.map(({ id }) => id).sort()])).toEqual([
      [0, 1, []],
      [1, 3, ['a']],
      [3, 5, ['a', 'b']],
      [5, 8, ['b']],
      [8, 9, []],
    ])
  })

  it('an empty mark marks nothing', () => expect(cutPieces({ start: 0, end: 4 }, [mark('a', 2, 2)])).toHaveLength(1))

  const stretch = fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 50 })).map(([start, length]) => ({ start, end: start + length }))
  const marks = fc.array(
    fc.tuple(fc.nat(90), fc.integer({ min: 1, max: 30 })).map(([start, length]) => ({ start, end: start + length })),
    { maxLength: 12 },
  )
  it('cover the stretch once, in order, each under exactly the marks that cover it', () =>
    fc.assert(
      fc.property(stretch, marks, (stretch, spans) => {
        const all = spans.map(({ start, end }, i) => mark(String(i), start, end))
        const pieces = cutPieces(stretch, all)
        expect(pieces[0]!.start).toBe(stretch.start)
        expect(pieces.at(-1)!.end).toBe(stretch.end)
        expect(pieces.slice(1).map(({ start }) => start)).toEqual(pieces.slice(0, -1).map(({ end }) => end))
        for (const piece of pieces)
          for (let at = piece.start; at < piece.end; at++) {
            const covering = all.filter(({ start, end }) => start <= at && at < end).map(({ id }) => id)
            expect(piece.marks.map(({ id }) => id).sort()).toEqual(covering.sort())
          }
      }),
    ))
})

describe('chunks', () => {
  it('together are the text, whatever it is, and none is much longer than asked', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('字', '\n', '𠮷', ' '), maxLength: 400 }),
        fc.integer({ min: 1, max: 60 }),
        (text, size) => {
          const chunks = cutChunks(text, size)
          expect(chunks.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
          for (const { start, end } of chunks) {
            expect(end - start).toBeGreaterThan(0)
            expect(end - start).toBeLessThanOrEqual(size + 1)
            expect(text.slice(start, end).isWellFormed()).toBe(true)
          }
        },
      ),
    ))

  it('end at line ends', () => {
    const text = `${'一'.repeat(30)}\n${'二'.repeat(30)}\n${'三'.repeat(30)}`
    expect(cutChunks(text, 65).map(({ start, end }) => text.slice(start, end))).toEqual([
      `${'一'.repeat(30)}\n${'二'.repeat(30)}\n`,
      '三'.repeat(30),
    ])
  })

  it('their lines leave out line ends and blank lines', () => {
    const text = '甲\n\n 乙丙 \n丁'
    expect(linesOf(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end))).toEqual([
      '甲',
      ' 乙丙 ',
      '丁',
    ])
  })
})

describe('choosing at a place', () => {
  const marks = [mark('inner', 3, 5), mark('middle', 2, 6), mark('outer', 0, 9)]
  it('takes the innermost first and goes outwards, then round', () => {
    expect(markAt(marks, null)?.id).toBe('inner')
    expect(markAt(marks, 'inner')?.id).toBe('middle')
    expect(markAt(marks, 'outer')?.id).toBe('inner')
    expect(markAt([], null)).toBeNull()
  })
})
