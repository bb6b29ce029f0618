/** Carriers, buildings and their floors as rows; what the plan does not say of them is drawn by chance. */
import { readFileSync } from 'node:fs'
import type { buildings, carriers, floors } from '#modules/space/tables.ts'
import { bodies } from '#seed/bodies.ts'
import { orgId } from '#seed/cast.ts'
import { zones } from '#seed/enterprises/firms/places.ts'
import { type Chance, chanceOf } from '#seed/history/chance.ts'
import { companyOf } from '../book/days.ts'
import { floorArea, hundred } from '../fill/stock.ts'
import { buildingId, carrierId, floorId } from './ids.ts'
import { type Carrier, carriers as known, type Site } from './sites.ts'

export const source = '演示数据（虚构）'
export const zoneId = (zone: string | null, region: string) => (zone ? orgId(zone, region) : null)
/** A park's company by its full name. */
export const companyName = (zone: string): string =>
  bodies.find(({ shortName }) => shortName === (zone === '水土新城' ? '水土公司' : companyOf(zone)))!.name

export const carrierRow = ({ name, zone, town }: Carrier, region: string): typeof carriers.$inferInsert & { id: string } => ({
  id: carrierId(name, region),
  name,
  zone: zoneId(zone, region),
  town: orgId(town, region),
  operator: companyName(zone),
  note: '演示数据：载体名称见于方案或为虚构，楼栋、面积均为虚构',
})

export const floorAreas = (site: Site): number[] => Array.from({ length: site.floors }, (_, i) => floorArea(site, i + 1))
export const floorsTogether = (site: Site): number => floorAreas(site).reduce((sum, area) => sum + area, 0)

type BuildingRow = typeof buildings.$inferInsert & { id: string }

export function buildingRow(site: Site, region: string, on: string): BuildingRow {
  const chance = chanceOf('building', site.name)
  const { name, carrier, zone, town, kind, floors: floorsAbove, built: builtIn } = site
  const office = kind === 'office'
  const state = chance.happens(0.7)
  const certified = chance.happens(0.8)
  return {
    id: buildingId(site, region),
    name,
    carrier: carrier ? carrierId(carrier, region) : null,
    zone: zoneId(zone, region),
    town: orgId(town, region),
    address: `重庆市北碚区${town}${chance.pick(['数谷路', '云汉支路', '缙麓路', '星光大道'])}${chance.between(1, 160)}号（演示）`,
    ownership: state ? 'state' : chance.pick(['collective', 'private', 'private', 'other'] as const),
    owner: state ? '北碚区某国有资产经营公司（演示）' : `${name.replace('（演示）', '')}产权单位（演示）`,
    certificate: certified ? 'certified' : chance.pick(['pending', 'none'] as const),
    certificateNumber: certified ? `演示权证${String(chance.between(1, 999_999)).padStart(6, '0')}号` : null,
    plannedUse: office ? '商务办公' : '工业',
    structure: office ? chance.pick(['frame', 'frame-wall'] as const) : chance.pick(['frame', 'steel'] as const),
    builtIn,
    floorsAbove,
    floorsBelow: office ? chance.between(0, 2) : 0,
    area: Math.ceil(floorsTogether(site) * 1.04) / hundred,
    fireClass: builtIn >= 2005 ? 'one' : 'two',
    lifts: office ? chance.between(2, 4) : chance.between(0, 1),
    goodsLifts: office ? chance.between(0, 1) : chance.between(1, 3),
    parking: chance.between(20, 160),
    power: chance.pick([630, 800, 1000, 1250, 1600, 2000]),
    network: chance.pick(['双路光纤，千兆到楼', '三家运营商光纤到户', '万兆光纤，5G 全覆盖']),
    facilities: offered(chance),
    transport: chance.pick(['距轨道交通站点约 800 米', '公交站步行 3 分钟', '园区接驳车直达轨道交通站点']),
    operator: zone ? companyName(zone) : null,
    team: zone ? chance.between(2, 8) : null,
    directions: zones.find(({ park }) => park === zone)?.directions.slice(0, chance.between(1, 3)) ?? [],
    keeperName: chance.happens(0.93) ? `${chance.pick([...'陈李罗杨周吴唐蒋谭冉'])}楼长` : null,
    keeperPhone: `023-0000${String(chance.between(0, 9999)).padStart(4, '0')}`,
    ...pinned(site, chance),
    datum: 'WGS-84',
    precision: 'approx',
    pinnedBy: '小何',
    source,
    asOf: on,
    confirmedOn: on,
  }
}

const offered = (chance: Chance): BuildingRow['facilities'] => [
  'parking',
  ...(['canteen', 'meeting', 'dormitory', 'roadshow', 'metro', 'bus', 'charging'] as const).filter(() => chance.happens(0.45)),
]

type Spot = { name: string; at: [number, number] }
const spots = (JSON.parse(readFileSync(new URL('../../map/zones.json', import.meta.url), 'utf8')) as { zones: Spot[] }).zones

/** Near the point that stands for its zone: where buildings really would be is not known. */
function pinned({ zone, carrier }: Site, chance: Chance): { longitude: number; latitude: number } {
  const park = bodies.find(({ shortName }) => shortName === (zone ?? '缙云园城'))!
  const [longitude, latitude] = spots.find(({ name }) => name === park.name)!.at
  const { east, north } = known.find(({ name }) => name === carrier) ?? {
    east: (chance.fraction() - 0.5) * 0.04,
    north: (chance.fraction() - 0.5) * 0.03,
  }
  const apart = () => (chance.fraction() - 0.5) * 0.005
  return { longitude: rounded(longitude + east + apart()), latitude: rounded(latitude + north + apart()) }
}
const rounded = (degrees: number) => Math.round(degrees * 1e5) / 1e5

export const floorRows = (site: Site, region: string): (typeof floors.$inferInsert & { id: string })[] =>
  floorAreas(site).map((area, i) => {
    const office = site.kind === 'office'
    return {
      id: floorId(site, i + 1, region),
      building: buildingId(site, region),
      number: i + 1,
      area: area / hundred,
      height: (office ? 3.4 : 4.8) + (i === 0 ? 0.9 : 0),
      load: office ? 2.5 : i === 0 ? 10 : 6,
    }
  })
