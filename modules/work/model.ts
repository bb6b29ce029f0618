/** Tasks at work: measures and milestones with owner, due date and evidence; monthly progress; status lights. */
import { z } from 'zod'
import { count, day, entity, month, oneOf, ref, text, words, yes } from '#platform/fields.ts'
import { states } from './flow.ts'

const taskKey = () => z.uuid().meta({ title: '重点任务', storage: 'uuid' })

export const measure = entity('measure', '工作举措', {
  task: taskKey(),
  title: text('举措', 300),
  owner: ref('责任单位', 'org'),
  startsOn: day('开始日期'),
  dueOn: day('完成期限'),
  ordinal: count('次序', ''),
  /** Given up, with the reason; a measure is never deleted. */
  droppedOn: day('终止日期').nullable(),
  dropReason: text('终止原因', 500).nullable(),
})

export const milestone = entity('milestone', '节点', {
  task: taskKey(),
  measure: ref('工作举措', 'measure'),
  title: text('节点', 300),
  owner: ref('责任单位', 'org'),
  dueOn: day('完成期限'),
  /** What must be shown when it is done: 合同、台账、通知、照片. */
  evidenceWanted: text('佐证要求', 300),
  doneOn: day('完成日期').nullable(),
  evidence: text('佐证说明', 1000).nullable(),
  files: words('佐证材料'),
  ordinal: count('次序', ''),
})

export const report = entity('report', '月度进展', {
  task: taskKey(),
  org: ref('填报单位', 'org'),
  month: month('月份'),
  status: oneOf('状态', states),
  /** Nothing changed since last month: the unit only confirmed. */
  unchanged: yes('与上月一致'),
  progress: text('进展情况', 4000),
  problems: text('存在问题', 2000).nullable(),
  next: text('下步打算', 2000).nullable(),
  submittedOn: day('报送日期').nullable(),
  submittedBy: text('报送人', 40).nullable(),
  reviewedOn: day('审阅日期').nullable(),
  opinion: text('审阅意见', 1000).nullable(),
})

export const lights = { green: '正常', yellow: '预警', red: '滞后', grey: '未启动', blue: '已完成' } as const

/** A light set by hand over the computed one, for a time and with its reason. */
export const override = entity('override', '灯色调整', {
  task: taskKey(),
  light: oneOf('灯色', lights),
  reason: text('调整原因', 500),
  since: day('起始日期'),
  until: day('截止日期'),
  by: text('调整人', 40),
  liftedOn: day('撤销日期').nullable(),
})

/** What the matrix shows for one unit and month. */
export const cells = {
  accepted: '已采纳',
  submitted: '已报送',
  returned: '已退回',
  draft: '草稿',
  due: '待报送',
  late: '逾期未报',
  /** Before the plan named the unit for the task. */
  none: '无需填报',
} as const
export type Cell = keyof typeof cells

const gravity: Cell[] = ['late', 'returned', 'due', 'draft', 'submitted', 'accepted', 'none']
/** Of the cells of several units the one that needs looking after most. */
export const worstOf = (of: readonly Cell[]): Cell => gravity.find((cell) => of.includes(cell)) ?? 'none'

export type LightName = keyof typeof lights

const keysOf = <K extends string>(of: Record<K, string>) => Object.keys(of) as [K, ...K[]]
export const cellName = z.enum(keysOf(cells))
export const lightName = z.enum(keysOf(lights))

/** Where a task stands: its light, the one computed, and every reason. */
export const state = z.object({
  light: lightName,
  computed: lightName,
  reasons: z.array(z.object({ code: z.string(), sentence: z.string(), decides: z.boolean(), milestone: z.string().nullish() })),
  progress: z.object({ done: z.number(), total: z.number(), due: z.number() }),
})

/** Something the actor's unit has to do, with its clock. */
export const duty = z.object({
  kind: z.enum(['report', 'returned', 'milestone', 'review']),
  sentence: z.string(),
  task: z.string().nullable(),
  taskTitle: z.string(),
  month: z.string().nullable(),
  dueOn: z.string(),
  /** Working days left; negative when overdue. */
  workdaysLeft: z.number(),
  /** A report for which confirming last month's words is enough. */
  confirmable: z.boolean(),
})
