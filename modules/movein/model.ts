/** Firms that look for space, what they need, and the way of each into its rooms (plan task 10: 拎包入住). */
import { z } from 'zod'
import { facilities, uses } from '#modules/space/model.ts'
import {
  amount,
  area,
  cash,
  count,
  day,
  entity,
  instant,
  oneOf,
  price,
  ref,
  structure,
  text,
  words,
  yes,
} from '#platform/fields.ts'
import { assignmentStates, moveInStates, timed, viewingStates } from './flow.ts'

export const origins = { portal: '公众端预约', enterprise: '企业提出', park: '园城登记', office: '办公室登记' } as const

const keysOf = <K extends string>(of: Record<K, string>) => z.enum(Object.keys(of) as [K, ...K[]])
const least = (title: string, unit: string) => amount(title, unit).positive(`${title}应大于 0`).max(100_000, `${title}过大`)

/** What a firm needs: everything may be left open; the more is said, the better it is matched. */
export const wanted = z.object({
  areaFrom: area('面积不小于').nullable().default(null),
  areaTo: area('面积不大于').nullable().default(null),
  people: count('人数', '人').nullable().default(null),
  budget: cash('每月预算').nullable().default(null),
  maxRent: price('租金不高于').nullable().default(null),
  readyBy: day('最晚交付').nullable().default(null),
  direction: text('产业方向', 60).nullable().default(null),
  load: least('荷载不低于', 'kN/㎡').nullable().default(null),
  height: least('层高不低于', 'm').nullable().default(null),
  power: least('电力不低于', 'kW').nullable().default(null),
  zones: structure('意向园城', z.array(z.uuid()).max(20)).default([]),
  uses: structure('用途', z.array(keysOf(uses)).max(4)).default([]),
  facilities: structure('配套设施', z.array(keysOf(facilities)).max(12)).default([]),
  /** Several adjacent units will do. */
  combine: yes('可由相邻单元合并').default(true),
  /** What no field asks for; people read it, matching does not. */
  note: text('其他要求', 500).nullable().default(null),
})
export type Wanted = z.infer<typeof wanted>

/** One firm on its way in; who it is, what it needs, and who has it now. */
export const moveIn = entity('move_in', '入驻事项', {
  number: text('办件编号', 40),
  /** Known to the applicant alone: who has it sees where the matter stands, without an account. */
  token: text('查询码', 40),
  origin: oneOf('来源', origins),
  name: text('企业名称', 120),
  creditCode: text('统一社会信用代码', 18).nullable(),
  enterprise: ref('企业', 'enterprise').nullable(),
  /** The account of the applicant, where it has one. */
  applicant: ref('申请账户', 'org').nullable(),
  contact: text('联系人', 40),
  phone: text('联系电话', 30),
  need: structure('空间需求', z.record(z.string(), z.unknown())),
  /** The park that has it; none before one is chosen. */
  zone: ref('受理园城', 'org').nullable(),
  building: ref('意向楼宇', 'building').nullable(),
  /** Units it is about, as offered, applied for or let. */
  units: structure('意向单元', z.array(z.uuid()).max(40)),
  status: oneOf('状态', moveInStates),
  /** Whose turn it is; none: the applicant's. */
  holder: ref('当前办理单位', 'org').nullable(),
  dueOn: day('当前时限').nullable(),
  /** Everyone who has a part in it, and may see it therefore. */
  hands: structure('参与单位', z.array(z.uuid())),
  lease: ref('租约', 'lease').nullable(),
  openedOn: day('受理日期'),
  closedOn: day('办结日期').nullable(),
  outcome: text('办结说明', 500).nullable(),
})
export const moveInRow = moveIn.extend({ id: z.uuid() })
export type MoveIn = z.infer<typeof moveInRow>

export const stepResults = { done: '已办', returned: '退回', refused: '不予入驻', withdrawn: '撤回', handed: '转交' } as const

/** A stretch of the matter in one state with one holder, and its clock in working days. */
export const moveInStep = entity('move_in_step', '入驻环节', {
  moveIn: ref('入驻事项', 'move_in'),
  state: oneOf(
    '环节',
    Object.fromEntries(timed.map((state) => [state, moveInStates[state]])) as Pick<typeof moveInStates, (typeof timed)[number]>,
  ),
  holder: ref('办理单位', 'org').nullable(),
  since: day('开始日期'),
  /** Working days it may take; pauses are not counted. */
  days: count('时限', '个工作日'),
  dueOn: day('到期日'),
  endedOn: day('办结日期').nullable(),
  result: oneOf('结果', stepResults).nullable(),
  opinion: text('意见', 1000).nullable(),
  by: text('办理人', 40).nullable(),
  evidence: ref('附件', 'file').nullable(),
})

/** The clock stands still, for a reason, from a day until before another. */
export const moveInPause = entity('move_in_pause', '时限中止', {
  step: ref('环节', 'move_in_step'),
  moveIn: ref('入驻事项', 'move_in'),
  since: day('中止日期'),
  until: day('恢复日期').nullable(),
  reason: text('中止原因', 300),
  by: text('办理人', 40),
})

export const halves = { am: '上午', pm: '下午' } as const
export const viewing = entity('viewing', '预约看房', {
  moveIn: ref('入驻事项', 'move_in'),
  building: ref('楼宇', 'building'),
  unit: ref('单元', 'unit').nullable(),
  wantedOn: day('希望日期'),
  half: oneOf('时段', halves),
  status: oneOf('状态', viewingStates),
  guide: text('接待人', 40).nullable(),
  feedback: text('看房反馈', 500).nullable(),
})

export const checkKinds = {
  network: '网络开通',
  'fit-out': '装修',
  registration: '注册登记',
  insurance: '社会保险',
  statistics: '统计入库',
} as const
export const checkItem = entity('check_item', '入驻清单', {
  moveIn: ref('入驻事项', 'move_in'),
  kind: oneOf('事项', checkKinds),
  owner: ref('责任单位', 'org'),
  dueOn: day('时限'),
  doneOn: day('办结日期').nullable(),
  /** It does not apply here, and why. */
  waived: text('不适用原因', 200).nullable(),
  note: text('说明', 300).nullable(),
  evidence: ref('附件', 'file').nullable(),
  by: text('办理人', 40).nullable(),
})

const workdays = z.int().min(1).max(250)
/** Clocks and limits of the matter, from a day on. */
export const moveInRule = entity('move_in_rule', '入驻规则', {
  since: day('生效日期'),
  days: structure(
    '各环节时限（工作日）',
    z.object(Object.fromEntries(timed.map((state) => [state, workdays])) as Record<(typeof timed)[number], typeof workdays>),
  ),
  /** From so much area on the joint meeting decides. */
  jointArea: amount('提请会商面积', '㎡'),
  /** Who sees to which item of the checklist, by the short name of the unit; the park where none is named. */
  owners: structure('清单责任单位', z.record(z.string(), z.string())),
  checkDays: count('清单时限', '个工作日'),
  basis: text('依据', 300),
})

/** How units are weighed against a need (engines/allocation/match/rules.ts), from a day on. */
export const matchRule = entity('match_rule', '匹配规则', {
  since: day('生效日期'),
  weights: structure('评分规则', z.record(z.string(), z.unknown())),
  basis: text('依据', 300),
})

/** Many firms and the space there is, solved as one: what was asked, what came out, what was taken (统筹分配). */
export const assignment = entity('assignment', '统筹分配', {
  title: text('名称', 100),
  zone: ref('园城', 'org').nullable(),
  status: oneOf('状态', assignmentStates),
  /** Matters and units taken in, goals, quotas, firms near or apart, what is locked. */
  asked: structure('求解条件', z.record(z.string(), z.unknown())),
  /** Who goes where, and why; nobody sees an answer the verifier has not passed. */
  answer: structure('求解结果', z.record(z.string(), z.unknown())).nullable(),
  objective: amount('目标值').nullable(),
  bound: amount('上界').nullable(),
  gap: amount('差距').nullable(),
  verified: yes('已校验'),
  seconds: amount('用时', '秒').nullable(),
  startedBy: text('发起人', 40),
  startedAt: instant('开始时间'),
  endedAt: instant('结束时间').nullable(),
  /** The run this one solves again. */
  after: ref('前次', 'assignment').nullable(),
  notes: words('说明'),
})
