/** Where enterprises of the demo district sit: its zones with their towns and the carriers the plan names, and who keeps whom. */
import { cast } from '#seed/cast.ts'
import type { Chance } from '#seed/history/chance.ts'

/** By short names (bodies.ts). */
export type Place = { town: string; zone: string | null; building: string | null }

type Zone = {
  park: string | null
  /** Who works for the park and checks its reports. */
  company: string | null
  towns: string[]
  carriers: string[]
  /** Of a hundred old and of a hundred new enterprises. */
  old: number
  fresh: number
  /** How much quicker than the district its enterprises grow a year. */
  drift: number
  directions: string[]
}

const ic = '集成电路（IC）暨智能传感器设计及应用'
export const zones: Zone[] = [
  {
    park: '缙云园城',
    company: '缙云公司',
    towns: ['天生街道', '天生街道', '朝阳街道', '龙凤桥街道'],
    carriers: ['亿达创智产业园', '神驰标准厂房', '大学科技园'],
    old: 30,
    fresh: 32,
    drift: 0.04,
    directions: ['数字文创', '数字城市', '数字平台经济'],
  },
  {
    park: '蔡家园城',
    company: '蔡家公司',
    towns: ['蔡家岗街道', '蔡家岗街道', '童家溪镇', '施家梁镇'],
    carriers: ['工业互联网产业生态园'],
    old: 20,
    fresh: 27,
    drift: 0.07,
    directions: ['数字平台经济', ic, '数字城市'],
  },
  {
    park: '科学城园区',
    company: '科学城公司',
    towns: ['歇马街道'],
    carriers: ['科学城标准化厂房', '闲置厂房'],
    old: 14,
    fresh: 17,
    drift: 0.01,
    directions: [ic, '数字城市'],
  },
  {
    park: '温泉谷',
    company: '温泉谷公司',
    towns: ['北温泉街道', '北温泉街道', '澄江镇'],
    carriers: ['闲置楼宇', '工业厂房'],
    old: 12,
    fresh: 4,
    drift: -0.16,
    directions: ['数字文创', '数字平台经济'],
  },
  {
    park: '农业示范区',
    company: '农业公司',
    towns: ['静观镇', '静观镇', '柳荫镇', '三圣镇', '金刀峡镇'],
    carriers: ['乡村集体资产', '闲置厂房'],
    old: 5,
    fresh: 4,
    drift: -0.01,
    directions: ['数字平台经济', '数字文创'],
  },
  {
    park: null,
    company: null,
    towns: ['天生街道', '朝阳街道', '北温泉街道', '东阳街道', '龙凤桥街道', '蔡家岗街道', '澄江镇', '童家溪镇', '天府镇'],
    carriers: [],
    old: 19,
    fresh: 16,
    drift: -0.02,
    directions: ['数字城市', '数字文创', '数字平台经济', ic],
  },
]

const draw = (lot: number, of: 'old' | 'fresh'): Zone => {
  let left = lot
  for (const zone of zones) {
    left -= zone[of]
    if (left < 0) return zone
  }
  return zones.at(-1)!
}

export function placeFor(chance: Chance, of: 'old' | 'fresh'): Place {
  const { park, towns, carriers } = draw(chance.between(0, 99), of)
  const building = carriers.length && chance.happens(0.85) ? chance.pick(carriers) : null
  return { town: chance.pick(towns), zone: park, building }
}

export const zoneOf = ({ zone }: Place): Zone => zones.find(({ park }) => park === zone)!

/** The unit that keeps an enterprise's file and checks its reports: its park's company, or the town. */
export const unitOf = ({ zone, town }: Place): string => zones.find(({ park }) => park === zone)!.company ?? town

const keepers = new Map(cast.filter(({ role }) => role === 'park' || role === 'town').map(({ org, name }) => [org, name]))
export const keeperOf = (place: Place): string => keepers.get(unitOf(place))!
