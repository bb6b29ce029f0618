/** Reads in words: the window, and what is summed or counted. */
import { describe, expect, it } from 'vitest'
import { sayRead } from './say.ts'

const ledgerTitle = '运行监测报表'
const month = (of: string) => ({ kind: 'month', month: of }) as const

describe('a read in words', () => {
  it.each([
    [{ window: month('2025-10'), take: '营业收入', cumulative: true }, '2025年1—10月营业收入'],
    [{ window: month('2025-01'), take: '营业收入', cumulative: true }, '2025年1月营业收入'],
    [{ window: month('2025-10'), take: '期末参保人数', cumulative: false }, '2025年10月末参保人数'],
    [{ window: month('2025-06'), take: '研发人员', cumulative: false }, '2025年6月末研发人员'],
    [{ window: month('2024-12'), take: null, cumulative: false }, '2024年12月运行监测报表记录'],
    [
      { window: { kind: 'standing', on: '2025-12-02' } as const, take: null, cumulative: false },
      '2025-12-02 当日有效的运行监测报表记录',
    ],
    [
      { window: { kind: 'events', from: '2025-01-01', to: '2025-12-02' } as const, take: null, cumulative: false },
      '2025-01-01 至 2025-12-02 的运行监测报表记录',
    ],
    [
      { window: { kind: 'events', from: '0001-01-01', to: '2025-12-02' } as const, take: null, cumulative: false },
      '截至 2025-12-02 的运行监测报表记录',
    ],
  ])('%o is %s', (read, words) => expect(sayRead({ ...read, ledgerTitle })).toBe(words))
})
