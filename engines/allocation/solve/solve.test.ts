/** The solver against trying everything, on small programs with every kind of rule. */
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { openHighs } from '#platform/solver/highs.ts'
import { compile } from './compile.ts'
import { priceRows } from './prices.ts'
import type { Option, Program } from './program.ts'
import { bestOfAll, randomProgram } from './random-program.ts'
import { aim, isTight, relaxationOf, tighten } from './relaxation.ts'
import { type Progress, solve, type Tools } from './solve.ts'
import { verify } from './verify.ts'

const highs = openHighs()
afterAll(() => highs.close())

const tools = (more: Partial<Tools> = {}): Tools => ({
  seconds: 20,
  seed: 7,
  now: () => performance.now(),
  pause: () => new Promise((resolve) => setImmediate(resolve)),
  stopped: () => false,
  heard: () => {},
  mip: highs.run,
  ...more,
})
/** Stopped when asked for so many times. */
function stoppedAfter(times: number): () => boolean {
  let left = times
  return () => {
    left -= 1
    return left < 0
  }
}
const program = fc.integer({ min: 0, max: 1e9 }).map(randomProgram)

describe('with the mixed-integer solver', () => {
  it('finds the best answer, or proves that there is none', async () => {
    await fc.assert(
      fc.asyncProperty(program, async (program) => {
        const best = bestOfAll(program)
        const { status, objective, bound, choice, verified } = await solve(program, tools())
        if (best === null) expect(status).toBe('infeasible')
        else
          expect({ status, objective, bound, verified }).toEqual({
            status: 'optimal',
            objective: best,
            bound: best,
            verified: true,
          })
        if (choice) expect(verify(program, choice).broken).toEqual([])
      }),
      { numRuns: 120 },
    )
  })

  it('tells only answers that keep all rules and bounds that hold, each better than the last', async () => {
    const told: Progress[] = []
    const large = assignment(12, 60)
    await solve(large, tools({ seconds: 2, heard: (progress) => told.push(progress) }))
    const last = told.at(-1)!
    expect(last.objective).not.toBeNull()
    for (const [index, { objective, bound, choice }] of told.entries()) {
      if (choice) expect(verify(large, choice)).toEqual({ broken: [], objective })
      expect(bound ?? 0).toBeLessThanOrEqual(last.objective!)
      expect(objective ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(told[index - 1]?.objective ?? Number.POSITIVE_INFINITY)
    }
  })

  it('a solver that fails leaves the search its work', async () => {
    const failing: Tools['mip'] = () => ({
      answer: Promise.resolve({ status: 'failed', bound: Number.NEGATIVE_INFINITY, columns: null }),
      offer: () => {},
      stop: () => {},
    })
    const { status, verified, gap } = await solve(assignment(8, 40), tools({ seconds: 0.5, mip: failing }))
    expect(verified).toBe(true)
    expect(['feasible', 'optimal']).toContain(status)
    expect(gap).toBeLessThan(0.05)
  })
})

describe('without it', () => {
  it('claims nothing that is not so', async () => {
    await fc.assert(
      fc.asyncProperty(program, async (program) => {
        const best = bestOfAll(program)
        const { status, objective, bound, verified } = await solve(program, tools({ mip: null, stopped: stoppedAfter(40) }))
        const sign = program.sense === 'minimise' ? 1 : -1
        if (status === 'infeasible') expect(best).toBeNull()
        if (status === 'optimal') expect(objective).toBe(best)
        if (best === null) expect(verified).toBe(false)
        else if (bound !== null) expect(sign * bound).toBeLessThanOrEqual(sign * best)
      }),
      { numRuns: 100 },
    )
  })

  it('answers at once where area of a zone is scarce, however little an answer would be beyond it', async () => {
    await fc.assert(
      fc.asyncProperty(scarce, async (program) => {
        // Not one round is searched.
        const { choice, objective, verified } = await solve(program, tools({ mip: null, stopped: () => true }))
        expect(verified).toBe(true)
        expect(verify(program, choice!)).toEqual({ broken: [], objective })
        expect(objective).toBeLessThanOrEqual(bestOfAll(program)!)
      }),
      { numRuns: 200 },
    )
  })

  it('the same seed finds the same answer', async () => {
    const once = async () => {
      const { choice } = await solve(assignment(6, 24), tools({ mip: null, now: () => 0, stopped: stoppedAfter(3000) }))
      return choice
    }
    expect(await once()).toEqual(await once())
  })
})

describe('the bound', () => {
  it('of prices and of knapsacks lies below the best answer, of each option below the best answer with it', () => {
    fc.assert(
      fc.property(program, (program) => {
        const matrix = compile(program)
        if (program.firms.some((_, firm) => matrix.first[firm] === matrix.first[firm + 1])) return
        const sign = program.sense === 'minimise' ? 1 : -1
        const best = bestOfAll(program)
        const target = best === null ? 100 : sign * best
        const { price, bound } = priceRows(matrix, target, 60)
        const relaxation = relaxationOf(matrix, price)
        aim(relaxation, target)
        for (let round = 0; round < 60 && !isTight(relaxation); round += 1) tighten(relaxation, target)
        if (best === null) return
        expect(Math.max(bound, relaxation.bound)).toBeLessThanOrEqual(sign * best)
        for (const [option, reach] of relaxation.reach.entries()) {
          const [firm, origin] = [matrix.firm[option]!, matrix.origin[option]!]
          const withIt = bestOfAll(program, (choice) => choice[firm] === (origin < 0 ? null : origin))
          if (withIt !== null) expect(reach).toBeLessThanOrEqual(sign * withIt)
        }
      }),
      { numRuns: 60 },
    )
  })
})

/** As many firms as units; all may stay unplaced. Of the zone so much area is let as some units have, or a few hundredths of ㎡ less. */
const scarce = fc
  .record({
    areas: fc.array(fc.integer({ min: 4000, max: 40_000 }), { minLength: 3, maxLength: 4 }),
    let: fc.nat(2),
    less: fc.nat(50),
  })
  .map(({ areas, let: some, less }): Program => {
    const option = (area: number, unit: number): Option => ({
      ...{ name: `房源${unit}`, uses: [[unit, 1]], counts: [[0, area]], parts: { fit: 100 + unit }, labels: {} },
    })
    const most = areas.slice(0, some + 1).reduce((sum, area) => sum + area, -less)
    return {
      ...{ sense: 'maximise', weights: {}, near: [], apart: [], locks: [] },
      resources: areas.map((_, unit) => ({ name: `房源${unit}`, capacity: 1 })),
      quotas: [{ name: '片区面积', least: null, most }],
      firms: areas.map((_, firm) => ({ name: `企业${firm}`, unplaced: 0, options: areas.map(option) })),
    }
  })

/** Several firms to a floor, little room to spare. */
function assignment(floors: number, firms: number): Program {
  const need = (firm: number, floor: number) => 5 + ((firm * 7 + floor * 13) % 21)
  const option = (firm: number, floor: number): Option => ({
    name: `楼层${floor}`,
    uses: [[floor, need(firm, floor)]],
    counts: [],
    parts: { cost: 10 + ((firm * 31 + floor * 17 + ((firm * floor) % 11)) % 41) },
    labels: {},
  })
  const all = (count: number) => Array.from({ length: count }, (_, index) => index)
  return {
    sense: 'minimise',
    weights: {},
    resources: all(floors).map((floor) => ({ name: `楼层${floor}`, capacity: Math.round((firms * 13) / floors) })),
    quotas: [],
    firms: all(firms).map((firm) => ({
      name: `企业${firm}`,
      unplaced: null,
      options: all(floors).map((floor) => option(firm, floor)),
    })),
    near: [],
    apart: [],
    locks: [],
  }
}
