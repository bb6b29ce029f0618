/** Leases: what a draft refuses in which words, who has a room and until when, what is owed and settled, and who sees whose. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modules } from '#modules/index.ts'
import { type Firms, openFirms } from '#test/firms.ts'
import { refusal } from '#test/it.ts'
import { drawUp, onFile, signed, terms } from '#test/lease.ts'
import { openBuilding, type Stock } from '#test/space.ts'

const { lease, space } = modules
const today = '2024-06-28'
let at: Firms
let stock: Stock
let other: Stock
let own: { id: string; name: string }
beforeAll(async () => {
  at = await openFirms()
  const rooms = Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`1${String(n + 1).padStart(2, '0')}`, 60.15]))
  stock = await openBuilding(at, { name: '数字谷一号楼', storeys: [{ number: 1, units: rooms }] })
  const inCai = { zone: at.org('蔡家园城'), town: at.org('蔡家岗街道'), by: at.who.office }
  other = await openBuilding(at, { name: '智慧大厦', ...inCai, storeys: [{ number: 1, units: { A1: 100 } }] })
  own = await onFile(at, 1, { account: '甲企业' })
})
afterAll(() => at.close())

const unit = (name: string) => stock.units[name]!
const show = (id: string, by = at.who.jin, day = today) => at.play(by, day, lease.show, { id })
const refused = (units: string[], rest: Parameters<typeof drawUp>[2] = {}) => refusal(drawUp(at, units, rest))

describe('a draft', () => {
  it('takes place from the building, name and code from the file, the whole area unless told otherwise', async () => {
    const { id, number } = await drawUp(at, [unit('101'), unit('102')], {
      enterprise: own.id,
      tenant: '别的名字',
      units: [{ unit: unit('101') }, { unit: unit('102'), area: 30.1 }],
    })
    expect(number).toBe('ZL-2024-0001')
    const found = await show(id)
    expect(found.lease).toMatchObject({ zone: at.org('缙云园城'), town: at.org('天生街道'), tenant: own.name, area: 90.25 })
    expect(found.units.map(({ name, area, takenTo }) => [name, area, takenTo])).toEqual([
      ['101', 60.15, null],
      ['102', 30.1, null],
    ])
    expect(found).toMatchObject({ standing: 'draft', keeps: true, steps: ['sign', 'cancel'], account: { due: 0, overdue: 0 } })
  })

  it('is refused in words that name what is wrong', async () => {
    const step = (from: string) => ({ from, rent: 42 })
    expect(await refused([unit('101')], { to: '2024-03-31' })).toBe('到期日 2024-03-31 不能早于起租日 2024-04-01')
    expect(await refused([unit('101')], { to: '2044-04-01' })).toBe('租赁期限不得超过二十年')
    expect(await refused([unit('101')], { deposit: -1 })).toBe('保证金不能为负数')
    expect(await refused([unit('101')], { rent: 9000, growth: 50, to: '2026-03-31' })).toBe(
      '单价最高将达 13500.00 元/㎡·月，超过 10000 元，请核对租金、物业费和年递增',
    )
    expect(await refused([unit('101')], { growth: 3, steps: [step('2024-10-01')] })).toBe('租金调整和年递增只能约定一种')
    expect(await refused([unit('101')], { steps: [step('2025-04-01')] })).toBe(
      '租金调整日 2025-04-01 应在起租日 2024-04-01 之后、到期日 2025-03-31 之前',
    )
    expect(await refused([unit('101')], { steps: [step('2024-10-01'), step('2024-10-01')] })).toBe(
      '租金调整日 2024-10-01 填写了两次',
    )
    expect(await refused([unit('101')], { free: [{ from: '2024-03-01', to: '2024-04-30' }] })).toBe(
      '免租期 2024-03-01 至 2024-04-30 应在租期 2024-04-01 至 2025-03-31 之内',
    )
    expect(await refused([unit('101')], { free: [{ from: '2024-05-01', to: '2024-04-30' }] })).toBe(
      '免租期 2024-05-01 至 2024-04-30 的起止日期颠倒',
    )
    const overlapping = [
      { from: '2024-04-01', to: '2024-04-30' },
      { from: '2024-04-30', to: '2024-05-10' },
    ]
    expect(await refused([unit('101')], { free: overlapping })).toBe(
      '免租期 2024-04-01 至 2024-04-30 与 2024-04-30 至 2024-05-10 重叠',
    )
    expect(await refused([unit('101'), unit('101')])).toBe('同一单元选择了两次，请核对')
    expect(await refused([unit('101'), other.units.A1!], { by: at.who.office })).toBe(
      '一份租约只能包含同一楼宇的单元，其他楼宇的请另行签订',
    )
    expect(await refused([unit('101')], { units: [{ unit: unit('101'), area: 60.16 }] })).toBe(
      '单元“101”的租赁面积 60.16 ㎡ 超过其建筑面积 60.15 ㎡',
    )
    expect(await refused([unit('101')], { units: [{ unit: unit('101'), area: 0 }] })).toBe('单元“101”的租赁面积应大于零')
    expect(await refused([unit('101')], { from: '2023-12-31' })).toBe('单元“101”自 2024-01-01 启用，起租日不能早于该日')
    expect(await refused([unit('101')], { tenant: null })).toBe('请选择承租企业，或填写承租方名称')
    expect(await refused([], {})).toBe('请选择租赁单元')
    expect(await refused([unit('101')], { number: 'ZL-2024-0001' })).toBe('合同编号“ZL-2024-0001”已被使用')
    expect(await refused([own.id])).toBe('没有找到该单元，它可能已被移除，或不在您可以查看的范围内')
    expect(await refused([other.units.A1!])).toBe('园城只能维护本园城范围内的楼宇，其他范围的请由领导小组办公室办理')
  })

  it('is written anew until it is signed, cancelled once, and never signed after that', async () => {
    const { id } = await drawUp(at, [unit('103')])
    await at.play(at.who.jin, today, lease.redraft, { ...terms([unit('104')], { rent: 50 }), id })
    const found = await show(id)
    expect([found.lease.rent, found.units.map(({ name }) => name)]).toEqual([50, ['104']])
    await at.play(at.who.jin, today, lease.cancel, { id })
    expect(await refusal(at.play(at.who.jin, today, lease.sign, { id }))).toBe('当前为“已作废”，不能签订租约')
    expect(await refusal(at.play(at.who.jin, today, lease.redraft, { ...terms([unit('104')]), id }))).toBe(
      '已签订或已作废的租约不可改动，请办理续租、退租或重新起草',
    )
  })
})

describe('a signed lease', () => {
  it('keeps its room to the last day, and not a day longer', async () => {
    const { id } = await signed(at, [unit('105')])
    const late = await drawUp(at, [unit('105')], { from: '2025-03-31', to: '2026-03-30' })
    expect((await show(late.id)).units[0]!.takenTo).toBe('2025-03-31')
    expect(await refusal(at.play(at.who.jin, today, lease.sign, { id: late.id }))).toBe(
      '单元“105”已租至 2025-03-31，与本租约的租期（2025-03-31 至 2026-03-30）重叠，不能签订',
    )
    const next = await signed(at, [unit('105')], { from: '2025-04-01', to: '2026-03-31' })
    expect((await show(next.id)).standing).toBe('upcoming')
    expect((await show(id, at.who.jin, '2025-03-31')).standing).toBe('running')
    expect((await show(id, at.who.jin, '2025-04-01')).standing).toBe('expired')
    expect((await show(next.id, at.who.jin, '2025-04-01')).standing).toBe('running')
  })

  it('is not signed twice, nor for a day to come, and is kept as it was signed by the database', async () => {
    const { id } = await signed(at, [unit('106')])
    expect(await refusal(at.play(at.who.jin, today, lease.sign, { id }))).toBe('当前为“履行中”，不能签订租约')
    const draft = await drawUp(at, [unit('107')])
    expect(await refusal(at.play(at.who.jin, today, lease.sign, { id: draft.id, signedOn: '2024-06-29' }))).toBe(
      '签订日期不能晚于今天',
    )
    await expect(at.owner.query('update lease set rent = 1 where id = $1', [id])).rejects.toThrow(
      '已签订的租约不可改动，请办理续租、退租或重新签订',
    )
    const insert = `insert into lease_unit (region, lease, unit, area, since, until, held)
      select region, $1, unit, $2, since, until, true from lease_unit where lease = $3`
    await expect(at.owner.query(insert, [draft.id, 1, id])).rejects.toMatchObject({ code: '23P01' })
    await expect(at.owner.query(insert, [draft.id, 60.16, id])).rejects.toThrow(
      '单元“106”的租赁面积 60.16 ㎡ 超过其建筑面积 60.15 ㎡',
    )
  })

  it('is refused a room that ended after the draft was drawn up, and a room let is not split', async () => {
    const room = unit('112')
    const draft = await drawUp(at, [room])
    const part = (name: string, area: number) => ({ name, area, netArea: null })
    const split = (on: string) =>
      at.play(at.who.jin, on, space.splitUnit, { id: room, on, parts: [part('112A', 30), part('112B', 30.15)] })
    const held = await signed(at, [room], { to: '2024-05-31' })
    expect(await refusal(split('2024-05-20'))).toContain('已出租')
    await split(today)
    expect(await refusal(at.play(at.who.jin, today, lease.sign, { id: draft.id }))).toContain('单元“112”')
    expect((await show(held.id)).standing).toBe('expired')
  })

  it('is renewed back to back at its last rent, once', async () => {
    const { id, number } = await signed(at, [unit('108')], { growth: 5, to: '2026-03-31' })
    const next = await at.play(at.who.jin, today, lease.renew, { id, to: '2027-03-31' })
    expect((await show(next.id)).lease).toMatchObject({ from: '2026-04-01', rent: 42, renews: id, status: 'draft' })
    expect(await refusal(at.play(at.who.jin, today, lease.renew, { id, to: '2028-03-31' }))).toBe(
      `租约 ${number} 已由 ${next.number} 续租（待签订）`,
    )
    await at.play(at.who.jin, today, lease.sign, { id: next.id })
    expect((await show(id)).renewedBy).toMatchObject({ number: next.number, standing: 'upcoming' })
    const { rows } = await at.play(at.who.jin, '2026-03-01', lease.list, { expiring: 90 })
    expect(rows.map((row) => row.number)).not.toContain(number)
  })

  it('ends before its time with the room free from that day, and tells what is to be settled', async () => {
    const { id, number } = await signed(at, [unit('109')], { rent: 36.5, deposit: 5000 })
    const pay = (kind: 'rent' | 'deposit', amount: number) =>
      at.play(at.who.jin, today, lease.enterReceipt, { lease: id, kind, amount, paidOn: '2024-04-05' })
    await pay('rent', 13_172.86)
    await pay('deposit', 5000)
    const ending = { id, on: '2024-07-16', kind: 'early' as const }
    const settled = await at.play(at.who.jin, today, lease.settling, ending)
    // Three months of 2195.48, and 15 of 31 days of the fourth.
    expect(settled).toMatchObject({ due: 7648.77, paid: 13_172.86, refund: 5524.09, owed: 0, deposit: 5000 })
    expect(settled.sentences).toEqual([
      '租金和物业费计至 2024-07-16 前一日，不满一个计租月的按该月实际天数折算：应收 7648.77 元（全期应收 26345.76 元）',
      '已收 13172.86 元，多收 5524.09 元，应予退还',
      '保证金 5000.00 元，抵扣欠款后退还',
    ])
    const end = (on: string) => at.play(at.who.jin, today, lease.end, { ...ending, on, reason: '业务调整' })
    expect(await refusal(end('2024-04-01'))).toBe('终止日期应晚于起租日 2024-04-01；未曾使用的，可自次日起终止')
    expect(await refusal(end('2025-04-01'))).toBe(`租约 ${number} 于 2025-03-31 到期自行终止，终止日期应不晚于该日`)
    expect((await end('2024-07-16')).settlement).toEqual(settled)
    expect((await show(id)).standing).toBe('running')
    expect((await show(id, at.who.jin, '2024-07-16')).standing).toBe('ended')
    await signed(at, [unit('109')], { from: '2024-07-16', to: '2025-07-15' })
    expect(await refusal(end('2024-08-01'))).toBe('当前为“已终止”，不能终止租约')
  })
})

describe('its account', () => {
  it('stands by receipts known on the day; a wrong one is withdrawn with its reason and never changed', async () => {
    const { id } = await signed(at, [unit('110')], { dueDays: 10 })
    const enter = (amount: number, paidOn = '2024-04-05') =>
      at.play(at.who.jin, '2024-06-27', lease.enterReceipt, { lease: id, kind: 'rent', amount, paidOn })
    const wrong = await enter(7128)
    expect((await show(id)).account).toMatchObject({ due: 7218, paid: 7128, overdue: 90, overdueDays: 78 })
    await at.play(at.who.jin, today, lease.withdrawReceipt, { id: wrong.id, reason: '金额录错' })
    await at.play(at.who.jin, today, lease.enterReceipt, { lease: id, kind: 'rent', amount: 7218, paidOn: '2024-04-05' })
    const now = await show(id)
    expect(now.account).toMatchObject({ paid: 7218, overdue: 0, next: { dueOn: '2024-07-11', amount: 7218 } })
    expect(now.withdrawn.map(({ amount, withdrawnFor }) => [amount, withdrawnFor])).toEqual([[7128, '金额录错（老秦）']])
    expect((await show(id, at.who.jin, '2024-06-27')).account.paid).toBe(7128)
    expect(await refusal(at.play(at.who.jin, today, lease.withdrawReceipt, { id: wrong.id, reason: '再撤' }))).toBe(
      '该笔收款已撤销',
    )
    expect(await refusal(enter(0))).toBe('金额不能为零；退款请填写负数')
    expect(await refusal(enter(1, '2024-06-28'))).toBe('收款日期不能晚于今天')
    const draft = await drawUp(at, [unit('111')])
    const early = { lease: draft.id, kind: 'rent' as const, amount: 1, paidOn: today }
    expect(await refusal(at.play(at.who.jin, today, lease.enterReceipt, early))).toBe(
      `租约 ${draft.number} 尚未签订，不能登记收款`,
    )
    await expect(at.owner.query('update receipt set amount = 1 where id = $1', [wrong.id])).rejects.toThrow(
      '收款记录不可改动，请登记更正',
    )
  })

  it('finds those overdue, those of a room, those of a building; and hands them on as a sheet', async () => {
    const { rows } = await at.play(at.who.office, today, lease.list, { overdue: true, size: 200 })
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.every(({ overdue, overdueDays }) => overdue > 0 && overdueDays > 0)).toBe(true)
    const found = await at.play(at.who.office, today, lease.list, { words: '110' })
    expect(found.rows.map(({ units, buildingName }) => [units, buildingName])).toEqual([[['110'], '数字谷一号楼']])
    const counts = await at.play(at.who.office, today, lease.summary, {})
    expect(counts.overdue).toBe(rows.length)
    const all = await at.play(at.who.office, today, lease.list, { standing: 'running', size: 200 })
    expect(counts.running).toBe(all.total)
    const { bytes } = await at.play(at.who.office, today, lease.exportList, {})
    expect(Buffer.from(bytes).subarray(0, 2).toString()).toBe('PK')
  })
})

describe('who sees it', () => {
  it('the tenant its own and no other; another park, departments and visitors nothing', async () => {
    const { id } = await signed(at, [unit('101')], { enterprise: own.id })
    const stranger = await signed(at, [unit('102')])
    expect((await at.play(at.who.first, today, lease.mine, {})).map((row) => row.id)).toEqual([id])
    const seen = await show(id, at.who.first)
    expect(seen).toMatchObject({ steps: [], keeps: false, mismatches: [] })
    expect(await refusal(show(stranger.id, at.who.first))).toBe('没有找到该租约，它可能已被移除，或不在您可以查看的范围内')
    expect(await at.play(at.who.second, today, lease.mine, {})).toEqual([])
    expect(await refusal(show(id, at.who.second))).toContain('没有找到该租约')
    expect(await refusal(show(id, at.who.science))).toBe('您没有“租约详情”的权限')
    expect((await at.play(at.who.leader, today, lease.list, {})).total).toBeGreaterThan(2)
    const foreign = await signed(at, [other.units.A1!], { by: at.who.office })
    expect(await refusal(show(foreign.id))).toContain('没有找到该租约')
    expect((await at.play(at.who.jin, today, lease.list, { building: other.building })).total).toBe(0)
    expect(
      await refusal(at.play(at.who.jin, today, lease.end, { id: foreign.id, on: '2024-08-01', kind: 'early', reason: '无' })),
    ).toContain('没有找到该租约')
    expect(await refusal(at.play(at.who.leader, today, lease.sign, { id }))).toBe('您没有“签订租约”的权限')
  })

  it('contracts by place: of a building those that hold or will, of a room one after the other', async () => {
    const found = await at.play(at.who.office, today, lease.ofBuilding, { building: stock.building })
    expect(found.filter(({ unitName }) => unitName === '105').map(({ since, standing }) => [since, standing])).toEqual([
      ['2024-04-01', 'running'],
      ['2025-03-31', 'draft'],
      ['2025-04-01', 'upcoming'],
    ])
    const room = await at.play(at.who.office, today, lease.ofUnit, { unit: unit('109') })
    expect(room.map(({ since, last }) => [since, last])).toEqual([
      ['2024-07-16', '2025-07-15'],
      ['2024-04-01', '2024-07-15'],
    ])
    expect(await at.play(at.who.jin, today, lease.ofBuilding, { building: other.building })).toEqual([])
  })
})
