/**
 * From a document to a running plan, in a real browser: the lead unit imports the document, corrects it, signs a baseline and
 * publishes; the lead of a task breaks it down and reports; its light and the cockpit change; another unit cannot touch it.
 *
 * The real plan is read where it lies beside the project; else the sample of the demo district in our own words.
 */
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoDay, demoPassword } from '#seed/demo.ts'
import { launchBrowser } from '../browser.ts'
import { type Running, startServer } from '../server.ts'

const original = '../shared/plans/beibei-mantianxing-2022-2025.txt'
const document = existsSync(original) ? original : 'seed/plan/样例方案.txt'
if (document !== original) console.log('The original plan is not here: the sample in our own words is imported instead.')

const pictures = 'test-results/main-line'
const dataDirectory = join(tmpdir(), `mantianxing-main-line-${process.pid}`)
let server: Running
let browser: Browser

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  server = await startServer(dataDirectory)
  browser = await launchBrowser()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  rmSync(dataDirectory, { recursive: true, force: true })
})

async function enter(username: string): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' })
  const page = await context.newPage()
  await page.goto(`${server.address}/login`)
  await page.getByLabel('账号').fill(username)
  await page.getByLabel('密码', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.waitForURL(/office|cockpit/)
  return { page, context }
}

const picture = (page: Page, name: string) => page.screenshot({ path: `${pictures}/${name}.png` })

/** A call of the page's own session, for what would be the same clicks thirty times over. */
const ask = async <T>(page: Page, path: string, input: unknown): Promise<T> => {
  const answer = await page.request.get(`${server.address}/api/${path}?input=${encodeURIComponent(JSON.stringify(input))}`)
  expect(answer.status(), await answer.text()).toBe(200)
  return answer.json()
}
const tell = (page: Page, path: string, data: unknown) => page.request.post(`${server.address}/api/${path}`, { data })

type Target = { id: string; subject: string; comparator: string; baselineSignedBy: string | null }
type Whole = {
  plan: { id: string; status: string }
  targets: Target[]
  lacking: { sentence: string }[]
  tasks: { key: string; number: string }[]
}
type Task = { task: { light: string; progress: { total: number } }; mayPlan: boolean }

it('puts the document in, and the plan runs', { timeout: 300_000 }, async () => {
  const { page: office, context } = await enter('zhouke')

  // Import.
  await office.goto(`${server.address}/office/plans/import`)
  await office.locator('input[type=file]').setInputFiles(document)
  await office.waitForURL(/\/office\/plans\/[0-9a-f-]{36}/)
  const id = /plans\/([0-9a-f-]{36})/.exec(office.url())![1]!
  await office.getByText('发布检查').first().waitFor()
  await picture(office, '1-imported')
  const imported = await ask<Whole>(office, 'plan/show', { id })
  expect(imported.plan.status).toBe('draft')
  expect(imported.tasks).toHaveLength(21)

  // Correct one item.
  await office.goto(`${server.address}/office/plans/${id}?tab=task`)
  const first = office.locator('.entry').filter({ hasText: '用好上级政策' })
  await first.getByRole('button', { name: /更正/ }).click()
  const title = office.getByRole('textbox', { name: '标题' })
  await title.fill('用好国家和市级政策')
  await office.getByRole('button', { name: '保存', exact: true }).click()
  await office.locator('.entry').filter({ hasText: '用好国家和市级政策' }).waitFor()
  await picture(office, '2-corrected')

  // Sign one baseline by hand, the others in the same way without the screen.
  await office.goto(`${server.address}/office/plans/${id}?tab=target`)
  await office.getByRole('button', { name: '填写并签认' }).first().click()
  await office.getByRole('textbox', { name: '基期值' }).fill('0')
  await office.getByRole('textbox', { name: '基期来源' }).fill('楼宇调查台账')
  await office.getByRole('button', { name: '签认', exact: true }).click()
  await office
    .getByText(/周科 2025-12-\d\d 签认/)
    .first()
    .waitFor()
  await picture(office, '3-baseline')
  const refused = await tell(office, 'plan/publish', { id })
  expect((await refused.json()).message).toMatch(/还有 \d+ 处未完成，不能发布/)
  for (const { id: target, comparator, baselineSignedBy } of (await ask<Whole>(office, 'plan/show', { id })).targets) {
    if (comparator === 'qualitative' || baselineSignedBy) continue
    expect(
      (await tell(office, 'plan/signBaseline', { plan: id, id: target, value: 0, year: 2021, source: '统计年鉴' })).ok(),
    ).toBe(true)
  }

  // Match the units: one by hand, the others as suggested.
  await office.goto(`${server.address}/office/plans/${id}?tab=unit`)
  await office.locator('.match').filter({ hasText: '区科技局' }).getByRole('button', { name: '确认' }).click()
  await office.locator('.match').filter({ hasText: '区科技局' }).getByText('周科 确认').waitFor()
  await picture(office, '4-units')
  type Printed = { printed: string; confirmedBy: string | null; suggestion: { orgs: string[] } }
  for (const { printed, confirmedBy, suggestion } of await ask<Printed[]>(office, 'plan/printedUnits', { plan: id })) {
    if (!confirmedBy)
      expect((await tell(office, 'plan/matchUnit', { plan: id, printed, orgs: suggestion.orgs })).ok(), printed).toBe(true)
  }

  // Publish.
  await office.reload()
  await office.getByRole('button', { name: '发布', exact: true }).click()
  await office.getByRole('tooltip').getByRole('button', { name: '发布', exact: true }).click()
  await expect.poll(async () => (await ask<Whole>(office, 'plan/show', { id })).plan.status).toBe('published')
  await picture(office, '5-published')
  const { tasks } = await ask<Whole>(office, 'plan/show', {})
  const task = tasks.find(({ number }) => number === '16')!

  // The cockpit before.
  await office.goto(`${server.address}/cockpit`)
  await office.getByText('激发创新活力').first().waitFor()
  await picture(office, '6-cockpit-before')
  type Overview = { tasks: { key: string; light: string; total: number }[] }
  const before = (await ask<Overview>(office, 'cockpit/overview', {})).tasks.find(({ key }) => key === task.key)!

  // 区科技局 leads task 16: breaks it down, reports, finishes.
  const { page: lead } = await enter('keke')
  await lead.goto(`${server.address}/office/tasks/${task.key}`)
  await lead.getByRole('button', { name: '分解举措' }).click()
  await lead.getByRole('textbox', { name: '举措' }).fill('建设软件工程化开发平台')
  await lead.getByRole('textbox', { name: '完成期限' }).fill('2025-12-20')
  await lead.keyboard.press('Enter')
  await lead.getByText('建设软件工程化开发平台').first().waitFor()
  await lead
    .getByRole('button', { name: /设置节点/ })
    .first()
    .click()
  await lead.getByRole('textbox', { name: '节点' }).fill('平台上线试运行')
  await lead.getByRole('textbox', { name: '佐证要求' }).fill('上线报告')
  await lead.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await lead.getByText('平台上线试运行').first().waitFor()
  await picture(lead, '7-broken-down')

  await lead.goto(`${server.address}/office/tasks/${task.key}?tab=reports`)
  await lead.getByRole('tab', { name: '月度进展' }).click()
  await lead.getByRole('textbox', { name: '进展情况' }).first().fill('平台已部署，正在联调。')
  await lead.getByRole('button', { name: '报送', exact: true }).first().click()
  await lead
    .getByText(/^已报送.*进展$/)
    .first()
    .waitFor()
  await picture(lead, '8-reported')

  // The light and the cockpit change.
  const { task: now } = await ask<Task>(lead, 'work/task', { key: task.key })
  expect(now.progress.total).toBe(1)
  const milestones = await ask<{ milestones: { id: string }[] }>(lead, 'work/task', { key: task.key })
  await tell(lead, 'work/finishMilestone', {
    id: milestones.milestones[0]!.id,
    doneOn: demoDay,
    evidence: '上线报告（演示）',
  })
  await office.goto(`${server.address}/cockpit`)
  await office.getByText('激发创新活力').first().waitFor()
  const after = (await ask<Overview>(office, 'cockpit/overview', {})).tasks.find(({ key }) => key === task.key)!
  expect(before).toMatchObject({ light: 'grey', total: 0 })
  expect(after).toMatchObject({ light: 'blue', total: 1 })
  type Board = { tasks: { key: string; units: { name: string; cells: string[] }[] }[] }
  const row = (await ask<Board>(office, 'work/board', {})).tasks.find(({ key }) => key === task.key)!
  expect(row.units.find(({ name }) => name === '区科技局')!.cells.at(-1)).toBe('submitted')
  await picture(office, '9-cockpit-after')

  // Another unit sees it and cannot touch it.
  const { page: park } = await enter('laoqin')
  await park.goto(`${server.address}/office/tasks/${task.key}`)
  await park.getByText('平台上线试运行').first().waitFor()
  expect(await park.getByRole('button', { name: '分解举措' }).isDisabled()).toBe(true)
  await picture(park, '10-another-unit')
  const intrusion = await tell(park, 'work/addMeasure', {
    task: task.key,
    title: '越权举措',
    owner: (await ask<{ org: { id: string } | null }>(park, 'account/me', {})).org?.id ?? '',
    startsOn: demoDay,
    dueOn: '2025-12-20',
  })
  expect(intrusion.status()).toBeGreaterThanOrEqual(400)
  const report = await tell(park, 'work/saveReport', {
    task: task.key,
    month: '2025-12',
    progress: '越权',
    problems: null,
    next: null,
    unchanged: false,
  })
  expect([report.status(), (await report.json()).message]).toEqual([403, '本单位不是该任务的责任单位，不能填报'])
  const withdrawn = await tell(park, 'plan/revise', { id, revision: '越权' })
  expect([withdrawn.status(), (await withdrawn.json()).message]).toEqual([403, '您没有“修订方案”的权限'])
  await context.close()
})
