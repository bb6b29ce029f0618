/** A district with a plan, full ledgers and every indicator of the demo defined: what the cockpit has to tell of. */
import { readdirSync, readFileSync } from 'node:fs'
import type { Definition } from '#engines/indicator/definition.ts'
import { readDefinitions } from '#engines/indicator/text/read.ts'
import { filingRules } from '#modules/filing/tables.ts'
import { enact } from '#modules/indicator/actions/definition.ts'
import { ledgers } from '#modules/indicator/ledgers.ts'
import { boundaries, spots } from '#modules/org/tables.ts'
import { machine } from '#platform/context.ts'
import { type District, openDistrict, publishPlan, region, type Town } from './it.ts'
import { enterSeries, fillLedgers, foundPlaces } from './ledgers.ts'

export const definitions: Definition[] = readdirSync('seed/indicators')
  .sort()
  .flatMap((file) => readDefinitions(readFileSync(`seed/indicators/${file}`, 'utf8'), ledgers))

/** Reports are due on the eighth working day; the plan is in force from 2024-01-08. */
export async function openWall(): Promise<District & { town: Town; firms: string[]; zones: string[] }> {
  const district = await openDistrict()
  const town = await publishPlan(district)
  const made = await district.run(machine(region), '2022-01-04', async (ctx) => {
    const rule = { dueWorkday: 8, enough: 0, swing: 0.5, least: 1_000_000, staleDays: 180, renewalDays: 90, basis: '演示规则' }
    await ctx.db.insert(filingRules).values({ ...rule, since: '2021-01-01' })
    const places = await foundPlaces(ctx)
    const [zone] = places.zones
    await ctx.db
      .insert(spots)
      .values({ org: zone!, longitude: 106.4, latitude: 29.8, precision: 'approx', note: '位置为示意', since: '2022-01-01' })
    await ctx.db.insert(boundaries).values({
      areaCode: region,
      rings: [
        [
          [106, 29],
          [107, 29],
          [106, 30],
          [106, 29],
        ],
      ],
      source: '示例',
      note: '边界为示意',
      since: '2022-01-01',
    })
    for (const definition of definitions) await enact(ctx, definition, { text: '', reason: null })
    const firms = await fillLedgers(ctx, places, 60)
    await enterSeries(ctx, town.org.经信委)
    return { firms, zones: places.zones }
  })
  return { ...district, town, ...made }
}
