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

test('a number in brackets below the title of the notice; the day of the document, not of its printing', () => {
  const plan = parsePlan(
    '青禾市人民政府办公室关于印发青禾市物流业行动方案的通知\n（青政办〔2024〕12号）\n各县市区：\n现印发给你们。\n2024年3月18日\n青禾市物流业行动方案\n一、行动目标\n物流企业达60家。\n二、重点行动\n1.建枢纽。\n青禾市人民政府办公室  2024年3月19日印发',
  )
  expect([plan.documentNumber, plan.issuedOn]).toEqual(['青政办〔2024〕12号', '2024-03-18'])
})
