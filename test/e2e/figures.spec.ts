/**
 * From a report to a figure, in a real browser: an enterprise files what opens filled in, its park accepts, and the figure moves
 * by exactly that, on the open wall too; it opens down to the report. What was published stays until it is restated with the
 * reason. An earlier day shows what was known then; and nobody reads or touches what is another's.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { modules } from '#modules/index.ts'
import { partsOf } from '#modules/indicator/pages/words.ts'
import { type Action, actionsOf } from '#platform/action.ts'
import { demoPassword } from '#seed/demo.ts'
import { launchBrowser } from '../browser.ts'
import { login, type Running, startServer } from '../server.ts'
import { idsIn, inputsWith, takesFile, takesId } from '../trespass.ts'

const pictures = 'test-results/figures'
const dataDirectory = join(tmpdir(), `mantianxing-figures-${process.pid}`)
let server: Running
let browser: Browser
let office: Awaited<ReturnType<typeof login>>

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  server = await startServer(dataDirectory)
  browser = await launchBrowser()
  office = await login(server.address, 'zhouke', demoPassword)
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  rmSync(dataDirectory, { recursive: true, force: true })
})

async function enter(username: string, path: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: 'zh-CN' })
  const page = await context.newPage()
  await page.request.post(`${server.address}/api/auth/sign-in`, { data: { username, password: demoPassword } })
  await page.goto(server.address + path)
  return page
}
const leave = (...pages: Page[]) => Promise.all(pages.map((page) => page.context().close()))
const picture = (page: Page, name: string) => page.screenshot({ path: `${pictures}/${name}.png` })

const firm = '重庆满星软件有限公司（演示）'
const cell = (page: Page, name: string) => page.getByRole('spinbutton', { name, exact: true })
const numberIn = async (page: Page, name: string) => Number((await cell(page, name).inputValue()).replaceAll(',', ''))

/** Adds to a cell of an open report. */
async function add(page: Page, name: string, amount: number): Promise<number> {
  const value = (await numberIn(page, name)) + amount
  await cell(page, name).fill(String(value))
  return value
}

/** Sends the report: what the checks ask is asked for first, and explained. */
async function send(page: Page, month: string): Promise<void> {
  await page.getByRole('button', { name: '报送', exact: true }).click()
  const asked = page.getByRole('textbox', { name: /情况说明$/ })
  await asked.first().waitFor()
  for (const place of await asked.all()) await place.fill('按合同进度确认收入（演示）')
  await page.getByText('检查通过，可以报送').waitFor()
  await page.getByRole('button', { name: '报送', exact: true }).click()
  await page.getByText(`已报送${month}报表`).waitFor()
  await page.getByText(/报送，等待审核。/).waitFor()
}

async function acceptWaiting(name: string): Promise<void> {
  const park = await enter('laoqin', '/office/filings?tab=queue')
  await park.getByRole('textbox', { name: '企业名称' }).fill('满星')
  await park.getByRole('link', { name: firm }).first().click()
  await park.getByRole('button', { name: '审核通过', exact: true }).waitFor()
  await picture(park, name)
  await park.getByRole('button', { name: '审核通过', exact: true }).click()
  await park.getByText('已审核通过').waitFor()
  await leave(park)
}

const firmId = async (): Promise<string> => (await office.query('enterprise/list', { words: firm })).rows[0].id

type Told = { value: number; of: { amount: number }; published: { month: string; value: number }[] }
async function revenueOn(day?: string): Promise<Told> {
  const { figure, published } = await office.query('indicator/show', { code: 'revenue', ...(day && { day }) })
  return { ...figure, published }
}
const inPrint = (value: number) => partsOf({ unit: '亿元', decimals: 2 }, value).figure
const tileOf = (wall: Page) => wall.locator('.deck-tiles a[href="/office/indicators/revenue"]')

it('a report that opens filled in is sent and accepted, and one more is complete', async () => {
  const before = (await office.query('filing/board')).total
  const [october] = await office.query('filing/history', { enterprise: await firmId() })
  const man = await enter('xiaoman', '/enterprise/filings')
  await man.locator('a[href="/enterprise/filings/2025-11"]').first().click()
  await cell(man, '营业收入').waitFor()
  expect(october.month).toBe('2025-10')
  expect([await numberIn(man, '营业收入'), await numberIn(man, '期末参保人数')]).toEqual([october.revenue, october.headcount])
  await picture(man, '1-prefilled')
  await add(man, '营业收入', 1_700_000)
  await send(man, '2025年11月')
  await picture(man, '2-sent')
  await acceptWaiting('3-before-the-park')
  const { total } = await office.query('filing/board')
  expect(total).toEqual({ ...before, accepted: before.accepted + 1, none: before.none - 1 })
  await man.reload()
  await man.getByText(/^老秦.*审核通过。/).waitFor()
  await leave(man)
})

const corrected = 90_000_000

it('a correction moves the figure by exactly what was corrected once it is accepted, and the figure opens down to it', async () => {
  const before = await revenueOn()
  const wall = await enter('guchangwu', '/cockpit')
  await tileOf(wall).getByText(inPrint(before.value), { exact: true }).waitFor()
  await wall.waitForLoadState('networkidle')
  await wall.evaluate(() => Object.assign(window, { neverReloaded: true }))
  await picture(wall, '4-wall-before')

  const man = await enter('xiaoman', '/enterprise/filings/2025-10')
  await man.getByRole('button', { name: '提交更正' }).click()
  await man.getByRole('textbox', { name: '更正原因' }).fill('漏报一份合同的收入（演示）')
  await man.getByRole('button', { name: '开始更正' }).click()
  await cell(man, '营业收入').waitFor()
  const value = await add(man, '营业收入', corrected)
  await send(man, '2025年10月')
  await picture(man, '5-corrected')
  expect((await revenueOn()).of.amount).toBe(before.of.amount)

  await acceptWaiting('6-correction-before-the-park')
  const after = await revenueOn()
  expect(after.of.amount - before.of.amount).toBe(corrected)
  expect((await revenueOn('2025-12-01')).of.amount).toBe(before.of.amount)
  await tileOf(wall).getByText(inPrint(after.value), { exact: true }).waitFor()
  expect(await wall.evaluate(() => 'neverReloaded' in window)).toBe(true)
  await picture(wall, '7-wall-after')

  await tileOf(wall).click()
  await wall.locator('.opened-figure').getByText(inPrint(after.value)).waitFor()
  await wall.getByText('与数值一致').waitFor()
  await picture(wall, '8-indicator')
  await wall.getByRole('row').filter({ hasText: firm }).getByRole('link', { name: '查看报表' }).click()
  await wall.getByRole('heading', { name: firm }).waitFor()
  await wall.getByText('更正原因：漏报一份合同的收入（演示）').waitFor()
  const line = wall.getByRole('row').filter({ has: wall.getByRole('rowheader', { name: /^营业收入/ }) })
  await line.getByText(value.toLocaleString('zh-CN'), { exact: true }).waitFor()
  await picture(wall, '9-report')
  await leave(man, wall)
})

it('what was published stays until it is restated with the reason, and what was told before is kept', async () => {
  const present = await revenueOn()
  const [told] = present.published
  expect(told).toMatchObject({ month: '2025-10' })
  const desk = await enter('zhouke', '/office/publications?tab=drift')
  const drifted = desk.getByRole('row').filter({ hasText: '软件和信息服务业营业收入' }).filter({ hasText: '2025年10月' })
  await drifted.getByText(`${inPrint(told!.value)}亿元`).waitFor()
  await drifted.getByText(`${inPrint(present.value)}亿元`).waitFor()
  await picture(desk, '10-drift')
  await drifted.getByRole('button', { name: '更正' }).click()
  await desk.getByRole('textbox', { name: '更正原因' }).fill('企业更正10月报表后重新汇总（演示）')
  await desk.getByRole('dialog').getByRole('button', { name: '更正', exact: true }).click()
  await desk.getByText('已更正，原公布数据保留可查').waitFor()
  await drifted.waitFor({ state: 'detached' })

  await desk.goto(`${server.address}/office/publications?month=2025-10`)
  const row = desk.getByRole('row').filter({ hasText: '软件和信息服务业营业收入' })
  for (const words of [inPrint(told!.value), inPrint(present.value), '第 1 次更正', '企业更正10月报表后重新汇总（演示）'])
    await row.getByText(words).first().waitFor()
  await picture(desk, '11-restated')

  await desk.goto(`${server.address}/figures?month=2025-10`)
  const shown = await desk.locator('tr#revenue').innerText()
  expect(shown).toContain(`${inPrint(present.value)} 亿元`)
  expect(shown).toContain('第 1 次更正：企业更正10月报表后重新汇总（演示）')
  await picture(desk, '12-portal')
  await leave(desk)
})

const matters = ['enterprise', 'filing', 'statistics', 'indicator', 'intake', 'ladder']

it('an enterprise that calls everything with the ids of another reads and touches nothing of it', async () => {
  // It files, made statistical returns, and agreed to their use; another one asks for its file at the moment.
  const [{ enterprise: id }] = (await office.query('statistics/consented', { size: 1 })).rows
  const statistician = await login(server.address, 'xiaoshen', demoPassword)
  const seen = async () => {
    const whole = await office.query('enterprise/show', { id })
    const returns = await statistician.query('statistics/returns', { words: whole.file.creditCode, size: 200 })
    return { whole, returns, reports: await office.query('filing/history', { enterprise: id }) }
  }
  const before = await seen()
  const { file: other, consents, stretches } = before.whole
  const adoptions = (await office.query('enterprise/adoptions')) as { orgName: string }[]
  const foreign = adoptions.filter(({ orgName }) => orgName !== '满星软件')
  for (const part of [consents, stretches, before.reports, before.returns, foreign]) expect(idsIn(part)).not.toEqual([])
  const ids = [...new Set([...idsIn(before), ...idsIn(foreign)])]
  const secrets = [...ids, other.name]

  const man = await enter('xiaoman', '/enterprise')
  const call = async (path: string, action: Action, input: unknown) => {
    const url = `${server.address}/api/${path}`
    if (action.kind === 'query') return man.request.get(`${url}?input=${encodeURIComponent(JSON.stringify(input))}`)
    if (!takesFile(action)) return man.request.post(url, { data: input })
    const file = { name: '证明.txt', mimeType: 'text/plain', buffer: Buffer.from('演示') }
    return man.request.post(url, { multipart: { input: JSON.stringify(input), file } })
  }
  const wrong: unknown[] = []
  const tried = { refused: 0, answered: 0 }
  for (const [path, action] of actionsOf(modules).filter(([path]) => matters.includes(path.split('/')[0]!))) {
    const open = action.who === 'anyone' || action.who.includes('enterprise')
    for (const id of open && takesId(action) ? ids : [other.id]) {
      for (const input of inputsWith(action, id, other.creditCode)) {
        const answer = await call(path, action, input)
        const [status, words] = [answer.status(), await answer.text()]
        const named = JSON.stringify(input).includes(id)
        const expected = !open ? [403] : !named ? [200, 400, 409] : action.kind === 'query' ? [200, 403, 404] : [403, 404]
        const told = secrets.filter((secret) => words.includes(secret))
        const sentence = status === 200 || /[\u4e00-\u9fff]/.test(words)
        if (!expected.includes(status) || told.length || !sentence) wrong.push({ path, input, status, told, words })
        tried[status === 200 ? 'answered' : 'refused'] += 1
      }
    }
  }
  expect(wrong).toEqual([])
  console.log(`${tried.refused} calls refused, ${tried.answered} answered with nothing of the other`)
  expect(await seen()).toEqual(before)
  await leave(man)
})

it('an earlier day shows the figures of that day, as a server of that day does', async () => {
  const day = '2023-06-30'
  const printed = async (path: string) => {
    const wall = await enter('zhouke', path)
    await wall.locator('.deck-tiles b').first().waitFor()
    const figures = await wall.locator('.deck-tiles b').allInnerTexts()
    await picture(wall, `13-wall${path.replace(/\W+/g, '-')}`)
    await wall.goto(`${server.address}/office/indicators/revenue${path.replace('/cockpit', '')}`)
    await wall.locator('.opened-figure').waitFor()
    const opened = await wall.locator('.opened-figure').innerText()
    await leave(wall)
    return { figures, opened }
  }
  const told = async (day?: string) => (await office.query('cockpit/overview', day ? { day } : {})).figures
  const [today, then] = [await printed('/cockpit'), await printed(`/cockpit?day=${day}`)]
  const figures = await told(day)
  const words = (of: Awaited<ReturnType<typeof told>>) => of.map((one: Wall) => partsOf(one, one.value).figure)
  expect(then.figures).toEqual(words(figures))
  expect(then.opened).toContain(inPrint((await revenueOn(day)).value))
  expect(then.figures.filter((figure, i) => figure === today.figures[i])).toEqual([])

  await server.stop()
  server = await startServer(dataDirectory, ['--as-of', day])
  office = await login(server.address, 'zhouke', demoPassword)
  expect(await told()).toEqual(figures)
  expect(await printed('/cockpit')).toEqual(then)
})

type Wall = { unit: string; decimals: number; value: number }
