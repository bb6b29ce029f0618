import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { orgs } from '#modules/org/tables.ts'
import { type Actor, machine, type Role } from '#platform/context.ts'
import { type District, openDistrict, refusal, region } from '#test/it.ts'
import { dropItem, saveItem, signBaseline } from './actions/item.ts'
import { matchUnit, printedUnits } from './actions/unit.ts'
import {
  close,
  describe as correct,
  discard,
  fullText,
  importDocument,
  list,
  original,
  publish,
  revise,
  show,
} from './actions/version.ts'

const day = '2022-10-20'
const person = (name: string, role: Role, home = region): Actor => ({ id: name, name, role, org: null, region: home })
const [office, second, leader, department, visitor, neighbour] = [
  person('周科', 'office'),
  person('小何', 'office'),
  person('顾常务', 'leader'),
  person('柯科', 'department'),
  person('访客', 'public'),
  person('邻区周科', 'office', '500199'),
]
const sample = { name: '样例方案.txt', bytes: new Uint8Array(readFileSync('seed/plan/样例方案.txt')) }

let town: District
let unit: string
beforeAll(async () => {
  town = await openDistrict()
  const [org] = await town.run(machine(region), day, ({ db }) =>
    db.insert(orgs).values({ name: '某单位', shortName: '某单位', kind: 'department', aliases: [] }).returning(),
  )
  unit = org!.id
})
afterAll(() => town.close())

const imported = async () => (await town.play(office, day, importDocument, { file: sample })).id
const shown = async (id: string, actor = office) => (await town.play(actor, day, show, { id }))!

/** Vouches for everything a draft leaves open. */
async function complete(plan: string): Promise<void> {
  for (const { id, comparator, baselineValue } of (await shown(plan)).targets)
    if (comparator !== 'qualitative' && baselineValue === null)
      await town.play(office, day, signBaseline, { plan, id, value: 0, year: 2021, source: '统计年报' })
  for (const { printed, confirmedBy } of await town.play(office, day, printedUnits, { plan }))
    if (!confirmedBy) await town.play(office, day, matchUnit, { plan, printed, orgs: [unit] })
}
async function published(): Promise<string> {
  const id = await imported()
  await complete(id)
  await town.play(office, day, publish, { id })
  return id
}
const revised = (id: string, reason = '完善') => town.play(office, day, revise, { id, revision: reason })

describe('importing', () => {
  it('makes a draft of everything the document says', async () => {
    const id = await imported()
    const { plan, goals, targets, zones, groups, tasks, safeguards, units, lacking } = await shown(id)
    expect(plan).toMatchObject({ status: 'draft', version: 1, from: 2022, to: 2025, can: ['publish'], publishedBy: null })
    expect([goals, zones, groups, tasks, safeguards].map(({ length }) => length)).toEqual([4, 6, 8, 21, 4])
    expect(units.length).toBeGreaterThan(tasks.length)
    const { text } = await town.play(office, day, fullText, { id })
    for (const { title, spanStart, spanEnd } of tasks) expect(text.slice(spanStart!, spanEnd!)).toContain(title)
    const measured = targets.filter(({ comparator }) => comparator !== 'qualitative')
    expect(lacking.filter(({ about }) => about === 'target')).toHaveLength(measured.length)
    const { name, bytes } = await town.play(office, day, original, { id })
    expect([name, Buffer.from(bytes).equals(sample.bytes)]).toEqual([sample.name, true])
  })

  it('refuses a file that is no plan and stores nothing', async () => {
    const before = (await town.play(office, day, list, {})).length
    const memo = { name: '便条.txt', bytes: new TextEncoder().encode('今天下午三点开会。') }
    expect(await refusal(town.play(office, day, importDocument, { file: memo }))).toBe(
      '这份文件不像行动方案：没有找到按“一、（一）1.”编号的目标或任务',
    )
    expect(await town.play(office, day, list, {})).toHaveLength(before)
    const { rows } = await town.owner.query(`select 1 from file where name = '便条.txt'`)
    expect(rows).toEqual([])
  })

  it('is for the office only', async () => {
    expect(await refusal(town.play(department, day, importDocument, { file: sample }))).toBe('您没有“导入方案”的权限')
    expect(await refusal(town.play(visitor, day, importDocument, { file: sample }))).toBe('请先登录')
  })
})

describe('what is seen', () => {
  it('a draft by the office alone, in its own region', async () => {
    const id = await imported()
    const gone = '没有找到该方案，它可能已被移除，或不在您可以查看的范围内'
    for (const actor of [department, leader, visitor, neighbour]) {
      expect(await refusal(town.play(actor, day, show, { id }))).toBe(gone)
      expect(await refusal(town.play(actor, day, fullText, { id }))).toBe(gone)
      expect((await town.play(actor, day, list, {})).map((plan) => plan.id)).not.toContain(id)
    }
    expect(await refusal(town.play(neighbour, day, discard, { id }))).toBe(gone)
    expect((await shown(id, second)).plan.id).toBe(id)
  })

  it('a published plan by everybody of the region, with no step open to others', async () => {
    const id = await published()
    for (const actor of [department, leader, visitor]) expect((await shown(id, actor)).plan.can).toEqual([])
    expect((await shown(id)).plan.can).toEqual(['revise', 'close'])
    expect(await refusal(town.play(neighbour, day, show, { id }))).toContain('没有找到该方案')
    expect((await town.play(visitor, day, show, {}))?.tasks).toHaveLength(21)
  })
})

describe('publishing', () => {
  it('waits for everything that lacks, and says the first of it', async () => {
    const id = await imported()
    const { lacking } = await shown(id)
    expect(await refusal(town.play(office, day, publish, { id }))).toBe(
      `还有 ${lacking.length} 处未完成，不能发布：${lacking[0]!.sentence}`,
    )
  })

  it('records who and when', async () => {
    const { plan, lacking } = await shown(await published())
    expect(plan).toMatchObject({ status: 'published', publishedOn: day, publishedBy: '周科' })
    expect(lacking).toEqual([])
  })

  it('is not yet listed on a day before it', async () => {
    const id = await published()
    const listed = async (on: string) => (await town.play(office, on, list, {})).some((plan) => plan.id === id)
    expect([await listed('2022-10-19'), await listed(day)]).toEqual([false, true])
  })

  it('happens once, however many press at the same time', async () => {
    const id = await imported()
    await complete(id)
    const answers = await Promise.all([office, second, office].map((actor) => refusal(town.play(actor, day, publish, { id }))))
    expect(answers.sort()).toEqual(['当前为“现行”，不能发布', '当前为“现行”，不能发布', '没有拒绝'])
    const { rows } = await town.owner.query(`select status from plan where id = $1`, [id])
    expect(rows).toEqual([{ status: 'published' }])
  })

  it('is for the office only', async () =>
    expect(await refusal(town.play(leader, day, publish, { id: unit }))).toBe('您没有“发布方案”的权限'))
})

describe('a published version', () => {
  const kept = '已发布的方案不可改动，请新建修订版本'
  it('takes no correction', async () => {
    const id = await published()
    const { plan, tasks, targets } = await shown(id)
    const { key, ordinal, plan: _, id: task, ...values } = tasks[0]!
    const attempts = [
      town.play(office, day, saveItem, { kind: 'task', plan: id, id: task, values }),
      town.play(office, day, dropItem, { kind: 'task', plan: id, id: task }),
      town.play(office, day, signBaseline, { plan: id, id: targets[0]!.id, value: 1, year: 2021, source: '改' }),
      town.play(office, day, matchUnit, { plan: id, printed: '园城公司', orgs: [unit] }),
      town.play(office, day, correct, { ...plan, title: '改名' }),
      town.play(office, day, discard, { id }),
    ]
    expect(await Promise.all(attempts.map(refusal))).toEqual(attempts.map(() => kept))
  })

  it('stands against direct statements of the serving role too', async () => {
    const id = await published()
    const statement = (sql: string) => town.run(office, day, ({ db }) => db.execute(sql))
    expect(await refusal(statement(`update plan set title = '改名' where id = '${id}'`))).toBe(kept)
    expect(await statement(`update task set title = '改名' where plan = '${id}'`)).toMatchObject({ rowCount: 0 })
    expect(await statement(`delete from task_unit where plan = '${id}'`)).toMatchObject({ rowCount: 0 })
    expect(await statement(`delete from plan where id = '${id}'`)).toMatchObject({ rowCount: 0 })
    expect((await shown(id)).plan.title).not.toBe('改名')
  })
})

describe('revising', () => {
  it('copies everything under the same keys, and its publication makes the old version 已修订', async () => {
    const first = await published()
    const { id } = await revised(first, '增加一项任务')
    const [old, draft] = [await shown(first), await shown(id)]
    expect(draft.plan).toMatchObject({ status: 'draft', version: 2, revision: '增加一项任务', series: old.plan.series })
    for (const items of ['goals', 'targets', 'zones', 'groups', 'tasks', 'safeguards'] as const) {
      expect(draft[items].map(({ key }) => key)).toEqual(old[items].map(({ key }) => key))
      expect(draft[items].filter((item) => old[items].some((other) => other.id === item.id))).toEqual([])
    }
    expect(draft.units.map(({ printed, taskKey, org }) => `${printed}${taskKey}${org}`).sort()).toEqual(
      old.units.map(({ printed, taskKey, org }) => `${printed}${taskKey}${org}`).sort(),
    )
    expect(draft.lacking).toEqual([])
    await town.play(second, '2023-03-01', publish, { id })
    expect((await shown(first)).plan.status).toBe('revised')
    expect((await shown(id)).plan).toMatchObject({ status: 'published', publishedBy: '小何', publishedOn: '2023-03-01' })
    expect(await refusal(revised(first))).toBe('当前为“已修订”，不能修订')
  })

  it('has one draft at a time, also when two begin at once', async () => {
    const first = await published()
    const answers = await Promise.all([refusal(revised(first)), refusal(revised(first))])
    expect(answers.sort()).toEqual(['没有拒绝', '该方案已有一份修订草稿，请先发布或放弃它'].sort())
  })

  it('asks for its reason', async () => {
    const id = await published()
    expect(await refusal(revised(id, ' '))).toBe('请填写修订说明')
  })

  it('cannot begin from a draft', async () => expect(await refusal(revised(await imported()))).toBe('当前为“草稿”，不能修订'))
})

describe('ending', () => {
  it('closes a plan in force, once', async () => {
    const id = await published()
    await town.play(office, day, close, { id })
    expect((await shown(id)).plan).toMatchObject({ status: 'closed', can: [] })
    expect(await refusal(town.play(office, day, close, { id }))).toBe('当前为“已结束”，不能结束')
    expect(await refusal(town.play(leader, day, close, { id }))).toBe('您没有“结束方案”的权限')
  })

  it('a draft given up is gone with all its items', async () => {
    const id = await imported()
    await town.play(office, day, discard, { id })
    expect(await refusal(shown(id))).toContain('没有找到该方案')
    const { rows } = await town.owner.query('select 1 from task where plan = $1', [id])
    expect(rows).toEqual([])
  })
})
