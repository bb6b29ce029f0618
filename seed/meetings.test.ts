/** The meetings of the demo district: held, minuted, what they charged done or under way, one coming. */
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { machine } from '#platform/context.ts'
import { drizzleOn, openPool } from '#platform/database/pool.ts'
import { databaseUrl } from '#test/database.ts'
import { demoDay } from './demo.ts'
import { found } from './found.ts'
import { meetingScenes } from './meetings.ts'
import { play } from './stage.ts'

const region = '500109'
let owner: pg.Client
let app: pg.Pool
beforeAll(async () => {
  const url = await databaseUrl()
  owner = new pg.Client(url)
  await owner.connect()
  app = openPool(url, 'app')
  const acts = [[{ day: '2022-10-08', actor: machine(region), action: 'seed', work: found }], meetingScenes(region, demoDay)]
  await play(drizzleOn(app), acts, async () => false)
}, 120_000)
afterAll(() => Promise.all([app.end(), owner.end()]))

const rows = async (text: string) => (await owner.query(text)).rows

it('quarter after quarter are minuted under running numbers, and one is called after the day the demo opens on', async () => {
  const told =
    await rows(`select to_char(starts_at, 'YYYY-MM') as month, minutes_number from meeting m join org o on o.id = m.body
    where o.short_name = '领导小组' and m.status = 'minuted' order by starts_at`)
  expect(told).toHaveLength(13)
  expect(told.at(-1)).toEqual({ month: '2025-10', minutes_number: '〔2025〕4号' })
  const coming = await rows(`select title, status from meeting where starts_at > '${demoDay}' order by starts_at`)
  expect(coming).toEqual([
    { title: '领导小组2025年第五次会议', status: 'called' },
    { title: '场所优化组2025年第二次工作会议', status: 'preparing' },
  ])
})

it('every charge is exactly one matter, most of them done, and whoever is away has his deputy', async () => {
  const [counts] = await rows(`select count(*)::int as charges, count(distinct d.matter)::int as matters,
    count(*) filter (where m.status = 'closed')::int as closed from decision d join matter m on m.id = d.matter where d.owner is not null`)
  expect(counts.matters).toBe(counts.charges)
  expect(await rows(`select count(*)::int as n from matter where origin = 'decision'`)).toEqual([{ n: counts.charges }])
  expect(counts.closed).toBeGreaterThan(counts.charges * 0.8)
  expect(
    await rows(`select name, stands_in_for from attendance a join meeting m on m.id = a.meeting
      where m.status = 'called' and stands_in_for is not null`),
  ).toEqual([{ name: '小何', stands_in_for: '文姐' }])
})
