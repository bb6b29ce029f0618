import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { members, orgs } from '#modules/org/tables.ts'
import { type Actor, machine } from '#platform/context.ts'
import { type District, openDistrict, refusal, region } from '#test/it.ts'
import { dropItem, saveItem, signBaseline } from './actions/item.ts'
import { matchUnit, printedUnits, staff } from './actions/unit.ts'
import { describe as correct, importDocument, show } from './actions/version.ts'

const day = '2022-10-20'
const office: Actor = { id: '周科', name: '周科', role: 'office', org: null, region }
const department: Actor = { ...office, id: '柯科', name: '柯科', role: 'department' }
const sample = { name: '样例方案.txt', bytes: new Uint8Array(readFileSync('seed/plan/样例方案.txt')) }

let town: District
let plan: string
let other: string
let ids: Record<'science' | 'first' | 'second' | 'parks', string>
beforeAll(async () => {
  town = await openDistrict()
  ids = await town.run(machine(region), day, async ({ db }) => {
    const add = async (name: string, kind: 'department' | 'company' | 'group', aliases: string[] = []) =>
      (await db.insert(orgs).values({ name, shortName: name, kind, aliases }).returning())[0]!.id
    const made = {
      science: await add('北碚区科技局', 'department'),
      first: await add('甲公司', 'company'),
      second: await add('乙公司', 'company'),
      parks: await add('园城公司', 'group'),
    }
    await db.insert(members).values([
      { body: made.parks, org: made.first, since: day },
      { body: made.parks, org: made.second, since: day },
    ])
    return made
  })
  plan = (await town.play(office, day, importDocument, { file: sample })).id
  other = (await town.play(office, day, importDocument, { file: sample })).id
})
afterAll(() => town.close())

const shown = async (id = plan) => (await town.play(office, day, show, { id }))!
const place = { spanStart: null, spanEnd: null }
const words = { number: '九', title: '新目标', text: '内容', ...place }
const target = {
  subject: '新增企业',
  comparator: '>=',
  value: 750,
  upper: null,
  unit: '家',
  kind: 'new',
  year: 2025,
  scope: [],
  keeper: null,
  owners: [],
  ...place,
} as const

describe('correcting items', () => {
  it('adds at the end, changes in place, drops', async () => {
    const { id } = await town.play(office, day, saveItem, { kind: 'goal', plan, values: words })
    expect((await shown()).goals.at(-1)).toMatchObject({ id, title: '新目标' })
    const { key } = (await shown()).goals.at(-1)!
    await town.play(office, day, saveItem, { kind: 'goal', plan, id, values: { ...words, title: '改过' } })
    expect((await shown()).goals.at(-1)).toMatchObject({ id, key, title: '改过' })
    await town.play(office, day, dropItem, { kind: 'goal', plan, id })
    expect((await shown()).goals.some((goal) => goal.id === id)).toBe(false)
  })

  it('dropping a group keeps its tasks; dropping a task takes its units with it', async () => {
    const { groups, tasks } = await shown(other)
    await town.play(office, day, dropItem, { kind: 'group', plan: other, id: groups[0]!.id })
    await town.play(office, day, dropItem, { kind: 'task', plan: other, id: tasks[0]!.id })
    const after = await shown(other)
    expect(after.tasks).toHaveLength(20)
    expect(after.tasks.filter(({ taskGroup }) => taskGroup === null).length).toBeGreaterThan(0)
    expect(after.units.filter(({ task }) => task === tasks[0]!.id)).toEqual([])
  })

  it.each([
    ['请填写标题', { kind: 'goal', values: { ...words, title: ' ' } }],
    ['原文位置超出正文范围', { kind: 'goal', values: { ...words, spanStart: 0, spanEnd: 99_999_999 } }],
    ['原文位置超出正文范围', { kind: 'goal', values: { ...words, spanStart: 9, spanEnd: 3 } }],
    ['原文位置应有起点和终点', { kind: 'goal', values: { ...words, spanStart: 9 } }],
    ['请填写目标值；没有数值的目标请选“定性”', { kind: 'target', values: { ...target, value: null } }],
    ['区间目标的上限应不小于下限', { kind: 'target', values: { ...target, comparator: 'range' } }],
    ['区间目标的上限应不小于下限', { kind: 'target', values: { ...target, comparator: 'range', upper: 1 } }],
  ] as const)('%s', async (sentence, item) =>
    expect(await refusal(town.play(office, day, saveItem, { plan, ...item } as Parameters<typeof saveItem>[1]))).toBe(sentence),
  )

  it('an item stays in its plan, and so does the group of a task', async () => {
    const [here, there] = [await shown(), await shown(other)]
    const gone = '没有找到该条目，它可能已被移除，或不在您可以查看的范围内'
    const id = there.goals[0]!.id
    expect(await refusal(town.play(office, day, saveItem, { kind: 'goal', plan, id, values: words }))).toBe(gone)
    expect(await refusal(town.play(office, day, dropItem, { kind: 'goal', plan, id }))).toBe(gone)
    const values = { ...words, taskGroup: there.groups[0]!.id }
    expect(await refusal(town.play(office, day, saveItem, { kind: 'task', plan, id: here.tasks[0]!.id, values }))).toBe(
      '任务类别不属于该方案',
    )
  })

  it('is for the office only', async () => {
    expect(await refusal(town.play(department, day, saveItem, { kind: 'goal', plan, values: words }))).toBe(
      '您没有“更正方案条目”的权限',
    )
    expect(await refusal(town.play(department, day, dropItem, { kind: 'goal', plan, id: plan }))).toBe(
      '您没有“删除方案条目”的权限',
    )
  })
})

describe('a baseline', () => {
  const sign = async (part: object) => {
    const { id } = (await shown()).targets.find(({ comparator }) => comparator !== 'qualitative')!
    return town.play(office, day, signBaseline, { plan, id, value: 0, year: 2021, source: '统计年报', ...part })
  }
  it('is signed off by name and day, and no longer lacks', async () => {
    const { id } = await sign({ value: 62_000 })
    const { targets, lacking } = await shown()
    expect(targets.find((row) => row.id === id)).toMatchObject({
      baselineValue: 62_000,
      baselineYear: 2021,
      baselineSource: '统计年报',
      baselineSignedBy: '周科',
      baselineSignedOn: day,
    })
    expect(lacking.filter((lack) => lack.id === id)).toEqual([])
  })
  it('asks for its source and for a year before the plan ends', async () => {
    expect(await refusal(sign({ source: '' }))).toBe('请填写基期来源')
    expect(await refusal(sign({ year: 2026 }))).toBe('基期年份不能晚于方案终止年份 2025')
    expect(await refusal(sign({ year: 21 }))).toBe('基期年份应为四位年份')
  })
  it('is not entered by saving the target', async () => {
    const values = { ...target, scope: [], owners: [], baselineValue: 5 }
    const { id } = await town.play(office, day, saveItem, { kind: 'target', plan, values })
    const { lacking, targets } = await shown()
    expect(targets.find((row) => row.id === id)).toMatchObject({ baselineValue: null, baselineSignedBy: null })
    expect(lacking).toContainEqual({ about: 'target', id, sentence: '目标“新增企业”没有基期值' })
  })
})

describe('responsible units', () => {
  const printed = async (name: string) =>
    (await town.play(office, day, printedUnits, { plan })).find((one) => one.printed === name)!

  it('are suggested with the reason, group names by their members', async () => {
    const { confirmedBy, suggestion } = await printed('园城公司')
    expect([confirmedBy, suggestion.reason]).toEqual([null, '统称，展开为 2 个成员单位'])
    expect(suggestion.orgs.sort()).toEqual([ids.first, ids.second].sort())
    expect((await printed('区科技局')).suggestion).toEqual({ orgs: [ids.science], reason: '去掉区名后名称相同' })
    expect((await printed('区财政局')).suggestion).toEqual({ orgs: [], reason: '名录中没有相同的单位，请人工选择' })
  })

  it('once confirmed hold for every task that names them', async () => {
    const before = (await printed('园城公司')).tasks
    await town.play(office, day, matchUnit, { plan, printed: '园城公司', orgs: [ids.first, ids.second] })
    expect(await printed('园城公司')).toMatchObject({ tasks: before, confirmedBy: '周科' })
    const { units } = await shown()
    expect(units.filter((row) => row.printed === '园城公司')).toHaveLength(before * 2)
    await town.play(office, day, matchUnit, { plan, printed: '园城公司', orgs: [ids.first] })
    expect((await shown()).units.filter((row) => row.printed === '园城公司')).toHaveLength(before)
  })

  it('are no group names, and known to the plan', async () => {
    const match = (name: string, chosen: string[]) =>
      refusal(town.play(office, day, matchUnit, { plan, printed: name, orgs: chosen }))
    expect(await match('园城公司', [ids.parks])).toBe('“园城公司”是统称，请选择其成员单位')
    expect(await match('园城公司', [])).toBe('请选择对应的单位')
    const [foreign] = await town.run(machine('500107'), day, ({ db }) =>
      db.insert(orgs).values({ name: '外区公司', shortName: '外区公司', kind: 'company', aliases: [] }).returning(),
    )
    expect(await match('园城公司', [foreign!.id])).toBe('没有找到该单位，它可能已被移除，或不在您可以查看的范围内')
    expect(await match('不在方案中', [ids.science])).toBe('没有找到该责任单位，它可能已被移除，或不在您可以查看的范围内')
  })

  it('of one task are corrected as printed, and keep the meaning confirmed before', async () => {
    const { id, key } = (await shown()).tasks[0]!
    const task = (units: { printed: string; duty: 'lead' | 'partner' }[]) =>
      town.play(office, day, staff, { plan, task: id, units })
    await town.play(office, day, matchUnit, { plan, printed: '区科技局', orgs: [ids.science] })
    await task([
      { printed: '区科技局', duty: 'lead' },
      { printed: '某新单位', duty: 'partner' },
    ])
    const own = (await shown()).units.filter((row) => row.task === id)
    expect(own.map(({ printed, duty, org, taskKey }) => ({ printed, duty, org, taskKey }))).toEqual([
      { printed: '区科技局', duty: 'lead', org: ids.science, taskKey: key },
      { printed: '某新单位', duty: 'partner', org: null, taskKey: key },
    ])
    const twoLeads = [{ printed: '区科技局', duty: 'lead' } as const, { printed: '甲公司', duty: 'lead' } as const]
    expect(await refusal(task(twoLeads))).toBe('一项任务只有一个牵头单位')
    const twice = [{ printed: '区科技局', duty: 'lead' } as const, { printed: '区科技局', duty: 'partner' } as const]
    expect(await refusal(task(twice))).toBe('责任单位“区科技局”重复，请只保留一处')
    expect(await refusal(task([{ printed: ' ', duty: 'lead' }]))).toBe('请填写单位')
    await task([])
    expect((await shown()).lacking).toContainEqual({
      about: 'task',
      id,
      sentence: `任务“${(await shown()).tasks[0]!.title}”没有责任单位`,
    })
    const elsewhere = (await shown(other)).tasks[0]!.id
    expect(await refusal(town.play(office, day, staff, { plan, task: elsewhere, units: [] }))).toBe(
      '没有找到该任务，它可能已被移除，或不在您可以查看的范围内',
    )
  })

  it('are the business of the office only', async () => {
    expect(await refusal(town.play(department, day, printedUnits, { plan }))).toBe('您没有“责任单位对应”的权限')
    expect(await refusal(town.play(department, day, matchUnit, { plan, printed: 'x', orgs: [plan] }))).toBe(
      '您没有“确认责任单位”的权限',
    )
  })
})

describe('particulars', () => {
  it('are corrected, and refuse what contradicts itself', async () => {
    const { plan: present } = await shown()
    await town.play(office, day, correct, { ...present, documentNumber: '某府办〔2022〕1号' })
    expect((await shown()).plan.documentNumber).toBe('某府办〔2022〕1号')
    expect(await refusal(town.play(office, day, correct, { ...present, from: 2026 }))).toBe('起始年份不能晚于终止年份')
    expect(await refusal(town.play(office, day, correct, { ...present, follows: present.series }))).toBe('方案不能接续自己')
    expect(await refusal(town.play(office, day, correct, { ...present, title: '' }))).toBe('请填写方案名称')
  })
})
