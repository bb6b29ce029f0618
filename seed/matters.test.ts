/** Supervision in the demo district: every task has its group, every kind of matter is there, and each state can be seen on the day it opens. */
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { machine } from '#platform/context.ts'
import { drizzleOn, openPool } from '#platform/database/pool.ts'
import { databaseUrl } from '#test/database.ts'
import { actorNamed } from './cast.ts'
import { demoDay } from './demo.ts'
import { assignTargets, confirmUnits, draftPlan, publishPlan, signBaselines } from './enact.ts'
import { found } from './found.ts'
import { matterScenes } from './matters.ts'
import { play } from './stage.ts'

const region = '500109'
let owner: pg.Client
let app: pg.Pool
beforeAll(async () => {
  const url = await databaseUrl()
  owner = new pg.Client(url)
  await owner.connect()
  app = openPool(url, 'app')
  const office = actorNamed('周科', region)
  const enacted = [draftPlan, assignTargets, confirmUnits, signBaselines, publishPlan].map((work, at) => ({
    ...{ day: `2022-10-${11 + at}`, actor: office, action: 'plan/enact', work },
  }))
  const first = [{ day: '2022-10-08', actor: machine(region), action: 'seed', work: found }]
  await play(drizzleOn(app), [first, enacted, matterScenes(region, demoDay)], async () => false)
}, 240_000)
afterAll(() => Promise.all([app.end(), owner.end()]))

const rows = async (text: string) => (await owner.query(text)).rows
const matter = async (title: string) => (await rows(`select * from matter where title = '${title}'`))[0]

it('every task is carried by one of the five groups, led by one of its members', async () => {
  const [counts] = await rows(`select count(distinct task)::int as tasks, count(distinct team)::int as teams,
    count(*) filter (where not exists (select 1 from member m where m.body = team and m.org = lead))::int as strange from charge`)
  expect(counts).toEqual({ tasks: 21, teams: 5, strange: 0 })
})

it('matters of three years are there, of each origin, most of them closed', async () => {
  const [counts] = await rows(`select count(*)::int as all, count(*) filter (where status = 'closed')::int as closed,
    count(*) filter (where status = 'cancelled')::int as cancelled, count(distinct origin)::int as origins from matter`)
  expect(counts).toEqual({ all: 25, closed: 15, cancelled: 1, origins: 5 })
})

it('on the day it opens one is late with a card and a notice to reply to, one has climbed, others ask for a delay, help and a judgement', async () => {
  const late = await matter('完成数字谷二期两层交付')
  expect(late).toMatchObject({ status: 'open', level: 'unit' })
  expect(await rows(`select colour, rule from card where matter = '${late.id}'`)).toEqual([{ colour: 'yellow', rule: 'overdue' }])
  expect(await rows(`select status from supervision where matter = '${late.id}'`)).toEqual([{ status: 'signed' }])
  expect(await matter('补齐高新技术企业培育进度')).toMatchObject({ status: 'open', level: 'office' })
  expect(await matter('标准厂房产权分割登记')).toMatchObject({ status: 'open', level: 'team' })
  expect(await matter('更新上市后备企业服务台账')).toMatchObject({ status: 'answered' })
  expect(await rows(`select kind, status from matter_reply where kind = 'delay' and status = 'waiting'`)).toHaveLength(1)
})
