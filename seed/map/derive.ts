/**
 * Derives the maps of this folder from the public ones, once: `npx tsx seed/map/derive.ts chongqing.json`
 * with map/json/province/chongqing.json of echarts 4.9.0.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { type Place, toWgs } from '#engines/geo/datum.ts'

type Feature = {
  id: string
  properties: { name: string }
  geometry: { type: 'Polygon'; coordinates: string[]; encodeOffsets: Place[] }
}

const code = '500109'
/** A place that stands for a zone: a station has coordinates, the others are set by eye. */
const stations: [zone: string, place: string, gcj: Place][] = [
  ['缙云人文科技城', '轨道交通天生站', [106.42358, 29.81545]],
  ['蔡家智慧新城', '轨道交通蔡家站', [106.49228, 29.73561]],
]
const guesses: [zone: string, place: string, wgs: Place][] = [
  ['西部（重庆）科学城北碚园区', '歇马街道', [106.36, 29.77]],
  ['两江水土新城', '水土街道', [106.5, 29.79]],
  ['温泉谷两山生态文旅产业园', '北温泉街道', [106.4, 29.86]],
  ['生态农业科技产业示范区', '静观镇', [106.57, 29.88]],
]

const file = process.argv[2]
if (!file) throw new Error('Name the file chongqing.json of echarts 4.9.0.')
const { features } = JSON.parse(readFileSync(file, 'utf8')) as { features: Feature[] }
const district = features.find(({ id }) => id === code)
if (!district) throw new Error(`No district ${code} in ${file}.`)

/** Steps of 1/1024 degree from point to point, folded to be positive and written as the characters from @ on. */
function decode(ring: string, [x, y]: Place): Place[] {
  const steps = Array.from(ring, (character) => character.charCodeAt(0) - 64).map((folded) => (folded >> 1) ^ -(folded & 1))
  return Array.from({ length: steps.length / 2 }, (_, at): Place => {
    x += steps[2 * at]!
    y += steps[2 * at + 1]!
    return [x / 1024, y / 1024]
  })
}

const rounded = (place: Place) => place.map((degrees) => Number(degrees.toFixed(5))) as Place
const { coordinates, encodeOffsets } = district.geometry
const rings = coordinates.map((ring, at) => decode(ring, encodeOffsets[at]!).map((place) => rounded(toWgs(place))))

const write = (name: string, content: unknown) => writeFileSync(new URL(name, import.meta.url), JSON.stringify(content))
write(`${code}.json`, {
  type: 'Feature',
  properties: {
    code,
    name: district.properties.name,
    source: 'Apache ECharts 4.9.0 地图数据（Apache-2.0）',
    datum: 'WGS-84（由 GCJ-02 换算）',
    note: '边界为示意，不作为划界依据',
  },
  geometry: { type: 'Polygon', coordinates: rings },
})

const zone = (name: string, place: string, at: Place) => ({
  name,
  place,
  at: rounded(at),
  precision: 'approx',
  note: '位置为示意',
})
write('zones.json', {
  code,
  datum: 'WGS-84',
  zones: [
    ...stations.map(([name, place, gcj]) => zone(name, place, toWgs(gcj))),
    ...guesses.map(([name, place, wgs]) => zone(name, place, wgs)),
  ],
})
