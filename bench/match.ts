/** How long matching one need takes among 50,000 units of 500 buildings, beside a bare pass over the same units. */
import { match } from '#engines/allocation/match/match.ts'
import { type Need, openNeed } from '#engines/allocation/match/need.ts'
import { optionsFor } from '#engines/allocation/match/options.ts'
import { defaultRules } from '#engines/allocation/match/rules.ts'
import type { FireClass, Unit } from '#engines/allocation/match/unit.ts'
import { ms, ratio, spread } from './measure.ts'

const today = '2025-12-02'
const directions = ['数字城市', '数字文创', '数字平台经济', '集成电路']
const fireClasses: (FireClass | null)[] = ['one', 'two', 'two', 'three', null]

/** Floors of five rooms in a row, each over the one below. */
function districtOf(buildings: number, floors: number): Unit[] {
  return Array.from({ length: buildings * floors * 5 }, (_, n) => {
    const [building, floor, room] = [Math.floor(n / (floors * 5)), 1 + (Math.floor(n / 5) % floors), n % 5]
    // Spread by a multiplication, so that every run measures the same district.
    const drawn = (n * 2_654_435_761) % 4_294_967_296
    const at = (b: number, f: number, r: number) => `${b}-${f}-${r}`
    return {
      id: at(building, floor, room),
      name: `${floor}0${room + 1} 室`,
      building: String(building),
      buildingName: `${building} 号楼`,
      floor,
      zone: `z${building % 7}`,
      zoneName: `${building % 7} 片区`,
      area: 40 + (drawn % 80_000) / 100,
      rent: drawn % 11 === 0 ? null : 18 + (drawn % 2500) / 100,
      fee: 2 + (building % 30) / 10,
      readyOn: drawn % 13 === 0 ? null : `2025-${String(1 + (drawn % 12)).padStart(2, '0')}-15`,
      freeFrom: drawn % 3 === 0 ? `2026-0${1 + (drawn % 9)}-01` : '2025-01-01',
      load: drawn % 17 === 0 ? null : 2 + (drawn % 5) / 2,
      height: 2.8 + (building % 20) / 10,
      power: 20 + (drawn % 100),
      network: building % 3 === 0 ? ['千兆光纤', '双路由'] : ['千兆光纤'],
      lifts: 1 + (building % 4),
      parking: building % 200,
      fireClass: fireClasses[building % 5]!,
      use: building % 4 === 0 ? '厂房' : '办公',
      directions: building % 2 === 0 ? [] : [directions[building % 4]!],
      facilities: building % 5 === 0 ? ['食堂', '会议室', '宿舍'] : ['会议室'],
      longitude: 106.31 + (building % 37) / 100,
      latitude: 29.66 + (building % 41) / 100,
      precision: building % 6 === 0 ? 'approx' : 'exact',
      adjacent: [at(building, floor, room + 1), at(building, floor + 1, room)],
      tenants: { [directions[building % 4]!]: building % 8 },
      confirmedOn: `2025-${String(1 + (building % 11)).padStart(2, '0')}-20`,
    }
  })
}

const careful: Need = {
  ...openNeed,
  area: { from: 600, to: 800 },
  budget: 24_000,
  readyBy: '2026-03-01',
  load: 2.5,
  direction: '数字城市',
  zones: [1, 2, 3].map((n) => ({ id: `z${n}`, name: `${n} 片区` })),
  facilities: ['会议室'],
  location: { name: '区政府', longitude: 106.44, latitude: 29.82, within: 15 },
  near: [{ building: '7', name: '演示企业', longitude: 106.4, latitude: 29.8 }],
}
const needs: [name: string, need: Need][] = [
  ['everything asked', careful],
  ['area and people only, over floors', { ...openNeed, people: 60, floors: true }],
  ['one unit wanted, combinations told as near misses', { ...careful, combine: false }],
  ['nothing asked, all fit', openNeed],
]

export async function bench(): Promise<void> {
  const units = districtOf(500, 20)
  const bare = await spread(
    20,
    () => units.filter(({ area, rent, load }) => area > 600 && (rent ?? 0) < 30 && (load ?? 9) > 2.5).length,
  )
  for (const [name, need] of needs) {
    const { fitting, nearMisses, unfinished } = match(need, units, defaultRules, today)
    const { median, p95 } = await spread(20, () => match(need, units, defaultRules, today))
    console.log(
      `${units.length} units, ${name}: ${ms(median)} (p95 ${ms(p95)}), ${ratio(median, bare.median)} a bare pass; ` +
        `${fitting.singles} units and ${fitting.combinations} combinations fit, ${nearMisses.length} near misses, ${unfinished.length} buildings cut short`,
    )
  }
  const small = districtOf(20, 20)
  const firms = Array.from(
    { length: 800 },
    (_, n): Need => ({ ...openNeed, people: 8 + (n % 60), direction: directions[n % 4]!, budget: 4000 + (n % 60) * 400 }),
  )
  const begun = performance.now()
  const options = optionsFor(firms, small, defaultRules, today)
  const count = options.reduce((sum, list) => sum + list.length, 0)
  console.log(`${firms.length} firms among ${small.length} units: ${count} options in ${ms(performance.now() - begun)}`)
}
