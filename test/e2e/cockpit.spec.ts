/** The wall in a real browser: moved through the months by keyboard, opened down to the rows, and taken away as a picture and a bulletin. */
import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoPassword } from '#seed/demo.ts'
import { launchBrowser } from '../browser.ts'
import { type Running, startServer } from '../server.ts'

const dataDirectory = join(tmpdir(), `mantianxing-cockpit-${process.pid}`)
let server: Running
let browser: Browser
let page: Page

beforeAll(async () => {
  server = await startServer(dataDirectory)
  browser = await launchBrowser()
  page = await (await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: 'zh-CN' })).newPage()
  await page.request.post(`${server.address}/api/auth/sign-in`, { data: { username: 'guchangwu', password: demoPassword } })
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  rmSync(dataDirectory, { recursive: true, force: true })
})

const open = async (query = '') => {
  await page.goto(`${server.address}/cockpit${query}`)
  await page.getByRole('slider', { name: '截至日期' }).waitFor()
  await page.waitForLoadState('networkidle')
}

it('is moved through the months by keyboard, and says that it shows what was known', async () => {
  await open()
  const revenue = page
    .getByRole('list', { name: '主要数据' })
    .getByText(/^\d+\.\d\d$/)
    .first()
  const today = await revenue.textContent()
  expect(await page.getByText('当日所知').count()).toBe(0)
  await page.getByRole('slider', { name: '截至日期' }).focus()
  await page.keyboard.press('Home')
  await page.waitForURL(/day=2022-10-31/)
  await page.getByText('2022年10月31日').waitFor()
  await page.getByText('当日所知').waitFor()
  await expect.poll(() => revenue.textContent()).not.toBe(today)
  await page.getByRole('button', { name: '回到今天' }).click()
  await page.waitForURL((url) => !url.search.includes('day'))
  await expect.poll(() => revenue.textContent()).toBe(today)
})

it('needs no scrolling on the wall', async () => {
  await open()
  const sizes = await page.evaluate(() => {
    const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement
    return [scrollWidth - clientWidth, scrollHeight - clientHeight]
  })
  expect(sizes).toEqual([0, 0])
})

it('opens a zone down to its rows, on the day it shows', async () => {
  await open('?day=2025-06-30')
  await page.getByRole('link', { name: /^缙云园城，\d+家$/ }).click()
  await page.waitForURL(/\/office\/indicators\/new-enterprises\?by=zone&part=[0-9a-f-]{36}&day=2025-06-30$/)
})

it('becomes a picture twice as fine as the screen', async () => {
  await open('?day=2025-06-30')
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出图片' }).click()])
  expect(file.suggestedFilename()).toBe('满天星驾驶舱（2025-06-30）.png')
  const png = readFileSync(await file.path())
  expect([png.subarray(1, 4).toString(), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(['PNG', 3840, 2160])
  // Plain ground alone would be a few kilobytes.
  expect(png.length).toBeGreaterThan(200_000)
})

it('hands out the bulletin of the last closed month of the day it shows', async () => {
  await open('?day=2025-06-30')
  const [file] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    page.getByRole('button', { name: '2025年5月月报' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('北碚区软件和信息服务业“满天星”行动月报（2025年5月）.docx')
})

it('leads back from a day that cannot be shown', async () => {
  await page.goto(`${server.address}/cockpit?day=2030-01-01`)
  await page.getByText('日期不能晚于今天').waitFor()
  await page.getByRole('button', { name: '回到今天' }).click()
  await page.getByRole('slider', { name: '截至日期' }).waitFor()
  await page.goto(`${server.address}/cockpit?day=2022-01-01`)
  await page.getByText('2022年1月1日尚无已发布的方案').waitFor()
})
