/** The real database of a test file with a small district in it: three units, a leader, and a published plan of three tasks. */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { orgs } from '#modules/org/tables.ts'
import { plans, targets, tasks, taskUnits, zones } from '#modules/plan/tables.ts'
import { type Actor, type Ctx, machine, type Role } from '#platform/context.ts'
import { drizzleOn, openPool } from '#platform/database/pool.ts'
import { session } from '#platform/session.ts'
import { databaseUrl } from './database.ts'

export const region = '500109'

/** Any action, called as somebody on some day; answers or throws what the action does. */
export type Play = <I, O>(actor: Actor, today: string, action: (ctx: Ctx, input: I) => Promise<O>, input: I) => Promise<O>

export async function openDistrict() {
  const url = await databaseUrl()
  const owner = new pg.Client(url)
  await owner.connect()
  const app = openPool(url, 'app', 4)
  const run = <T>(actor: Actor, today: string, work: (ctx: Ctx) => Promise<T>) =>
    session(drizzleOn(app), () => new Date(`${today}T02:00:00Z`)).run(actor, 'test/play', work)
  const play: Play = (actor, today, action, input) => run(actor, today, (ctx) => action(ctx, input))
  return { owner, run, play, close: () => Promise.all([app.end(), owner.end()]) }
}
export type District = Awaited<ReturnType<typeof openDistrict>>

/** The sentence an action refuses with. */
export const refusal = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => '没有拒绝',
    (error: Error) => error.message,
  )

const actor = (name: string, role: Role, org: string | null): Actor => ({ id: name, name, role, org, region })

/** Published on `publishedOn` for 2024; 经信委 leads the first task, 科技局 the second, 财政局 cooperates, 园城 is in neither. */
export async function publishPlan({ run }: District, publishedOn = '2024-01-08') {
  return run(machine(region), publishedOn, async ({ db }) => {
    const names = {
      经信委: 'department',
      科技局: 'department',
      财政局: 'department',
      园城: 'park',
      区政府: 'government',
    } as const
    const found = await db
      .insert(orgs)
      .values(Object.entries(names).map(([name, kind]) => ({ name, shortName: name, kind, aliases: [] })))
      .returning()
    const org = Object.fromEntries(found.map(({ name, id }) => [name, id])) as Record<keyof typeof names, string>
    const [plan] = await db.insert(plans).values(planOf(publishedOn)).returning()
    const keys = [randomUUID(), randomUUID(), randomUUID()] as const
    const rows = await db
      .insert(tasks)
      .values(['盘活楼宇', '培育企业', '联络服务'].map((title, i) => ({ ...place(plan!.id, keys[i]!, i), ...words(title, i) })))
      .returning()
    const staff = [
      [0, '经信委', 'lead'],
      [0, '财政局', 'partner'],
      [1, '科技局', 'lead'],
      [1, '经信委', 'partner'],
      [2, '经信委', 'lead'],
    ] as const
    const unit = { plan: plan!.id, confirmedBy: '周科' }
    await db.insert(taskUnits).values(
      staff.map(([at, printed, duty], ordinal) => ({
        ...unit,
        task: rows[at]!.id,
        taskKey: keys[at]!,
        ordinal,
        printed,
        duty,
        org: org[printed],
      })),
    )
    const target = { plan: plan!.id, key: randomUUID(), keeper: org.科技局 }
    await db.insert(targets).values([
      { ...targetOf('新增企业', 0), ...target },
      { ...targetOf('从业人员', 1), ...target, key: randomUUID(), keeper: null },
    ])
    await db.insert(zones).values({
      ...place(plan!.id, randomUUID(), 0),
      name: '缙云人文科技城',
      note: null,
      carriers: ['一号楼'],
      brand: '人文科技',
      text: '发展软件。',
      org: null,
    })
    return {
      plan: plan!,
      org,
      tasks: { building: keys[0], firms: keys[1], liaison: keys[2] },
      target: target.key,
      office: actor('周科', 'office', org.经信委),
      science: actor('柯科', 'department', org.科技局),
      finance: actor('钱科', 'department', org.财政局),
      park: actor('老秦', 'park', org.园城),
      leader: actor('顾常务', 'leader', org.区政府),
      visitor: actor('访客', 'public', null),
    }
  })
}
export type Town = Awaited<ReturnType<typeof publishPlan>>

const place = (plan: string, key: string, ordinal: number) => ({ plan, key, ordinal, spanStart: null, spanEnd: null })
const words = (title: string, at: number) => ({ number: String(at + 1), title, text: `${title}的内容`, taskGroup: null })
const planOf = (publishedOn: string) => ({
  series: randomUUID(),
  version: 1,
  status: 'published' as const,
  title: '示例行动方案',
  documentNumber: null,
  issuer: null,
  issuedOn: publishedOn,
  from: 2024,
  to: 2025,
  follows: null,
  file: null,
  text: '示例',
  directions: [],
  workingGroups: [],
  copiedTo: [],
  warnings: [],
  publishedOn,
  publishedBy: '周科',
  revision: null,
  demo: true,
})
const targetOf = (subject: string, ordinal: number) => ({
  ordinal,
  spanStart: null,
  spanEnd: null,
  subject,
  comparator: '>=' as const,
  value: 100,
  upper: null,
  unit: '家',
  kind: 'total' as const,
  year: 2025,
  scope: [],
  baselineValue: 0,
  baselineYear: 2023,
  baselineSource: '统计年报',
  baselineSignedBy: '周科',
  baselineSignedOn: '2024-01-02',
  owners: [],
})
