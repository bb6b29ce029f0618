/** Finding space among 50,000 listed units: map bounds and five filters, beside the count by hand-written SQL in the same run. */
import pg from 'pg'
import { findUnits } from '#modules/space/actions/find.ts'
import { visitor } from '#platform/context.ts'
import { drizzleOn, openPool } from '#platform/database/pool.ts'
import { session } from '#platform/session.ts'
import { fillUnits, region } from './large-space.ts'
import { ms, ratio, spread, withDatabase } from './measure.ts'

const today = '2025-12-02'
/** Another view of the map every time. */
function askingOn() {
  let n = 0
  return () => {
    n += 1
    return asked(n)
  }
}
/** A view over a quarter of the district, with five filters. */
const asked = (n: number) => {
  const [west, south] = [106.35 + (n % 10) * 0.01, 29.7 + (n % 7) * 0.01]
  return {
    bounds: [west, south, west + 0.19, south + 0.21] as [number, number, number, number],
    areaFrom: 80 + (n % 40),
    areaTo: 240,
    rentTo: 45,
    readyBy: '2026-03-31',
    load: 3,
    facilities: ['parking' as const],
  }
}
const byHand = `select count(*) from unit u join building b on b.id = u.building join floor f on f.id = u.floor
  where u.listed and u.area >= $5 and u.area <= 240 and u.rent <= 45 and u.ready_on <= '2026-03-31' and coalesce(u.load, f.load) >= 3
  and b.facilities @> '["parking"]' and b.longitude between $1 and $2 and b.latitude between $3 and $4`

export const bench = () =>
  withDatabase(async (url) => {
    const owner = new pg.Client(url)
    await owner.connect()
    const { seconds, buildings, units } = await fillUnits(owner)
    console.log(`filled ${units} units in ${buildings} buildings in ${Math.round(seconds)} s`)
    const pool = openPool(url, 'app', 2)
    const runs = session(drizzleOn(pool), () => new Date(`${today}T02:00:00Z`))
    const find = (input: object) => runs.run(visitor(region), 'bench', (ctx) => findUnits(ctx, input))
    const asking = askingOn()
    const filtered = await spread(200, () => find(asking()))
    const hand = await spread(200, () => {
      const { bounds, areaFrom } = asking()
      return owner.query(byHand, [bounds[0], bounds[2], bounds[1], bounds[3], areaFrom])
    })
    console.log(
      `bounds and five filters: median ${ms(filtered.median)}, p95 ${ms(filtered.p95)}; the bare count ${ms(hand.median)}, ${ratio(filtered.median, hand.median)}`,
    )
    const all = await spread(40, () => find({}))
    console.log(`nothing asked, all ${units} fit: median ${ms(all.median)}, p95 ${ms(all.p95)}`)
    await pool.end()
    await owner.end()
  })
