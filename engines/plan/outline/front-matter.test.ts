/** Lines that stand above a plan's title and are no part of it. */
import { expect, test } from 'vitest'
import { parsePlan } from '../parse.ts'

const above = ['（此件公开发布）', '（此件主动公开）', '（此件依申请公开）', '附件：云川县氢能产业发展行动方案', '附件1']

test.each(above)('%s does not join the title below it', (line) => {
  const plan = parsePlan(`${line}\n云川县氢能产业发展\n行动方案\n一、发展目标\n建成加氢站5座。\n二、重点任务\n1.建站。`)
  expect(plan.title).toBe('云川县氢能产业发展行动方案')
})
