/** Lines that stand above a plan's title and are no part of it. */
import { expect, test } from 'vitest'
import { parsePlan } from '../parse.ts'

const above = ['（此件公开发布）', '（此件主动公开）', '（此件依申请公开）', '附件：云川县氢能产业发展行动方案', '附件1']

test.each(above)('%s does not join the title below it', (line) => {
  const plan = parsePlan(`${line}\n云川县氢能产业发展\n行动方案\n一、发展目标\n建成加氢站5座。\n二、重点任务\n1.建站。`)
  expect(plan.title).toBe('云川县氢能产业发展行动方案')
})

test('印发《…》的通知 by two offices names the document inside', () => {
  const plan = parsePlan(
    '云川县委办公室 云川县人民政府办公室印发《关于推进民宿经济发展的若干措施》的通知\n云办发〔2024〕7号\n一、发展目标\n到2026年民宿达300家。\n二、工作举措\n1.编制规划。牵头单位：县文旅局',
  )
  expect([plan.title, plan.documentNumber]).toEqual(['关于推进民宿经济发展的若干措施', '云办发〔2024〕7号'])
})
