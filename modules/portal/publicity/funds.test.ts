/** The money of a year in public: sums of lines, and grants only once their list has run its days. */
import { eq } from 'drizzle-orm'
import excel from 'exceljs'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { claims, publicityItems } from '#modules/claim/tables.ts'
import { modules } from '#modules/index.ts'
import { machine } from '#platform/context.ts'
import type { Session } from '#platform/session.ts'
import { refusal, region } from '#test/it.ts'
import { accountFor, approved, openPayouts, type Payouts, today } from '#test/payout.ts'
import { portal } from '../routes.tsx'

const { payout } = modules
let at: Payouts
let app: FastifyInstance
type Claim = Awaited<ReturnType<typeof approved>>
let [paid, waiting, running, takenUp]: Claim[] = []

const shownAs = (claim: Claim, publicity: string, proposed: number, name = claim.name) =>
  at.run(machine(region), '2024-08-01', async ({ db }) => {
    const item = { publicity, claim: claim.id, name, title: '落户奖励', article: '第一条', asked: 120_000_00 }
    await db.insert(publicityItems).values({ ...item, approved: proposed })
  })

beforeAll(async () => {
  at = await openPayouts()
  await accountFor(at, at.firms.first)
  paid = await approved(at, { amount: 90_000_50 })
  waiting = await approved(at)
  running = await approved(at, { shown: 'running' })
  takenUp = await approved(at)
  await shownAs(paid, at.done, 100_000_00)
  await shownAs(waiting, at.done, 100_000_00, '待拨企业')
  await shownAs(running, at.running, 100_000_00, '公示中企业')
  await shownAs(takenUp, at.done, 100_000_00, '重新审核企业')
  await at.run(machine(region), today, ({ db }) =>
    db.update(claims).set({ status: 'screening' }).where(eq(claims.id, takenUp!.id)),
  )
  const lines = [{ claim: paid.id, payee: paid.name }]
  const { id } = await at.play(at.who.money, today, payout.makeRemittance, { lines })
  await at.play(at.who.money, today, payout.sendRemittance, { id })
  const list = await at.play(at.who.money, today, payout.oneRemittance, { id })
  const receipt = { id: list.lines[0]!.id, settledOn: today, voucher: 'PZ-秘密-1' }
  await at.play(at.who.money, today, payout.settlePayment, receipt)
  const session: Session = { run: (actor, _, work) => at.run(actor, today, work) }
  app = Fastify()
  app.setNotFoundHandler(portal(app, { session, region }).absent)
})
afterAll(async () => {
  await app?.close()
  await at?.close()
})

const open = async (url: string) => (await app.inject(url)).body
const rowsOf = (html: string) =>
  [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row]) =>
    row!
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  )

describe('the money of a year', () => {
  it('is told line by line in 万元, with its sum', async () => {
    const rows = rowsOf(await open('/funds'))
    expect(rows).toContain('招引 1,000.00 0.00 30.00 9.00005 960.99995')
    expect(rows.filter((row) => row.startsWith('合计'))).toEqual([expect.stringMatching(/ 0\.00 30\.00 9\.00005 /)])
  })

  it('lists what was granted after its list ran its days: declared, granted, paid, with the way to the list', async () => {
    const page = await open('/funds')
    const rows = rowsOf(page)
    expect(rows).toContain(`${paid!.name} 落户奖励 第一条，招引资金 12.00 9.00005 公示 10.00 9.00005 2024年9月2日 GS-1`)
    expect(rows).toContain('待拨企业 落户奖励 第一条，招引资金 12.00 10.00 待拨付 GS-1')
    expect(page).toContain('<a href="/publicities/GS-1">GS-1</a>')
    expect(page).toContain('审定和拨付（2）')
  })

  it('names nothing that is still shown or examined again, no account and no voucher', async () => {
    const page = await open('/funds')
    for (const word of ['公示中企业', '重新审核企业', 'GS-2', 'PZ-秘密-1', '6222020200001234567', '****', paid!.number])
      expect(page, word).not.toContain(word)
    const found = await at.play(at.who.visitor, today, payout.publishedFunds, {})
    expect(Object.keys(found.grants[0]!).sort()).toEqual(
      ['article', 'asked', 'granted', 'id', 'line', 'name', 'paid', 'paidOn', 'proposed', 'publicity', 'status', 'title'].sort(),
    )
    expect(Object.keys(found.lines[0]!).sort()).toEqual(['amount', 'committed', 'free', 'line', 'paid', 'reserved'])
  })

  it('is narrowed by year and line in the address; what it does not understand is left out', async () => {
    expect(await open('/funds?line=talent')).toContain('没有公示期满并审定的资金')
    expect(await open('/funds?year=2023')).toContain('2023 年度资金尚未安排')
    expect(await open('/funds?year=x&line=y&page=0')).toContain('审定和拨付（2）')
  })

  it('is taken along as a sheet by anyone', async () => {
    const { name, bytes } = await at.play(at.who.visitor, today, payout.publishedFundsSheet, { year: 2024 })
    expect(name).toBe(`2024 年度政策资金拨付公开表（截至${today}）.xlsx`)
    const book = new excel.Workbook()
    await book.xlsx.load(bytes as unknown as ArrayBuffer)
    const sheet = book.worksheets[0]!
    const rows = [4, 5, 6].map((row) => ['A', 'E', 'G', 'H', 'J'].map((column) => sheet.getCell(`${column}${row}`).value))
    expect(rows.sort()).toEqual(
      [
        [paid!.name, 120_000, 90_000.5, 90_000.5, '已拨付'],
        ['待拨企业', 120_000, 100_000, 0, '待拨付'],
        [null, null, null, null, null],
      ].sort(),
    )
    expect(await refusal(at.play(at.who.visitor, today, payout.publishedFundsSheet, { year: 24 }))).toBe('年度应为四位年份')
  })
})
