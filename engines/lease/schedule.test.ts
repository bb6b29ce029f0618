/** What a lease costs: however the term is cut the sum is the same, free days cost nothing, and days counted one by one agree. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chargeOf } from './charge.ts'
import { dayAfter, daysBetween, monthStart, numberOf } from './days.ts'
import { duesBy, scheduleOf } from './schedule.ts'
import { hundredths, lastDay, monthsIn, type PayEvery, rentOn, type Terms } from './terms.ts'

const plain: Terms = {
  from: '2024-03-15',
  to: '2025-03-14',
  endedOn: null,
  area: 120.35,
  rent: 36.5,
  fee: null,
  steps: [],
  free: [],
  growth: null,
  payEvery: 'quarter',
  dueDays: 10,
  deposit: 0,
}
const of = (rest: Partial<Terms>) => scheduleOf({ ...plain, ...rest })
const total = (terms: Terms, kind: 'rent' | 'fee') =>
  scheduleOf(terms)
    .filter((due) => due.kind === kind)
    .reduce((sum, { amount }) => sum + hundredths(amount), 0)

/** The rule once more, day by day: each month of the lease adds its days and is rounded as it goes. */
function counted(terms: Terms, kind: 'rent' | 'fee'): number {
  const last = lastDay(terms)
  let fen = 0
  for (let n = 0; monthStart(terms.from, n) <= last; n++) {
    const [from, next] = [monthStart(terms.from, n), monthStart(terms.from, n + 1)]
    let weight = 0n
    for (let day = from; day < next && day <= last; day = dayAfter(day)) {
      const free = kind === 'rent' && terms.free.some((span) => span.from <= day && day <= span.to)
      const price = kind === 'rent' ? rentOn(terms, day) : hundredths(terms.fee ?? 0)
      if (!free) weight += BigInt(hundredths(terms.area)) * BigInt(price)
    }
    const whole = BigInt(100 * daysBetween(from, next))
    fen += Number((weight * 2n + whole) / (whole * 2n))
  }
  return fen
}

const price = fc.integer({ min: 0, max: 30_000 }).map((n) => n / 100)
const day = fc.integer({ min: 0, max: 900 })
const anyTerms: fc.Arbitrary<Terms> = fc
  .record({
    start: fc.integer({ min: 0, max: 800 }),
    length: fc.integer({ min: 0, max: 1100 }),
    area: fc.integer({ min: 1, max: 500_000 }).map((n) => n / 100),
    rent: price,
    fee: fc.option(price),
    steps: fc.array(fc.tuple(day, price), { maxLength: 3 }),
    free: fc.array(fc.tuple(day, fc.integer({ min: 0, max: 90 })), { maxLength: 3 }),
    growth: fc.option(fc.integer({ min: 1, max: 1000 }).map((n) => n / 100)),
    payEvery: fc.constantFrom<PayEvery>('month', 'quarter', 'half', 'year'),
    dueDays: fc.integer({ min: 0, max: 40 }),
    ended: fc.option(fc.integer({ min: 1, max: 1100 })),
  })
  .map(({ start, length, steps, free, ended, growth, ...rest }) => {
    const from = dayAfter('2023-12-25', start)
    const to = dayAfter(from, length)
    return {
      ...rest,
      from,
      to,
      endedOn: ended !== null && ended <= length ? dayAfter(from, ended) : null,
      steps: growth === null ? steps.map(([n, rent]) => ({ from: dayAfter(from, n), rent })) : [],
      free: free.map(([n, days]) => ({ from: dayAfter(from, n), to: dayAfter(from, n + days) })),
      growth,
      deposit: 0,
    }
  })

describe('what a lease costs', () => {
  it('is area × price a month, rounded to the fen, with the arithmetic told', () => {
    const [first, ...others] = of({})
    expect(first).toEqual({
      kind: 'rent',
      from: '2024-03-15',
      to: '2024-06-14',
      dueOn: '2024-03-25',
      amount: 13178.34,
      formula: '120.35㎡ × 36.50元 × 3个月 = 13178.34元（每月4392.78元，四舍五入到分）',
    })
    expect(others.map(({ from, amount }) => [from, amount])).toEqual([
      ['2024-06-15', 13178.34],
      ['2024-09-15', 13178.34],
      ['2024-12-15', 13178.34],
    ])
  })

  it('counts part of a month by the days of that month of the lease', () => {
    expect(of({ to: '2024-04-30' }).map(({ amount, formula }) => [amount, formula])).toEqual([
      [6735.59, '120.35㎡ × 36.50元 × 1个月（4392.78元） + 120.35㎡ × 36.50元 × 16天/30天（2342.81元） = 6735.59元'],
    ])
  })

  it('begins months on the first day of the lease, on the last day where a month lacks it', () => {
    const starts = of({ from: '2024-01-31', to: '2024-05-30', payEvery: 'month' }).map(({ from, to }) => [from, to])
    expect(starts).toEqual([
      ['2024-01-31', '2024-02-28'],
      ['2024-02-29', '2024-03-30'],
      ['2024-03-31', '2024-04-29'],
      ['2024-04-30', '2024-05-30'],
    ])
  })

  it('gives free days for nothing, and says so; the fee is due all the same', () => {
    const found = of({ fee: 4, free: [{ from: '2024-03-15', to: '2024-06-14' }] })
    expect(found.slice(0, 2).map(({ kind, amount, formula }) => [kind, amount, formula])).toEqual([
      ['rent', 0, '2024-03-15至2024-06-14免租，应付0元'],
      ['fee', 1444.2, '120.35㎡ × 4.00元 × 3个月 = 1444.20元'],
    ])
  })

  it('grows on every anniversary upon the rent of the year before', () => {
    const terms = { ...plain, to: '2027-03-14', rent: 33.33, growth: 3 }
    expect(['2025-03-14', '2025-03-15', '2026-03-15'].map((on) => rentOn(terms, on))).toEqual([3333, 3433, 3536])
  })

  it('asks for the deposit by the first day', () => {
    expect(of({ deposit: 20_000 })[0]).toMatchObject({ kind: 'deposit', dueOn: '2024-03-15', amount: 20_000 })
  })

  it('is cut short by an early end', () => {
    const found = of({ endedOn: '2024-07-15' })
    expect(found.map(({ to, amount }) => [to, amount])).toEqual([
      ['2024-06-14', 13178.34],
      ['2024-07-14', 4392.78],
    ])
    expect(of({ endedOn: '2024-03-16' }).map(({ from, to }) => [from, to])).toEqual([['2024-03-15', '2024-03-15']])
  })

  it('agrees with days counted one by one', () => {
    fc.assert(
      fc.property(anyTerms, (terms) => {
        expect(total(terms, 'rent')).toBe(counted(terms, 'rent'))
        expect(total(terms, 'fee')).toBe(counted(terms, 'fee'))
      }),
    )
  })

  it('is the same however the term is cut, and however often it is paid', () => {
    const cuts = fc.array(fc.integer({ min: 0, max: 1100 }), { maxLength: 8 })
    fc.assert(
      fc.property(anyTerms, cuts, (terms, at) => {
        const days = [...new Set(at)].sort((a, b) => a - b).map((n) => dayAfter(terms.from, n))
        const starts = [terms.from, ...days.filter((one) => one > terms.from && one <= terms.to)]
        const parts = starts.map((from, n) =>
          chargeOf(terms, 'rent', from, starts[n + 1] ? dayAfter(starts[n + 1]!, -1) : terms.to),
        )
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total(terms, 'rent'))
        for (const payEvery of Object.keys(monthsIn) as PayEvery[])
          expect(total({ ...terms, payEvery }, 'rent')).toBe(total(terms, 'rent'))
      }),
    )
  })

  it('follows without gap or overlap from the first day to the last', () => {
    fc.assert(
      fc.property(anyTerms, (terms) => {
        const dues = scheduleOf(terms).filter(({ kind }) => kind === 'rent')
        expect(dues[0]!.from).toBe(terms.from)
        expect(dues.at(-1)!.to).toBe(lastDay(terms))
        expect(dues.slice(1).map(({ from }) => from)).toEqual(dues.slice(0, -1).map(({ to }) => dayAfter(to)))
      }),
    )
  })

  it('changes nothing before the day of a step', () => {
    fc.assert(
      fc.property(anyTerms, fc.integer({ min: 1, max: 1100 }), price, (terms, n, rent) => {
        const on = dayAfter(terms.from, n)
        const stepped = { ...terms, growth: null, steps: [...terms.steps.filter(({ from }) => from < on), { from: on, rent }] }
        const before = { ...stepped, steps: stepped.steps.slice(0, -1) }
        const until = dayAfter(on, -1)
        expect(chargeOf(stepped, 'rent', terms.from, until)).toBe(chargeOf(before, 'rent', terms.from, until))
        const early = (all: Terms) => scheduleOf(all).filter(({ to }) => to < on)
        expect(early(stepped)).toEqual(early(before))
      }),
    )
  })

  it('costs nothing on free days, and less by no more than they cost', () => {
    fc.assert(
      fc.property(anyTerms, (terms) => {
        for (const { from, to } of terms.free) expect(chargeOf(terms, 'rent', from, to)).toBe(0)
        const whole = total({ ...terms, free: [] }, 'rent')
        expect(total(terms, 'rent')).toBeLessThanOrEqual(whole)
        const all = [{ from: terms.from, to: terms.to }]
        expect(total({ ...terms, free: all }, 'rent')).toBe(0)
      }),
    )
  })

  it('is the same where only days and amounts are asked for', () => {
    fc.assert(
      fc.property(anyTerms, day, fc.integer({ min: 0, max: 90_000 }), (terms, n, deposit) => {
        const by = dayAfter(terms.from, n - 30)
        const bare = (dues: { kind: string; dueOn: number; fen: number }[]) =>
          dues.map(({ kind, dueOn, fen }) => [kind, dueOn, fen]).sort()
        const told = scheduleOf({ ...terms, deposit }).filter(({ dueOn }) => dueOn <= by)
        expect(bare(duesBy({ ...terms, deposit }, numberOf(by)))).toEqual(
          bare(told.map(({ kind, dueOn, amount }) => ({ kind, dueOn: numberOf(dueOn), fen: hundredths(amount) }))),
        )
      }),
      { numRuns: 1000 },
    )
  })
})
