/** Monthly dispatch, and quarterly for the district's leader: sheets made from the ledgers, which units only confirm (safeguard two). */
import { z } from 'zod'
import { count, day, entity, instant, month, oneOf, ref, structure, text } from '#platform/fields.ts'
import { roundStates, sheetStates } from './flow.ts'

export const rhythms = { month: '月调度', quarter: '季调度' } as const
export const round = entity('dispatch_round', '调度', {
  rhythm: oneOf('周期', rhythms),
  /** `2025-11`, or `2025-Q4`. */
  period: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2]|Q[1-4])$/)
    .meta({ title: '期间', storage: 'text' }),
  title: text('名称', 120),
  status: oneOf('状态', roundStates),
  /** Figures are those of this day. */
  asOf: day('数据日期'),
  opensOn: day('发起日期'),
  dueOn: day('确认时限'),
  issuedOn: day('印发日期').nullable(),
  number: text('文号', 60).nullable(),
  /** What the office adds to the issued report. */
  remark: text('综述', 4000).nullable(),
  openedBy: text('发起人', 40),
})

export const sheetKinds = { unit: '单位', task: '任务', zone: '园城', district: '全区' } as const
/** A line of a sheet: what a ledger says, and where it opens. `grave` lines stand first. */
export const line = z.object({
  kind: z.enum(['indicator', 'milestone', 'report', 'matter', 'card', 'problem', 'claim', 'movein', 'ticket']),
  title: z.string(),
  /** As shown, with unit; of indicators value and change. */
  value: z.string().nullable(),
  change: z.string().nullable(),
  grave: z.boolean(),
  sentence: z.string(),
  link: z.string().nullable(),
})
export const sheet = entity('dispatch_sheet', '调度单', {
  round: ref('调度', 'dispatch_round'),
  kind: oneOf('对象类型', sheetKinds),
  org: ref('单位', 'org').nullable(),
  task: z.uuid().meta({ title: '重点任务', storage: 'uuid' }).nullable(),
  name: text('对象', 200),
  /** Frozen when the round was opened. */
  lines: structure('内容', z.array(line)),
  status: oneOf('状态', sheetStates),
  /** What differs, in the unit's words. */
  remark: text('反馈意见', 2000).nullable(),
  /** A problem it cannot solve itself, which becomes a matter. */
  matter: ref('督办事项', 'matter').nullable(),
  answeredAt: instant('确认时间').nullable(),
  answeredBy: text('确认人', 40).nullable(),
  /** Units that see it. */
  hands: structure('相关单位', z.array(z.uuid())),
})

export const dispatchRule = entity('dispatch_rule', '调度规则', {
  since: day('生效日期'),
  /** Working day of the month after, on which sheets are laid out. */
  openOn: z.int().min(1).max(20).meta({ title: '发起（次月第几个工作日）', storage: 'integer' }),
  confirmDays: z.int().min(1).max(20).meta({ title: '确认时限（工作日）', storage: 'integer' }),
  basis: text('依据', 300),
})

/** How many fields a unit's people typed by hand in a month, ledger by ledger: counted from the journal, published to all units. */
export const burden = entity('burden', '填报负担', {
  org: ref('单位', 'org'),
  month: month('月份'),
  /** The entity that was written. */
  ledger: text('台账', 60),
  fields: count('手工填写', '项'),
  entries: count('填写次数', '次'),
})
/** How far the journal has been counted. */
export const burdenMark = entity('burden_mark', '填报负担统计进度', {
  upTo: z.int().nonnegative().meta({ title: '已统计至', storage: 'money' }),
  countedOn: day('统计日期'),
})
