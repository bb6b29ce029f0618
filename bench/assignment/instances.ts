/** Assignments to measure with: the published recipes of the generalised assignment problem, a district, and shared floors. */
import type { Firm, Option, Program } from '#engines/allocation/solve/program.ts'
import { type Random, seeded } from '#engines/allocation/solve/random.ts'

export type Recipe = 'A' | 'B' | 'C' | 'D' | 'E'

const all = (count: number) => Array.from({ length: count }, (_, index) => index)
const within = (random: Random, least: number, most: number) => least + random.below(most - least + 1)
const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0)

/**
 * Chu and Beasley 1997 (A–D), Laguna et al. 1995 (E): needs and costs at random, in D and E the dearer the less is needed;
 * capacities for a part of the mean need, in A and B for more than the cheapest places of all firms ask for.
 */
export function recipe(type: Recipe, agents: number, jobs: number, seed: number): Program {
  const random = seeded(seed)
  const need = all(agents).map(() => all(jobs).map(() => needOf(type, random)))
  const cost = need.map((row) => row.map((each) => costOf(type, each, random)))
  const share = type === 'A' ? 0.6 : type === 'B' ? 0.7 * 0.6 : 0.8
  const cheapest = all(jobs).map((job) =>
    all(agents).reduce((best, agent) => (cost[agent]![job]! < cost[best]![job]! ? agent : best), 0),
  )
  const busiest = Math.max(
    ...all(agents).map((agent) => sum(all(jobs).map((job) => (cheapest[job] === agent ? need[agent]![job]! : 0)))),
  )
  const capacity = need.map((row) =>
    type === 'A' || type === 'B'
      ? Math.floor(share * (jobs / agents) * 15 + 0.4 * (type === 'A' ? 1 : 0.7) * busiest)
      : Math.floor((share * sum(row)) / agents),
  )
  const option = (job: number) => (agent: number) => place(agent, need[agent]![job]!, { cost: cost[agent]![job]! })
  return program(
    'minimise',
    capacity,
    all(jobs).map((job) => ({ name: `${job}`, unplaced: null, options: all(agents).map(option(job)) })),
  )
}

function needOf(type: Recipe, random: Random): number {
  if (type === 'D') return within(random, 1, 100)
  return type === 'E' ? Math.ceil(1 - 10 * Math.log(1 - random.share())) : within(random, 5, 25)
}

function costOf(type: Recipe, need: number, random: Random): number {
  if (type === 'D') return 111 - need + within(random, -10, 10)
  return type === 'E' ? Math.max(1, Math.round(1000 / need - 10 * random.share())) : within(random, 10, 50)
}

/** 800 firms, 2,000 units, at most 30 candidates a firm, some of them two units side by side; each zone takes so many firms. */
export function district(seed: number): Program {
  const [random, units, zones] = [seeded(seed), 2000, 8]
  const area = all(units).map(() => within(random, 40, 400))
  const rent = all(units).map(() => within(random, 20, 60))
  const zoneOf = (unit: number) => Math.floor(unit / (units / zones))
  const firms = all(800).map((index): Firm => {
    const [need, home] = [within(random, 50, 600), random.below(zones)]
    const options: Option[] = []
    for (let tries = 0; tries < 400 && options.length < 30; tries += 1) {
      const unit = random.below(units)
      for (const taken of [[unit], [unit, (unit + 1) % units]]) {
        const room = sum(taken.map((each) => area[each]!))
        if (room < need * 0.9 || room > need * 1.6 || options.length === 30) continue
        const fit = 100 - Math.round((Math.abs(room - need) / need) * 60) + (zoneOf(unit) === home ? 20 : 0) + random.below(11)
        options.push({
          name: taken.join('+'),
          uses: taken.map((each) => [each, 1]),
          counts: [[zoneOf(unit), 1]],
          parts: {
            fit,
            rent: Math.round(sum(taken.map((each) => rent[each]! * area[each]!)) / 100),
            splits: taken.length > 1 ? -150 : 0,
          },
          labels: { zone: `${zoneOf(unit)}` },
        })
      }
    }
    return { name: `${index}`, unplaced: 0, options }
  })
  const given = program(
    'maximise',
    all(units).map(() => 1),
    firms,
  )
  return { ...given, weights: { fit: 10 }, quotas: all(zones).map((zone) => ({ name: `${zone}`, least: null, most: 140 })) }
}

/** The same district, each zone taking so much area (hundredths of ㎡) at most: a share of what it would be asked for. */
export function districtByArea(seed: number, share: number): Program {
  const given = district(seed)
  const random = seeded(seed + 1)
  const area = given.resources.map(() => within(random, 4000, 40_000))
  const room = ({ uses }: Option) => sum(uses.map(([unit]) => area[unit]!))
  const firms = given.firms.map((firm) => ({
    ...firm,
    options: firm.options.map((option): Option => ({ ...option, counts: [[Number(option.labels.zone), room(option)]] })),
  }))
  const wanted = given.quotas.map(() => 0)
  for (const { options } of firms) {
    const best = options.reduce<Option | null>((one, other) => (one && one.parts.fit! >= other.parts.fit! ? one : other), null)
    for (const [zone, amount] of best?.counts ?? []) wanted[zone]! += amount
  }
  const quotas = wanted.map((each, zone) => ({ name: `${zone}`, least: null, most: Math.floor(each * share) }))
  return { ...given, firms, quotas }
}

/** 800 firms on 160 floors, about five to a floor, of whose room `full` is needed. */
export function floors(seed: number, full: number): Program {
  const [random, firms, count] = [seeded(seed), 800, 160]
  const need = all(firms).map(() => within(random, 60, 400))
  const share = all(count).map(() => 0.5 + random.share())
  const capacity = share.map((each) => Math.round(((each / sum(share)) * sum(need)) / full))
  return program(
    'minimise',
    capacity,
    all(firms).map((firm) => {
      const taste = random.below(20)
      const cost = (floor: number) => 100 + random.below(101) + Math.round((need[firm]! * ((floor * 7 + taste) % 20)) / 20)
      const option = (floor: number) =>
        place(floor, Math.round(need[firm]! * (0.9 + 0.2 * random.share())), { cost: cost(floor) })
      return { name: `${firm}`, unplaced: null, options: all(count).map(option) }
    }),
  )
}

const place = (resource: number, amount: number, parts: Record<string, number>): Option => ({
  name: `${resource}`,
  uses: [[resource, amount]],
  counts: [],
  parts,
  labels: {},
})

function program(sense: Program['sense'], capacities: number[], firms: Firm[]): Program {
  const resources = capacities.map((capacity, index) => ({ name: `${index}`, capacity }))
  return { sense, weights: {}, resources, quotas: [], firms, near: [], apart: [], locks: [] }
}
