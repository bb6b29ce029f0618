/** Who sees a matter and works on it: the office, its park, its applicant, whoever has a hand in it — and nobody else. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modules } from '#modules/index.ts'
import { openFile } from '#platform/files.ts'
import { code } from '#test/firms.ts'
import { refusal } from '#test/it.ts'
import { onFile } from '#test/lease.ts'
import { bring, type Letting, openLetting, paper, terms } from '#test/movein.ts'
import { moveInSteps, viewings } from './tables.ts'

const { movein } = modules
const today = '2024-06-28'
const unseen = '没有找到该入驻事项，它可能已被移除，或不在您可以查看的范围内'
let at: Letting
let room: string
beforeAll(async () => {
  at = await openLetting()
  room = at.stock.units['101']!
})
afterAll(() => at.close())

const one = (id: string, by = at.who.jin) => at.play(by, today, movein.one, { id })
const listed = async (by = at.who.jin) => (await at.play(by, today, movein.list, { size: 200 })).rows.map((row) => row.id)
const need = { contact: '小满', phone: '13800000001', wanted: { areaFrom: 50, areaTo: 90 } }

describe('a matter', () => {
  it('of an enterprise is its own: it asks, takes rooms on offer, applies, withdraws, and no other sees it', async () => {
    const { first, second } = at.who
    const { id } = await at.play(first, today, movein.open, { ...need, name: '冒充的名字' })
    expect((await one(id, first)).matter).toMatchObject({ name: '甲企业', origin: 'enterprise' })
    expect((await at.play(first, today, movein.mine, {})).map((row) => row.id)).toEqual([id])
    expect(await at.play(second, today, movein.mine, {})).toEqual([])
    expect(await refusal(one(id, second))).toBe(unseen)
    expect(await refusal(at.play(second, today, movein.apply, { id, units: [room] }))).toBe(unseen)
    expect(await refusal(at.play(first, today, movein.approve, { id }))).toBe('您没有“审核通过”的权限')
    const found = await at.play(first, today, movein.offers, { id })
    await at.play(first, today, movein.apply, { id, units: found.offers[0]!.units.map((unit) => unit.id) })
    expect(await refusal(at.play(first, today, movein.apply, { id }))).toBe('当前为“待审核”，不能提交申请')
    await at.play(at.who.jin, today, movein.giveBack, { id, opinion: '缺证照' })
    expect((await at.play(first, today, movein.duties, {})).matters.map((row) => row.id)).toEqual([id])
    await at.play(first, today, movein.withdraw, { id, reason: '另选他处' })
    expect((await one(id, first)).matter.status).toBe('withdrawn')
  })

  it('of an account is not by the code of a firm that another account has claimed', async () => {
    await onFile(at, 41, { account: '乙企业' })
    const claimed = at.play(at.who.first, today, movein.open, { ...need, creditCode: code(41) })
    expect(await refusal(claimed)).toBe(`统一社会信用代码 ${code(41)} 已由其他账户认领，请核对；确属本单位的，请联系园城处理`)
  })

  it('without a park is seen by the office alone, until a park has a hand in it', async () => {
    const { id } = await at.play(at.who.office, today, movein.open, { ...need, name: '重庆无园软件有限公司' })
    expect(await refusal(one(id))).toBe(unseen)
    expect(await listed()).not.toContain(id)
    await at.play(at.who.office, today, movein.handOn, { id, to: at.org('缙云公司'), opinion: '请承接' })
    expect((await one(id)).why).toBeNull()
    expect((await at.play(at.who.jin, today, movein.duties, {})).matters.map((row) => row.id)).toContain(id)
    // With rooms of another park it is that park's; who had a part goes on seeing it.
    await at.play(at.who.jin, today, movein.offer, { id, units: [at.other.units.A1!] })
    expect(await one(id)).toMatchObject({
      names: { holder: '蔡家园城' },
      why: '该事项现由“蔡家园城”办理，您可以查看，暂不能办理',
    })
  })

  it('of another park is not seen, and units are not taken from it by hand', async () => {
    const id = await bring(at, { units: [at.other.units.A2!], to: 'viewing', by: at.who.office })
    expect(await refusal(one(id))).toBe(unseen)
    expect(await refusal(at.play(at.who.jin, today, movein.refuse, { id, reason: '无' }))).toBe(unseen)
    const stolen = at.run(at.who.jin, today, async ({ db }) =>
      db.execute(`update move_in set outcome = 'x' where id = '${id}'` as never),
    )
    expect(((await stolen) as unknown as { rowCount: number }).rowCount).toBe(0)
    expect((await at.play(at.who.leader, today, movein.list, {})).total).toBeGreaterThan(0)
  })

  it('is seen by an owner of its checklist from the keys on, who sees to his item and no other', async () => {
    const id = await bring(at, { units: [room], to: 'settling' })
    const before = await bring(at, { units: [at.stock.units['102']!], to: 'reviewing' })
    expect(await listed(at.who.science)).toEqual([id])
    expect(await refusal(one(before, at.who.science))).toBe(unseen)
    const { checklist, next } = await one(id, at.who.science)
    expect(next).toEqual([])
    const of = (kind: string) => checklist.find((item) => item.kind === kind)!
    expect([of('registration').why, of('network').why]).toEqual([null, '该事项由“缙云公司”办理'])
    const duties = await at.play(at.who.science, today, movein.duties, {})
    expect(duties.items).toEqual([expect.objectContaining({ moveIn: id, kind: '注册登记', left: 15 })])
    const off = (kind: string, by = at.who.science) => at.play(by, today, movein.checkOff, { id: of(kind).id, note: '已办' })
    expect(await refusal(off('network'))).toBe('该事项由“缙云公司”办理')
    await off('registration')
    expect(await refusal(off('registration'))).toBe('“注册登记”已于 2024-06-28 办结')
    expect(await refusal(at.play(at.who.science, today, movein.refuse, { id, reason: '无' }))).toBe('您没有“不予入驻”的权限')
    await at.play(at.who.tian, today, movein.waive, { id: of('statistics').id, reason: '尚未投产' })
    expect(await refusal(off('statistics', at.who.tian))).toBe('“统计入库”已登记为不适用')
  })

  it('opens its papers to whoever sees it and to nobody else', async () => {
    const { id } = await at.play(at.who.first, today, movein.open, need)
    const own = { name: '申请材料.pdf', bytes: new Uint8Array(Buffer.from('%PDF-1.4 甲企业')) }
    await at.play(at.who.first, today, movein.apply, { id, units: [at.stock.units['103']!], file: own })
    await at.play(at.who.jin, today, movein.approve, { id })
    await at.play(at.who.jin, today, movein.drawUp, { id, ...terms })
    await at.play(at.who.jin, today, movein.contract, { id })
    await at.play(at.who.jin, today, movein.handOver, { id, handedOn: today, file: paper })
    const item = (await one(id)).checklist.find(({ kind }) => kind === 'registration')!
    await at.play(at.who.science, today, movein.checkOff, { id: item.id, file: { ...own, name: '执照.pdf' } })
    const { steps, checklist } = await one(id)
    const papers = [...steps, ...checklist].flatMap(({ evidence }) => evidence ?? [])
    expect(papers).toHaveLength(3)
    const names = async (by: Parameters<typeof one>[1]) => {
      const opened = []
      for (const each of papers) opened.push((await at.play(by!, today, movein.paper, { id, paper: each })).name)
      return opened
    }
    for (const by of [at.who.first, at.who.jin, at.who.office, at.who.leader, at.who.science])
      expect(await names(by)).toEqual(['申请材料.pdf', '交付确认单.pdf', '执照.pdf'])

    const rivals = await at.play(at.who.second, today, movein.open, { ...need, name: '乙企业' })
    for (const each of papers) {
      expect(await refusal(at.play(at.who.second, today, movein.paper, { id, paper: each }))).toBe(unseen)
      // Nor under the name of a matter of its own.
      expect(await refusal(at.play(at.who.second, today, movein.paper, { id: rivals.id, paper: each }))).toBe(
        '没有找到该附件，它可能已被移除，或不在您可以查看的范围内',
      )
      expect(await refusal(at.play(at.who.visitor, today, movein.paper, { id, paper: each }))).toBe('请先登录')
      expect(await refusal(at.run(at.who.second, today, (ctx) => openFile(ctx, each)))).toContain('没有找到该文件')
    }
  })

  it('has items for statisticians, who see to them as a department does', async () => {
    const id = await bring(at, { units: [at.stock.units['106']!], to: 'settling' })
    const counting = { ...at.who.science, role: 'statistician' as const }
    const item = (await one(id, counting)).checklist.find(({ kind }) => kind === 'registration')!
    await at.play(counting, today, movein.checkOff, { id: item.id })
    expect((await one(id)).checklist.find(({ kind }) => kind === 'registration')!.doneOn).toBe(today)
  })

  it('that a visitor did not open himself takes no step and no viewing of his, whatever way he finds to the database', async () => {
    const id = await bring(at, { units: [at.stock.units['105']!], to: 'viewing' })
    const step = { moveIn: id, state: 'viewing' as const, holder: null, since: today, days: 1, dueOn: today, endedOn: today }
    const visit = { moveIn: id, building: at.stock.building, unit: null, wantedOn: today, half: 'am' as const, guide: null }
    const write = (work: Parameters<typeof at.run<unknown>>[2]) => refusal(at.run(at.who.visitor, today, work))
    expect(await write(({ db }) => db.insert(moveInSteps).values(step))).toBe('您只能改动本单位的数据')
    expect(await write(({ db }) => db.insert(viewings).values({ ...visit, status: 'asked', feedback: null }))).toBe(
      '您只能改动本单位的数据',
    )
  })

  it('is nothing to a visitor', async () => {
    expect(await refusal(at.play(at.who.visitor, today, movein.list, {}))).toBe('请先登录')
    expect(await refusal(at.play(at.who.visitor, today, movein.open, { ...need }))).toBe('请先登录')
  })
})

describe('viewings', () => {
  it('asked for by an applicant are confirmed by the park, or declined with a reason, or cancelled', async () => {
    const { first, jin } = at.who
    const { id } = await at.play(first, today, movein.open, need)
    await at.play(at.who.office, today, movein.offer, { id, units: [at.stock.units['103']!] })
    const book = (wantedOn = '2024-07-01') => at.play(first, today, movein.bookViewing, { moveIn: id, wantedOn, half: 'pm' })
    expect(await refusal(book('2024-06-30'))).toBe('2024-06-30 不是工作日，请另选看房日期')
    const kept = await book()
    const declined = await book()
    const cancelled = await book()
    expect(await refusal(at.play(first, today, movein.confirmViewing, { id: kept.id, guide: '我' }))).toBe(
      '您没有“确认预约”的权限',
    )
    await at.play(jin, today, movein.confirmViewing, { id: kept.id, guide: '老秦' })
    await at.play(jin, today, movein.declineViewing, { id: declined.id, reason: '当天检修' })
    await at.play(first, today, movein.cancelViewing, { id: cancelled.id })
    expect(await refusal(at.play(jin, today, movein.confirmViewing, { id: cancelled.id, guide: '老秦' }))).toBe(
      '当前为“已取消”，不能确认预约',
    )
    await at.play(jin, today, movein.finishViewing, { id: kept.id, feedback: '满意' })
    const { matter, viewings } = await one(id, first)
    expect(matter.status).toBe('applying')
    expect(viewings.map(({ status, feedback }) => [status, feedback])).toEqual(
      expect.arrayContaining([
        ['done', '满意'],
        ['declined', '当天检修'],
        ['cancelled', null],
      ]),
    )
  })
})
