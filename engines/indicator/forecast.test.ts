/** Forecasts: exact where the past is regular, silent where it is too short, and right about as often as they say. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backtest, type Foretold, forecast, forecastMethod, type Told } from './forecast.ts'
import { monthAt, monthNumber } from './months.ts'

const first = monthNumber('2021-01')
const series = (values: (number | null)[]): Told[] => values.map((value, index) => ({ month: monthAt(first + index), value }))
const count = (length: number, each: (index: number) => number) => series(Array.from({ length }, (_, index) => each(index)))
const runsOn = (until: string) => ({ until, restarts: false })
const restarts = (until: string) => ({ until, restarts: true })

/** Noise that is the same every time. */
const noises = (seed: number) => {
  let at = seed * 7919
  const one = () => {
    at = (at * 48_271) % 2_147_483_647
    return at / 2_147_483_647
  }
  return () => one() + one() + one() + one() - 2
}

describe('a figure that runs on', () => {
  it('on a straight line is foretold exactly', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1e6, max: 1e9 }),
        fc.integer({ min: -1e4, max: 1e4 }),
        fc.integer({ min: 1, max: 40 }),
        (start, step, more) => {
          const past = count(24, (index) => start + step * index)
          const { points } = forecast(past, runsOn(monthAt(first + 23 + more)))
          const exact = (value: number) => ({ value, low: value, high: value })
          expect(points).toEqual(
            Array.from({ length: more }, (_, index) => ({
              month: monthAt(first + 24 + index),
              ...exact(start + step * (24 + index)),
            })),
          )
        },
      ),
    )
  })

  it('is not bent by one jump', () => {
    const { points } = forecast(
      count(24, (index) => 100 + index + (index >= 20 ? 500 : 0)),
      runsOn('2023-12'),
    )
    expect(points.at(-1)!.value).toBe(623 + 12)
  })

  it('may have months nobody knows', () => {
    const past = count(24, (index) => 100 + 2 * index).map((told, index) => (index % 5 === 3 ? { ...told, value: null } : told))
    expect(forecast(past, runsOn('2023-06-30')).points.at(-1)).toEqual({ month: '2023-06', value: 158, low: 158, high: 158 })
  })

  it('that was never negative will not be', () => {
    const { points } = forecast(
      count(18, (index) => 180 - 10 * index),
      runsOn('2023-12'),
    )
    expect(points.at(-1)).toEqual({ month: '2023-12', value: 0, low: 0, high: 0 })
    expect(
      forecast(
        count(18, (index) => 20 - 10 * index),
        runsOn('2023-12'),
      ).points.at(-1)!.value,
    ).toBe(-330)
  })
})

describe('a figure that starts anew in January', () => {
  it('is that of the year before times what the last month was to its own', () => {
    // Every month of a year adds its number, a tenth more each year.
    const yearly = (index: number) => {
      const month = (index % 12) + 1
      return 1000 * month * (month + 1) * 1.1 ** Math.floor(index / 12)
    }
    const { points } = forecast(count(30, yearly), restarts('2024-12'))
    expect(points).toHaveLength(18)
    for (const [index, { value }] of points.entries()) expect(value).toBeCloseTo(yearly(30 + index), 4)
  })

  it('the same every year is foretold exactly', () => {
    const { points } = forecast(
      count(24, (index) => ((index % 12) + 1) * 700),
      restarts('2023-12-31'),
    )
    expect(points.map(({ value }) => value)).toEqual(Array.from({ length: 12 }, (_, index) => (index + 1) * 700))
  })

  it('needs the year before', () => {
    const past = count(30, (index) => ((index % 12) + 1) * 10)
    expect(forecast(past.slice(0, 12), restarts('2022-06')).missing).toBe('缺少上年同月数据，暂不预测')
    const gap = past.map((told) => (told.month === '2022-12' ? { ...told, value: null } : told))
    expect(forecast(gap, restarts('2023-12')).missing).toBe('缺少上年同月数据，暂不预测')
    expect(forecast(past.slice(0, 15), restarts('2022-06')).missing).toBe('可供检验误差的历史数据不足，暂不预测')
  })
})

describe('nothing is foretold', () => {
  it('from fewer than twelve known months', () => {
    const short = { points: [], missing: '历史不足12个月，暂不预测' }
    expect(forecast([], runsOn('2025-12'))).toEqual(short)
    expect(forecast(count(11, Number), runsOn('2025-12'))).toEqual(short)
    expect(forecast([...count(11, Number), { month: '2021-12', value: null }], runsOn('2025-12'))).toEqual(short)
    expect(forecast(count(12, Number), runsOn('2022-12')).missing).toBeNull()
  })

  it('of a month already known', () => {
    expect(forecast(count(12, Number), runsOn('2021-12')).missing).toBe('该月已有数据，无需预测')
  })
})

describe('the interval', () => {
  const values = fc.array(fc.option(fc.integer({ min: -1e6, max: 1e6 }), { freq: 8 }), { minLength: 12, maxLength: 60 })
  const width = ({ low, high }: Foretold) => high - low

  it('holds the point and never narrows', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 24 }), (all, more) => {
        const { points, missing } = forecast(series(all), runsOn(monthAt(first + all.length - 1 + more)))
        expect(missing === null).toBe(points.length > 0)
        for (const [index, point] of points.entries()) {
          expect(point.low <= point.value && point.value <= point.high).toBe(true)
          if (index) expect(width(point)).toBeGreaterThanOrEqual(width(points[index - 1]!) * (1 - 1e-9))
        }
      }),
    )
  })

  it('of a figure that starts anew never narrows in proportion', () => {
    const positive = fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 20, maxLength: 60 })
    fc.assert(
      fc.property(positive, fc.integer({ min: 1, max: 24 }), (all, more) => {
        const { points } = forecast(series(all), restarts(monthAt(first + all.length - 1 + more)))
        expect(points).toHaveLength(more)
        const part = points.map(({ value, high }) => high / value)
        for (const [index, each] of part.entries()) {
          expect(points[index]!.low).toBeLessThanOrEqual(points[index]!.value)
          if (index) expect(each).toBeGreaterThanOrEqual(part[index - 1]! * (1 - 1e-9))
        }
      }),
    )
  })

  it.each([1, 3, 6, 12])('%d months ahead holds the truth about four times in five', (horizon) => {
    const trials = Array.from({ length: 120 }, (_, seed) => {
      const noise = noises(seed + 1)
      let walk = 1000
      const trend = (index: number) => 1000 + (seed % 9) * index + 10 * noise()
      const wander = () => (walk += (seed % 9) + 10 * noise())
      return backtest(count(48, seed % 2 ? trend : wander), horizon, false)!
    })
    const coverage = trials.reduce((sum, trial) => sum + trial.coverage, 0) / trials.length
    expect(coverage).toBeGreaterThan(0.75)
    expect(coverage).toBeLessThan(0.95)
  })
})

describe('the back-test', () => {
  it('of a straight line misses nothing', () => {
    expect(
      backtest(
        count(24, (index) => 100 + index),
        3,
        false,
      ),
    ).toEqual({ coverage: 1, error: 0, trials: 10 })
  })

  it('knows of each month only what was known then', () => {
    // Steady until the last month: only the try for that month misses.
    const past = count(24, (index) => (index === 23 ? 200 : 100))
    expect(backtest(past, 1, false)).toEqual({ coverage: 11 / 12, error: 0.5 / 12, trials: 12 })
  })

  it('has nothing to say of a short past', () => expect(backtest(count(12, Number), 1, false)).toBeNull())
})

it('the method is told in one paragraph', () => expect(forecastMethod).toMatch(/^[^\n]{60,200}$/))
