/** A small stock of buildings for tests: floors and units put on the ledger by those who keep them. */

import { sql } from 'drizzle-orm'
import { modules } from '#modules/index.ts'
import type { addBuilding } from '#modules/space/actions/ledger/building.ts'
import { type Actor, machine } from '#platform/context.ts'
import type { Firms } from './firms.ts'

type Building = Parameters<typeof addBuilding>[1]
type Unit = Parameters<typeof modules.space.addUnit>[1]
const { space } = modules

/** What a keeper writes about a building of 缙云园城. */
export const building = (at: Firms, name: string, rest: Partial<Building> = {}): Building => ({
  name,
  carrier: null,
  zone: at.org('缙云园城'),
  town: at.org('天生街道'),
  address: '示例路 1 号',
  ownership: 'state',
  owner: '缙云公司',
  certificate: 'certified',
  certificateNumber: null,
  plannedUse: null,
  structure: 'frame',
  builtIn: 2015,
  floorsAbove: 10,
  floorsBelow: 1,
  area: 10_000,
  fireClass: null,
  lifts: 2,
  goodsLifts: null,
  parking: null,
  power: null,
  network: null,
  facilities: [],
  transport: null,
  operator: null,
  team: null,
  directions: [],
  source: '实地踏勘',
  asOf: '2024-03-01',
  ...rest,
})

export const unit = (floor: string, name: string, area: number, rest: Partial<Unit> = {}): Unit => ({
  floor,
  name,
  use: 'office',
  area,
  netArea: null,
  height: null,
  load: null,
  power: null,
  fitOut: null,
  rent: 40,
  fee: 5,
  readyOn: '2024-01-01',
  about: null,
  since: '2024-01-01',
  ...rest,
})

type Storey = { number: number; area?: number; units: Record<string, number | Partial<Unit>> }
export type Stock = { building: string; floors: Map<number, string>; units: Record<string, string> }

/** A building with floors of 1000 ㎡ and their units, by number and by name. */
export async function openBuilding(
  at: Firms,
  {
    name,
    storeys,
    by = at.who.jin,
    today = '2024-06-28',
    ...rest
  }: { name: string; storeys: Storey[]; by?: Actor; today?: string } & Partial<Building>,
): Promise<Stock> {
  const { id } = await at.play(by, today, space.addBuilding, building(at, name, rest))
  const floors = new Map<number, string>()
  const units: Record<string, string> = {}
  for (const { number, area = 1000, units: of } of storeys) {
    const floor = await at.play(by, today, space.addFloor, { building: id, number, area, height: 4, load: 3 })
    floors.set(number, floor.id)
    for (const [name, given] of Object.entries(of)) {
      const { area = 100, ...others } = typeof given === 'number' ? { area: given } : given
      units[name] = (await at.play(by, today, space.addUnit, unit(floor.id, name, area, others))).id
    }
  }
  return { building: id, floors, units }
}

/** A lease that holds a unit, written as the machine would: leases are a later matter. */
export const hold = (at: Firms, { unit, since, until }: { unit: string; since: string; until: string }): Promise<unknown> =>
  at.run(machine(at.who.jin.region), since, ({ db }) =>
    db.execute(sql`
      with l as (insert into lease (number, building, zone, town, lessor, tenant, "from", "to", area, rent, steps, free, pay_every, due_days, deposit, status)
        select ${`租 ${unit.slice(0, 8)} ${since}`}, building, zone, town, '缙云公司', '甲公司', ${since}, ${until}::date - 1, area, 40,
          '[]', '[]', 'month', 10, 0, 'running' from unit where id = ${unit} returning id, area)
      insert into lease_unit (lease, unit, area, since, until, held) select l.id, ${unit}, l.area, ${since}, ${until}, true from l`),
  )

type Use = { unit: string; since: string; until?: string | null; area?: number }
/** Somebody in a unit, whatever a contract says. */
export const use = (at: Firms, { unit, since, until = null, area }: Use): Promise<unknown> =>
  at.run(machine(at.who.jin.region), since, ({ db }) =>
    db.execute(sql`
      insert into occupancy (unit, building, zone, town, use, occupant, area, since, until, recorded_by, known_from)
      select id, building, zone, town, use, '乙公司', coalesce(${area ?? null}, area), ${since}, ${until}, '老秦', ${since}
      from unit where id = ${unit}`),
  )
