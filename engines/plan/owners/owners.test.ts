/** Every form in which a plan marks responsible units. */
import { describe, expect, test } from 'vitest'
import { parsePlan } from '../parse.ts'
import { mergeOwners, readOwners } from './owners.ts'

const none = { firstLeads: false, commaLeads: false }
const read = (words: string) => mergeOwners(readOwners(words, none))

/** words → lead | units */
const forms: [string, string | null, string][] = [
  ['推进建设。（责任单位：区经信局，区科技局、区财政局）', '区经信局', '区经信局、区科技局、区财政局'],
  ['推进建设。(责任单位:区经信局,区科技局、区财政局)', '区经信局', '区经信局、区科技局、区财政局'],
  ['推进建设。（责任单位：区经信局、区科技局）', null, '区经信局、区科技局'],
  ['推进建设。（责任单位：园区公司）', '园区公司', '园区公司'],
  ['推进建设。（责任单位：各区人民政府）', null, '各区人民政府'],
  ['推进建设。（责任部门：区经信局、区商务局；完成时限：2024年12月）', null, '区经信局、区商务局'],
  ['推进建设。（责任领导：张三；责任单位：区发改委、区科技局）', null, '区发改委、区科技局'],
  ['推进建设。（牵头区领导：李四，牵头单位：区发改委，责任单位：区财政局、各镇街）', '区发改委', '区发改委、区财政局、各镇街'],
  ['推进建设。（牵头单位：区投促局；配合单位：区商务局，各街道）', '区投促局', '区投促局、区商务局、各街道'],
  ['推进建设。（牵头：市科技局；配合：市财政局、市教育局）', '市科技局', '市科技局、市财政局、市教育局'],
  ['推进建设。（主责单位：市数据局；协同单位：市政务服务局）', '市数据局', '市数据局、市政务服务局'],
  [
    '推进建设。[责任单位：市科技局，有关区（市）县政府（含新区、旅游区管委会）]',
    '市科技局',
    '市科技局、有关区（市）县政府（含新区、旅游区管委会）',
  ],
  ['推进建设。【责任单位：市卫健委、市教育局】', null, '市卫健委、市教育局'],
  ['推进建设。【区发改委】', '区发改委', '区发改委'],
  ['推进建设。（区发改委、区财政局）', null, '区发改委、区财政局'],
  ['推进建设。（市发展改革委负责）', '市发展改革委', '市发展改革委'],
  ['推进建设。（甲区政府、乙区政府负责）', null, '甲区政府、乙区政府'],
  [
    '推进建设。（市委宣传部（市新闻出版局）牵头，市文化和旅游局、市教育局等配合）',
    '市委宣传部（市新闻出版局）',
    '市委宣传部（市新闻出版局）、市文化和旅游局、市教育局',
  ],
  [
    '推进建设。（科技部、国家发展改革委等国务院相关部门及各地区按职责分工负责）',
    null,
    '科技部、国家发展改革委、国务院相关部门、各地区',
  ],
  ['推进建设。（市发展改革委会同市科技局负责）', '市发展改革委', '市发展改革委、市科技局'],
  ['推进建设。市发展改革委、市科技局按职责分工负责。', null, '市发展改革委、市科技局'],
  ['由市科技局牵头，市教育局、市财政局配合，推进建设。', '市科技局', '市科技局、市教育局、市财政局'],
  [
    '推进建设。\n牵头部门：市教育局\n配合部门：市卫生健康委、市科技局\n完成时限：2024年底',
    '市教育局',
    '市教育局、市卫生健康委、市科技局',
  ],
  ['推进建设。\n责任单位：\n市教育局、市卫生健康委', null, '市教育局、市卫生健康委'],
  ['推进建设。责任单位：市教育局  市卫生健康委  市科技局', null, '市教育局、市卫生健康委、市科技局'],
  ['推进建设。（责任单位：市工业和信息化局和各区、县（市）人民政府）', null, '市工业和信息化局、各区、县（市）人民政府'],
  ['推进建设。（责任单位：★市科技局、市财政局）', '市科技局', '市科技局、市财政局'],
  [
    '推进甲。（责任单位：市科技局，市财政局、市教育局）推进乙。（责任单位：市教育局，市商务局、市财政局）',
    '市科技局',
    '市科技局、市财政局、市教育局、市商务局',
  ],
  ['推进甲。（责任单位：区商务局、区邮政管理局）推进乙。（责任单位：区文旅局）', null, '区商务局、区邮政管理局、区文旅局'],
  ['推进甲。（责任单位：区商务局）推进乙。（牵头单位：区文旅局；配合单位：区商务局）', '区文旅局', '区文旅局、区商务局'],
  ['推进建设。市发展改革委（市能源局）、市司法局按职责分工负责。', null, '市发展改革委（市能源局）、市司法局'],
  ['推进建设。（市工信局、市“双招双引”工作指挥部办公室）', null, '市工信局、市“双招双引”工作指挥部办公室'],
  ['执行一级标准。（市生态环境局）', '市生态环境局', '市生态环境局'],
  ['部门分工：市卫生健康委、市教育局负责。', null, '市卫生健康委、市教育局'],
]

/** Brackets and words that mark nobody. */
const others = [
  '支持企业（含个体工商户）发展，建设平台（如实验室、中心）。',
  '聚焦重点领域（人工智能、低空经济、生物医药），加快建设。',
  '引导餐饮企业参与。支持龙头企业牵头。',
  '由区长担任组长，由分管副区长牵头推进。由企业牵头组建创新联合体。',
  '推动软件产业规模（含信息服务）持续增长（见附件）。',
]

describe('markers', () => {
  test.each(forms)('%s', (words, lead, units) => {
    const found = read(words)
    expect(found.lead).toBe(lead)
    expect(found.units.join('、')).toBe(units)
  })

  test.each(others)('%s marks nobody', (words) => {
    expect(read(words)).toEqual({ lead: null, units: [] })
  })

  test('commas that may part leads or groups are told, not guessed', () => {
    const [owners] = readOwners('（责任单位：市科技局、市经信局，各区政府）', none)
    expect(owners!.lead).toBeNull()
    expect(owners!.doubt).toContain('分不清牵头与配合')
  })

  test('several leads: the first printed one leads, and that is told', () => {
    const [owners] = readOwners('（牵头单位：市科技局、市经信局；配合单位：市财政局）', none)
    expect(owners!.lead).toBe('市科技局')
    expect(owners!.doubt).toContain('并列牵头')
  })
})

const body =
  '一、重点任务\n1.推进甲。完善制度。（责任单位：市科技局、市财政局）\n2.推进乙。健全机制。（责任单位：市商务局、市教育局）\n'

describe('what a document says once', () => {
  test('列首位者为牵头单位 makes the first unit of every list the lead', () => {
    const plan = parsePlan(`${body}以上任务，列首位的为牵头单位。`)
    expect(plan.tasks.map((task) => task.lead)).toEqual(['市科技局', '市商务局'])
  })

  test('without it a list with 、 has no lead', () => {
    expect(parsePlan(body).tasks.map((task) => task.lead)).toEqual([null, null])
  })

  test('以下均需…落实，不再列出 adds the unit to later tasks and says so', () => {
    const plan = parsePlan(body.replace('市财政局）', '市财政局；以下均需各区政府落实，不再列出）'))
    expect(plan.tasks.map((task) => task.units)).toEqual([
      ['市科技局', '市财政局'],
      ['市商务局', '市教育局', '各区政府'],
    ])
    expect(plan.warnings.map((warning) => warning.message).join()).toContain('已把各区政府列入此后各项任务')
  })

  test('an uncertain 下同 changes nothing and is told', () => {
    const plan = parsePlan(body.replace('市财政局）', '各区政府，下同）'))
    expect(plan.tasks[1]!.units).toEqual(['市商务局', '市教育局'])
    expect(plan.warnings.map((warning) => warning.message).join()).toContain('不能确定“下同”')
  })
})

test('a marker behind the title of a group answers for its items where their numbers go on across groups', () => {
  const plan = parsePlan(
    '一、重点任务\n（一）梯度培育（市工信局牵头）\n1.建库。\n2.管理。\n（二）创新赋能（市科技局牵头，市教育局参与）\n3.研发。\n4.合作。',
  )
  expect(plan.tasks.map((task) => [task.number, task.units.join('、')])).toEqual([
    ['1', '市工信局'],
    ['2', '市工信局'],
    ['3', '市科技局、市教育局'],
    ['4', '市科技局、市教育局'],
  ])
})

test('a table drawn with bars is read like one with tabs; whoever leads is no unit but a person', () => {
  const plan = parsePlan(
    '|序号|任务|牵头市领导|牵头单位|责任单位|完成时限|\n|---|---|---|---|---|---|\n|1|培育企业200家|王某|市数据局|市工信局|2025年底|\n|2|建平台|王某|市数据局|市财政局|2024年6月|',
  )
  expect(plan.tasks.map((task) => task.units)).toEqual([
    ['市数据局', '市工信局'],
    ['市数据局', '市财政局'],
  ])
  expect(plan.targets.map((target) => [target.subject, target.value, target.year])).toEqual([['培育企业', 200, 2025]])
})
