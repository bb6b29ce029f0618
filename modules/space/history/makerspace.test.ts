/** Dual-innovation space: entered with its paper, counted zone by zone against what the plan promises of each. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plans, targets, zones } from '#modules/plan/tables.ts'
import { machine } from '#platform/context.ts'
import { type Firms, openFirms } from '#test/firms.ts'
import { refusal, region } from '#test/it.ts'
import { annulMakerspace, correctMakerspace, startMakerspace, stopMakerspace } from '../actions/makerspace.ts'
import { makerspacePaper, makerspaces } from '../actions/makerspaces.ts'

let at: Firms
beforeAll(async () => {
  at = await openFirms()
  await at.run(machine(region), '2022-01-08', async ({ db }) => {
    const [plan] = await db.insert(plans).values(bare.plan).returning()
    const item = (ordinal: number) => ({ plan: plan!.id, key: randomUUID(), ordinal, spanStart: null, spanEnd: null })
    for (const [i, zone] of ['缙云园城', '蔡家园城'].entries())
      await db.insert(zones).values({ ...item(i), ...bare.zone, name: `${zone}片区`, org: at.org(zone) })
    const scope = ['缙云园城片区', '蔡家园城片区']
    const promise = (ordinal: number, value: number, year: number) => ({ ...item(ordinal), ...bare.target, scope, value, year })
    await db.insert(targets).values([promise(0, 3000, 2025), promise(1, 500, 2022)])
  })
})
afterAll(() => at.close())

const file = { name: '验收单.pdf', bytes: new TextEncoder().encode('%PDF-1.4') }
type Given = Parameters<typeof startMakerspace>[1]
const start = (name: string, area: number, since: string, rest: Partial<Given> = {}, who = at.who.jin, today = since) =>
  at.play(who, today, startMakerspace, {
    name,
    kind: 'incubator',
    zone: at.org('缙云园城'),
    town: at.org('天生街道'),
    operator: '缙云公司',
    area,
    since,
    file,
    ...rest,
  })
const look = (today: string, who = at.who.office) => at.play(who, today, makerspaces, {})
const zoneOn = async (today: string, name = '缙云园城', who = at.who.office) =>
  (await look(today, who)).zones.find((zone) => zone.name === name)

describe('dual-innovation space', () => {
  it('stands zone by zone against the plan: the area of a year’s end, and of now where that is still to come', async () => {
    await start('一期', 520.5, '2022-06-01')
    const { id } = await start('二期', 900.25, '2023-05-01')
    expect(await zoneOn('2022-12-30')).toMatchObject({
      area: 520.5,
      aims: [
        { year: 2022, area: 500, reached: 520.5, isOver: false },
        { year: 2025, area: 3000, reached: 520.5, isOver: false },
      ],
    })
    expect(await zoneOn('2023-06-01')).toMatchObject({
      area: 1420.75,
      aims: [
        { year: 2022, reached: 520.5, isOver: true },
        { year: 2025, reached: 1420.75, isOver: false },
      ],
    })
    expect(await zoneOn('2023-06-01', '蔡家园城')).toMatchObject({ area: 0, aims: [{ reached: 0 }, { reached: 0 }] })
    await at.play(at.who.jin, '2023-09-10', stopMakerspace, { id, on: '2023-09-01', note: '改作他用' })
    expect(await zoneOn('2023-09-10')).toMatchObject({ area: 520.5 })
    expect((await look('2023-09-10')).entries).toMatchObject([
      { name: '二期', until: '2023-09-01', note: '改作他用' },
      { name: '一期' },
    ])
  })

  it('is counted the same for everybody, while a park sees the entries of its own zone alone', async () => {
    const theirs = { zone: at.org('蔡家园城'), town: at.org('蔡家岗街道') }
    await start('蔡家一期', 610.1, '2024-01-10', theirs, at.who.office)
    const own = await look('2024-01-10', at.who.jin)
    expect(own.entries.map(({ name }) => name)).not.toContain('蔡家一期')
    expect(await zoneOn('2024-01-10', '蔡家园城', at.who.jin)).toMatchObject({ area: 610.1 })
    const [entry] = (await look('2024-01-10')).entries
    expect(await refusal(at.play(at.who.jin, '2024-01-10', makerspacePaper, { id: entry!.id }))).toContain('没有找到')
    expect(await refusal(at.play(at.who.jin, '2024-01-10', stopMakerspace, { id: entry!.id, on: '2024-01-10' }))).toContain(
      '没有找到该双创空间',
    )
  })

  it('refuses what does not go, each in its sentence', async () => {
    const day = '2024-02-01'
    expect(await refusal(start('甲', 0, day))).toBe('面积应大于 0')
    expect(await refusal(start('甲', 5, '2024-02-02', {}, at.who.jin, day))).toBe('投用日期不能晚于今天')
    expect(await refusal(start('甲', 5, day, { file: undefined }))).toBe(
      '登记双创空间应上传佐证材料（验收单、授牌文件、现场照片等）',
    )
    expect(await refusal(start('甲', 5, day, { town: null }))).toBe('请选择所在楼宇，不在楼宇台账中的，请选择所在镇街')
    expect(await refusal(start('甲', 5, day, { town: at.org('水土街道') }))).toContain('由两江新区管理委员会管辖')
    expect(await refusal(start('甲', 5, day, { zone: at.org('蔡家园城') }))).toBe(
      '园城只能维护本园城范围内的楼宇，其他范围的请由领导小组办公室办理',
    )
    expect(await refusal(start('一期', 5, day))).toBe('“一期”已于 2022-06-01 登记投用，分期建设的请在名称中注明期次')
    expect(await refusal(start('甲', 5, day, {}, at.who.science))).toBe('您没有“登记双创空间”的权限')
  })

  it('set right or annulled, leaves what was told of a day as it was told on it', async () => {
    const { id } = await start('三期', 800, '2024-03-01')
    const before = await zoneOn('2024-03-10')
    const right = { id, name: '三期', kind: 'accelerator', operator: '缙云公司', area: 700.5, since: '2024-03-05' } as const
    const correct = (rest: object = {}) =>
      at.play(at.who.jin, '2024-03-20', correctMakerspace, { ...right, reason: '复核', ...rest })
    expect(await refusal(correct({ until: '2024-03-05' }))).toBe('停用日期应晚于投用日期')
    const anew = await correct()
    expect(await refusal(correct())).toBe('该记录已被更正，请刷新后再试')
    expect(await zoneOn('2024-03-10')).toEqual(before)
    expect((await zoneOn('2024-03-20'))!.area).toBe(1221)
    await at.play(at.who.jin, '2024-03-21', annulMakerspace, { id: anew.id, reason: '尚未验收' })
    expect((await zoneOn('2024-03-21'))!.area).toBe(520.5)
    expect((await zoneOn('2024-03-20'))!.area).toBe(1221)
    expect((await look('2024-03-21')).entries.map(({ name }) => name)).not.toContain('三期')
  })
})

const bare = {
  plan: {
    series: randomUUID(),
    version: 1,
    status: 'published' as const,
    title: '示例行动方案',
    documentNumber: null,
    issuer: null,
    issuedOn: '2022-01-08',
    from: 2022,
    to: 2025,
    follows: null,
    file: null,
    text: '示例',
    directions: [],
    workingGroups: [],
    copiedTo: [],
    warnings: [],
    publishedOn: '2022-01-08',
    publishedBy: '周科',
    revision: null,
    demo: true,
  },
  zone: { note: null, carriers: [], brand: null, text: '发展软件。' },
  target: {
    subject: '建设双创空间',
    comparator: '>=' as const,
    upper: null,
    unit: '㎡',
    kind: 'total' as const,
    baselineValue: 0,
    baselineYear: 2021,
    baselineSource: '统计年报',
    baselineSignedBy: '周科',
    baselineSignedOn: '2022-01-02',
    keeper: null,
    owners: [],
  },
}
