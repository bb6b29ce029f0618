/** What a report starts with: nothing known is typed again. */
import { describe, expect, it } from 'vitest'
import { cellNames, type Values } from './cells.ts'
import { prefill, typedCells, unchanged } from './prefill.ts'

const filled = (value: number): Values => Object.fromEntries(cellNames.map((cell) => [cell, value])) as Values
const without = (values: Values): Values => ({ ...values, rndSpend: null, exports: null, profit: null, bachelors: null })

describe('a new report', () => {
  it('starts as the month before, and says so', () => {
    const start = prefill({
      month: '2024-05',
      history: [
        { month: '2024-03', values: filled(3) },
        { month: '2024-04', values: without(filled(4)) },
      ],
    })
    expect(start.revenue).toEqual({ value: 4, from: '2024-04', sentence: '沿用2024年4月累计数，请加上其后发生额' })
    expect(start.headcount).toEqual({ value: 4, from: '2024-04', sentence: '沿用2024年4月末数' })
    expect(start.profit).toEqual({ value: null, from: null, sentence: '本月可不填' })
  })

  it('takes a quarterly cell from the quarter before', () => {
    const history = [
      { month: '2024-05', values: without(filled(5)) },
      { month: '2024-03', values: filled(3) },
    ]
    expect(prefill({ month: '2024-06', history }).profit).toMatchObject({ value: 3, from: '2024-03' })
  })

  it('starts flows at zero in January, and stocks as in December', () => {
    const start = prefill({ month: '2024-01', history: [{ month: '2023-12', values: filled(12) }] })
    expect(start.revenue).toEqual({ value: 0, from: null, sentence: '年初自零起' })
    expect(start.headcount).toMatchObject({ value: 12, from: '2023-12' })
  })

  it('starts empty where nothing is known, or only what is older than a year', () => {
    const start = prefill({ month: '2024-05', history: [{ month: '2023-04', values: filled(9) }] })
    expect([start.revenue, start.headcount]).toEqual(Array(2).fill({ value: null, from: null, sentence: '此前未填报' }))
  })
})

describe('the burden', () => {
  const start = prefill({ month: '2024-05', history: [{ month: '2024-04', values: without(filled(4)) }] })

  it('counts the cells that differ from the start', () => {
    const kept = without(filled(4))
    expect(typedCells(kept, start)).toBe(0)
    expect(typedCells({ ...kept, revenue: 5, tax: null, profit: 1 }, start)).toBe(3)
    expect(unchanged({ ...kept, revenue: 5, tax: null }, start)).toEqual([
      'softwareRevenue',
      'softwareProducts',
      'itServices',
      'security',
      'embedded',
      'headcount',
      'rndStaff',
    ])
  })
})
