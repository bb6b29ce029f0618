/**
 * From an idle building to a firm at work in it, in a real browser: entered, secured and listed by its keeper; found by a visitor
 * without an account on the list and the map, viewed, applied for, approved, let and handed over; the firm moves in and the area in
 * use and the newcomers rise by exactly that; and what it reports broken is mended and judged.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeCreditCode } from '#engines/enterprise/credit-code.ts'
import { demoDay, demoPassword } from '#seed/demo.ts'
import { launchBrowser } from '../browser.ts'
import { login, type Running, startServer } from '../server.ts'

const pictures = 'test-results/space'
const dataDirectory = join(tmpdir(), `mantianxing-space-${process.pid}`)
let server: Running
let browser: Browser
let office: Awaited<ReturnType<typeof login>>
/** The keeper of the building, at work through the whole line. */
let keeper: Page

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  server = await startServer(dataDirectory)
  browser = await launchBrowser()
  office = await login(server.address, 'zhouke', demoPassword)
  keeper = await enter('laoqin')
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  rmSync(dataDirectory, { recursive: true, force: true })
})

const building = '缙云创新楼'
const [room, area] = ['301', 120.45]
const firm = '重庆安澜云科技有限公司'
const creditCode = makeCreditCode('91500109', 9_000_001)
const paper = { name: '佐证.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 佐证（演示）') }
/** For one click, on a machine that is busy. */
const patience = 60_000
/** Addresses of what comes to be on the way. */
const at = { building: '', unit: '', effort: '', matter: '', code: '' }

async function enter(username: string): Promise<Page> {
  const page = await visit()
  await page.request.post(`${server.address}/api/auth/sign-in`, { data: { username, password: demoPassword } })
  return page
}
async function visit(width = 1280): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'zh-CN' })
  context.setDefaultTimeout(patience)
  return context.newPage()
}
const picture = (page: Page, name: string) => page.screenshot({ path: `${pictures}/${name}.png` })
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).first().click()

type Answers = Record<string, string | number>
const field = (page: Page, title: string) => page.getByRole('dialog').getByLabel(new RegExp(`^${title}(（可选）)?$`))
/** Writes into the open dialog, and hands it in. */
async function hand(page: Page, save: string, answers: Answers = {}, file?: typeof paper): Promise<void> {
  const dialog = page.getByRole('dialog')
  if (file) {
    await dialog.locator('input[type=file]').setInputFiles(file)
    await dialog.getByText(file.name).waitFor()
  }
  for (const [title, answer] of Object.entries(answers)) {
    await field(page, title).fill(String(answer))
    // A day is taken once its field is left.
    if (/日期?$/.test(title)) await field(page, title).press('Tab')
  }
  await dialog.getByRole('button', { name: save, exact: true }).click()
  await expect.poll(() => complaintIn(page), { timeout: patience }).toBe(null)
}
/** What keeps the dialog open; null once it is closed. */
async function complaintIn(page: Page): Promise<string | null> {
  const dialog = page.getByRole('dialog')
  if (!(await dialog.isVisible())) return null
  return `open：${(await dialog.getByRole('alert').allTextContents()).join('；')}`
}
async function choose(page: Page, title: string, word: string): Promise<void> {
  await field(page, title).click()
  // A long list is found in by typing.
  if (await field(page, title).isEditable()) await field(page, title).fill(word)
  await page.locator('.ant-select-item-option').filter({ hasText: word }).click()
}

/** The indicators by their own definitions, in square metres and firms. */
async function figures() {
  const of = async (code: string) =>
    (await office.query('indicator/show', { code })).figure.of as { amount: number; rows: number }
  const [secured, used, came] = [await of('building-secured'), await of('building-occupied'), await of('new-enterprises')]
  return { secured: secured.amount, used: used.amount, newcomers: came.rows }
}

const limit = { timeout: 300_000 }
it('an idle building comes onto the ledger with its floor, its room and its place on the map', limit, async () => {
  await keeper.goto(`${server.address}/office/buildings`)
  await press(keeper, '登记楼宇')
  await choose(keeper, '所在镇街', '天生街道')
  await hand(keeper, '登记', {
    楼宇名称: building,
    地址: '云澜路 18 号',
    产权单位: '缙云公司',
    地上层数: 6,
    建筑面积: 1800,
  })
  await keeper.waitForURL(/buildings\/[0-9a-f-]{36}$/)
  at.building = keeper.url()
  await press(keeper, '登记楼层')
  await hand(keeper, '登记', { 楼层: 3, 楼层面积: 300, 层高: 3.6, 楼面荷载: 2.5 })
  await press(keeper, /^在.*登记单元$/)
  await hand(keeper, '登记', { 单元号: room, 建筑面积: area, 参考租金: 35, 物业费: 4.5, 可交付日期: demoDay })
  await press(keeper, '标注位置')
  await hand(keeper, '保存', { 经度: 106.4421, 纬度: 29.8312 })
  await keeper.getByText('更改位置').first().waitFor()
  await keeper.getByRole('button', { name: new RegExp(`^${room}`) }).waitFor()
  await picture(keeper, '1-entered')
})

it('a photo from a phone arrives small, a plan stays a drawing', limit, async () => {
  const page = await visit()
  const [photo, plan] = await page.evaluate(async () => {
    const canvas = document.createElement('canvas')
    canvas.width = 4000
    canvas.height = 3000
    const pen = canvas.getContext('2d')!
    for (let x = 0; x < 4000; x += 50) {
      pen.fillStyle = `hsl(${x % 360} 60% 60%)`
      pen.fillRect(x, 0, 50, 3000)
    }
    return [canvas.toDataURL('image/jpeg'), canvas.toDataURL('image/png')].map((url) => url.split(',')[1]!)
  })
  await keeper.goto(at.building)
  await keeper.getByRole('tab', { name: /^图片/ }).click()
  const add = async (name: string, mimeType: string, base64: string) => {
    await press(keeper, '上传图片')
    await keeper.getByText('图片会先缩小，并去除拍摄地点等信息').waitFor()
    await hand(keeper, '上传', { 说明: name }, { name, mimeType, buffer: Buffer.from(base64, 'base64') })
  }
  await add('外景.jpg', 'image/jpeg', photo!)
  await add('平面图.png', 'image/png', plan!)
  const shown = keeper.locator('.space-picture img')
  await expect.poll(() => shown.count()).toBe(2)
  const arrived = await shown.evaluateAll((images) =>
    Promise.all(
      (images as HTMLImageElement[]).map(async ({ src }) => {
        const answer = await fetch(src)
        const { width, height } = await createImageBitmap(await answer.blob())
        return [answer.headers.get('content-type'), width, height]
      }),
    ),
  )
  expect(arrived.sort()).toEqual([
    ['image/jpeg', 2000, 1500],
    ['image/png', 2000, 1500],
  ])
  await picture(keeper, '1-pictures')
})

it('it is secured step by step, each bound by its paper, and the secured area rises by exactly that', limit, async () => {
  const before = await figures()
  await keeper.goto(`${server.address}/office/acquisitions`)
  await press(keeper, '登记收储项目')
  await choose(keeper, '楼宇', building)
  await hand(keeper, '登记', { 项目名称: `${building}整体收储`, 面积: 1800, 摸排日期: '2025-10-09' })
  await keeper.getByRole('link', { name: `${building}整体收储` }).click()
  await keeper.waitForURL(/acquisitions\/[0-9a-f-]{36}$/)
  at.effort = keeper.url()
  const step = async (name: string, stage: string, answers: Answers = {}, file?: typeof paper) => {
    await press(keeper, name)
    await hand(keeper, name, answers, file)
    await keeper.getByRole('heading', { level: 1 }).locator('..').getByText(stage).waitFor()
  }
  await step('登记踏勘', '已踏勘', { 办理日期: '2025-10-20' })
  await step('开始洽谈', '洽谈中', { 办理日期: '2025-10-27' })
  expect((await figures()).secured).toBe(before.secured)
  await press(keeper, '登记签约')
  await choose(keeper, '收储方式', '整体租赁')
  await hand(keeper, '登记签约', { 办理日期: '2025-11-10', 收储主体: '缙云公司' }, paper)
  await step('登记移交', '已移交', { 办理日期: '2025-11-17' }, paper)
  await step('开始改造', '改造中', { 办理日期: '2025-11-18' }, paper)
  await step('达到交付', '可交付', { 办理日期: demoDay }, paper)
  await picture(keeper, '2-secured')
  expect((await figures()).secured - before.secured).toBeCloseTo(1800, 6)
})

it('a visitor finds the room once it is listed, by list and map, on a phone too, and books a viewing', limit, async () => {
  const visitor = await visit()
  const sought = `${server.address}/spaces?words=${encodeURIComponent(building)}`
  await visitor.goto(sought)
  await visitor.getByText('共 0 处房源').waitFor()

  await keeper.goto(at.building)
  await press(keeper, new RegExp(`^${room}`))
  await press(keeper, '对外推介')
  await keeper.getByRole('button', { name: '停止推介' }).waitFor()
  await picture(keeper, '3-listed')

  await visitor.goto(`${server.address}/spaces`)
  await visitor.getByLabel('楼宇、地址').fill(building)
  await visitor.getByRole('button', { name: '查询', exact: true }).click()
  await visitor.getByText('共 1 处房源').waitFor()
  await visitor.locator('#space-map').getByRole('button', { name: building }).click()
  await visitor.getByRole('link', { name: building, exact: true }).waitFor()
  await picture(visitor, '4-found')
  const phone = await visit(360)
  await phone.goto(sought)
  await phone.getByRole('link', { name: `${building} ${room}` }).waitFor()
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await picture(phone, '4-found-360')

  await visitor.getByRole('link', { name: `${building} ${room}` }).click()
  at.unit = visitor.url()
  await visitor.getByText('120.45 ㎡').first().waitFor()
  await visitor.getByLabel('单位名称').fill(firm)
  await visitor.getByLabel('联系人').fill('李工')
  await visitor.getByLabel('联系电话').fill('13800000000')
  await visitor.getByLabel('看房日期').fill('2025-12-03')
  await visitor.getByRole('button', { name: '提交预约' }).click()
  await visitor.getByRole('heading', { name: '已收到' }).waitFor()
  at.code = (await visitor.locator('strong.code').textContent())!
  await picture(visitor, '5-booked')
  await visitor.getByRole('link', { name: '查看办理进度' }).click()
  await visitor.getByText('看房：2025-12-03 上午，待确认').waitFor()
  await picture(visitor, '6-where-it-stands')
})

it('the keeper shows it, takes the application, approves, signs and hands over', limit, async () => {
  await keeper.goto(`${server.address}/office/move-ins`)
  const row = keeper.getByRole('row').filter({ hasText: firm })
  await row.getByRole('link').first().click()
  await keeper.waitForURL(/move-ins\/[0-9a-f-]{36}$/)
  at.matter = keeper.url()
  await press(keeper, '确认')
  await hand(keeper, '确认预约')
  await keeper.getByText(/老秦接待/).waitFor()
  await press(keeper, '登记已看')
  await hand(keeper, '登记已看', { 看房反馈: '采光好，希望尽快入驻' })
  await picture(keeper, '7-viewed')
  const take = async (name: string, save = name, answers: Answers = {}, file?: typeof paper) => {
    await press(keeper, name)
    await hand(keeper, save, answers, file)
  }
  await take('提交申请')
  await take('审核通过', '审核通过', { 审核意见: '符合园城定位' })
  await take('起草租赁合同', '生成合同草稿', { 到期日: '2027-12-01' })
  await picture(keeper, '8-drawn-up')
  await take('签订合同', '登记签订', {}, { ...paper, name: '合同扫描件.pdf' })
  await take('登记交付', '登记交付', { 说明: '钥匙已交' }, { ...paper, name: '交付确认单.pdf' })
  await keeper.getByText(/入驻清单（0／5）/).waitFor()
  await picture(keeper, '9-handed-over')
})

it('the firm moves in: the area in use and the newcomers rise by exactly that', limit, async () => {
  const id = at.matter.slice(-36)
  await keeper.getByRole('listitem').filter({ hasText: '网络开通' }).getByRole('button', { name: '办结', exact: true }).click()
  await hand(keeper, '办结')
  await keeper.getByText(/入驻清单（1／5）/).waitFor()
  type Item = { id: string; doneOn: string | null }
  for (const item of (await office.query('movein/one', { id })).checklist as Item[])
    if (!item.doneOn) await office.command('movein/checkOff', { id: item.id })
  await keeper.reload()
  const before = await figures()
  await press(keeper, '办结入驻')
  await choose(keeper, '企业类型', '有限责任公司')
  await hand(keeper, '办结入驻', { 统一社会信用代码: creditCode })
  await keeper.getByText('已入驻').first().waitFor()
  await picture(keeper, '10-moved-in')
  const after = await figures()
  expect(after.used - before.used).toBeCloseTo(area, 6)
  expect(after.newcomers - before.newcomers).toBe(1)
  expect(after.secured).toBe(before.secured)

  await keeper.goto(at.effort)
  await press(keeper, '登记投用')
  await hand(keeper, '登记投用', {}, paper)
  await keeper.goto(at.building)
  await keeper.getByRole('button', { name: new RegExp(`^${room}.*${firm}`) }).waitFor()
  await picture(keeper, '11-in-use')
  const visitor = await visit()
  await visitor.goto(at.unit)
  await visitor.getByText('该房源已租出').waitFor()
  expect(await visitor.getByRole('button', { name: '提交预约' }).count()).toBe(0)
  await visitor.goto(`${server.address}/spaces/standing?code=${encodeURIComponent(at.code)}`)
  await visitor.getByText('已办结，欢迎入驻。').waitFor()
})

it('what the firm reports broken is taken up, mended and judged', limit, async () => {
  const tenant = await enter('xiaoan')
  await takeOwnFile(tenant)
  await tenant.goto(`${server.address}/enterprise/services`)
  await press(tenant, '报事')
  await choose(tenant, '类型', '报修')
  await hand(tenant, '提交', { 事项: '空调不制冷', 情况: '301 室东侧空调不制冷，请尽快查看。' })
  await tenant.getByRole('link', { name: '空调不制冷' }).waitFor()
  await picture(tenant, '12-raised')

  await keeper.goto(`${server.address}/office/tickets`)
  await keeper.getByRole('row').filter({ hasText: '空调不制冷' }).getByRole('link').first().click()
  await press(keeper, '受理')
  await hand(keeper, '受理')
  await press(keeper, '登记办结')
  await hand(keeper, '登记办结', { 处理结果: '已更换压缩机，试机正常。' })
  await keeper.getByText('待评价').first().waitFor()
  await picture(keeper, '13-mended')

  await tenant.reload()
  await tenant.getByRole('link', { name: '空调不制冷' }).click()
  await press(tenant, '评价')
  await tenant.getByRole('dialog').last().getByText('很满意').click()
  await press(tenant, '提交评价')
  await tenant.getByText('感谢您的评价').waitFor()
  await tenant.getByRole('dialog').getByText('很满意（5 分）').waitFor()
  const { rows } = await office.query('upkeep/tickets', { words: building, state: 'closed' })
  expect(rows).toMatchObject([{ status: 'closed', score: 5, buildingName: building, unitName: room }])
  await picture(tenant, '14-judged')
})

/** The account claims the file that moving in has put on the ledger. */
async function takeOwnFile(tenant: Page): Promise<void> {
  type Adoption = { id: string; status: string; creditCode: string }
  const { query, command, upload } = await login(server.address, 'xiaoan', demoPassword)
  for (const { id, status } of (await query('enterprise/myAdoptions')) as Adoption[])
    if (status === 'submitted') await command('enterprise/withdrawAdoption', { id })
  const proof = { name: paper.name, bytes: paper.buffer }
  const { id } = await upload('enterprise/adopt', { name: firm, post: '财务负责人', creditCode }, proof)
  await office.command('enterprise/decideAdoption', { id, step: 'approve' })
  await tenant.goto(`${server.address}/enterprise`)
  await tenant.getByText(firm).first().waitFor()
}
