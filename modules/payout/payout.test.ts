/** From an approved claim to the receipt: lists, what comes back, and that the money is right to the 分 at each step. */

import { eq } from 'drizzle-orm'
import excel from 'exceljs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { claims } from '#modules/claim/tables.ts'
import { heldBy } from '#modules/fund/money.ts'
import { pastOf } from '#modules/fund/past.ts'
import { modules } from '#modules/index.ts'
import type { Actor, Ctx } from '#platform/context.ts'
import { sheetBuffer } from '#platform/sheet.ts'
import { refusal } from '#test/it.ts'
import { accountFor, approved, openPayouts, type Payouts, today } from '#test/payout.ts'
import { payments } from './tables.ts'

const { payout, fund } = modules
let at: Payouts
beforeAll(async () => {
  at = await openPayouts()
  await accountFor(at, at.firms.first)
})
afterAll(async () => {
  await at.close()
})

const by =
  (who: () => Actor, day = today) =>
  <I, O>(action: (ctx: Ctx, input: I) => Promise<O>, input: I) =>
    at.play(who(), day, action, input)
const money = by(() => at.who.money)
const office = by(() => at.who.office)
const later = by(() => at.who.money, '2024-09-10')

/** A list of these claims, and its lines. */
async function listed(...ids: string[]) {
  const waiting = (await money(payout.awaiting, {})).filter(({ claim }) => ids.includes(claim))
  const lines = waiting.map(({ claim, payee }) => ({ claim, payee }))
  const made = await money(payout.makeRemittance, { lines })
  return { ...made, ...(await money(payout.oneRemittance, { id: made.id })) }
}
const sent = async (...ids: string[]) => {
  const list = await listed(...ids)
  await money(payout.sendRemittance, { id: list.id })
  return list
}
const statusOf = async (id: string) =>
  (await office(async ({ db }: Ctx, _: object) => db.select().from(claims).where(eq(claims.id, id)), {}))[0]!.status
const held = (id: string) => office(async (ctx: Ctx, _: object) => heldBy(ctx, id), {})

describe('a claim that is approved', () => {
  it('goes onto a list, is sent and settled: paid, had, with what was promised in return', async () => {
    const { id, name } = await approved(at)
    const list = await sent(id)
    expect(list.number).toMatch(/^BK-2024-\d{4}$/)
    expect(list.lines).toMatchObject([
      { number: `${list.number}-01`, payee: name, holder: name, accountNumber: '6222020200001234567', amount: 100_000_00 },
    ])
    await later(payout.settlePayment, { id: list.lines[0]!.id, settledOn: '2024-09-09', voucher: 'PZ-77' })
    expect(await statusOf(id)).toBe('paid')
    expect(await held(id)).toMatchObject({ reserved: 0, committed: 0, paid: 100_000_00 })
    expect((await later(payout.oneRemittance, { id: list.id })).status).toBe('done')
    const past = await at.play(at.who.office, '2024-09-10', (ctx: Ctx, firm: string) => pastOf(ctx, firm), at.firms.first)
    expect(past).toContainEqual({
      clause: 'test-measures/settle',
      year: 2024,
      project: expect.any(String),
      milestone: null,
      amount: 100_000_00,
    })
    const mine = await at.play(at.who.first, '2024-09-10', payout.mine, {})
    expect(mine.payments[0]).toMatchObject({
      status: 'paid',
      settledOn: '2024-09-09',
      voucher: 'PZ-77',
      accountNumber: '6222020200001234567',
    })
    expect(mine.commitments.map(({ title, dueOn, daysLeft }) => [title, dueOn, daysLeft])).toEqual([
      ['半年后人员不减', '2025-03-09', 180],
      ['一年内不得迁出', '2025-09-09', 364],
    ])
  })

  it('keeps what of other awards was taken off it, so that no later year takes it off again', async () => {
    const had = { clause: 'test-measures/settle', year: 2023, project: null, milestone: null, amount: 100_000_00 }
    const { id } = await approved(at, {
      ...{ clause: 'upgrade', past: [had] },
      ...{ amount: 50_000_00, whole: 150_000_00 },
    })
    const list = await sent(id)
    await later(payout.settlePayment, { id: list.lines[0]!.id, settledOn: '2024-09-09', voucher: 'PZ-78' })
    const past = await at.play(at.who.office, '2024-09-10', (ctx: Ctx, firm: string) => pastOf(ctx, firm), at.firms.first)
    expect(past).toContainEqual({
      ...{ clause: 'test-measures/upgrade', year: 2024, project: expect.any(String), milestone: null, amount: 50_000_00 },
      less: [{ clause: 'test-measures/settle', year: 2023, project: null, amount: 100_000_00 }],
    })
  })

  it('of several payees is shared to the 分, paid line by line, and settled with the last', async () => {
    const amount = 99_999_99
    const payees = [
      { payee: '引荐机构', amount: 20_000_00 },
      { payee: '企业', amount: 80_000_00 },
    ]
    const { id, name } = await approved(at, { clause: 'referral', amount, payees })
    const waiting = (await money(payout.awaiting, {})).filter(({ claim }) => claim === id)
    expect(waiting.map(({ payee, amount, own }) => [payee, amount, own])).toEqual([
      ['引荐机构', 20_000_00, false],
      [name, 79_999_99, true],
    ])
    const lines = waiting.map(({ claim, payee }) => ({ claim, payee }))
    expect(await refusal(money(payout.makeRemittance, { lines }))).toMatch(/^请填写“引荐机构”的收款账户（兑现事项 /)
    const where = { holder: '重庆引荐咨询有限公司', bank: '建设银行北碚支行', number: '5001234567890' }
    const made = await money(payout.makeRemittance, {
      lines: lines.map((line) => (line.payee === '引荐机构' ? { ...line, where } : line)),
    })
    await money(payout.sendRemittance, { id: made.id })
    const list = await money(payout.oneRemittance, { id: made.id })
    await later(payout.settlePayment, { id: list.lines[0]!.id, settledOn: '2024-09-10', voucher: 'A1' })
    expect(await statusOf(id)).toBe('paying')
    expect((await held(id))!.committed + (await held(id))!.paid).toBe(amount)
    await later(payout.settlePayment, { id: list.lines[1]!.id, settledOn: '2024-09-10', voucher: 'A2' })
    expect(await statusOf(id)).toBe('paid')
    expect(await held(id)).toMatchObject({ committed: 0, paid: amount })
    // The firm sees that another was paid, not where.
    const seen = await at.play(at.who.first, '2024-09-10', payout.ofClaim, { claim: id })
    expect(seen.payments.map(({ accountNumber }) => accountNumber).sort()).toEqual(['**** 7890', '6222020200001234567'])
  })

  it('is had stage by stage where its clause pays by stages', async () => {
    const milestones = [
      { title: '完成股改', amount: 30_000_00 },
      { title: '辅导备案', amount: 70_000_00 },
    ]
    const { id } = await approved(at, { amount: 90_000_00, milestones })
    const list = await sent(id)
    await later(payout.settlePayment, { id: list.lines[0]!.id, settledOn: '2024-09-10', voucher: 'M1' })
    const past = await at.play(at.who.office, '2024-09-10', (ctx: Ctx, firm: string) => pastOf(ctx, firm), at.firms.first)
    expect(past.filter(({ milestone }) => milestone).map(({ milestone, amount }) => [milestone, amount])).toEqual([
      ['完成股改', 30_000_00],
      ['辅导备案', 60_000_00],
    ])
  })
})

describe('a payment that comes back', () => {
  it('says why, waits for another account, and is paid by a later list', async () => {
    const { id, number } = await approved(at)
    const list = await sent(id)
    await later(payout.failPayment, { id: list.lines[0]!.id, failure: '户名与账号不符' })
    expect(await held(id)).toMatchObject({ committed: 100_000_00, paid: 0 })
    const waiting = async () => (await later(payout.awaiting, {})).find(({ claim }) => claim === id)!
    expect(await waiting()).toMatchObject({ failure: '户名与账号不符', lacking: '退票后企业尚未更正收款账户' })
    const again = { lines: [{ claim: id, payee: (await waiting()).payee }] }
    expect(await refusal(later(payout.makeRemittance, again))).toBe(`兑现事项 ${number} 暂不能拨付：退票后企业尚未更正收款账户`)
    const better = { holder: '甲企业', bank: '工商银行北碚支行', number: '3100099887766' }
    await at.play(at.who.first, '2024-09-10', fund.keepOwnAccount, better)
    expect((await waiting()).lacking).toBeNull()
    const second = await later(payout.makeRemittance, again)
    await later(payout.sendRemittance, { id: second.id })
    const { lines } = await later(payout.oneRemittance, { id: second.id })
    expect(lines[0]).toMatchObject({ accountNumber: better.number, bank: better.bank })
    await later(payout.settlePayment, { id: lines[0]!.id, settledOn: '2024-09-10', voucher: 'B1' })
    expect(await statusOf(id)).toBe('paid')
    await accountFor(at, at.firms.first)
  })
})

describe('a list that is cancelled before it is sent', () => {
  const reason = '收款账户待企业核实'

  it('gives its lines back to be paid, once; what was cancelled stays on record', async () => {
    const { id, name } = await approved(at)
    const first = await listed(id)
    await money(payout.cancelRemittance, { id: first.id, reason })
    expect(await money(payout.oneRemittance, { id: first.id })).toMatchObject({
      ...{ status: 'cancelled', cancelledOn: today, reason, lines: [{ status: 'cancelled', amount: 100_000_00 }] },
    })
    expect(await statusOf(id)).toBe('paying')
    expect(await held(id)).toMatchObject({ committed: 100_000_00, paid: 0 })
    const lines = [{ claim: id, payee: name }]
    const outcomes = await Promise.all([1, 2].map(() => refusal(money(payout.makeRemittance, { lines }))))
    expect(outcomes.sort()).toEqual(['没有拒绝', `“${name}”的款项已列入清单或不再待拨付，请刷新后重新选择`].sort())
    const second = (await money(payout.remittanceList, {})).rows.find(({ status }) => status === 'draft')!
    await money(payout.sendRemittance, { id: second.id })
    const sentLine = (await money(payout.oneRemittance, { id: second.id })).lines[0]!
    await later(payout.settlePayment, { id: sentLine.id, settledOn: '2024-09-10', voucher: 'D1' })
    expect(await held(id)).toMatchObject({ committed: 0, paid: 100_000_00 })
    expect((await money(payout.awaiting, {})).map(({ claim }) => claim)).not.toContain(id)
    const own = await at.play(at.who.first, today, payout.ofClaim, { claim: id })
    expect(own.payments.map(({ status }) => status)).toEqual(['paid'])
    const { rows } = await at.owner.query(
      `select after->>'status' as status, after->>'reason' as reason from journal where row_id = $1 order by seq desc limit 1`,
      [first.id],
    )
    expect(rows).toEqual([{ status: 'cancelled', reason }])
  })

  it('keeps why an earlier payment came back', async () => {
    const { id } = await approved(at)
    const list = await sent(id)
    await later(payout.failPayment, { id: list.lines[0]!.id, failure: '账号已销户' })
    await accountFor(at, at.firms.first, '3100099887766')
    const again = await listed(id)
    await money(payout.cancelRemittance, { id: again.id, reason })
    await accountFor(at, at.firms.first)
    const waits = (await money(payout.awaiting, {})).find(({ claim }) => claim === id)
    expect(waits).toMatchObject({ failure: '账号已销户', lacking: '退票后企业尚未更正收款账户' })
  })

  it('is neither sent, exported, answered nor cancelled again; and none that was sent is cancelled', async () => {
    const { id: claim } = await approved(at)
    const { id, number, lines } = await listed(claim)
    expect(await refusal(money(payout.cancelRemittance, { id, reason: ' ' }))).toBe('请填写作废原因')
    const notYours = '拨付由领导小组办公室和负责拨付的财政部门办理'
    expect(await refusal(at.play(at.who.science, today, payout.cancelRemittance, { id, reason }))).toBe(notYours)
    expect(await refusal(at.play(at.who.leader, today, payout.cancelRemittance, { id, reason }))).toBe(
      '您没有“作废拨付清单”的权限',
    )
    const both = await Promise.all([
      refusal(money(payout.cancelRemittance, { id, reason })),
      refusal(office(payout.cancelRemittance, { id, reason })),
    ])
    expect(both.sort()).toEqual([`拨付清单 ${number} 已作废`, '没有拒绝'].sort())
    expect(await refusal(money(payout.sendRemittance, { id }))).toBe(`拨付清单 ${number} 已作废`)
    expect(await refusal(money(payout.remittanceSheet, { id }))).toBe(`拨付清单 ${number} 已作废，不能导出`)
    const unanswered = `拨付清单 ${number} 已作废，不能登记到账或退票`
    const receipt = { id: lines[0]!.id, settledOn: today, voucher: 'E1' }
    expect(await refusal(money(payout.settlePayment, receipt))).toBe(unanswered)
    expect(await refusal(money(payout.failPayment, { id: receipt.id, failure: '退' }))).toBe(unanswered)
    const revived = office(async ({ db }: Ctx, _: object) => {
      await db.update(payments).set({ status: 'pending' }).where(eq(payments.id, receipt.id))
    }, {})
    expect(await refusal(revived)).toBe('该笔款项已随清单作废，不能再办理')
    const file = { name: '回单.xlsx', bytes: new Uint8Array([1]) }
    expect(await refusal(money(payout.importReturn, { id, file }))).toBe(unanswered)
    const away = await sent(claim)
    expect(await refusal(money(payout.cancelRemittance, { id: away.id, reason }))).toBe(
      `拨付清单 ${away.number} 已送财政，不能作废；款项有误的请登记退票`,
    )
  })
})

describe('it is refused', () => {
  let claim: Awaited<ReturnType<typeof approved>>
  beforeEach(async () => {
    claim = await approved(at)
  })

  it('to pay before everyone was shown it', async () => {
    const { id, number, name } = await approved(at, { shown: 'running' })
    expect(await refusal(money(payout.makeRemittance, { lines: [{ claim: id, payee: name }] }))).toBe(
      `兑现事项 ${number} 暂不能拨付：未公示或公示未期满`,
    )
  })

  it('to pay a firm that told no account', async () => {
    const { id, number, name } = await approved(at, { firm: at.firms.second })
    expect(await refusal(money(payout.makeRemittance, { lines: [{ claim: id, payee: name }] }))).toBe(
      `兑现事项 ${number} 暂不能拨付：企业尚未登记收款账户`,
    )
  })

  it('to put the same on two lists, also at once', async () => {
    const lines = [{ claim: claim.id, payee: claim.name }]
    const outcomes = await Promise.all([1, 2, 3].map(() => refusal(money(payout.makeRemittance, { lines }))))
    const twice = `“${claim.name}”的款项已列入清单或不再待拨付，请刷新后重新选择`
    expect(outcomes.sort()).toEqual(['没有拒绝', twice, twice].sort())
  })

  it('to enter a receipt before the list was sent, twice, or of another day than can be', async () => {
    const { id, number, lines } = await listed(claim.id)
    const receipt = { id: lines[0]!.id, settledOn: today, voucher: 'C1' }
    expect(await refusal(money(payout.settlePayment, receipt))).toBe(`拨付清单 ${number} 尚未送财政，不能登记到账或退票`)
    await money(payout.sendRemittance, { id })
    expect(await refusal(money(payout.sendRemittance, { id }))).toBe(`拨付清单 ${number} 已送财政，不能重复送出`)
    expect(await refusal(money(payout.settlePayment, { ...receipt, settledOn: '2024-09-03' }))).toBe('到账日期不能晚于今天')
    expect(await refusal(money(payout.settlePayment, { ...receipt, settledOn: '2024-09-01' }))).toBe(
      `到账日期不能早于清单送出之日 ${today}`,
    )
    await money(payout.settlePayment, receipt)
    expect(await refusal(money(payout.settlePayment, receipt))).toBe(`“${claim.name}”的款项已登记到账，不能重复登记`)
    expect(await refusal(money(payout.failPayment, { id: receipt.id, failure: '退' }))).toBe(
      `“${claim.name}”的款项已登记到账，不能重复登记`,
    )
  })

  it('to an empty list, and to whoever does not pay', async () => {
    expect(await refusal(money(payout.makeRemittance, { lines: [] }))).toBe('请选择要拨付的款项')
    const notYours = '拨付由领导小组办公室和负责拨付的财政部门办理'
    expect(await refusal(at.play(at.who.science, today, payout.awaiting, {}))).toBe(notYours)
    const lines = [{ claim: claim.id, payee: claim.name }]
    expect(await refusal(at.play(at.who.science, today, payout.makeRemittance, { lines }))).toBe(notYours)
    expect(await refusal(at.play(at.who.leader, today, payout.makeRemittance, { lines }))).toBe('您没有“制作拨付清单”的权限')
    expect(await refusal(at.play(at.who.first, today, payout.awaiting, {}))).toBe('您没有“待拨付款项”的权限')
    expect(await refusal(at.play(at.who.jin, today, payout.funds, {}))).toBe('您没有“年度资金”的权限')
  })
})

describe('who sees what', () => {
  it('the number of an account is for whoever pays: a leader sees the last four digits, another department no list', async () => {
    const { id } = await approved(at)
    const list = await listed(id)
    expect((await at.play(at.who.leader, today, payout.oneRemittance, { id: list.id })).lines[0]!.accountNumber).toBe('**** 4567')
    expect(await refusal(at.play(at.who.science, today, payout.oneRemittance, { id: list.id }))).toBe(
      '没有找到该拨付清单，它可能已被移除，或不在您可以查看的范围内',
    )
    expect((await at.play(at.who.second, today, payout.mine, {})).payments).toEqual([])
    expect((await at.play(at.who.second, today, payout.ofClaim, { claim: id })).payments).toEqual([])
  })

  it('and never stands in the journal', async () => {
    const { id } = await approved(at)
    await sent(id)
    const { rows } = await at.owner.query(
      `select count(*)::int as n from journal where coalesce(before::text, '') || coalesce(after::text, '') like '%6222020200001234567%'`,
    )
    expect(rows[0].n).toBe(0)
  })
})

describe('the sheet for finance', () => {
  it('has numbers of accounts as text, sums to the 分, the total and its capitals', async () => {
    const one = await approved(at, { amount: 12_345_67 })
    const two = await approved(at, { amount: 100_000_00 })
    const list = await listed(one.id, two.id)
    const { bytes, name } = await money(payout.remittanceSheet, { id: list.id })
    expect(name).toBe(`拨付清单${list.number}.xlsx`)
    const book = new excel.Workbook()
    await book.xlsx.load(bytes as unknown as ArrayBuffer)
    const sheet = book.worksheets[0]!
    const cell = (at: string) => sheet.getCell(at).value
    expect([cell('A3'), cell('E3'), cell('F3')]).toEqual(['编号', '银行账号', '金额（元）'])
    expect(cell('E4')).toBe('6222020200001234567')
    expect([cell('F4'), cell('F5')].sort()).toEqual([100000, 12345.67])
    expect(sheet.getCell('F4').numFmt).toBe('#,##0.00')
    expect([cell('A6'), cell('F6')]).toEqual(['合计', 112345.67])
    expect(cell('A7')).toBe('合计金额（大写）：人民币壹拾壹万贰仟叁佰肆拾伍元陆角柒分')
  })
})

describe('the sheet of the bank', () => {
  type Row = Record<string, string | undefined>
  const sheetOf = async (rows: Row[]) => ({
    name: '回单.xlsx',
    bytes: new Uint8Array(
      await sheetBuffer<Row>({
        title: '回单',
        columns: ['编号', '状态', '凭证号', '到账日期', '退票原因'].map((heading) => ({
          ...{ heading, width: 20, value: (row: Row) => row[heading] ?? null },
        })),
        rows,
      }),
    ),
  })

  it('settles and returns line by line', async () => {
    const [one, two] = [await approved(at), await approved(at)]
    const list = await sent(one.id, two.id)
    const rows = [
      { 编号: `${list.number}-01`, 状态: '交易成功', 凭证号: 'H1', 到账日期: '2024-09-09' },
      { 编号: `${list.number}-02`, 状态: '退票', 退票原因: '账号已销户' },
    ]
    expect(await later(payout.importReturn, { id: list.id, file: await sheetOf(rows) })).toEqual({
      paid: 1,
      failed: 1,
      faults: [],
    })
    const after = await later(payout.oneRemittance, { id: list.id })
    expect(after.status).toBe('done')
    expect(after.lines.map(({ status, voucher, settledOn, failure }) => [status, voucher, settledOn, failure])).toEqual([
      ['paid', 'H1', '2024-09-09', null],
      ['failed', null, null, '账号已销户'],
    ])
  })

  it('with anything wrong changes nothing, and says what by row and column', async () => {
    const [one, two] = [await approved(at), await approved(at)]
    const list = await sent(one.id, two.id)
    const rows = [
      { 编号: `${list.number}-01`, 状态: '已到账', 凭证号: 'H1' },
      { 编号: `${list.number}-01`, 状态: '已到账', 凭证号: 'H2' },
      { 编号: `${list.number}-09`, 状态: '已到账', 凭证号: 'H3' },
      { 编号: `${list.number}-02`, 状态: '已到账' },
      { 编号: `${list.number}-02`, 状态: '在途', 凭证号: 'H4' },
    ]
    const answer = await later(payout.importReturn, { id: list.id, file: await sheetOf(rows) })
    expect(answer.faults.map(({ row, column, problem }) => [row, column, problem])).toEqual([
      [4, 'A', `编号“${list.number}-01”与第 3 行重复`],
      [5, 'A', `本清单中没有编号“${list.number}-09”`],
      [6, 'C', '已到账的请填写凭证号'],
      [7, 'B', '请填写“已到账”或“退票”，现为“在途”'],
    ])
    expect((await later(payout.oneRemittance, { id: list.id })).lines.every(({ status }) => status === 'pending')).toBe(true)
    const text = { name: '回单.csv', bytes: new Uint8Array(Buffer.from('编号,状态\n1,成功')) }
    expect(await refusal(later(payout.importReturn, { id: list.id, file: text }))).toContain('是文本文件')
  })
})
