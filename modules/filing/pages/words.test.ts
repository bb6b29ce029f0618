/** What a value of a report stands beside. */
import { describe, expect, it } from 'vitest'
import { cellsOf as cells, quarterOf } from '#test/filing.ts'
import { beside, cellsOf, growthOf } from './words.ts'

const history = [
  { month: '2023-12', values: quarterOf(120, 12) },
  { month: '2024-01', values: cells(10, 10) },
]

describe('beside a value', () => {
  it('stand the last amount of the same year, and the last number of persons of any', () => {
    expect(beside('revenue', '2024-02', history).previous).toEqual({ month: '2024-01', value: 10 })
    expect(beside('revenue', '2024-01', history.slice(0, 1)).previous).toBeNull()
    expect(beside('headcount', '2024-01', history.slice(0, 1)).previous).toEqual({ month: '2023-12', value: 12 })
  })

  it('stands last year’s, of a quarterly amount that of a quarter’s end', () => {
    expect(beside('profit', '2024-12', history)).toEqual({ previous: null, lastYear: 6 })
    expect(beside('revenue', '2024-02', history).lastYear).toBeNull()
  })
})

it('growth is told where there is something to grow from', () => {
  expect(growthOf(150, 100)).toBe('+50%')
  expect(growthOf(1, 3)).toBe('-66.7%')
  expect([growthOf(1, 0), growthOf(1, -5), growthOf(1, null), growthOf(null, 1)]).toEqual([null, null, null, null])
})

it('quarterly cells are asked for at the end of a quarter, or shown once filled', () => {
  expect(cellsOf('2024-02', cells(2))).not.toContain('profit')
  expect(cellsOf('2024-03', cells(2))).toContain('profit')
  expect(cellsOf('2024-02', quarterOf(2))).toContain('profit')
})
