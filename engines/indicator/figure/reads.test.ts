/** The windows of every period, against the days and months they must cover. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Definition, Period, Read } from '../definition.ts'
import { monthAt, monthNumber, nextDay, shiftMonth } from '../months.ts'
import { counting, definition, ledgers, taking } from '../samples.ts'
import { reads } from './reads.ts'

const on = (changes: Partial<Definition>, day = '2025-06-30', closedMonth: string | null = '2025-05') =>
  reads(definition(changes), ledgers, { day, closedMonth })
const found = (...asked: Parameters<typeof on>): Read[] => {
  const answer = on(...asked)
  if ('missing' in answer) throw new Error(answer.missing)
  return answer
}
const signed = (all: Read[], side: Read['side'] = 'of') =>
  all
    .filter((read) => read.side === side)
    .map(({ sign, window }) => `${sign > 0 ? '+' : '-'}${Object.values(window).slice(1).join('…')}`)

describe('a standing ledger', () => {
  it('is read on the day', () => {
    expect(found({})).toEqual([
      { side: 'of', sign: 1, measure: counting('enterprise'), window: { kind: 'standing', on: '2025-06-30' } },
    ])
  })

  it('knows no other period', () => {
    expect(on({ period: 'month' })).toEqual({ missing: '企业台账是存续台账，期间只能是“时点”' })
    expect(on({ period: 'since-baseline', baseline: '2024-12-31' })).toEqual({
      missing: '企业台账是存续台账，期间只能是“时点”；要统计某日之后新增的，请给日期字段加上“不低于”条件',
    })
  })
})

describe('an event ledger', () => {
  const events = (period: Period, day: string) =>
    signed(found({ of: counting('copyright'), period, baseline: '2022-12-31' }, day))

  it.each<[Period, string, string]>([
    ['as-of', '2025-06-15', '0001-01-01…2025-06-15'],
    ['month', '2025-06-15', '2025-06-01…2025-06-15'],
    ['year-to-date', '2025-06-15', '2025-01-01…2025-06-15'],
    ['trailing-year', '2025-06-15', '2024-06-16…2025-06-15'],
    ['trailing-year', '2024-02-29', '2023-03-01…2024-02-29'],
    ['trailing-year', '2025-12-31', '2025-01-01…2025-12-31'],
    ['full-year', '2025-06-15', '2024-01-01…2024-12-31'],
    ['full-year', '2025-12-31', '2025-01-01…2025-12-31'],
    ['since-baseline', '2025-06-15', '2023-01-01…2025-06-15'],
  ])('%s on %s is %s', (period, day, window) => expect(events(period, day)).toEqual([`+${window}`]))

  it('trailing years of days a year apart join without gap or overlap', () => {
    const day = fc.integer({ min: 10_000, max: 30_000 }).map((at) => new Date(at * 86_400_000).toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, (last) => {
        const all = found({ of: counting('copyright'), period: 'trailing-year', form: 'growth' }, last)
        const [now, before] = all.map(({ window }) => window)
        if (now?.kind !== 'events' || before?.kind !== 'events') throw new Error('two windows of events')
        expect(nextDay(before.to)).toBe(now.from)
      }),
    )
  })
})

describe('a monthly ledger', () => {
  const stock = taking('monthly', 'people')
  const flow = taking('monthly', 'revenue')

  it('is read at the closed month for stocks and counted rows', () => {
    for (const of of [stock, counting('monthly')]) {
      expect(signed(found({ of }))).toEqual(['+2025-05'])
      expect(signed(found({ of, period: 'full-year' }))).toEqual(['+2024-12'])
      expect(signed(found({ of, period: 'full-year' }, '2025-01-20', '2024-12'))).toEqual(['+2024-12'])
    }
  })

  it.each<[Period, string, string[]]>([
    ['year-to-date', '2025-05', ['+2025-05']],
    ['month', '2025-05', ['+2025-05', '-2025-04']],
    ['month', '2025-01', ['+2025-01']],
    ['trailing-year', '2025-05', ['+2025-05', '+2024-12', '-2024-05']],
    ['trailing-year', '2025-12', ['+2025-12']],
    ['full-year', '2025-05', ['+2024-12']],
    ['full-year', '2025-12', ['+2025-12']],
    ['since-baseline', '2025-05', ['+2025-05', '+2024-12', '+2023-12', '-2023-06']],
  ])('%s of a cumulative amount at %s is %j', (period, closed, months) => {
    expect(signed(found({ of: flow, period, baseline: '2023-06-30' }, '2026-01-31', closed))).toEqual(months)
  })

  it('its differences are the months between, each once', () => {
    // Every month weighs a power of two, so a sum tells which months it holds.
    const first = monthNumber('2020-01')
    const weight = (month: string) => 2n ** BigInt(monthNumber(month) - first)
    const cumulative = (month: string) => {
      const january = monthNumber(`${month.slice(0, 4)}-01`)
      return Array.from({ length: monthNumber(month) - january + 1 }, (_, i) => weight(monthAt(january + i))).reduce(
        (a, b) => a + b,
      )
    }
    const month = fc.integer({ min: 30, max: 90 }).map((at) => monthAt(first + at))
    const cases = fc.constantFrom<[Period, (month: string) => number]>(
      ['month', () => 1],
      ['trailing-year', () => 12],
      ['year-to-date', (last) => Number(last.slice(5))],
      ['since-baseline', (last) => monthNumber(last) - monthNumber('2021-09')],
    )
    fc.assert(
      fc.property(month, cases, (last, [period, length]) => {
        const all = found({ of: flow, period, baseline: '2021-09-30' }, '2030-01-31', last)
        const sum = all.reduce(
          (sum, { sign, window }) => sum + BigInt(sign) * (window.kind === 'month' ? cumulative(window.month) : 0n),
          0n,
        )
        const expected = Array.from({ length: length(last) }, (_, back) => weight(shiftMonth(last, -back)))
        expect(sum).toBe(expected.reduce((a, b) => a + b))
      }),
    )
  })

  it('cannot be told before a month is closed', () => {
    expect(on({ of: stock }, '2025-06-30', null)).toEqual({ missing: '尚无已审核的月报' })
  })
})

describe('the other side', () => {
  it('of an increase is the same at the baseline', () => {
    const increase = { form: 'increase', baseline: '2023-12-31' } as const
    expect(signed(found(increase), 'before')).toEqual(['+2023-12-31'])
    expect(signed(found({ ...increase, of: taking('monthly', 'people') }), 'before')).toEqual(['+2023-12'])
    const flows = found({ ...increase, of: taking('monthly', 'revenue'), period: 'trailing-year', baseline: '2023-11-30' })
    expect(signed(flows, 'before')).toEqual(['+2023-11', '+2022-12', '-2022-11'])
  })

  it('of a growth is the same a year earlier', () => {
    expect(signed(found({ form: 'growth' }, '2024-02-29'), 'before')).toEqual(['+2023-02-28'])
    const flows = found({ form: 'growth', of: taking('monthly', 'revenue'), period: 'month' })
    expect(signed(flows, 'before')).toEqual(['+2024-05', '-2024-04'])
  })

  it('of a share is its whole, each from its own ledger', () => {
    const all = found({ form: 'share', of: counting('enterprise'), over: counting('monthly') })
    expect(all.map(({ side }) => side)).toEqual(['of', 'over'])
    expect(signed(all)).toEqual(['+2025-06-30'])
    expect(signed(all, 'over')).toEqual(['+2025-05'])
  })

  it('cannot be told before the baseline', () => {
    const increase = { form: 'increase', baseline: '2025-12-31' } as const
    expect(on(increase)).toEqual({ missing: '基期之后才开始统计' })
    expect(on({ ...increase, of: taking('monthly', 'people') })).toEqual({ missing: '基期之后尚无已审核的月报' })
    expect(found(increase, '2025-12-31')).toHaveLength(2)
    const since = { of: taking('monthly', 'revenue'), period: 'since-baseline', baseline: '2025-05-31' } as const
    expect(on(since)).toEqual({ missing: '基期之后尚无已审核的月报' })
  })
})

it('a ledger that is not in use has no figure', () => {
  expect(on({ of: counting('lease') })).toEqual({ missing: '租赁台账尚未启用' })
  expect(on({ of: counting('constructor') })).toEqual({ missing: '没有名为“constructor”的台账' })
})
