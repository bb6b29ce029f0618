/** The way of a matter from the first need to the firm at work: every step by those who take it, and every refusal in its words. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readDefinitions } from '#engines/indicator/text/read.ts'
import { modules } from '#modules/index.ts'
import { enact } from '#modules/indicator/actions/definition.ts'
import { definitionsOn, figuresOf } from '#modules/indicator/figures.ts'
import { ledgers } from '#modules/indicator/ledgers.ts'
import { type Ctx, machine } from '#platform/context.ts'
import { code } from '#test/firms.ts'
import { refusal, region } from '#test/it.ts'
import { onFile, signed } from '#test/lease.ts'
import { bring, clearChecklist, firm, type Letting, openLetting, paper, terms } from '#test/movein.ts'

const { movein, lease, space, enterprise } = modules
const today = '2024-06-28'
let at: Letting
beforeAll(async () => {
  at = await openLetting()
})
afterAll(() => at.close())

const unit = (name: string) => at.stock.units[name]!
const one = (id: string, by = at.who.jin, day = today) => at.play(by, day, movein.one, { id })
const who = { contact: '李工', phone: '13800000000' }
const stateOf = async (id: string) => (await one(id, at.who.office)).matter.status

describe('the whole line', () => {
  it('goes from a need to a firm at work, whose area and newcomer the figures show, exactly', async () => {
    const { jin } = at.who
    const day = (on: string) => ({
      take: <I, O>(action: (ctx: Ctx, input: I) => Promise<O>, input: I) => at.play(jin, on, action, input),
    })
    const { id, number } = await day('2024-06-17').take(movein.open, {
      ...who,
      name: '重庆云帆软件有限公司',
      wanted: { areaFrom: 50, areaTo: 90 },
    })
    const found = await day('2024-06-17').take(movein.offers, { id })
    expect(found.offers.map(({ units }) => units.map(({ name }) => name))).toContainEqual(['101'])
    await day('2024-06-18').take(movein.offer, { id, units: [unit('101'), unit('102')] })
    const viewing = await day('2024-06-18').take(movein.bookViewing, { moveIn: id, wantedOn: '2024-06-19', half: 'am' })
    await day('2024-06-19').take(movein.finishViewing, { id: viewing.id, feedback: '采光好' })
    await day('2024-06-20').take(movein.apply, { id })
    await day('2024-06-21').take(movein.approve, { id, opinion: '同意' })
    const drawn = await day('2024-06-24').take(movein.drawUp, { id, ...terms, areas: [{ unit: unit('102'), area: 40.05 }] })
    await day('2024-06-24').take(movein.contract, { id })
    const { lease: contract } = await at.play(jin, today, lease.show, { id: drawn.lease })
    expect(contract).toMatchObject({ tenant: '重庆云帆软件有限公司', status: 'running', area: 100.2, rent: 40 })
    await day('2024-06-25').take(movein.handOver, { id, handedOn: '2024-06-25', file: paper })
    const { checklist } = await one(id)
    expect(checklist.map(({ kind, ownerName, dueOn }) => [kind, ownerName, dueOn])).toEqual([
      ['network', '缙云公司', '2024-07-16'],
      ['fit-out', '缙云公司', '2024-07-16'],
      ['registration', '科技局', '2024-07-16'],
      ['insurance', '缙云公司', '2024-07-16'],
      ['statistics', '天生街道', '2024-07-16'],
    ])
    expect(await refusal(day(today).take(movein.complete, { id, firm: firm(code(801)) }))).toBe(
      '清单中还有未办结的事项：网络开通、装修、注册登记、社会保险、统计入库',
    )
    await clearChecklist(at, id)
    const before = await figures()
    const done = await day(today).take(movein.complete, { id, firm: firm(code(801)) })
    const after = await figures()
    expect(after.occupied - before.occupied).toBeCloseTo(100.2, 6)
    expect(after.newcomers - before.newcomers).toBe(1)

    const whole = await one(id)
    expect(whole).toMatchObject({ matter: { status: 'movedIn', enterprise: done.enterprise, closedOn: today, number }, next: [] })
    expect(
      whole.steps.map(({ state, since, endedOn, result, holderName }) => [state, since, endedOn, result, holderName]),
    ).toEqual([
      ['matching', '2024-06-17', '2024-06-18', 'done', '缙云公司'],
      ['viewing', '2024-06-18', '2024-06-19', 'done', '缙云公司'],
      ['applying', '2024-06-19', '2024-06-20', 'done', null],
      ['reviewing', '2024-06-20', '2024-06-21', 'done', '缙云公司'],
      ['contracting', '2024-06-21', '2024-06-24', 'done', '缙云公司'],
      ['handover', '2024-06-24', '2024-06-25', 'done', '缙云公司'],
      ['settling', '2024-06-25', today, 'done', '缙云公司'],
    ])
    const { file } = await at.play(jin, today, enterprise.show, { id: done.enterprise })
    expect(file).toMatchObject({
      name: '重庆云帆软件有限公司',
      building: '数字谷一号楼',
      town: at.org('天生街道'),
      settledOn: today,
    })
    expect((await at.play(jin, today, lease.show, { id: drawn.lease })).lease.enterprise).toBe(done.enterprise)
    const { rows } = await at.play(jin, today, space.occupancies, { unit: unit('102') })
    expect(rows[0]).toMatchObject({ enterprise: done.enterprise, area: 40.05, since: today })
    expect(await refusal(day(today).take(movein.complete, { id }))).toBe('当前为“已入驻”，不能办结入驻')
  })

  it('moves a firm on file to its new building, and counts it no newcomer', async () => {
    const own = await onFile(at, 31, { building: '旧楼' })
    const { id } = await at.play(at.who.jin, today, movein.open, { ...who, enterprise: own.id, wanted: {} })
    await bringOn(id, ['103'])
    await clearChecklist(at, id)
    const before = await figures()
    await at.play(at.who.jin, today, movein.complete, { id })
    const after = await figures()
    expect([after.newcomers - before.newcomers, Math.round((after.occupied - before.occupied) * 100)]).toEqual([0, 12_000])
    const { file } = await at.play(at.who.jin, today, enterprise.show, { id: own.id })
    expect(file.building).toBe('数字谷一号楼')
  })
})

/** From the need to the keys. */
async function bringOn(id: string, names: string[]): Promise<void> {
  const play = at.play
  await play(at.who.jin, today, movein.offer, { id, units: names.map(unit) })
  await play(at.who.jin, today, movein.apply, { id })
  await play(at.who.jin, today, movein.approve, { id })
  await play(at.who.jin, today, movein.drawUp, { id, ...terms })
  await play(at.who.jin, today, movein.contract, { id })
  await play(at.who.jin, today, movein.handOver, { id, handedOn: today, file: paper })
}

let defined = false
/** ㎡ used and enterprises that came, as the district's definitions tell them. */
async function figures() {
  if (!defined) {
    const read = (name: string) => readFileSync(new URL(`../../seed/indicators/${name}.yaml`, import.meta.url), 'utf8')
    await at.run(machine(region), '2024-01-01', async (ctx) => {
      for (const text of [read('1-空间载体'), read('2-市场主体')])
        for (const one of readDefinitions(text, ledgers))
          await enact(ctx, one, { text, reason: one.version === 1 ? null : '口径调整' })
    })
    defined = true
  }
  return at.run(at.who.office, today, async (ctx) => {
    const all = await definitionsOn(ctx, today)
    const of = (wanted: string) => ({
      definition: all.find((one) => one.code === wanted)!,
      view: { day: today, known: today, closedMonth: null },
    })
    const [used, came] = await figuresOf(ctx, [of('building-occupied'), of('new-enterprises')])
    return { occupied: used!.of.amount, newcomers: came!.of.rows }
  })
}

describe('a step is refused', () => {
  it('out of its order, and in words that name what is missing', async () => {
    const id = await bring(at, { units: [unit('104')], to: 'matching' })
    const take = <I>(action: (ctx: Ctx, input: I) => Promise<unknown>, input: I, by = at.who.jin) =>
      refusal(at.play(by, today, action, input))
    expect(await take(movein.apply, { id })).toBe('请先选定意向房源，再提交申请')
    expect(await take(movein.bookViewing, { moveIn: id, wantedOn: today, half: 'am' })).toBe('请先推荐房源，再预约看房')
    expect(await take(movein.approve, { id })).toBe('当前为“待推荐”，不能审核通过')
    expect(await take(movein.drawUp, { id, ...terms })).toBe('当前为“待推荐”，不能起草租赁合同')
    expect(await take(movein.contract, { id })).toBe('当前为“待推荐”，不能签订合同')
    expect(await take(movein.complete, { id })).toBe('当前为“待推荐”，不能办结入驻')
    expect(await take(movein.offer, { id, units: [] })).toBe('请选择房源')
    expect(await take(movein.offer, { id, units: [unit('104'), at.other.units.A1!] })).toBe(
      '所选单元应在同一楼宇，其他楼宇的请另行办理',
    )
    expect(await take(movein.offer, { id, units: [id] })).toBe('没有找到该房源，它可能已被移除，或不在您可以查看的范围内')
    expect(await take(movein.handOn, { id, to: at.org('科技局'), opinion: '请办理' })).toBe(
      '入驻事项可转交领导小组办公室、园城或园城公司',
    )
    expect(await take(movein.handOn, { id, to: at.org('缙云公司'), opinion: '请办理' })).toBe('该事项已由此单位办理')
    expect(await take(movein.resumeClock, { id })).toBe('该环节的时限没有中止，无须恢复')
    expect(await take(movein.giveBack, { id, opinion: ' ' })).toBe('请填写退回原因')
    await at.play(at.who.jin, today, movein.refuse, { id, reason: '不符合定位' })
    expect((await one(id)).matter).toMatchObject({ status: 'refused', closedOn: today, outcome: '不符合定位', holder: null })
    expect(await take(movein.withdraw, { id, reason: '撤' })).toBe('当前为“不予入驻”，不能撤回')
    expect(await take(movein.holdClock, { id, reason: '等' })).toMatch(/已办结$/)
    expect(await take(movein.amend, { id, wanted: {} })).toBe('该事项已提交申请，空间需求不能再修改')
  })

  it('by the park alone where the joint meeting decides', async () => {
    const id = await bring(at, { units: [unit('104'), unit('105')], to: 'reviewing' })
    const why = '意向面积 340.25 ㎡，达到 300 ㎡ 的会商标准，应提请会商'
    expect(await refusal(at.play(at.who.jin, today, movein.approve, { id }))).toBe(why)
    expect((await one(id)).next).toContainEqual({ step: 'approve', label: '审核通过', why })
    await at.play(at.who.jin, today, movein.submit, { id, opinion: '面积较大' })
    expect((await one(id)).names.holder).toBe('领导小组办公室')
    expect(await refusal(at.play(at.who.jin, today, movein.agree, { id, opinion: '同意' }))).toBe('您没有“会商通过”的权限')
    expect(await refusal(at.play(at.who.jin, today, movein.giveBack, { id, opinion: '补正' }))).toBe(
      '该事项现由“领导小组办公室”办理，您可以查看，暂不能办理',
    )
    await at.play(at.who.office, today, movein.agree, { id, opinion: '会商同意' })
    expect(await stateOf(id)).toBe('contracting')
  })

  it('of an applicant for whom more papers are needed: it is his turn again', async () => {
    const id = await bring(at, { units: [unit('105')], to: 'reviewing' })
    await at.play(at.who.jin, today, movein.giveBack, { id, opinion: '缺营业执照' })
    const { steps, matter } = await one(id)
    expect(steps.at(-2)).toMatchObject({ result: 'returned', opinion: '缺营业执照', by: '老秦' })
    expect([matter.status, matter.holder]).toEqual(['applying', null])
  })

  it('at the keys without paper, before the contract, or in the future', async () => {
    const id = await bring(at, { units: [unit('105')], to: 'handover', name: '重庆钥匙软件有限公司' })
    const hand = (handedOn: string, file?: typeof paper) =>
      refusal(at.play(at.who.jin, today, movein.handOver, { id, handedOn, file }))
    expect(await hand(today)).toBe('登记交付应上传交付确认单')
    expect(await hand('2024-06-27', paper)).toBe('交付日期不能早于合同签订日期 2024-06-28')
    expect(await hand('2024-06-29', paper)).toBe('交付日期不能晚于今天')
    await at.play(at.who.jin, today, movein.handOver, { id, handedOn: today, file: paper })
    await clearChecklist(at, id)
    const complete = (more: object) => refusal(at.play(at.who.jin, today, movein.complete, { id, ...more }))
    expect(await complete({})).toBe('该企业尚未建档，请填写企业类型、行业代码等建档信息')
    expect(await complete({ firm: { ...firm(code(5)), creditCode: null } })).toBe('请填写统一社会信用代码')
    expect(await complete({ firm: firm('91500109MA5U00000X') })).toMatch(/第 17 位校验码应为/)
    expect(await complete({ firm: { ...firm(code(5)), industry: '6500' } })).toMatch(/行业代码 6500 不在/)
    expect(await complete({ firm: { ...firm(code(5)), registeredOn: '2024-06-29' } })).toBe('入驻日期不能早于成立日期')
    expect(await complete({ movedOn: '2024-06-27', firm: firm(code(5)) })).toBe('入驻日期不能早于合同签订日期 2024-06-28')
    expect(await complete({ movedOn: '2024-06-29', firm: firm(code(5)) })).toBe('入驻日期不能晚于今天')
    // Nothing of what was refused is left behind.
    expect(await stateOf(id)).toBe('settling')
    const there = await onFile(at, 77, { zone: at.org('蔡家园城'), town: at.org('蔡家岗街道') })
    expect(await complete({ firm: firm(code(77)) })).toBe(`“${there.name}”的档案在蔡家岗街道，请由领导小组办公室办结入驻`)
  })
})

describe('who comes second', () => {
  it('for a room is told until when it is let, and stays where he was', async () => {
    const room = [unit('106')]
    const late = await bring(at, { units: room, to: 'contracting', name: '重庆迟到软件有限公司' })
    await at.play(at.who.jin, today, movein.drawUp, { id: late, ...terms })
    await signed(at, room, { from: '2024-07-01', to: '2024-12-31' })
    expect(await refusal(at.play(at.who.jin, today, movein.contract, { id: late }))).toBe(
      '单元“106”已租至 2024-12-31，与本租约的租期（2024-07-01 至 2026-06-30）重叠，不能签订',
    )
    expect(await one(late)).toMatchObject({ matter: { status: 'contracting' }, lease: { status: 'draft' } })
    await at.play(at.who.jin, today, movein.drawUp, { id: late, ...terms, from: '2025-01-01' })
    await at.play(at.who.jin, today, movein.contract, { id: late })
    expect(await stateOf(late)).toBe('handover')
  })

  it('with the same step at the same time is told that it is done', async () => {
    const id = await bring(at, { units: [unit('104')], to: 'reviewing', name: '重庆同时软件有限公司' })
    const tries = await Promise.all(
      [at.who.jin, at.who.office, at.who.jin].map((by) => refusal(at.play(by, today, movein.approve, { id }))),
    )
    expect(tries.toSorted()).toEqual(['当前为“待签约”，不能审核通过', '当前为“待签约”，不能审核通过', '没有拒绝'])
    expect((await one(id)).steps.filter(({ endedOn }) => endedOn === null)).toHaveLength(1)
  })

  it('withdraws a matter without leaving its draft behind', async () => {
    const id = await bring(at, { units: [unit('104')], to: 'contracting', name: '重庆反悔软件有限公司' })
    const { lease: drawn } = await at.play(at.who.jin, today, movein.drawUp, { id, ...terms })
    await at.play(at.who.jin, today, movein.withdraw, { id, reason: '另选他处' })
    expect((await at.play(at.who.jin, today, lease.show, { id: drawn })).standing).toBe('cancelled')
  })
})

describe('the clock of a matter', () => {
  it('stands still for a reason, goes on with what was left, and moves to whoever is handed the matter', async () => {
    const id = await bring(at, { units: [unit('104')], to: 'reviewing', name: '重庆时钟软件有限公司', day: '2024-09-27' })
    const clockOn = async (day: string) => (await one(id, at.who.office, day)).steps.at(-1)!.clock
    expect(await clockOn('2024-09-27')).toEqual({ dueOn: '2024-10-08', left: 3, paused: false })
    await at.play(at.who.jin, '2024-09-29', movein.holdClock, { id, reason: '等待企业补充材料' })
    expect(await refusal(at.play(at.who.jin, '2024-09-29', movein.holdClock, { id, reason: '再等' }))).toBe(
      '该环节的时限已经中止',
    )
    expect(await clockOn('2024-10-20')).toMatchObject({ left: 2, paused: true })
    await at.play(at.who.jin, '2024-10-10', movein.resumeClock, { id })
    expect(await clockOn('2024-10-10')).toEqual({ dueOn: '2024-10-12', left: 2, paused: false })
    expect((await at.play(at.who.office, '2024-10-14', movein.list, { late: true })).rows.map((row) => row.id)).toContain(id)
    await at.play(at.who.jin, '2024-10-14', movein.handOn, { id, to: at.org('蔡家园城'), opinion: '企业拟改驻蔡家' })
    expect(await clockOn('2024-10-14')).toMatchObject({ left: 1 })
    expect((await one(id)).names.holder).toBe('蔡家园城')
    expect(await refusal(at.play(at.who.jin, '2024-10-14', movein.approve, { id }))).toBe(
      '该事项现由“蔡家园城”办理，您可以查看，暂不能办理',
    )
  })
})
