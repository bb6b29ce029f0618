/**
 * Money from a policy to a firm's account, in a real browser: what a firm may have by its own answers, the claim that asks only what no
 * ledger holds, returned and handed in again, examined by two departments at once, shown to everyone, objected to, decided and paid to
 * the 分; a benefit nobody applies for; and what other figures in a clause would cost.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import excel from 'exceljs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoPassword } from '#seed/demo.ts'
import { launchBrowser } from '../browser.ts'
import { login, type Running, startServer } from '../server.ts'

const pictures = 'test-results/policy'
const dataDirectory = join(tmpdir(), `mantianxing-policy-${process.pid}`)
let server: Running
let browser: Browser
let office: Awaited<ReturnType<typeof login>>

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  server = await startServer(dataDirectory)
  browser = await launchBrowser()
  office = await login(server.address, 'zhouke', demoPassword)
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  rmSync(dataDirectory, { recursive: true, force: true })
})

/** The server goes on where it was, on a later day. */
async function comeTo(day: string): Promise<void> {
  await server.stop()
  server = await startServer(dataDirectory, ['--as-of', day])
  office = await login(server.address, 'zhouke', demoPassword)
}

const firm = '重庆满星软件有限公司（演示）'
const account = { 户名: firm, 开户银行: '演示银行北碚支行', 银行账号: '6222000011112222' }
const file = (name: string) => ({
  name: `${name}.pdf`,
  mimeType: 'application/pdf',
  buffer: Buffer.from(`%PDF-1.4\n${name}（演示）\n%%EOF`),
})
/** For one click, on a machine that is busy. */
const patience = 60_000
const limit = { timeout: 300_000 }
/** What comes to be on the way: the claim of each of the two ways, the list the first is shown on, the code of the objection to it. */
const at = { claim: '', direct: '', list: '', code: '' }

async function visit(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN', acceptDownloads: true })
  context.setDefaultTimeout(patience)
  return context.newPage()
}
async function enter(username: string, path: string): Promise<Page> {
  const page = await visit()
  await page.request.post(`${server.address}/api/auth/sign-in`, { data: { username, password: demoPassword } })
  await page.goto(`${server.address}${path}`)
  return page
}
const picture = (page: Page, name: string) => page.screenshot({ path: `${pictures}/${name}.png` })
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).first().click()
const panel = (page: Page, title: string | RegExp) => page.getByRole('region', { name: title })
/** The state of a claim beside its title. */
const standing = (page: Page, state: string) => page.locator('.page-head').getByText(state, { exact: true }).first().waitFor()

type Answers = Record<string, string | number>
/** Writes into the open dialog, and hands it in. */
async function hand(page: Page, save: string, answers: Answers = {}): Promise<void> {
  const dialog = page.getByRole('dialog')
  for (const [title, answer] of Object.entries(answers))
    await dialog.getByLabel(new RegExp(`^${title}(（可选）)?$`)).fill(String(answer))
  await dialog.getByRole('button', { name: save, exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}
const step = async (page: Page, name: string, answers: Answers = {}) => {
  await press(page, name)
  await hand(page, name, answers)
}
async function choose(page: Page, title: string, word: string): Promise<void> {
  await page.getByLabel(new RegExp(`^${title}(（可选）)?$`)).click()
  // The list that was opened last: one before it may still be closing.
  await page.locator('.ant-select-item-option').filter({ hasText: word }).last().click()
}
async function attach(page: Page, title: string): Promise<void> {
  await page
    .getByRole('listitem')
    .filter({ hasText: new RegExp(`^${title}`) })
    .getByRole('button', { name: '上传', exact: true })
    .click()
  await page.getByRole('dialog').locator('input[type=file]').setInputFiles(file(title))
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: `${title}.pdf`, exact: true }).waitFor()
}

type Pot = { line: string; amount: number; reserved: number; committed: number; paid: number; free: number }
/** What a pot holds, in 分. */
async function pot(line: string): Promise<Pot> {
  const { lines } = (await office.query('payout/funds', { year: 2025 })) as { lines: Pot[] }
  return lines.find((one) => one.line === line)!
}
type Claim = { status: string; number: string; computed: number; approved: number; submittedAt: string }
const claimNow = async (id: string): Promise<Claim> => (await office.query('claim/one', { id })).claim

/** Half of what the certificate cost, within the limit of its level: 12 万元 of fees at level three (分). */
const granted = 60_000_00
const grantedDirect = 200_000_00

it('a visitor learns from the self-check what a firm may have, without an account', limit, async () => {
  const visitor = await visit()
  await visitor.goto(`${server.address}/policies/check`)
  await visitor.getByText('填写后即可看到结果').waitFor()
  const about = (clause: string) => visitor.locator('details').filter({ hasText: clause })
  await visitor.getByLabel('从业人员（人）').fill('5')
  await about('房租补贴').getByText('不予支持', { exact: true }).waitFor()
  const answer = about('能力成熟度认证补助')
  await answer.locator('summary').click()
  await picture(visitor, '1-check')
  await answer.getByRole('link', { name: /支持软件产业发展若干措施/ }).click()
  await visitor.getByRole('heading', { name: /能力成熟度认证补助/ }).waitFor()
})

it('the firm is asked only what no ledger holds, and told at once what it comes to', limit, async () => {
  const man = await enter('xiaoman', '/enterprise/claims')
  await man.getByRole('listitem').filter({ hasText: '能力成熟度认证补助' }).getByRole('link', { name: '申报' }).click()
  await press(man, '开始申报')
  await man.waitForURL(/claims\/[0-9a-f-]{36}$/)
  at.claim = man.url().slice(-36)
  const form = panel(man, '填报')
  await form.getByLabel(/^CMMI认证费用/).waitFor()
  const asked = await form.locator('.ant-form-item-label').allTextContents()
  expect(asked.sort()).toEqual(['CMMI等级', 'CMMI认证费用', 'DCMM等级', 'DCMM认证费用', '项目'].sort())
  await form.getByLabel(/^项目/).fill('2025 年 CMMI 三级认证')
  await choose(man, 'CMMI等级', '三级')
  await form.getByLabel(/^CMMI认证费用/).fill('120000')
  await choose(man, 'DCMM等级', '未通过')
  await form.getByLabel(/^DCMM认证费用/).fill('0')
  await press(man, '保存并测算')
  await panel(man, '测算结论').getByText('6 万元', { exact: true }).first().waitFor()
  await picture(man, '2-filled-in')
})

it('returned for correction it keeps its place in the line', limit, async () => {
  const man = await enter('xiaoman', `/enterprise/claims/${at.claim}`)
  for (const title of ['认证证书', '认证合同及发票']) await attach(man, title)
  await step(man, '提交申报')
  await standing(man, '待受理')
  const first = await claimNow(at.claim)
  expect(first).toMatchObject({ status: 'accepting', computed: granted })

  const clerk = await enter('zhouke', `/office/claims/${at.claim}`)
  await step(clerk, '退回补正材料', { 补正内容: '认证合同缺少盖章页，请补充' })
  await standing(clerk, '待补正')
  await man.reload()
  await man.getByText('认证合同缺少盖章页，请补充').first().waitFor()
  await attach(man, 'CMMI 认证合同及发票')
  await step(man, '提交补正')
  await standing(man, '待受理')
  await picture(man, '3-again')
  expect(await claimNow(at.claim)).toMatchObject({ status: 'accepting', submittedAt: first.submittedAt })
})

it('two departments give their opinions at the same time, and the money is kept from acceptance on', limit, async () => {
  const before = await pot('platform')
  const clerk = await enter('zhouke', `/office/claims/${at.claim}`)
  await step(clerk, '受理申报')
  await standing(clerk, '待初审')
  await step(clerk, '初审通过')
  await standing(clerk, '会审中')
  expect((await pot('platform')).reserved - before.reserved).toBe(granted)

  const jury = [await enter('keke', `/office/claims/${at.claim}`), await enter('linke', `/office/claims/${at.claim}`)]
  for (const page of jury) await press(page, '提出意见')
  await Promise.all(jury.map((page) => hand(page, '提出')))
  await clerk.reload()
  const given = panel(clerk, '会审意见')
  await expect.poll(() => given.getByText('同意', { exact: true }).count()).toBe(2)
  await picture(clerk, '4-opinions')
  await step(clerk, '会审办结')
  await standing(clerk, '待列入公示')
})

it('everybody is screened, and who is eligible need not apply: one click of the firm is enough', limit, async () => {
  const [version] = (await office.query('claim/cycleChoices')).versions as { id: string }[]
  type Run = { id: string; done: boolean; startedBy: string }
  const runs = async () =>
    ((await office.query('claim/screeningList', { version: version!.id })) as Run[]).filter(({ done }) => done)
  await expect.poll(async () => (await runs()).length, { timeout: 180_000 }).toBeGreaterThan(0)
  const [run] = await runs()
  const found = await office.query('claim/screened', {
    screening: run!.id,
    clause: 'specialised',
    verdict: 'granted',
    words: '满星',
  })
  expect(found.rows).toMatchObject([{ name: firm, verdict: 'granted', alone: grantedDirect }])

  type Batch = { id: string; channel: string }
  const batch = ((await office.query('claim/allCycles')) as Batch[]).find(({ channel }) => channel === 'direct')!
  // The machine does so at night, perhaps this very moment: whoever comes second finds nothing left to make.
  await office.command('claim/offerScreened', { cycle: batch.id, screening: run!.id })
  expect(await office.command('claim/offerScreened', { cycle: batch.id, screening: run!.id })).toMatchObject({ made: 0 })

  const man = await enter('xiaoman', '/enterprise')
  const message = man.getByRole('listitem').filter({ hasText: '可享受 20 万元，无须申报，请确认' })
  await message.waitFor()
  await picture(man, '5-message')
  await message.getByRole('link', { name: '确认' }).click()
  await man.waitForURL(/claims\/[0-9a-f-]{36}$/)
  at.direct = man.url().slice(-36)
  const change = panel(man, '收款账户').getByRole('button', { name: /^(登记|更换)$/ })
  await change.click()
  await hand(man, '保存', account)
  await step(man, '确认享受')
  await standing(man, '待列入公示')
  await picture(man, '6-confirmed')
})

it('both are shown to everyone, and an objection by a visitor stops the days', limit, async () => {
  const clerk = await enter('zhouke', '/office/publicities')
  for (const batch of ['2025 年度第二批政策兑现', '2025 年度专精特新奖励免申即享']) {
    const ready = panel(clerk, new RegExp(`待列入公示：${batch}`))
    await ready.getByRole('button', { name: /^公示 \d+ 件$/ }).click()
    await hand(clerk, '公示', { 监督电话: '023-00000000' })
    await ready.waitFor({ state: 'detached' })
  }
  await picture(clerk, '7-publicities')
  at.list = (await office.query('claim/one', { id: at.claim })).names.publicity

  const visitor = await visit()
  await visitor.goto(`${server.address}/publicities`)
  await visitor.locator(`a[href="/publicities/${at.list}"]`).click()
  await visitor.getByText('还有 5 个工作日').waitFor()
  await visitor.getByLabel('对哪一项').selectOption({ label: `${firm}　能力成熟度认证补助` })
  await visitor.getByLabel('姓名或单位').fill('李工')
  await visitor.getByLabel('联系电话').fill('13800000001')
  await visitor.getByLabel('异议内容').fill('认证证书所列地址与注册地不一致，请核查。')
  await press(visitor, '提交异议')
  await visitor.getByRole('heading', { name: '已收到异议' }).waitFor()
  at.code = (await visitor.locator('strong.code').textContent())!
  await visitor.goto(`${server.address}/publicities/${at.list}`)
  await visitor.getByText('有异议正在核查，公示期中止').waitFor()
  await picture(visitor, '8-stopped')
})

it('dismissed a day later, the last day has moved by the day that did not count', limit, async () => {
  await comeTo('2025-12-03')
  const clerk = await enter('zhouke', '/office/objections?state=open')
  const line = clerk.getByRole('listitem').filter({ hasText: firm })
  await line.getByRole('button', { name: '核查' }).click()
  await choose(clerk, '核查结果', '异议不成立')
  await hand(clerk, '办结核查', { 核查结论: '证书地址为原址，已核对变更登记，系同一企业' })
  await line.waitFor({ state: 'detached' })

  const visitor = await visit()
  await visitor.goto(`${server.address}/publicities/objection?code=${encodeURIComponent(at.code)}`)
  await visitor.getByText('异议不成立').waitFor()
  await visitor.goto(`${server.address}/publicities/${at.list}`)
  await visitor.getByText('公示期 2025-12-02 至 2025-12-10').waitFor()
  await picture(visitor, '9-goes-on')
})

it('when the days are over it is decided, and its money is bound', limit, async () => {
  await comeTo('2025-12-11')
  for (const id of [at.claim, at.direct])
    await expect.poll(async () => (await claimNow(id)).status, { timeout: patience }).toBe('deciding')
  const before = await pot('platform')
  for (const id of [at.claim, at.direct]) {
    const clerk = await enter('zhouke', `/office/claims/${id}`)
    await step(clerk, '审定')
    await standing(clerk, '待拨付')
  }
  const after = await pot('platform')
  expect(after.committed - before.committed).toBe(granted + grantedDirect)
  expect(before.reserved - after.reserved).toBe(granted + grantedDirect)
  expect(after.free).toBe(before.free)
})

it('the list for the treasury adds up, and with the receipts exactly so much is paid', limit, async () => {
  const before = await pot('platform')
  const clerk = await enter('zhouke', '/office/remittances')
  const own = clerk.getByRole('row').filter({ hasText: firm })
  await expect.poll(() => own.count(), { timeout: patience }).toBe(2)
  for (const row of await own.all()) await row.getByRole('checkbox').check()
  await clerk.getByRole('button', { name: '制作清单：2 笔 260,000.00 元' }).click()
  await clerk.waitForURL(/remittances\/[0-9a-f-]{36}$/)
  await picture(clerk, '10-list')

  const [sheet] = await Promise.all([clerk.waitForEvent('download'), press(clerk, '导出清单')])
  expect(await totalIn(await sheet.path())).toEqual({ lines: [60_000, 200_000], total: 260_000, account: account.银行账号 })

  await press(clerk, '送财政拨付')
  await press(clerk, '送出')
  await standing(clerk, '已送财政')
  for (let left = 2; left > 0; left -= 1) {
    await press(clerk, '到账')
    await hand(clerk, '登记到账', { 凭证号: `演示凭证 ${left}` })
    await expect.poll(() => clerk.getByRole('button', { name: '到账', exact: true }).count()).toBe(left - 1)
  }
  await picture(clerk, '11-paid')
  const after = await pot('platform')
  expect(after.paid - before.paid).toBe(granted + grantedDirect)
  expect(before.committed - after.committed).toBe(granted + grantedDirect)
  expect(after.free).toBe(before.free)
  for (const id of [at.claim, at.direct]) expect(await claimNow(id)).toMatchObject({ status: 'paid' })

  const man = await enter('xiaoman', `/enterprise/claims/${at.claim}`)
  await standing(man, '已拨付')
  await picture(man, '12-received')
})

/** Money as the sheet has it: its lines, their sum in the row named 合计, and where it goes. */
async function totalIn(path: string) {
  const book = new excel.Workbook()
  await book.xlsx.load(readFileSync(path) as unknown as ArrayBuffer) // its types know no Buffer
  const cells = Array.from(book.worksheets[0]!.getSheetValues(), (row) => (Array.isArray(row) ? row.slice(1) : []))
  const head = cells.find((row) => row[0] === '编号')!
  const [amount, account] = ['金额（元）', '银行账号'].map((heading) => head.indexOf(heading)) as [number, number]
  const lines = cells.filter((row) => /^BK-.*-\d\d$/.test(String(row[0])))
  const total = cells.find((row) => row[0] === '合计')!
  return {
    lines: lines.map((row) => Number(row[amount])).sort((a, b) => a - b),
    total: Number(total[amount]),
    account: String(lines[0]![account]),
  }
}

it('the office moves a figure of a clause, sees what it costs, and keeps the scenario', limit, async () => {
  const clerk = await enter('zhouke', '/office/policies/demo-measures/simulate')
  await clerk.getByText(/现行 .*，不变/).waitFor()
  const rent = clerk.getByLabel('金额：面积补贴 · 单价 · 不足 50 人 · 单价数值')
  await rent.fill('30')
  await rent.press('Tab')
  await clerk
    .getByText(/现行 .*，增加 .*元/)
    .first()
    .waitFor()
  await picture(clerk, '13-simulated')
  await press(clerk, '保存方案')
  await clerk.getByRole('dialog').getByLabel('方案名称').fill('不足 50 人企业单价提高到 30 元')
  await clerk.getByRole('dialog').getByRole('button', { name: '保存', exact: true }).click()
  const kept = clerk.getByRole('row').filter({ hasText: '不足 50 人企业单价提高到 30 元' })
  await kept.getByText(/→/).first().waitFor()
  await picture(clerk, '14-kept')
})
