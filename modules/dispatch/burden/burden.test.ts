/** What units type is counted from the journal once, entry by entry; what the machine adds, imports bring or a unit only confirms is not typed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modules } from '#modules/index.ts'
import { type Actor, type Ctx, machine } from '#platform/context.ts'
import { drizzleOn, openPool } from '#platform/database/pool.ts'
import { session } from '#platform/session.ts'
import { databaseUrl } from '#test/database.ts'
import { type District, openDistrict, publishPlan, refusal, region, type Town } from '#test/it.ts'
import { burden } from './actions.ts'
import { countOn } from './count.ts'
import { typedBy } from './typed.ts'

const { work } = modules
const typed = typedBy(modules)
let at: District
let town: Town
let app: ReturnType<typeof openPool>
beforeAll(async () => {
  at = await openDistrict()
  town = await publishPlan(at)
  app = openPool(await databaseUrl(), 'app', 2)
})
afterAll(() => Promise.all([at.close(), app.end()]))

/** As the server runs it: under the name of the action. */
const act = <T>(by: Actor, day: string, action: string, run: (ctx: Ctx) => Promise<T>) =>
  session(drizzleOn(app), () => new Date(`${day}T02:00:00Z`)).run(by, action, run)
const count = (day = '2024-08-01') => at.run(machine(region), day, (ctx) => countOn(ctx, typed))
const told = (month: string, by: Actor = town.finance) => at.play(by, '2024-08-01', burden, { month })
const unit = async (month: string) => (await told(month)).units.find(({ name }) => name === '科技局')

const words = { progress: '举办对接会', problems: null, next: '继续走访', unchanged: false }
const save = (month: string, day: string, rest = {}) =>
  act(town.science, day, 'work/saveReport', (ctx) => work.saveReport(ctx, { task: town.tasks.firms, month, ...words, ...rest }))

describe('what is typed', () => {
  it('is what an action asks for: not ids, not files, not what the machine adds', () => {
    expect(typed['work/saveReport']!.sort()).toEqual(['month', 'next', 'problems', 'progress', 'unchanged'])
    expect(typed['dispatch/confirmSheet']).toBeUndefined()
    expect(Object.keys(typed).filter((path) => path.startsWith('intake/'))).toEqual([])
  })
})

describe('the burden of a unit', () => {
  it('counts the fields typed and changed, in their month and ledger; a confirmation adds nothing', async () => {
    const { id } = await save('2024-06', '2024-07-02')
    await save('2024-06', '2024-07-03', { next: '扩大走访' })
    await act(town.science, '2024-07-03', 'work/handleReport', (ctx) => work.handleReport(ctx, { id, step: 'submit' }))
    await act(machine(region), '2024-07-03', 'work/saveReport', ({ db }) =>
      db.execute(`update report set problems = '系统补记' where id = '${id}'`),
    )
    await count()
    // Month, progress, next and whether unchanged; then the one that changed.
    expect(await unit('2024-07')).toMatchObject({
      fields: 5,
      entries: 2,
      ledgers: [{ ledger: 'report', title: '月度进展', fields: 5, entries: 2 }],
    })
  })

  it('is counted once, however often and by however many servers', async () => {
    await Promise.all([count(), count(), count()])
    expect((await unit('2024-07'))!.fields).toBe(5)
    await save('2024-07', '2024-08-01')
    await Promise.all([count(), count()])
    expect((await unit('2024-07'))!.fields).toBe(5)
    expect(await unit('2024-08')).toMatchObject({ fields: 4, before: 5 })
    expect((await unit('2024-08'))!.course.slice(-3)).toEqual([0, 5, 4])
  })

  it('comes to what the journal itself says', async () => {
    const { rows } = await at.owner.query(
      `select count(*) from journal j cross join lateral jsonb_each(j.after) f where j.action = 'work/saveReport' and j.role = 'department'
         and f.value <> 'null' and f.key in ('month', 'next', 'problems', 'progress', 'unchanged')`,
    )
    const all = (await told('2024-08')).course.reduce((sum, one) => sum + one, 0)
    expect(all).toBe(Number(rows[0].count))
  })

  it('is published to every official, to nobody else', async () => {
    for (const by of [town.leader, town.office, town.park]) expect((await told('2024-07', by)).units).toHaveLength(1)
    expect(await refusal(told('2024-07', town.visitor))).toContain('登录')
    expect(await refusal(told('2024-09'))).toBe('月份不能晚于本月')
  })
})
