/**
 * A spreadsheet in a real browser: one with errors is marked cell by cell, the sheet sent back is corrected and uploaded
 * again, looked at and committed; the new enterprise then stands in the list.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import excel from 'exceljs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeCreditCode } from '#engines/enterprise/credit-code.ts'
import { demoPassword } from '#seed/demo.ts'
import { launchBrowser } from '../browser.ts'
import { login, type Running, startServer } from '../server.ts'
import { workbookOf } from '../sheets.ts'

const pictures = 'test-results/import'
const dataDirectory = join(tmpdir(), `mantianxing-import-${process.pid}`)
let server: Running
let browser: Browser

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  server = await startServer(dataDirectory)
  browser = await launchBrowser()
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  rmSync(dataDirectory, { recursive: true, force: true })
})

const line = (n: number, name: string, rest = {}) => ({
  统一社会信用代码: makeCreditCode('91500109', 7_000_000 + n),
  企业名称: name,
  登记状态: '存续',
  企业类型: '有限责任公司',
  所在镇街: '天生街道',
  行业代码: '6513',
  来源: '原有',
  落户日期: '2024-03-01',
  ...rest,
})
const lines = [
  line(1, '重庆鲲鹏远航仪表软件有限公司'),
  line(2, '重庆墨池书院校对软件有限公司', { 所在镇街: '东方镇' }),
  line(3, '重庆雨燕低空调度软件有限公司', { 落户日期: '去年三月' }),
]

async function picture(page: Page, name: string) {
  for (const width of [1920, 1280, 390]) {
    await page.setViewportSize({ width, height: 900 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${name} ${width}`).toBe(true)
    await page.screenshot({ path: `${pictures}/${name}-${width}.png` })
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}

it('a sheet with errors is marked, corrected, uploaded again and committed', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN' })
  const page = await context.newPage()
  await page.goto(`${server.address}/login`)
  await page.getByLabel('账号').fill('zhouke')
  await page.getByLabel('密码', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.waitForURL(/office|cockpit/)

  await page.goto(`${server.address}/office/enterprises`)
  await page.getByRole('link', { name: '表格导入' }).last().click()
  await page.getByText('选择或拖入企业档案表格').waitFor()
  await picture(page, '1-hand-in')
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await page.locator('input[type=file]').setInputFiles({ name: '新增企业.xlsx', mimeType: type, buffer: await workbookOf(lines) })
  await page.getByText('2 行有误，改正后才能提交').waitFor({ timeout: 60_000 })
  await page.getByText(/没有找到这个镇街，请写平台上的名称，现为“东方镇”/).waitFor()
  expect(await page.getByRole('button', { name: /^提交/ }).isDisabled()).toBe(true)
  await picture(page, '2-errors')

  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载标注问题的表格' }).click()
  const sent = await downloading
  expect(sent.suggestedFilename()).toBe('新增企业（标注问题）.xlsx')
  const book = new excel.Workbook()
  await book.xlsx.readFile(await sent.path())
  const sheet = book.worksheets[0]!
  expect(String(sheet.getCell('I3').value)).toContain('东方镇')
  sheet.getCell('E3').value = '天生街道'
  sheet.getCell('H4').value = '2024-03-15'
  await page.getByRole('button', { name: '放弃' }).first().click()
  await page.getByRole('tooltip').getByRole('button', { name: '放弃' }).click()
  await page.getByRole('link', { name: '重新上传' }).click()
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '新增企业.xlsx', mimeType: type, buffer: Buffer.from(await book.xlsx.writeBuffer()) })
  await page.getByRole('button', { name: '提交 3 行' }).waitFor({ timeout: 60_000 })
  await picture(page, '3-preview')
  await page.getByRole('button', { name: '查看第 2 行的全部内容' }).click()
  await page.getByRole('dialog').getByText('有限责任公司').waitFor()
  await picture(page, '4-row')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '提交 3 行' }).click()
  await page.getByRole('tooltip').getByRole('button', { name: '提交', exact: true }).click()
  await page.getByText('已提交 3 行').waitFor({ timeout: 60_000 })
  await picture(page, '5-committed')
  await page.getByRole('link', { name: '查看企业档案' }).click()
  await page.waitForURL('**/office/enterprises')
  await page.goto(`${server.address}/office/enterprises?words=${encodeURIComponent('雨燕低空')}`)
  await page.getByText('重庆雨燕低空调度软件有限公司').first().waitFor()
  await context.close()
})

it('a server that is killed while it reads takes the sheet up again when it is back', { timeout: 240_000 }, async () => {
  const { upload } = await login(server.address, 'zhouke', demoPassword)
  const many = Array.from({ length: 4000 }, (_, i) => line(1000 + i, `重庆${'甲乙丙丁戊己庚辛壬癸'[i % 10]}${i}有限公司`))
  const { id } = await upload('intake/start', { ledger: 'enterprise' }, { name: '多.xlsx', bytes: await workbookOf(many) })
  await server.kill()
  server = await startServer(dataDirectory)
  const { query } = await login(server.address, 'zhouke', demoPassword)
  await expect.poll(async () => (await query('intake/show', { id })).status, { timeout: 120_000 }).toBe('checked')
  expect(await query('intake/show', { id })).toMatchObject({ total: 4000, bad: 0 })
})
