/** The light of a target: its path, its thresholds, what is held and what is reached, and that more is never worse. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Reading, type TargetFacts, targetLight, targetLightRules } from './target-light.ts'
import { dayNumber, type Light } from './wording.ts'

const read = (asOf: string, value: number, enteredOn = asOf): Reading => ({ asOf, value, enteredOn })
/** 新增 750 家 by the end of 2025, from the start of 2022. */
const firms = (today: string, facts: Partial<TargetFacts> = {}) =>
  targetLight({
    comparator: '>=',
    kind: 'new',
    value: 750,
    upper: null,
    unit: '家',
    year: 2025,
    baseline: null,
    waypoints: [],
    readings: [],
    today,
    periodFrom: 2022,
    ...facts,
  })
const codes = ({ reasons }: { reasons: { code: string }[] }) => reasons.map(({ code }) => code)

describe('the path of a target', () => {
  it('starts new figures at nothing and runs straight to the end of the year', () => {
    expect(firms('2025-12-31').path).toEqual([
      { day: '2021-12-31', value: 0 },
      { day: '2025-12-31', value: 750 },
    ])
    expect(firms('2025-12-31').expected).toBe(750)
    expect(firms('2026-06-30').expected).toBe(750)
    expect(firms('2023-12-31').expected).toBeCloseTo((750 * 730) / 1461, 6)
  })

  it('asks for what is counted in whole numbers, and for one where it asks for a part of it', () => {
    const asked = (today: string) => firms(today, { value: 3, readings: [read(today, 0)] }).reasons[0]!.sentence
    expect(firms('2022-06-30', { value: 3 }).expected).toBeCloseTo(0.37, 2)
    expect(asked('2022-06-30')).toBe('截至2022年6月30日为0家，按进度应达1家，为应达值的0%')
    expect(asked('2023-12-31')).toBe('截至2023年12月31日为0家，按进度应达1家，为应达值的0%')
    expect(asked('2024-12-31')).toBe('截至2024年12月31日为0家，按进度应达2家，为应达值的0%')
  })

  it('goes over the yearly waypoints', () => {
    const waypoints = [
      { year: 2023, value: 300 },
      { year: 2022, value: 100 },
    ]
    expect(firms('2022-12-31', { waypoints }).expected).toBe(100)
    expect(firms('2023-12-31', { waypoints }).expected).toBe(300)
    expect(firms('2023-07-02', { waypoints }).expected).toBeCloseTo(100 + (200 * 183) / 365, 6)
  })

  it('starts a total at its baseline, and is silent without one', () => {
    const revenue = { kind: 'total', value: 160e8, unit: '元' } as const
    expect(firms('2021-12-31', { ...revenue, baseline: { value: 60e8, year: 2021 } }).expected).toBe(60e8)
    const blind = firms('2024-06-30', { ...revenue, readings: [read('2024-06-30', 90e8)] })
    expect(blind).toMatchObject({ light: 'grey', expected: null, ratio: null })
    expect(blind.reasons[0]!.sentence).toBe('截至2024年6月30日为90亿元；尚未明确基期值，无法推算按进度应达值')
  })

  it('does not let a growth rate or a yearly budget build up', () => {
    const growth = firms('2022-03-01', { kind: 'growth-per-year', value: 0.3, unit: null })
    expect(growth.expected).toBe(0.3)
    const budget = { kind: 'budget-per-year', value: 1e8, unit: '元', waypoints: [{ year: 2023, value: 2e8 }] } as const
    expect(firms('2022-07-01', { ...budget, waypoints: [...budget.waypoints] }).expected).toBe(1e8)
    expect(firms('2023-02-01', { ...budget, waypoints: [...budget.waypoints] }).expected).toBe(2e8)
  })
})

describe('the light of a target', () => {
  it('is grey before the first reading is known', () => {
    const readings = [read('2022-06-30', 100, '2022-07-20')]
    expect(firms('2022-07-10', { readings })).toMatchObject({ light: 'grey', latest: null })
    expect(firms('2022-07-20', { readings }).latest).toEqual(readings[0])
  })

  it('reads the latest day, and of one day the latest entry', () => {
    const readings = [
      read('2024-06-30', 500, '2024-07-20'),
      read('2024-03-31', 900, '2024-07-25'),
      read('2024-06-30', 470, '2024-07-10'),
    ]
    expect(firms('2024-07-31', { readings }).latest!.value).toBe(500)
    expect(firms('2024-07-15', { readings }).latest!.value).toBe(470)
  })

  it('is green from 95 % of the path, yellow from 80 %, red below', () => {
    const asked = firms('2024-06-30').expected!
    const lightAt = (part: number) => firms('2024-06-30', { readings: [read('2024-06-30', asked * part)] }).light
    expect([1, 0.951, 0.949, 0.801, 0.799, 0].map(lightAt)).toEqual(['green', 'green', 'yellow', 'yellow', 'red', 'red'])
    const strict = targetLightRules.parse({ green: 1 })
    const facts = { comparator: '>=', kind: 'new', value: 100, upper: null, unit: '家', year: 2022, baseline: null } as const
    const late = { ...facts, waypoints: [], readings: [read('2022-12-31', 99)], today: '2022-12-31', periodFrom: 2022 }
    expect(targetLight(late).light).toBe('green')
    expect(targetLight(late, strict).light).toBe('yellow')
  })

  it('says where it stands, what is asked and what is missing', () => {
    const area = { kind: 'cumulative', value: 190_000, unit: '㎡' } as const
    const state = firms('2023-12-31', { ...area, readings: [read('2023-12-31', 90_000)] })
    expect(state.reasons.map(({ sentence }) => sentence)).toEqual([
      '截至2023年12月31日为9万㎡，按进度应达9.49万㎡，为应达值的94.8%',
      '距2025年目标（不低于19万㎡）还差10万㎡',
    ])
  })

  it('says when only the age of the figure makes it late', () => {
    const state = firms('2024-06-30', { readings: [read('2023-12-31', 375)] })
    expect(state.light).toBe('yellow')
    expect(codes(state)).toEqual(['behind', 'not-reached', 'old-reading'])
  })

  it('is blue as soon as a growing figure is reached', () => {
    expect(firms('2024-06-30', { readings: [read('2024-06-30', 750)] }).light).toBe('blue')
    expect(firms('2024-06-30', { comparator: '>', readings: [read('2024-06-30', 750)] }).light).toBe('green')
    expect(firms('2024-06-30', { comparator: '~', readings: [read('2024-06-30', 715)] }).light).toBe('blue')
  })

  it('takes the lower end of a range, and says when it is beyond the upper', () => {
    const parks = { comparator: 'range', value: 1, upper: 2, unit: '个' } as const
    expect(firms('2024-06-30', { ...parks, readings: [read('2024-06-30', 1)] }).reasons[0]!.sentence).toBe(
      '截至2024年6月30日为1个，已达成2025年目标（1个至2个）',
    )
    expect(codes(firms('2024-06-30', { ...parks, readings: [read('2024-06-30', 3)] }))).toEqual(['reached', 'beyond'])
  })

  it('is never green once its last day has passed unreached', () => {
    const state = firms('2026-01-10', { readings: [read('2025-12-31', 745)] })
    expect(state.light).toBe('yellow')
    expect(state.reasons[1]!.sentence).toBe('完成期限已过，距2025年目标（不低于750家）还差5家')
  })

  it('holds a growth rate to the last day before it is reached', () => {
    const growth = { kind: 'growth-per-year', value: 0.3, unit: null } as const
    const held = firms('2024-06-30', { ...growth, readings: [read('2024-06-30', 0.32)] })
    expect(held.light).toBe('green')
    expect(held.reasons.map(({ sentence }) => sentence)).toEqual([
      '截至2024年6月30日为32%，按进度应达30%，为应达值的106.7%',
      '该目标需保持至2025年12月31日，到期后方可认定达成',
    ])
    expect(firms('2026-01-20', { ...growth, readings: [read('2025-12-31', 0.32, '2026-01-15')] }).light).toBe('blue')
    const silent = firms('2026-01-20', { ...growth, readings: [read('2025-09-30', 0.32)] })
    expect(silent.light).toBe('yellow')
    expect(silent.reasons[1]!.sentence).toContain('尚无截至2025年12月31日的数值')
  })

  it('does not let the last budget make good an earlier one', () => {
    const budget = { kind: 'budget-per-year', value: 1e8, unit: '元', year: 2023 } as const
    const good = [read('2022-12-31', 1e8), read('2023-12-31', 1e8)]
    expect(firms('2024-01-10', { ...budget, readings: good }).light).toBe('blue')
    const gap = firms('2024-01-10', { ...budget, readings: [read('2022-12-31', 0.5e8), read('2023-12-31', 1e8)] })
    expect(gap.light).toBe('yellow')
    expect(gap.reasons[1]!.sentence).toContain('此前有年份未达到要求')
  })

  it('turns a ceiling round', () => {
    const cap = { comparator: '<=', kind: 'total', value: 100, unit: '元' } as const
    expect(firms('2024-06-30', { ...cap, readings: [read('2024-06-30', 90)] }).light).toBe('green')
    expect(firms('2024-06-30', { ...cap, readings: [read('2024-06-30', 110)] }).light).toBe('yellow')
    expect(firms('2024-06-30', { ...cap, readings: [read('2024-06-30', 130)] }).light).toBe('red')
    expect(firms('2026-01-01', { ...cap, readings: [read('2025-12-31', 90)] }).light).toBe('blue')
    const falling = { ...cap, baseline: { value: 200, year: 2021 } }
    expect(firms('2021-12-31', falling).expected).toBe(200)
    expect(firms('2024-06-30', { ...falling, readings: [read('2024-06-30', 100)] }).light).toBe('blue')
  })

  it('reads a qualitative target as the part completed', () => {
    const goal = { comparator: 'qualitative', kind: 'qualitative', value: null, unit: null } as const
    expect(firms('2024-06-30', goal).light).toBe('grey')
    expect(firms('2024-06-30', { ...goal, readings: [read('2024-06-30', 0.5)] }).light).toBe('green')
    expect(firms('2024-06-30', { ...goal, readings: [read('2024-06-30', 1)] }).light).toBe('blue')
  })

  it('is grey where the plan names no year', () => {
    expect(firms('2024-06-30', { year: null, readings: [read('2024-06-30', 5)] })).toMatchObject({
      light: 'grey',
      expected: null,
    })
  })
})

/** Worse to the right. */
const badness = (light: Light) => ['blue', 'green', 'yellow', 'red', 'grey'].indexOf(light)
const first = dayNumber('2021-06-01')
const anyDay = fc.integer({ min: first, max: first + 2000 }).map((at) => new Date(at * 86_400_000).toISOString().slice(0, 10))
const figure = fc.double({ min: 0, max: 1e6, noNaN: true })
const anyFacts = fc.record({
  comparator: fc.constantFrom('>=' as const, '>' as const, '=' as const, '~' as const, 'range' as const),
  kind: fc.constantFrom(
    'total' as const,
    'cumulative' as const,
    'new' as const,
    'share' as const,
    'growth-per-year' as const,
    'budget-per-year' as const,
  ),
  value: figure,
  baseline: fc.option(fc.record({ value: figure, year: fc.integer({ min: 2019, max: 2023 }) })),
  waypoints: fc.uniqueArray(fc.record({ year: fc.integer({ min: 2020, max: 2027 }), value: figure }), {
    selector: ({ year }) => year,
    maxLength: 4,
  }),
  readings: fc.array(fc.record({ asOf: anyDay, value: figure, enteredOn: anyDay }), { maxLength: 4 }),
})

describe('whatever the facts', () => {
  it('more of a figure that should grow never makes the light worse', () => {
    fc.assert(
      fc.property(anyFacts, anyDay, fc.nat(), figure, (facts, today, pick, more) => {
        fc.pre(facts.readings.length > 0)
        const index = pick % facts.readings.length
        const readings = facts.readings.map((r, i) => (i === index ? { ...r, value: r.value + more } : r))
        const before = firms(today, facts).light
        expect(badness(firms(today, { ...facts, readings }).light)).toBeLessThanOrEqual(badness(before))
      }),
      { numRuns: 500 },
    )
  })

  it('nothing entered or dated later changes an earlier day', () => {
    fc.assert(
      fc.property(anyFacts, anyDay, (facts, today) => {
        const known = facts.readings.filter(({ asOf, enteredOn }) => asOf <= today && enteredOn <= today)
        expect(firms(today, facts)).toEqual(firms(today, { ...facts, readings: known }))
      }),
    )
  })

  it('is a figure even against next to nothing', () => {
    const waypoints = [{ year: 2024, value: 5e-324 }]
    const { ratio } = firms('2024-12-31', { waypoints, readings: [read('2024-12-31', 700)] })
    expect(ratio).toBe(1e6)
  })

  it('the path stays between its corners, and the answer has a sentence', () => {
    fc.assert(
      fc.property(anyFacts, anyDay, (facts, today) => {
        const { path, expected, reasons } = firms(today, facts)
        expect(reasons[0]!.sentence).not.toMatch(/NaN|undefined|null/)
        if (expected === null) return
        const values = path.map(({ value }) => value)
        expect(expected).toBeGreaterThanOrEqual(Math.min(...values) - 1e-6)
        expect(expected).toBeLessThanOrEqual(Math.max(...values) + 1e-6)
      }),
    )
  })
})
