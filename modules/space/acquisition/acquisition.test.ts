/** Securing space: each step with its paper, areas that add up on every day of the past, and a history nobody rewrites. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { daysAfter } from '#modules/enterprise/rule.ts'
import { type Actor, machine } from '#platform/context.ts'
import { type Firms, openFirms } from '#test/firms.ts'
import { refusal, region } from '#test/it.ts'
import { bareBuilding } from '#test/space-ledgers.ts'
import { rectifyStage, undoStage } from '../actions/acquisition/correct.ts'
import { acquisitionShown, acquisitions } from '../actions/acquisition/look.ts'
import { acquisitionPaper, namePartners } from '../actions/acquisition/papers.ts'
import { openAcquisition, stepAcquisition } from '../actions/acquisition/step.ts'
import { buildings } from '../tables.ts'

let at: Firms
let tower: string
let elsewhere: string
beforeAll(async () => {
  at = await openFirms()
  const put = (name: string, zone: string, area = 10_000) =>
    at.run(machine(region), '2024-01-01', async ({ db }) => {
      const place = { zone: at.org(zone), town: at.org('天生街道') }
      return (
        await db
          .insert(buildings)
          .values({ ...bareBuilding, ...place, name, area })
          .returning()
      )[0]!.id
    })
  tower = await put('一号楼', '缙云园城')
  elsewhere = await put('二号楼', '蔡家园城')
})
afterAll(() => at.close())

const file = { name: '合同.pdf', bytes: new TextEncoder().encode('%PDF-1.4 合同') }
const open = (on: string, area: number, building = tower, who = at.who.jin) =>
  at.play(who, on, openAcquisition, { building, name: '整栋收储', area, since: on })
type Step = Parameters<typeof stepAcquisition>[1]
const step = (id: string, step: Step['step'], on: string, area: number, rest: Partial<Step> = {}, known = on) =>
  at.play(at.who.jin, known, stepAcquisition, { id, step, on, area, ...rest })
const bound = { mode: 'lease', holder: '缙云公司', file } as const
const shown = (id: string, on: string) => at.play(at.who.office, on, acquisitionShown, { id })
const board = (on: string, day = on, who = at.who.office) => at.play(who, on, acquisitions, { day })
/** The area at each stage on a day, as known on it. */
const standing = async (day: string, ...ids: string[]) =>
  Object.fromEntries((await board(day)).efforts.flatMap(({ id, stage, area }) => (ids.includes(id) ? [[stage, area]] : [])))

describe('an effort', () => {
  it('moves on step by step, each with its day, area and paper', async () => {
    const { id } = await open('2024-02-01', 1200.5)
    await step(id, 'survey', '2024-02-10', 1180.25)
    await step(id, 'negotiate', '2024-02-20', 1180.25)
    await step(id, 'contract', '2024-03-15', 1150.75, bound)
    expect(await shown(id, '2024-03-20')).toMatchObject({
      effort: { status: 'contracted', area: 1150.75, mode: 'lease', holder: '缙云公司' },
      way: [
        { stage: 'found', since: '2024-02-01', until: '2024-02-10', area: 1200.5 },
        { stage: 'surveyed', until: '2024-02-20', area: 1180.25 },
        { stage: 'negotiating', until: '2024-03-15' },
        { stage: 'contracted', until: null, area: 1150.75, recordedBy: '老秦' },
      ],
      withdrawn: [],
    })
    const days = ['2024-02-09', '2024-02-10', '2024-03-14', '2024-03-15']
    const told = await Promise.all(days.map((day) => standing(day, id)))
    expect(told).toEqual([{ found: 1200.5 }, { surveyed: 1180.25 }, { negotiating: 1180.25 }, { contracted: 1150.75 }])
    const { whole, zones } = await board('2024-03-15')
    expect(whole.secured).toBe(1150.75)
    expect(zones).toMatchObject([{ name: '缙云园城', secured: 1150.75 }])
    const paper = (await shown(id, '2024-03-20')).way[3]!.evidence!
    expect((await at.play(at.who.jin, '2024-03-20', acquisitionPaper, { id, paper })).name).toBe('合同.pdf')
    await step(id, 'drop', '2024-03-21', 1150.75, { note: '业主违约' })
  })

  it('refuses what does not go, each in its sentence', async () => {
    const { id } = await open('2024-04-01', 500)
    const no = (how: Promise<unknown>) => refusal(how)
    expect(await no(open('2024-04-01', 0))).toBe('面积应大于 0')
    expect(
      await no(at.play(at.who.jin, '2024-04-01', openAcquisition, { building: tower, name: '甲', area: 5, since: '2024-04-02' })),
    ).toBe('摸排日期不能晚于今天')
    expect(await no(step(id, 'finish', '2024-04-02', 500))).toBe('当前为“已摸排”，不能达到交付')
    expect(await no(step(id, 'survey', '2024-03-31', 500, {}, '2024-04-02'))).toBe(
      '办理日期不能早于进入当前阶段之日 2024-04-01，如该记录有误请先更正',
    )
    expect(await no(step(id, 'survey', '2024-04-03', 500, {}, '2024-04-02'))).toBe('办理日期不能晚于今天')
    await step(id, 'survey', '2024-04-02', 500)
    expect(await no(step(id, 'contract', '2024-04-02', 500, { ...bound, mode: null }))).toBe('进入“已签约”应写明收储方式')
    expect(await no(step(id, 'contract', '2024-04-02', 500, { ...bound, holder: null }))).toBe('进入“已签约”应写明收储主体')
    expect(await no(step(id, 'contract', '2024-04-02', 500, { mode: 'lease', holder: '公司' }))).toBe(
      '进入“已签约”应上传佐证材料（收储合同）',
    )
    expect(await no(step(id, 'contract', '2024-04-02', 10_000.01, bound))).toBe(
      '“一号楼”收储项目面积合计 10000.01 ㎡，超过楼宇建筑面积 10000.00 ㎡',
    )
    expect(await no(step(id, 'drop', '2024-04-02', 500))).toBe('终止收储应在说明中写明原因')
    expect(await no(step(id, 'contract', '2024-04-02', 500, { ...bound, restStays: true }))).toBe(
      '本次办理面积 500 ㎡ 不小于项目面积 500 ㎡，没有余下部分',
    )
    expect(await no(at.play(at.who.tian, '2024-04-02', stepAcquisition, { id, step: 'drop', on: '2024-04-02', area: 5 }))).toBe(
      '您没有“推进收储”的权限',
    )
    await step(id, 'drop', '2024-04-02', 500, { note: '不合用' })
    expect(await no(step(id, 'survey', '2024-04-02', 500))).toBe('当前为“已终止”，不能登记踏勘')
  })

  it('leaves behind what does not go on, as an effort of its own: nothing is counted twice or lost', async () => {
    const { id } = await open('2024-05-01', 1000.3)
    const { rest } = await step(id, 'negotiate', '2024-05-10', 600.1, { restStays: true })
    expect(await standing('2024-05-09', id, rest!)).toEqual({ found: 1000.3 })
    expect(await standing('2024-05-10', id, rest!)).toEqual({ negotiating: 600.1, found: 400.2 })
    const left = await shown(rest!, '2024-05-10')
    expect(left).toMatchObject({ effort: { name: '整栋收储（余下部分）', status: 'found', area: 400.2 }, isRest: true })
    const mend = (id: string, stage: string, since: string) =>
      refusal(at.play(at.who.jin, '2024-05-12', rectifyStage, { id, stage, since, area: 1, reason: '日期有误' }))
    const way = (await shown(id, '2024-05-12')).way
    expect(await mend(id, way[1]!.id, '2024-05-05')).toBe('该阶段办理时分出了“整栋收储（余下部分）”，日期不能单独更正')
    expect(await mend(rest!, left.way[0]!.id, '2024-05-05')).toBe('余下部分自分出之日起另立项目，起始日期不能单独更正')
    const undo = (area: number) => at.play(at.who.jin, '2024-05-12', undoStage, { id, area, reason: '误办' })
    expect(await refusal(undo(1000.3))).toBe('“整栋收储（余下部分）”已另立项目，撤销后面积不能大于 600.1 ㎡')
    await undo(600.1)
    expect((await board('2024-05-12')).whole.areas).toContainEqual({ stage: 'found', area: 1000.3, efforts: 2 })
    for (const one of [id, rest!]) await step(one, 'drop', '2024-05-31', 1, { note: '收尾' })
  })

  it('has its papers opened by those who keep it, leaders and the bodies named on it; others see how far it is', async () => {
    const { id } = await open('2024-05-20', 300)
    await step(id, 'negotiate', '2024-05-21', 300)
    await step(id, 'contract', '2024-05-22', 300, bound)
    const day = '2024-05-22'
    const paper = (await shown(id, day)).way[2]!.evidence!
    const get = (by: Actor) => at.play(by, day, acquisitionPaper, { id, paper })
    const told = async (by: Actor) => (await at.play(by, day, acquisitionShown, { id })).way[2]!.evidence
    const park = { ...at.who.jin, org: at.org('缙云园城') }
    const colleague = { ...at.who.science, org: at.org('统计局') }
    for (const by of [at.who.jin, park, at.who.office, at.who.leader]) {
      expect([(await get(by)).name, await told(by)]).toEqual(['合同.pdf', paper])
    }
    const closed = '收储佐证限楼宇所在园城、项目协同单位和领导小组办公室查看'
    for (const by of [at.who.science, at.who.tian]) {
      expect([await refusal(get(by)), await told(by)]).toEqual([closed, null])
    }
    const naming = (by: Actor, ...names: string[]) => at.play(by, day, namePartners, { id, partners: names.map(at.org) })
    expect(await refusal(naming(at.who.science, '科技局'))).toBe('您没有“指定收储协同单位”的权限')
    expect(await refusal(naming(at.who.jin, '甲企业'))).toBe('协同单位应从区级部门和楼宇所在镇街中选择')
    expect(await refusal(naming(at.who.jin, '蔡家岗街道'))).toBe('协同单位应从区级部门和楼宇所在镇街中选择')
    await naming(at.who.jin, '科技局', '天生街道')
    expect((await at.play(at.who.science, day, acquisitionShown, { id })).partnerNames).toEqual(['科技局', '天生街道'])
    for (const by of [at.who.science, at.who.tian]) expect([(await get(by)).name, await told(by)]).toEqual(['合同.pdf', paper])
    expect(await refusal(get(colleague))).toBe(closed)
    expect(await refusal(get({ ...at.who.jin, org: at.org('蔡家园城') }))).toContain('没有找到该佐证材料')
    const { rest } = await step(id, 'takeOver', day, 200, { ...bound, restStays: true })
    expect((await shown(rest!, day)).effort.partners).toEqual([at.org('科技局'), at.org('天生街道')])
    for (const one of [id, rest!]) await step(one, 'drop', '2024-05-31', 1, { note: '收尾' })
  })

  it('is one’s own zone’s to keep and to see; the office keeps all', async () => {
    expect(await refusal(open('2024-06-01', 100, elsewhere))).toBe(
      '园城只能维护本园城范围内的楼宇，其他范围的请由领导小组办公室办理',
    )
    const { id } = await open('2024-06-01', 100, elsewhere, at.who.office)
    expect(await refusal(step(id, 'survey', '2024-06-02', 100))).toContain('没有找到该收储项目')
    expect(await refusal(at.play(at.who.jin, '2024-06-02', acquisitionShown, { id }))).toContain('没有找到该收储项目')
    expect((await board('2024-06-02', '2024-06-02', at.who.jin)).efforts.map(({ building }) => building)).not.toContain(elsewhere)
    expect((await board('2024-06-02', '2024-06-02', at.who.leader)).efforts.map(({ building }) => building)).toContain(elsewhere)
  })
})

describe('a stage recorded wrongly', () => {
  it('is recorded anew, and what was known before stays known of before', async () => {
    const { id } = await open('2024-07-01', 300)
    await step(id, 'negotiate', '2024-07-10', 300)
    const [, second] = (await shown(id, '2024-07-20')).way
    const mend = (rest: object) =>
      at.play(at.who.jin, '2024-07-20', rectifyStage, {
        id,
        stage: second!.id,
        since: '2024-07-05',
        area: 280.5,
        reason: '笔误',
        ...rest,
      })
    expect(await refusal(mend({ since: '2024-06-30' }))).toBe('日期不能早于上一阶段“已摸排”的 2024-07-01')
    expect(await refusal(mend({ reason: '' }))).toBe('请填写理由')
    await mend({})
    expect(await refusal(mend({}))).toBe('该阶段记录已被更正，请刷新后再试')
    expect(await shown(id, '2024-07-20')).toMatchObject({
      effort: { area: 280.5 },
      way: [
        { stage: 'found', until: '2024-07-05' },
        { stage: 'negotiating', since: '2024-07-05', area: 280.5, note: '更正：笔误' },
      ],
      withdrawn: [{ stage: 'negotiating', since: '2024-07-10', area: 300, knownUntil: '2024-07-20' }],
    })
    expect([await standing('2024-07-06', id), await standing('2024-07-20', id)]).toEqual([{ found: 300 }, { negotiating: 280.5 }])
    const undo = () => at.play(at.who.jin, '2024-07-21', undoStage, { id, area: 300, reason: '并未洽谈' })
    await undo()
    expect(await shown(id, '2024-07-21')).toMatchObject({
      effort: { status: 'found', area: 300 },
      way: [{ stage: 'found', until: null, note: '已撤销“洽谈中”：并未洽谈' }],
    })
    expect(await refusal(undo())).toContain('这是项目的首个阶段，不能撤销')
  })

  it('never changes what was told of a day on that day', async () => {
    const begun = '2025-01-01'
    const deed = fc.record({
      what: fc.constantFrom('step', 'rest', 'mend', 'undo' as const),
      days: fc.integer({ min: 1, max: 9 }),
      back: fc.integer({ min: 0, max: 6 }),
      area: fc.integer({ min: 1, max: 60_000 }).map((hundredths) => hundredths / 100),
    })
    const told = async (day: string, on: string) => JSON.stringify((await board(on, day)).zones)
    let start = begun
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 3, maxLength: 7 }), async (deeds) => {
        let today = start
        const { id } = await open(today, 600)
        const known: [day: string, told: string][] = []
        for (const { what, days, back, area } of deeds) {
          // The day is over: what is recorded tomorrow is of tomorrow's knowledge.
          known.push([today, await told(today, today)])
          today = daysAfter(today, days)
          const { steps, way } = await at.play(at.who.jin, today, acquisitionShown, { id })
          const last = way.at(-1)!
          const on = daysAfter(today, -back)
          const next = steps.find(({ step }) => step !== 'drop')
          const attempt =
            what === 'mend'
              ? at.play(at.who.jin, today, rectifyStage, { id, stage: last.id, since: on, area, reason: '核对' })
              : what === 'undo'
                ? at.play(at.who.jin, today, undoStage, { id, area, reason: '核对' })
                : step(id, next!.step, on, area, { ...bound, restStays: what === 'rest' }, today)
          // What the rules refuse changes nothing either.
          await attempt.catch(() => undefined)
        }
        for (const [day, then] of known) expect(await told(day, today)).toBe(then)
        start = daysAfter(today, 1)
        await step(id, 'drop', today, 1, { note: '收尾' })
      }),
      { numRuns: 12 },
    )
  }, 60_000)
})
