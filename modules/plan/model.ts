/** The action plan: an official document as live records, each with the place in the text it was read from. */

import { z } from 'zod'
import { targetKinds } from '#engines/indicator/text/vocabulary.ts'
import { amount, count, day, entity, oneOf, ref, structure, text, words, year, yes } from '#platform/fields.ts'
import { states } from './flow.ts'

export const plan = entity('plan', '行动方案', {
  /** Shared by all versions of one plan. */
  series: z.uuid().meta({ title: '方案系列', storage: 'uuid' }),
  version: count('版本', ''),
  status: oneOf('状态', states),
  title: text('方案名称', 300),
  documentNumber: text('发文字号', 60).nullable(),
  issuer: text('发文机关', 200).nullable(),
  issuedOn: day('成文日期').nullable(),
  from: year('起始年份'),
  to: year('终止年份'),
  /** The series this plan follows (2025—2027 follows 2022—2025). */
  follows: z.uuid().meta({ title: '接续的方案', storage: 'uuid' }).nullable(),
  file: ref('原文件', 'file').nullable(),
  /** Normalised text; all spans point into it. */
  text: z.string().max(12_000_000).meta({ title: '正文', storage: 'text' }),
  directions: words('重点方向'),
  workingGroups: words('工作组'),
  copiedTo: words('抄送'),
  warnings: structure('解析提示', z.array(z.object({ message: z.string(), span: z.tuple([z.number(), z.number()]).nullable() }))),
  publishedOn: day('发布日期').nullable(),
  publishedBy: text('发布人', 40).nullable(),
  /** What changed against the version before. */
  revision: text('修订说明', 2000).nullable(),
  demo: yes('演示数据'),
})

/** What every item of a plan carries: its version, the key it keeps over versions, its order and its place in the text. */
const printed = () => ({
  plan: ref('所属方案', 'plan'),
  /** Stays the same over versions, so that progress and readings stay attached. */
  key: z.uuid().meta({ title: '条目标识', storage: 'uuid' }),
  ordinal: count('次序', ''),
  spanStart: count('原文起点', '').nullable(),
  spanEnd: count('原文终点', '').nullable(),
})
const numbered = () => ({
  ...printed(),
  number: text('序号', 20).nullable(),
  title: text('标题', 500),
  text: text('内容', 20_000),
})

export const goal = entity('goal', '发展目标', numbered())
export const group = entity('task_group', '任务类别', {
  ...printed(),
  number: text('序号', 20).nullable(),
  title: text('标题', 500),
})
export const task = entity('task', '重点任务', { ...numbered(), taskGroup: ref('任务类别', 'task_group').nullable() })
export const safeguard = entity('safeguard', '保障措施', numbered())
export const zone = entity('zone', '空间布局', {
  ...printed(),
  name: text('名称'),
  note: text('说明', 500).nullable(),
  carriers: words('载体'),
  brand: text('打造品牌', 300).nullable(),
  text: text('内容', 20_000),
  org: ref('对应园城', 'org').nullable(),
})

export const comparators = {
  '>=': '不低于',
  '>': '超过',
  '<=': '不超过',
  '<': '低于',
  '=': '等于',
  '~': '约',
  range: '区间',
  qualitative: '定性',
} as const
export { targetKinds }

export const target = entity('target', '目标', {
  ...printed(),
  subject: text('指标', 300),
  comparator: oneOf('关系', comparators),
  /** In base units: ㎡, 元, 家, 人; a percentage is a fraction (0.3). */
  value: amount('目标值').nullable(),
  upper: amount('目标上限').nullable(),
  unit: text('单位', 20).nullable(),
  kind: oneOf('类型', targetKinds),
  year: year('完成年份').nullable(),
  scope: words('适用范围'),
  /** The figure the target starts from. The plan seldom states it: required before publishing, signed off by name. */
  baselineValue: amount('基期值').nullable(),
  baselineYear: year('基期年份').nullable(),
  baselineSource: text('基期来源', 300).nullable(),
  baselineSignedBy: text('基期签认人', 40).nullable(),
  baselineSignedOn: day('基期签认日期').nullable(),
  /** Enters the latest values. */
  keeper: ref('填报单位', 'org').nullable(),
  /** Answer for reaching it. */
  owners: structure('责任单位', z.array(z.uuid())),
})

export const duties = { lead: '牵头', partner: '配合' } as const

/** A responsible unit of a task: the name as printed, and the organisation a person confirmed it to be. */
export const taskUnit = entity('task_unit', '责任单位', {
  plan: ref('所属方案', 'plan'),
  task: ref('重点任务', 'task'),
  taskKey: z.uuid().meta({ title: '任务标识', storage: 'uuid' }),
  ordinal: count('次序', ''),
  printed: text('原文单位', 100),
  duty: oneOf('职责', duties),
  org: ref('对应单位', 'org').nullable(),
  confirmedBy: text('确认人', 40).nullable(),
})

/** Rows as they are read: with the id every table has. */
const rowOf = <S extends z.ZodRawShape>(of: z.ZodObject<S>) => of.extend({ id: z.uuid() })
export const rows = {
  plan: rowOf(plan),
  goal: rowOf(goal),
  group: rowOf(group),
  task: rowOf(task),
  safeguard: rowOf(safeguard),
  zone: rowOf(zone),
  target: rowOf(target),
  taskUnit: rowOf(taskUnit),
}
