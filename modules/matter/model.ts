/** What must be done by whom until when, wherever it came from: decided, instructed, asked for, found; how it climbs, and what is said when it is late (safeguards one and two). */
import { z } from 'zod'
import { count, day, entity, instant, month, oneOf, ref, structure, text, words } from '#platform/fields.ts'
import { matterStates, supervisionStates } from './flow.ts'

const taskKey = () => z.uuid().meta({ title: '重点任务', storage: 'uuid' })
const units = (title: string) => structure(title, z.array(z.uuid()).max(40))

export const origins = {
  decision: '会议议定',
  instruction: '领导批示',
  problem: '求助问题',
  coordination: '协调事项',
  overdue: '任务滞后',
  check: '现场核查',
  improvement: '评估整改',
} as const
/** As indicators count it: whether its deadline is over. */
export const matterClocks = { running: '期内', overdue: '逾期' } as const
/** Who has it in hand; what is not solved climbs. */
export const levels = { unit: '责任单位', team: '工作组', office: '领导小组办公室', board: '领导小组' } as const
export type Level = keyof typeof levels

/** The tasks a working group carries; the first unit of the group leads it. */
export const charge = entity('charge', '分管任务', {
  team: ref('工作组', 'org'),
  task: taskKey(),
  /** The unit that speaks for the group. */
  lead: ref('牵头单位', 'org'),
  since: day('起始日期'),
  until: day('结束日期').nullable(),
})

export const matter = entity('matter', '督办事项', {
  number: text('编号', 40),
  origin: oneOf('来源', origins),
  /** The meeting, the instruction, the check it came from, in words; and its page. */
  source: text('来源说明', 300),
  sourceLink: text('来源页面', 200).nullable(),
  title: text('事项', 200),
  text: text('内容和要求', 4000),
  task: taskKey().nullable(),
  owner: ref('责任单位', 'org'),
  supporters: units('配合单位'),
  /** Who asked for it, and hears of every step: a unit, a leader's office. */
  raisedBy: ref('提出单位', 'org'),
  raisedByName: text('提出人', 40),
  evidenceWanted: text('佐证要求', 300).nullable(),
  status: oneOf('状态', matterStates),
  level: oneOf('办理层级', levels),
  levelSince: day('进入层级日期'),
  /** The unit that has it in hand at its level. */
  holder: ref('当前办理单位', 'org'),
  startsOn: day('交办日期'),
  dueOn: day('办理时限'),
  /** As first set; delays that were granted move the other one. */
  firstDueOn: day('原定时限'),
  closedOn: day('办结日期').nullable(),
  outcome: text('办结说明', 1000).nullable(),
  /** Owner, supporters, whoever asked, and everyone it has climbed to. */
  hands: units('参与单位'),
})
export const matterRow = matter.extend({ id: z.uuid() })

export const replyKinds = { progress: '办理进展', done: '报告办结', delay: '申请延期', help: '请求协调' } as const
export const replyStates = { noted: '已登记', waiting: '待审核', accepted: '已同意', returned: '已退回' } as const
export const matterReply = entity('matter_reply', '督办回复', {
  matter: ref('督办事项', 'matter'),
  /** The notice it answers, if it answers one. */
  supervision: ref('督办通知', 'supervision').nullable(),
  org: ref('回复单位', 'org'),
  kind: oneOf('类型', replyKinds),
  text: text('内容', 4000),
  /** Ids of files. */
  files: words('佐证材料'),
  /** The day asked for, of a delay. */
  until: day('申请延至').nullable(),
  on: day('回复日期'),
  by: text('回复人', 40),
  status: oneOf('状态', replyStates),
  opinion: text('审核意见', 1000).nullable(),
  decidedOn: day('审核日期').nullable(),
  decidedBy: text('审核人', 40).nullable(),
})

/** One level up (or back down), by the clock or by hand. */
export const matterClimb = entity('matter_climb', '事项升级', {
  matter: ref('督办事项', 'matter'),
  from: oneOf('原层级', levels),
  to: oneOf('新层级', levels),
  holder: ref('办理单位', 'org'),
  on: day('日期'),
  reason: text('原因', 500),
  by: text('经办人', 40),
})

export const supervision = entity('supervision', '督办通知', {
  number: text('文号', 60),
  matter: ref('督办事项', 'matter'),
  org: ref('被督办单位', 'org'),
  title: text('标题', 200),
  text: text('督办要求', 4000),
  status: oneOf('状态', supervisionStates),
  issuedOn: day('印发日期'),
  issuedBy: text('签发人', 40),
  signDueOn: day('签收时限'),
  replyDueOn: day('回复时限'),
  signedAt: instant('签收时间').nullable(),
  signedBy: text('签收人', 40).nullable(),
  closedOn: day('办结日期').nullable(),
})

export const colours = { yellow: '黄牌', red: '红牌' } as const
/** Why a card is given; each is a rule of its own. */
export const cardReasons = {
  overdue: '事项逾期',
  report: '月报逾期',
  sign: '通知未按时签收',
  reply: '通知未按时回复',
  repeated: '年内多次黄牌',
} as const
export const card = entity('card', '黄红牌', {
  org: ref('单位', 'org'),
  colour: oneOf('牌色', colours),
  rule: oneOf('规则', cardReasons),
  /** What it was given for, once each: a matter, a notice, a month. */
  matter: ref('督办事项', 'matter').nullable(),
  about: text('对象', 100),
  month: month('月份'),
  reason: text('理由', 500),
  on: day('亮牌日期'),
  liftedOn: day('撤销日期').nullable(),
  liftReason: text('撤销原因', 500).nullable(),
  liftedBy: text('撤销人', 40).nullable(),
})

const workdays = z.int().min(1).max(250)
/** Clocks of supervision, from a day on; all days are working days. */
export const matterRule = entity('matter_rule', '督办规则', {
  since: day('生效日期'),
  /** Overdue at a level for so long, it climbs to the next. */
  climb: structure('升级时限（工作日）', z.object({ unit: workdays, team: workdays, office: workdays })),
  /** Asked for help and not answered at a level for so long, it climbs. */
  help: structure('求助答复时限（工作日）', z.object({ team: workdays, office: workdays })),
  remindDays: count('提前提醒', '个工作日'),
  yellowAfter: count('逾期亮黄牌', '个工作日'),
  redAfter: count('逾期亮红牌', '个工作日'),
  /** So many yellow ones in a year are a red one. */
  redByYellows: count('年内黄牌转红牌', '张'),
  signDays: count('通知签收时限', '个工作日'),
  replyDays: count('通知回复时限', '个工作日'),
  basis: text('依据', 300),
})
