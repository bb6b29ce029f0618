/** Figures of other authorities: the district's product, the value software adds to it, and reports in the media. */
import { eq } from 'drizzle-orm'
import { entries } from '#modules/indicator/tables.ts'
import { addWorkdays } from '#platform/calendar.ts'
import { actorNamed } from '#seed/cast.ts'
import { chanceOf } from '#seed/history/chance.ts'
import { idOf } from '#seed/identity.ts'
import type { Scene } from '#seed/stage.ts'
import { endOf, months } from '../calendar.ts'

type Series = (typeof entries.$inferInsert)['series']
type Figure = { asOf: string; value: number; source: string; enteredOn: string }

const yi = 100_000_000
/** Product, and the part software has in it. */
const accounts: [asOf: string, gdp: number, share: number, enteredOn: string, note: string][] = [
  ['2021-12-31', 712.4 * yi, 0.066, '2022-10-25', '2021年地区生产总值核算'],
  ['2022-12-31', 736.9 * yi, 0.0706, '2023-02-14', '2022年地区生产总值核算'],
  ['2023-12-31', 774.2 * yi, 0.0798, '2024-02-20', '2023年地区生产总值核算'],
  ['2024-12-31', 818.5 * yi, 0.0894, '2025-02-18', '2024年地区生产总值核算'],
  ['2025-09-30', 846.3 * yi, 0.096, '2025-11-11', '近四个季度地区生产总值核算'],
]

export function entryScenes(region: string): Scene[] {
  const products = accounts.flatMap(([asOf, gdp, share, enteredOn, note]) => {
    const source = `区发展改革委：${note}（演示设定）`
    return [
      ...entered('gdp', '罗科', { asOf, value: Math.round(gdp), source, enteredOn }, region),
      ...entered('software-value-added', '罗科', { asOf, value: Math.round(gdp * share), source, enteredOn }, region),
    ]
  })
  const told = months.filter((month) => month >= '2022-10').flatMap((month, nth) => coverageOf(month, nth, region))
  return [...products, ...told]
}

/** Month by month a little more is written about the district's software. */
function coverageOf(month: string, nth: number, region: string): Scene[] {
  const chance = chanceOf('coverage', month)
  const value = 6 + Math.floor(nth / 4) + chance.between(0, 5)
  const figure = {
    asOf: endOf(month),
    value,
    source: '区融媒体中心：主要媒体刊播篇数统计（演示）',
    enteredOn: addWorkdays(endOf(month), chance.between(2, 5)),
  }
  return entered('coverage', '文姐', figure, region, month === '2024-05' ? '漏计两篇转载报道，核对后更正' : null)
}

function entered(
  series: Series,
  by: string,
  { asOf, value, source, enteredOn }: Figure,
  region: string,
  mistake: string | null = null,
): Scene[] {
  const actor = actorNamed(by, region)
  const row = { series, asOf, source, keeper: actor.org!, enteredBy: by, knownUntil: null }
  const id = idOf(region, 'entry', series, asOf)
  const first: Scene = {
    day: enteredOn,
    actor,
    action: 'indicator/enter',
    work: ({ db }) =>
      db.insert(entries).values({ id, ...row, value: mistake ? value - 2 : value, knownFrom: enteredOn, reason: null }),
  }
  if (!mistake) return [first]
  const day = addWorkdays(enteredOn, 9)
  const corrected: Scene = {
    day,
    actor,
    action: 'indicator/correctEntry',
    work: async ({ db }) => {
      await db.update(entries).set({ knownUntil: day }).where(eq(entries.id, id))
      await db.insert(entries).values({ ...row, value, knownFrom: day, reason: mistake })
    },
  }
  return [first, corrected]
}
