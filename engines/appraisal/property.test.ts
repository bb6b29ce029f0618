/** What holds of every appraisal, whatever the scheme says and the data are. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { GroupResult, SubjectScore } from './result.ts'
import { anySubjects, schemes, wholeSubjects } from './samples/random.ts'
import { single, subject } from './samples/scheme.ts'
import { pointScale, type Scheme, type Scoring, type Subject, shareScale } from './scheme.ts'
import { scoreGroup } from './score.ts'
import { topShare } from './scoring/mark.ts'
import { standings } from './standing.ts'

const hundred = 100 * pointScale
const runs = { numRuns: 400 }

const always = (subjects: fc.Arbitrary<Subject[]>, holds: (result: GroupResult, scheme: Scheme, subjects: Subject[]) => void) =>
  fc.assert(
    fc.property(schemes, subjects, (scheme, all) => holds(scoreGroup(scheme, 'parks', all), scheme, all)),
    runs,
  )
const groupOf = (scheme: Scheme) => scheme.groups[0]!
const sum = (all: readonly number[]) => all.reduce((one, other) => one + other, 0)

describe('every result', () => {
  it('is the same whatever the order of the subjects, and the same again', () =>
    fc.assert(
      fc.property(schemes, anySubjects, fc.infiniteStream(fc.nat(1000)), (scheme, subjects, keys) => {
        const shuffled = subjects.map((one) => ({ one, key: keys.next().value! })).sort((a, b) => a.key - b.key)
        const result = JSON.stringify(scoreGroup(scheme, 'parks', subjects))
        expect(
          JSON.stringify(
            scoreGroup(
              scheme,
              'parks',
              shuffled.map(({ one }) => one),
            ),
          ),
        ).toBe(result)
        expect(JSON.stringify(scoreGroup(scheme, 'parks', structuredClone(subjects)))).toBe(result)
      }),
      runs,
    ))

  it('has weights that are a hundred, unless all of them are given away', () =>
    always(anySubjects, ({ subjects }, { exempt }) => {
      for (const { items } of subjects) {
        const away = exempt === 'spread' && items.every((item) => item.exempt !== null)
        expect(sum(items.map(({ weight }) => weight))).toBe(away ? 0 : hundred)
      }
    }))

  it('has points from nothing to the weight, above it only as a cap allows, in the digits of the scheme', () =>
    always(anySubjects, ({ subjects }, scheme) => {
      const finest = 10 ** (4 - scheme.decimals)
      for (const { items } of subjects) {
        for (const [at, { points, weight }] of items.entries()) {
          const top = (weight * Math.max(shareScale, topShare(groupOf(scheme).items[at]!.scoring))) / shareScale
          if (points === null) continue
          expect(points).toBeGreaterThanOrEqual(0)
          expect(points).toBeLessThanOrEqual(Math.ceil(top / finest) * finest)
          expect(points % finest).toBe(0)
        }
      }
    }))

  it('adds up, within what the items, extras and caps allow', () =>
    always(anySubjects, ({ subjects }, scheme) => {
      const { extras } = groupOf(scheme)
      for (const { items, extras: found, points, least, most } of subjects) {
        expect(least).toBeLessThanOrEqual(most)
        expect(least).toBeGreaterThanOrEqual(-sum(extras.map(({ sign, cap }) => (sign < 0 ? cap : 0))))
        expect(most).toBeLessThanOrEqual(1.2 * hundred + sum(extras.map(({ sign, cap }) => (sign > 0 ? cap : 0))) + pointScale)
        for (const extra of found) {
          const { cap, sign } = extras.find(({ code }) => code === extra.code)!
          expect((extra.points ?? 0) * sign).toBeGreaterThanOrEqual(0)
          expect(Math.abs(extra.points ?? 0)).toBeLessThanOrEqual(cap)
        }
        if (points === null) continue
        expect(points).toBe(sum([...items, ...found].map((part) => part.points!)))
        expect([least, most]).toEqual([points, points])
      }
    }))

  it('tells every point by steps, and nothing unknown without a reason', () =>
    always(anySubjects, ({ subjects, missing }) => {
      for (const { items, extras } of subjects) {
        for (const { steps } of [...items, ...extras]) {
          expect(steps.length).toBeGreaterThan(0)
          for (const { sentence } of steps) expect(sentence).not.toMatch(/null|undefined|NaN/)
        }
      }
      if (subjects.some(({ points }) => points === null)) expect(missing).not.toEqual([])
    }))

  it('places by points, equals alike, once everyone has his', () =>
    always(anySubjects, ({ subjects }) => {
      const open = subjects.some(({ points }) => points === null)
      for (const { points, place } of subjects)
        expect(place).toBe(open ? null : 1 + subjects.filter((other) => other.points! > points!).length)
    }))

  it('lacks exactly what is between its points and all there is to be had', () =>
    always(wholeSubjects, ({ subjects }, scheme) => {
      const { items, extras } = groupOf(scheme)
      for (const { lacks, points } of subjects) {
        const best = sum(items.map(({ weight, scoring }) => (weight * topShare(scoring)) / shareScale))
        const most = best + sum(extras.map(({ sign, cap }) => (sign > 0 ? cap : 0)))
        expect(points! + sum(lacks.map((lack) => lack.points))).toBe(most)
      }
    }))
})

describe('grades', () => {
  const rank = (scheme: Scheme, { grade }: SubjectScore) => groupOf(scheme).grades.findIndex(({ title }) => title === grade)

  it('take no more than their share, part no equals, and let nobody pass whom no veto holds', () =>
    always(wholeSubjects, ({ subjects }, scheme) => {
      const { grades } = groupOf(scheme)
      for (const [at, { atMost }] of grades.entries()) {
        const taken = subjects.filter((one) => rank(scheme, one) === at).length
        if (atMost !== null) expect(taken * shareScale).toBeLessThanOrEqual(atMost * subjects.length)
      }
      for (const one of subjects) {
        for (const other of subjects.filter(({ vetoes }) => vetoes.length === 0)) {
          if (other.points! >= one.points!) expect(rank(scheme, other)).toBeLessThanOrEqual(rank(scheme, one))
        }
        for (const veto of one.vetoes)
          expect(rank(scheme, one)).toBeGreaterThanOrEqual(grades.findIndex(({ title }) => title === veto.grade))
        expect(rank(scheme, one)).toBeGreaterThanOrEqual(0)
      }
    }))

  it('say why where points alone would say another', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 9 }), (tens) => {
        const grades = [
          { title: '优', from: 9 * pointScale, atMost: 300_000 },
          { title: '良', from: 7 * pointScale, atMost: 500_000 },
          { title: '差', from: 0, atMost: null },
        ]
        const found = standings(
          tens.map((ten) => ({ points: ten * pointScale, vetoes: [], settled: true })),
          grades,
          2,
        )
        for (const [at, { grade, gradeWhy }] of found.entries()) {
          const deserved = grades.find(({ from }) => tens[at]! * pointScale >= from)!.title
          expect(gradeWhy === null).toBe(grade === deserved)
        }
      }),
      runs,
    ))
})

describe('more of what is good never gives fewer points', () => {
  const each = { is: 'each' } as const
  const by = (scoring: Scoring, target: typeof each | null = null) => single(scoring, { decimals: 2 }, target)
  const falling: Scoring = {
    is: 'steps',
    of: 'value',
    steps: [
      { from: 8, share: 1_000_000 },
      { from: 3, share: 500_000 },
    ],
    below: 100_000,
  }
  const ranked: Scoring = { is: 'ranking', of: 'value', better: 'more', shares: null, last: 300_000 }
  const ways: [string, Scheme, 1 | -1][] = [
    ['completion', by({ is: 'completion', floor: 400_000, cap: 1_100_000 }, each), 1],
    ['steps', by(falling), 1],
    ['steps of completion', by({ ...falling, of: 'completion', steps: [{ from: 700_000, share: 900_000 }] }, each), 1],
    ['points of a hundred', by({ is: 'hundred' }), 1],
    ['ranking', by(ranked), 1],
    ['ranking by completion', by({ ...ranked, of: 'completion', shares: [1_000_000, 600_000] }, each), 1],
    ['ranking where less is better, the other way round', by({ ...ranked, better: 'less' }), -1],
    ['deduction, the other way round', by({ is: 'deduction', each: 25_000 }), -1],
  ]
  const amount = fc.integer({ min: -1_000_000, max: 14_000_000 }).map((millionths) => millionths / 1_000_000)

  it.each(ways)('%s', (_, scheme, sign) =>
    fc.assert(
      fc.property(
        amount,
        amount,
        fc.array(amount, { maxLength: 5 }),
        fc.integer({ min: 1, max: 12 }),
        (one, other, rest, target) => {
          const pointsWith = (value: number) => {
            const subjects = [value, ...rest].map((it, at) => subject(String(at), { values: { it }, targets: { it: target } }))
            return scoreGroup(scheme, 'parks', subjects).subjects.find(({ id }) => id === '0')!.points!
          }
          const [less, more] = one < other ? [one, other] : [other, one]
          expect((pointsWith(more) - pointsWith(less)) * sign).toBeGreaterThanOrEqual(0)
        },
      ),
      { numRuns: 300 },
    ),
  )
})

it('data that comes in later ends between the bounds told before', () =>
  fc.assert(
    fc.property(
      schemes,
      wholeSubjects,
      fc.subarray(['area', 'firms', 'late', 'visits', 'practice', 'overdue']),
      (scheme, all, hidden) => {
        const [first, ...others] = all
        const values = Object.fromEntries(
          Object.entries(first!.data.values).map(([code, value]) => [
            code,
            hidden.includes(code) ? { value: null, source: '', missing: '未发布' } : value,
          ]),
        )
        const before = scoreGroup({ ...scheme, missing: 'pending' }, 'parks', [
          { ...first!, data: { ...first!.data, values } },
          ...others,
        ])
        const after = scoreGroup({ ...scheme, missing: 'pending' }, 'parks', all)
        for (const { id, least, most } of before.subjects) {
          const { points } = after.subjects.find((one) => one.id === id)!
          expect(points).toBeGreaterThanOrEqual(least)
          expect(points).toBeLessThanOrEqual(most)
        }
      },
    ),
    runs,
  ))
