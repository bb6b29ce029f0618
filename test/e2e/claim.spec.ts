/**
 * Money from a policy to a firm's account, in a real browser: the claim that asks only what no ledger holds, returned and handed in again,
 * examined by two departments at once, shown to everyone, objected to, decided and paid to the 分; and a benefit nobody applies for.
 */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Demo, openDemo } from './demo.ts'
import { arrive, attach, choose, hand, limit, panel, patience, press, standing, step } from './hands.ts'
import { claimNow, potOf, totalIn } from './money.ts'

let demo: Demo
beforeAll(async () => {
  demo = await openDemo('claim')
}, 300_000)
afterAll(() => demo?.close())

const firm = '重庆满星软件有限公司（演示）'
const account = { 户名: firm, 开户银行: '演示银行北碚支行', 银行账号: '6222000011112222' }
/** Half of what the certificate cost, within the limit of its level: 12 万元 of fees at level three (分). */
const granted = 60_000_00
const grantedDirect = 200_000_00
/** What comes to be on the way: the claim of each of the two ways, the list the first is shown on, the code of the objection to it. */
const at = { claim: '', direct: '', list: '', code: '' }

it('the firm is asked only what no ledger holds, and told at once what it comes to', limit, async () => {
  const man = await demo.enter('xiaoman', '/enterprise/claims')
  await man.getByRole('listitem').filter({ hasText: '能力成熟度认证补助' }).getByRole('link', { name: '申报' }).click()
  await press(man, '开始申报')
  at.claim = await arrive(man, 'claims')
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
  await demo.picture(man, '1-filled-in')
})

it('returned for correction it keeps its place in the line', limit, async () => {
  const man = await demo.enter('xiaoman', `/enterprise/claims/${at.claim}`)
  for (const title of ['认证证书', '认证合同及发票']) await attach(man, title)
  await step(man, '提交申报')
  await standing(man, '待受理')
  const first = await claimNow(demo, at.claim)
  expect(first).toMatchObject({ status: 'accepting', computed: granted })

  const clerk = await demo.enter('zhouke', `/office/claims/${at.claim}`)
  await step(clerk, '退回补正材料', { 补正内容: '认证合同缺少盖章页，请补充' })
  await standing(clerk, '待补正')
  await man.reload()
  await man.getByText('认证合同缺少盖章页，请补充').first().waitFor()
  await attach(man, 'CMMI 认证合同及发票')
  await step(man, '提交补正')
  await standing(man, '待受理')
  await demo.picture(man, '2-again')
  expect(await claimNow(demo, at.claim)).toMatchObject({ status: 'accepting', submittedAt: first.submittedAt })
})

it('two departments give their opinions at the same time, and the money is kept from acceptance on', limit, async () => {
  const before = await potOf(demo, 'platform')
  const clerk = await demo.enter('zhouke', `/office/claims/${at.claim}`)
  await step(clerk, '受理申报')
  await standing(clerk, '待初审')
  await step(clerk, '初审通过')
  await standing(clerk, '会审中')
  expect((await potOf(demo, 'platform')).reserved - before.reserved).toBe(granted)

  const jury = [await demo.enter('keke', `/office/claims/${at.claim}`), await demo.enter('linke', `/office/claims/${at.claim}`)]
  for (const page of jury) await press(page, '提出意见')
  await Promise.all(jury.map((page) => hand(page, '提出')))
  await clerk.reload()
  const given = panel(clerk, '会审意见')
  await expect.poll(() => given.getByText('同意', { exact: true }).count()).toBe(2)
  await demo.picture(clerk, '3-opinions')
  await step(clerk, '会审办结')
  await standing(clerk, '待列入公示')
})

it('everybody is screened, and who is eligible need not apply: one click of the firm is enough', limit, async () => {
  const [version] = (await demo.told<{ versions: { id: string }[] }>('claim/cycleChoices')).versions
  type Run = { id: string; done: boolean; startedBy: string }
  const runs = async () => (await demo.told<Run[]>('claim/screeningList', { version: version!.id })).filter(({ done }) => done)
  await expect.poll(async () => (await runs()).length, { timeout: 180_000 }).toBeGreaterThan(0)
  const [run] = await runs()
  const found = await demo.told<{ rows: unknown[] }>('claim/screened', {
    screening: run!.id,
    clause: 'specialised',
    verdict: 'granted',
    words: '满星',
  })
  expect(found.rows).toMatchObject([{ name: firm, verdict: 'granted', alone: grantedDirect }])

  type Batch = { id: string; channel: string }
  const batch = (await demo.told<Batch[]>('claim/allCycles')).find(({ channel }) => channel === 'direct')!
  // The machine does so at night, perhaps this very moment: whoever comes second finds nothing left to make.
  await demo.command('claim/offerScreened', { cycle: batch.id, screening: run!.id })
  expect(await demo.command('claim/offerScreened', { cycle: batch.id, screening: run!.id })).toMatchObject({ made: 0 })

  const man = await demo.enter('xiaoman', '/enterprise')
  const message = man.getByRole('listitem').filter({ hasText: '可享受 20 万元，无须申报，请确认' })
  await message.waitFor()
  await demo.picture(man, '4-message')
  await message.getByRole('link', { name: '确认' }).click()
  at.direct = await arrive(man, 'claims')
  const change = panel(man, '收款账户').getByRole('button', { name: /^(登记|更换)$/ })
  await change.click()
  await hand(man, '保存', account)
  await step(man, '确认享受')
  await standing(man, '待列入公示')
  await demo.picture(man, '5-confirmed')
})

it('both are shown to everyone, and an objection by a visitor stops the days', limit, async () => {
  const clerk = await demo.enter('zhouke', '/office/publicities')
  for (const batch of ['2025 年度第二批政策兑现', '2025 年度专精特新奖励免申即享']) {
    const ready = panel(clerk, new RegExp(`待列入公示：${batch}`))
    await ready.getByRole('button', { name: /^公示 \d+ 件$/ }).click()
    await hand(clerk, '公示', { 监督电话: '023-00000000' })
    await ready.waitFor({ state: 'detached' })
  }
  await demo.picture(clerk, '6-publicities')
  at.list = (await demo.told<{ names: { publicity: string } }>('claim/one', { id: at.claim })).names.publicity

  const visitor = await demo.visit('/publicities')
  await visitor.locator(`a[href="/publicities/${at.list}"]`).click()
  await visitor.getByText('还有 5 个工作日').waitFor()
  await visitor.getByLabel('对哪一项').selectOption({ label: `${firm}　能力成熟度认证补助` })
  await visitor.getByLabel('姓名或单位').fill('李工')
  await visitor.getByLabel('联系电话').fill('13800000001')
  await visitor.getByLabel('异议内容').fill('认证证书所列地址与注册地不一致，请核查。')
  await press(visitor, '提交异议')
  await visitor.getByRole('heading', { name: '已收到异议' }).waitFor()
  at.code = (await visitor.locator('strong.code').textContent())!
  await demo.go(visitor, `/publicities/${at.list}`)
  await visitor.getByText('有异议正在核查，公示期中止').waitFor()
  await demo.picture(visitor, '7-stopped')
})

it('dismissed a day later, the last day has moved by the day that did not count', limit, async () => {
  await demo.comeTo('2025-12-03')
  const clerk = await demo.enter('zhouke', '/office/objections?state=open')
  const line = clerk.getByRole('listitem').filter({ hasText: firm })
  await line.getByRole('button', { name: '核查' }).click()
  await choose(clerk, '核查结果', '异议不成立')
  await hand(clerk, '办结核查', { 核查结论: '证书地址为原址，已核对变更登记，系同一企业' })
  await line.waitFor({ state: 'detached' })

  const visitor = await demo.visit(`/publicities/objection?code=${encodeURIComponent(at.code)}`)
  await visitor.getByText('异议不成立').waitFor()
  await demo.go(visitor, `/publicities/${at.list}`)
  await visitor.getByText('公示期 2025-12-02 至 2025-12-10').waitFor()
  await demo.picture(visitor, '8-goes-on')
})

it('when the days are over it is decided, and its money is bound', limit, async () => {
  await demo.comeTo('2025-12-11')
  for (const id of [at.claim, at.direct])
    await expect.poll(async () => (await claimNow(demo, id)).status, { timeout: patience }).toBe('deciding')
  const before = await potOf(demo, 'platform')
  for (const id of [at.claim, at.direct]) {
    const clerk = await demo.enter('zhouke', `/office/claims/${id}`)
    await step(clerk, '审定')
    await standing(clerk, '待拨付')
  }
  const after = await potOf(demo, 'platform')
  expect(after.committed - before.committed).toBe(granted + grantedDirect)
  expect(before.reserved - after.reserved).toBe(granted + grantedDirect)
  expect(after.free).toBe(before.free)
})

it('the list for the treasury adds up, and with the receipts exactly so much is paid', limit, async () => {
  const before = await potOf(demo, 'platform')
  const clerk = await demo.enter('zhouke', '/office/remittances')
  const own = clerk.getByRole('row').filter({ hasText: firm })
  await expect.poll(() => own.count(), { timeout: patience }).toBe(2)
  for (const row of await own.all()) await row.getByRole('checkbox').check()
  await clerk.getByRole('button', { name: '制作清单：2 笔 260,000.00 元' }).click()
  await arrive(clerk, 'remittances')
  await demo.picture(clerk, '9-list')

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
  await demo.picture(clerk, '10-paid')
  const after = await potOf(demo, 'platform')
  expect(after.paid - before.paid).toBe(granted + grantedDirect)
  expect(before.committed - after.committed).toBe(granted + grantedDirect)
  expect(after.free).toBe(before.free)
  for (const id of [at.claim, at.direct]) expect(await claimNow(demo, id)).toMatchObject({ status: 'paid' })

  const man = await demo.enter('xiaoman', `/enterprise/claims/${at.claim}`)
  await standing(man, '已拨付')
  await demo.picture(man, '11-received')
})
