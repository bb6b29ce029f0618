/** What a policy comes to, in a real browser: for a firm by its own answers, and for the district by other figures in a clause. */
import { afterAll, beforeAll, it } from 'vitest'
import { type Demo, openDemo } from './demo.ts'
import { limit, press } from './hands.ts'

let demo: Demo
beforeAll(async () => {
  demo = await openDemo('policy')
}, 300_000)
afterAll(() => demo?.close())

it('a visitor learns from the self-check what a firm may have, without an account', limit, async () => {
  const visitor = await demo.visit('/policies/check')
  await visitor.getByText('填写后即可看到结果').waitFor()
  const about = (clause: string) => visitor.locator('details').filter({ hasText: clause })
  await visitor.getByLabel('从业人员（人）').fill('5')
  await about('房租补贴').getByText('不予支持', { exact: true }).waitFor()
  const answer = about('能力成熟度认证补助')
  await answer.locator('summary').click()
  await demo.picture(visitor, '1-check')
  await answer.getByRole('link', { name: /支持软件产业发展若干措施/ }).click()
  await visitor.getByRole('heading', { name: /能力成熟度认证补助/ }).waitFor()
})

it('the office moves a figure of a clause, sees what it costs, and keeps the scenario', limit, async () => {
  const clerk = await demo.enter('zhouke', '/office/policies/demo-measures/simulate')
  await clerk.getByText(/现行 .*，不变/).waitFor()
  const rent = clerk.getByLabel('金额：面积补贴 · 单价 · 不足 50 人 · 单价数值')
  await rent.fill('30')
  await rent.press('Tab')
  await clerk
    .getByText(/现行 .*，增加 .*元/)
    .first()
    .waitFor()
  await demo.picture(clerk, '2-simulated')
  await press(clerk, '保存方案')
  await clerk.getByRole('dialog').getByLabel('方案名称').fill('不足 50 人企业单价提高到 30 元')
  await clerk.getByRole('dialog').getByRole('button', { name: '保存', exact: true }).click()
  const kept = clerk.getByRole('row').filter({ hasText: '不足 50 人企业单价提高到 30 元' })
  await kept.getByText(/→/).first().waitFor()
  await demo.picture(clerk, '3-kept')
})
