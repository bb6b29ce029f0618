/** Two ways to one figure: the database's and the engine's in memory agree on every indicator, day, split and row. */
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Definition, Fact } from '#engines/indicator/definition.ts'
import { compute } from '#engines/indicator/figure/compute.ts'
import { plus } from '#engines/indicator/figure/rounding.ts'
import { readDefinitions } from '#engines/indicator/text/read.ts'
import { machine } from '#platform/context.ts'
import { factsIn } from '#test/facts.ts'
import { type District, openDistrict, publishPlan, region, type Town } from '#test/it.ts'
import { enterSeries, fillLedgers, foundPlaces, span } from '#test/ledgers.ts'
import { fillSpace } from '#test/space-ledgers.ts'
import { coursesOf, figuresOf, partsOf, type View } from './figures.ts'
import { ledgers } from './ledgers.ts'
import { rowsBehind } from './read/rows.ts'

let district: District
let town: Town
let facts: Record<string, Fact[]>
const definitions: Definition[] = readdirSync('seed/indicators').flatMap((file) =>
  readDefinitions(readFileSync(`seed/indicators/${file}`, 'utf8'), ledgers),
)
const lastDay = '2024-12-31'

beforeAll(async () => {
  district = await openDistrict()
  town = await publishPlan(district)
  await district.run(machine(region), lastDay, async (ctx) => {
    const places = await foundPlaces(ctx)
    await fillSpace(ctx, places, await fillLedgers(ctx, places, 60), 30)
    await enterSeries(ctx, town.org.经信委)
  })
  facts = await factsIn(district.owner)
}, 120_000)
afterAll(() => district.close())

const someDay = fc
  .tuple(fc.constantFrom(...span.slice(3)), fc.integer({ min: 1, max: 28 }))
  .map(([month, day]) => `${month}-${String(day).padStart(2, '0')}`)
/** A day looked at as it was known then, or at the end. */
const someView = fc
  .tuple(someDay, fc.boolean(), fc.constantFrom(...span.slice(2, -1)))
  .map(
    ([day, then, closed]): View => ({ day, known: then ? day : lastDay, closedMonth: closed < day.slice(0, 7) ? closed : null }),
  )
const ask = <T>(work: Parameters<typeof district.run<T>>[2]) => district.run(town.office, lastDay, work)

describe('figures from the database', () => {
  it('are those of the engine for every indicator, whatever the day and the day of knowledge', async () => {
    await fc.assert(
      fc.asyncProperty(someView, async (view) => {
        const found = await ask((ctx) =>
          figuresOf(
            ctx,
            definitions.map((definition) => ({ definition, view })),
          ),
        )
        definitions.forEach((definition, i) => {
          expect([definition.code, found[i]]).toEqual([definition.code, compute(definition, ledgers, facts, view).figure])
        })
      }),
      { numRuns: 40 },
    )
  }, 120_000)

  it('are not all empty: the comparison compares something', async () => {
    const view = { day: '2024-06-30', known: lastDay, closedMonth: '2024-05' }
    const told = definitions.filter((definition) => compute(definition, ledgers, facts, view).figure.value)
    expect(told.length).toBeGreaterThan(15)
  })

  it('split by any dimension as the engine does, and the parts add up to the whole', async () => {
    const splits = definitions.flatMap((definition) => definition.dimensions.map((by) => ({ definition, by })))
    await fc.assert(
      fc.asyncProperty(someView, fc.constantFrom(...splits), async (view, { definition, by }) => {
        const parts = await ask((ctx) => partsOf(ctx, definition, view, { by }))
        const expected = compute(definition, ledgers, facts, { ...view, by })
        expect(Object.fromEntries([...parts].map(([part, { figure }]) => [part, figure]))).toEqual(expected.parts)
        const whole = [...parts.values()].reduce((sum, { figure: { of } }) => plus(sum, of.amount), 0)
        expect(whole).toBe(expected.figure.of.amount)
      }),
      { numRuns: 60 },
    )
  }, 120_000)

  it('open down to rows whose sum is the figure, exactly', async () => {
    await fc.assert(
      fc.asyncProperty(someView, fc.constantFrom(...definitions), async (view, definition) => {
        const { figure } = compute(definition, ledgers, facts, view)
        if (figure.missing && !figure.of.rows) return
        const reads = await ask((ctx) => rowsBehind(ctx, definition, view, { read: 0, page: 1, size: 1 }))
        const sides = { of: 0, over: 0, before: 0 }
        for (const [at, { read, whole, visible }] of reads.entries()) {
          const [opened] = (await ask((ctx) => rowsBehind(ctx, definition, view, { read: at, page: 1, size: 100_000 }))).slice(at)
          const sum = opened!.rows.reduce((total, { amount }) => plus(total, amount), 0)
          expect([sum, opened!.rows.length]).toEqual([whole.amount, whole.rows])
          expect(visible).toEqual(whole)
          sides[read.side] = plus(sides[read.side], read.sign * sum)
        }
        expect(sides).toEqual({ of: figure.of.amount, over: figure.over?.amount ?? 0, before: figure.before?.amount ?? 0 })
      }),
      { numRuns: 60 },
    )
  }, 120_000)

  it('run over the months as they stand on each of their ends', async () => {
    const view = { day: '2024-10-17', known: '2024-10-17', closedMonth: '2024-09' }
    const courses = await ask((ctx) => coursesOf(ctx, definitions, '2022-12', view))
    definitions.forEach((definition, i) => {
      for (const { day, month, figure } of courses[i]!) {
        const closedMonth = month > '2024-09' ? '2024-09' : month
        expect(figure).toEqual(compute(definition, ledgers, facts, { day, known: view.known, closedMonth }).figure)
      }
      expect(courses[i]!.at(-1)!.day).toBe(view.day)
    })
  })
})

describe('space', () => {
  it('is secured and used in two figures, each with decimals in it, on some day', () => {
    const view = { day: '2023-03-31', known: lastDay, closedMonth: '2023-02' }
    const told = ['building-secured', 'building-occupied', 'makerspace-area'].map(
      (code) => compute(definitions.find((one) => one.code === code)!, ledgers, facts, view).figure.of.amount,
    )
    expect(told.every((amount) => amount > 0 && !Number.isInteger(amount))).toBe(true)
    expect(new Set(told).size).toBe(3)
  })
})

describe('who may not see all rows', () => {
  it('is told the same figure as known at the end of a month, and how much of it he sees', async () => {
    const revenue = definitions.find(({ code }) => code === 'revenue')!
    const view = { day: '2024-10-31', known: '2024-10-31', closedMonth: '2024-09' }
    const asPark = <T>(work: Parameters<typeof district.run<T>>[2]) => district.run(town.park, lastDay, work)
    const [figure] = await asPark((ctx) => figuresOf(ctx, [{ definition: revenue, view }]))
    expect(figure).toEqual(compute(revenue, ledgers, facts, view).figure)
    const [behind] = await asPark((ctx) => rowsBehind(ctx, revenue, view, { read: 0, page: 1, size: 50 }))
    expect(behind!.whole.rows).toBeGreaterThan(0)
    expect(behind!.visible).toEqual({ amount: 0, rows: 0 })
    expect(behind!.rows).toEqual([])
  })
})
