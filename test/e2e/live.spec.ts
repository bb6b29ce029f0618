/** The cockpit on the wall follows what others do at their desks, without a reload; and it does not keep the server from ending. */
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoPassword } from '#seed/demo.ts'
import { launchBrowser } from '../browser.ts'
import { login, type Running, startServer } from '../server.ts'

const dataDirectory = join(tmpdir(), `mantianxing-live-${process.pid}`)
let server: Running
let browser: Browser

beforeAll(async () => {
  server = await startServer(dataDirectory)
  browser = await launchBrowser()
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  rmSync(dataDirectory, { recursive: true, force: true })
})

const isLive = (url: string) => url.endsWith('/api/live')
const isOverview = (url: string) => url.includes('/api/cockpit/overview')

type Target = { key: string; year: number | null }

it('asks again as soon as somebody else has changed something', async () => {
  const page = await (await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: 'zh-CN' })).newPage()
  await page.goto(`${server.address}/login?to=%2Fcockpit`)
  await page.getByLabel('账号').fill('guchangwu')
  await page.getByLabel('密码', { exact: true }).fill(demoPassword)
  const live = page.waitForResponse((answer) => isLive(answer.url()))
  await page.getByRole('button', { name: '登录', exact: true }).click()
  expect((await live).status()).toBe(200)
  await page.waitForLoadState('networkidle')

  const { query, command } = await login(server.address, 'zhouke', demoPassword)
  const [target] = ((await query('target/list')) as Target[]).filter(({ year }) => year === 2025)
  const again = page.waitForResponse((answer) => isOverview(answer.url()), { timeout: 15_000 })
  await command('target/plot', { target: target!.key, waypoints: [{ year: 2024, value: 7 }] })
  const overview = (await (await again).json()) as { targets: { key: string; standing: { path: { value: number }[] } }[] }
  const { standing } = overview.targets.find(({ key }) => key === target!.key)!
  expect(standing.path.map(({ value }) => value)).toContain(7)
})

it('a visitor hears nothing', async () => {
  const answer = await fetch(`${server.address}/api/live`)
  expect([answer.status, await answer.json()]).toEqual([401, { code: 'anonymous', message: '请先登录' }])
})

it('the server ends calmly while the cockpit is open', async () => {
  await server.stop()
  expect([server.child.exitCode, server.child.signalCode]).toEqual([0, null])
})
