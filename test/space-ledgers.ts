/** Made-up rows of the ledgers of space: efforts moving on, occupants coming and going, late records and corrections, areas in hundredths. */
import type { AcquisitionStage } from '#modules/space/flow.ts'
import { acquisitionStageRows, acquisitions, buildings, floors, makerspaces, occupancies, units } from '#modules/space/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { dice, type Places, span } from './ledgers.ts'

const way: AcquisitionStage[] = ['found', 'negotiating', 'contracted', 'handedOver', 'ready', 'let']
const divisions = ['63', '64', '65', '73', null]

/** `count` buildings, each with an effort to secure it, two units with their occupants, and some makerspace. */
export async function fillSpace(ctx: Ctx, { towns, zones }: Places, enterprises: string[], count: number, seed = 11) {
  const roll = dice(seed)
  const pick = <T>(all: readonly T[]): T => all[roll(all.length)]!
  const dayIn = (month: string) => `${month}-${String(1 + roll(28)).padStart(2, '0')}`
  const later = (month: string, by: number) => span[Math.min(span.length - 1, span.indexOf(month) + by)]!
  const area = (most: number) => (1 + roll(most * 100)) / 100
  const record = (knownFrom: string, knownUntil: string | null = null) => ({
    evidence: null,
    note: null,
    recordedBy: '周科',
    knownFrom,
    knownUntil,
  })
  /** Recorded when heard of; now and then withdrawn again and set right later. */
  const recorded = <R extends { since: string; area: number }>(row: R, month: string) => {
    const heard = dayIn(later(month, 1 + roll(2)))
    const known = heard > row.since ? heard : row.since
    if (roll(4)) return [{ ...row, ...record(known) }]
    const righted = dayIn(later(known.slice(0, 7), 2))
    if (righted <= known) return [{ ...row, ...record(known) }]
    return [
      { ...row, area: area(400), ...record(known, righted) },
      { ...row, ...record(righted) },
    ]
  }
  for (let i = 0; i < count; i += 1) {
    const place = { town: pick(towns), zone: roll(3) ? pick(zones) : null }
    const [building] = await ctx.db
      .insert(buildings)
      .values({ ...bareBuilding, ...place, name: `楼宇${i}`, area: 9000 })
      .returning()
    const [floor] = await ctx.db
      .insert(floors)
      .values({ building: building!.id, number: 1, area: 4000, height: null, load: null })
      .returning()
    const of = { building: building!.id, ...place }
    const mode = pick(['purchase', 'lease', 'own', null] as const)
    const [effort] = await ctx.db
      .insert(acquisitions)
      .values({ ...of, name: `收储${i}`, mode, holder: null, status: 'found', partners: [], area: area(800), note: null })
      .returning()
    let month = pick(span.slice(0, 24))
    let since = dayIn(month)
    for (const [at, stage] of way.slice(0, 1 + roll(way.length)).entries()) {
      const next = later(month, 2 + roll(5))
      const until = roll(3) || at === 0 ? dayIn(next) : null
      const row = {
        ...of,
        acquisition: effort!.id,
        mode,
        stage,
        area: area(800),
        since,
        until: until && until > since ? until : null,
      }
      await ctx.db.insert(acquisitionStageRows).values(recorded(row, month))
      if (row.until === null) break
      month = next
      since = row.until
    }
    for (const name of ['101', '102']) {
      const [unit] = await ctx.db
        .insert(units)
        .values({ ...bareUnit, ...of, floor: floor!.id, name, area: 2000, since: '2020-01-01' })
        .returning()
      let entered = pick(span.slice(0, 30))
      for (let stay = roll(3); stay > 0; stay -= 1) {
        const [from, end] = [dayIn(entered), later(entered, 6 + roll(12))]
        if (end <= entered) break
        const enterprise = roll(4) ? pick(enterprises) : null
        const row = {
          ...of,
          unit: unit!.id,
          use: pick(['office', 'plant'] as const),
          enterprise,
          occupant: '某单位',
          division: pick(divisions),
          area: area(1500),
          since: from,
          until: `${end}-01`,
        }
        await ctx.db.insert(occupancies).values(recorded(row, entered))
        entered = end
      }
    }
    if (roll(2)) {
      const opened = pick(span.slice(0, 36))
      const row = {
        ...of,
        name: `双创${i}`,
        kind: pick(['nursery', 'incubator'] as const),
        operator: '园城公司',
        area: area(600),
        since: dayIn(opened),
        until: roll(4) ? null : dayIn(later(opened, 6)),
      }
      await ctx.db.insert(makerspaces).values(recorded(row, opened))
    }
  }
}

export const bareBuilding = {
  carrier: null,
  address: '某路 1 号',
  ownership: 'state' as const,
  owner: '某公司',
  certificate: 'certified' as const,
  certificateNumber: null,
  plannedUse: null,
  structure: null,
  builtIn: null,
  floorsAbove: 1,
  floorsBelow: 0,
  fireClass: null,
  lifts: null,
  goodsLifts: null,
  parking: null,
  power: null,
  network: null,
  facilities: [],
  transport: null,
  operator: null,
  team: null,
  directions: [],
  keeperName: null,
  keeperPhone: null,
  longitude: null,
  latitude: null,
  datum: null,
  precision: null,
  pinnedBy: null,
  source: '走访',
  asOf: '2020-01-01',
  confirmedOn: null,
}
export const bareUnit = {
  use: 'office' as const,
  netArea: null,
  height: null,
  load: null,
  power: null,
  fitOut: null,
  rent: null,
  fee: null,
  readyOn: null,
  about: null,
  listed: false,
  until: null,
  origins: [],
  confirmedOn: null,
}
