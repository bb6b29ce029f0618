/** What firms are granted: batches, screening of everybody, claims with their clocks and opinions, and publicity (plan task 3). */
import { z } from 'zod'
import { potNames, verdicts } from '#engines/policy/policy.ts'
import { count, day, entity, fen, instant, oneOf, ref, structure, text, words, year, yes } from '#platform/fields.ts'
import { claimStates, clocked, cycleStates, objectionStates, publicityStates, timed } from './flow.ts'

const record = (title: string) => structure(title, z.record(z.string(), z.unknown()))

export const channels = { claim: '申报', direct: '免申即享' } as const

/** A batch in which some clauses of a version are granted: called for, or found by screening everybody. */
export const cycle = entity('claim_cycle', '兑现批次', {
  title: text('名称', 120),
  channel: oneOf('方式', channels),
  policy: ref('政策文件', 'policy'),
  version: ref('条款版本', 'policy_version'),
  /** Codes of the clauses. */
  clauses: words('条款'),
  year: year('兑现年度'),
  org: ref('牵头单位', 'org'),
  /** Departments whose opinions are asked. */
  jury: structure('会审部门', z.array(z.uuid()).max(12)),
  status: oneOf('状态', cycleStates),
  opensOn: day('开始受理'),
  closesOn: day('受理截止').nullable(),
  /** Facts are those of this day. */
  asOf: day('数据日期'),
  basis: text('依据', 300).nullable(),
  openedBy: text('发起人', 40),
})

/** One run over every firm; its rows are never changed (sealed by the digest). */
export const screening = entity('screening', '政策筛查', {
  cycle: ref('兑现批次', 'claim_cycle').nullable(),
  version: ref('条款版本', 'policy_version'),
  asOf: day('数据日期'),
  startedAt: instant('开始时间'),
  endedAt: instant('结束时间').nullable(),
  firms: count('企业数', '家'),
  eligible: count('符合企业', '家'),
  amount: fen('预计金额'),
  /** Over all rows, in the order of firms. */
  digest: text('摘要值', 64).nullable(),
  startedBy: text('发起人', 40),
})

/** What was found of one firm: its facts of the day, and for each clause the verdict with every condition; the engine says the same of it for ever. */
export const screeningRow = entity('screening_row', '筛查结果', {
  screening: ref('政策筛查', 'screening'),
  enterprise: ref('企业', 'enterprise'),
  org: ref('企业账户', 'org').nullable(),
  zone: ref('园城', 'org').nullable(),
  town: ref('镇街', 'org').nullable(),
  facts: record('事实'),
  past: structure('已享', z.array(z.unknown())),
  /** By clause: verdict, amount, and the outcome of each condition. */
  decisions: record('结论'),
  granted: count('符合条款', '条'),
  amount: fen('预计金额'),
})

export const claim = entity('claim', '兑现事项', {
  number: text('编号', 40),
  cycle: ref('兑现批次', 'claim_cycle'),
  channel: oneOf('方式', channels),
  policy: ref('政策文件', 'policy'),
  /** The one it is decided by, for ever. */
  version: ref('条款版本', 'policy_version'),
  clause: text('条款', 60),
  title: text('条款名称', 120),
  line: oneOf('资金', potNames),
  year: year('兑现年度'),
  enterprise: ref('企业', 'enterprise'),
  name: text('企业名称', 120),
  org: ref('企业账户', 'org').nullable(),
  project: text('项目', 200).nullable(),
  /** What only the firm can tell, by the titles of the facts. */
  declared: record('申报数据'),
  /** All facts it was decided by, as of that day. */
  facts: record('事实'),
  past: structure('已享', z.array(z.unknown())),
  decision: record('结论').nullable(),
  verdict: oneOf('测算结论', verdicts).nullable(),
  /** What the firm asks, what the clause gives, what is left after stacking, what was approved (分). */
  asked: fen('申报金额').nullable(),
  computed: fen('测算金额').nullable(),
  approved: fen('审定金额').nullable(),
  /** Why less (or another sum) was approved than computed. */
  reason: text('核减说明', 500).nullable(),
  status: oneOf('状态', claimStates),
  /** Where it goes back to after correction. */
  returnTo: oneOf('补正后环节', claimStates).nullable(),
  holder: ref('当前办理单位', 'org').nullable(),
  dueOn: day('当前时限').nullable(),
  hands: structure('参与单位', z.array(z.uuid())),
  account: ref('收款账户', 'payee_account').nullable(),
  /** Its place in the line: whoever handed in first; kept over corrections. */
  submittedAt: instant('提交时间').nullable(),
  publicity: ref('公示', 'publicity').nullable(),
  closedOn: day('办结日期').nullable(),
  outcome: text('办结说明', 500).nullable(),
  /** On paper, of a firm without an account: by whom of the office, and when. */
  enteredBy: text('代录人', 40).nullable(),
  enteredOn: day('代录日期').nullable(),
  /** Why it was paid before those who waited in front of it. */
  ahead: text('提前兑付理由', 500).nullable(),
})
export const claimRow = claim.extend({ id: z.uuid() })

export const stepResults = {
  done: '已办',
  returned: '退回',
  refused: '不予支持',
  withdrawn: '撤回',
  contested: '申请复核',
  lapsed: '逾期',
} as const
export const claimStep = entity('claim_step', '兑现环节', {
  claim: ref('兑现事项', 'claim'),
  state: oneOf(
    '环节',
    Object.fromEntries(clocked.map((state) => [state, claimStates[state]])) as Pick<typeof claimStates, (typeof clocked)[number]>,
  ),
  holder: ref('办理单位', 'org').nullable(),
  since: day('开始日期'),
  days: count('时限', '个工作日'),
  dueOn: day('到期日'),
  endedOn: day('办结日期').nullable(),
  result: oneOf('结果', stepResults).nullable(),
  opinion: text('意见', 1000).nullable(),
  by: text('办理人', 40).nullable(),
})
export const claimPause = entity('claim_pause', '时限中止', {
  claim: ref('兑现事项', 'claim'),
  step: ref('环节', 'claim_step'),
  since: day('中止日期'),
  until: day('恢复日期').nullable(),
  reason: text('中止原因', 300),
  by: text('办理人', 40),
})

export const opinions = { agree: '同意', reduce: '同意，核减金额', refuse: '不同意', absent: '与本部门无关' } as const
/** Of one department; all must be in before it goes on. */
export const claimOpinion = entity('claim_opinion', '会审意见', {
  claim: ref('兑现事项', 'claim'),
  /** A matter may come back to the meeting: each round asks anew. */
  round: count('轮次', ''),
  department: ref('会审部门', 'org'),
  dueOn: day('时限'),
  opinion: oneOf('意见', opinions).nullable(),
  amount: fen('建议金额').nullable(),
  text: text('说明', 1000).nullable(),
  givenOn: day('提出日期').nullable(),
  by: text('办理人', 40).nullable(),
})

export const scanStates = { waiting: '待查毒', clean: '已查毒', unscanned: '未配置查毒', infected: '含病毒' } as const
export const claimMaterial = entity('claim_material', '申报材料', {
  claim: ref('兑现事项', 'claim'),
  title: text('材料名称', 120),
  file: ref('文件', 'file'),
  fileName: text('文件名', 255),
  scan: oneOf('查毒', scanStates),
  /** Replaced by a better one; kept nevertheless. */
  until: instant('替换时间').nullable(),
})

/** What is shown to everyone for at least five working days before it is decided. */
export const publicity = entity('publicity', '兑现公示', {
  number: text('编号', 40),
  title: text('标题', 200),
  cycle: ref('兑现批次', 'claim_cycle'),
  status: oneOf('状态', publicityStates),
  since: day('公示开始'),
  /** Last day; pauses move it. */
  until: day('公示截止'),
  days: count('公示期', '个工作日'),
  org: ref('公示单位', 'org'),
  phone: text('监督电话', 60),
})
export const publicityItem = entity('publicity_item', '公示内容', {
  publicity: ref('公示', 'publicity'),
  claim: ref('兑现事项', 'claim'),
  name: text('企业名称', 120),
  title: text('条款名称', 120),
  article: text('依据条目', 200),
  asked: fen('申报金额').nullable(),
  approved: fen('拟支持金额'),
})

/** Raised by anyone within the days; the clock of what it is about stands still until it is decided. */
export const objection = entity('objection', '公示异议', {
  number: text('编号', 40),
  token: text('查询码', 40),
  publicity: ref('公示', 'publicity'),
  claim: ref('兑现事项', 'claim'),
  name: text('异议人', 60),
  phone: text('联系电话', 30),
  text: text('异议内容', 2000),
  raisedOn: day('提出日期'),
  dueOn: day('核查时限'),
  status: oneOf('状态', objectionStates),
  finding: text('核查结论', 1000).nullable(),
  decidedOn: day('核查日期').nullable(),
  by: text('核查人', 40).nullable(),
})

/** Against a refusal, or a sum, within fifteen working days. */
export const appeal = entity('appeal', '复核申请', {
  claim: ref('兑现事项', 'claim'),
  org: ref('企业账户', 'org').nullable(),
  text: text('复核理由', 2000),
  file: ref('附件', 'file').nullable(),
  raisedOn: day('申请日期'),
  dueOn: day('复核时限'),
  /** The sum it is against; null of a refusal. What it was raised to. */
  against: fen('原审定金额').nullable(),
  amount: fen('复核金额').nullable(),
  upheld: yes('复核成立').nullable(),
  finding: text('复核结论', 1000).nullable(),
  decidedOn: day('复核日期').nullable(),
  by: text('复核人', 40).nullable(),
})

const workdays = z.int().min(1).max(250)
/** Clocks of granting, from a day on. */
export const claimRule = entity('claim_rule', '兑现规则', {
  since: day('生效日期'),
  days: structure(
    '各环节时限（工作日）',
    z.object(Object.fromEntries(timed.map((state) => [state, workdays])) as Record<(typeof timed)[number], typeof workdays>),
  ),
  publicityDays: count('公示期', '个工作日').min(5, '公示期不得少于 5 个工作日'),
  objectionDays: count('异议核查时限', '个工作日'),
  appealDays: count('复核申请期限', '个工作日'),
  /** How waiting claims come to money that is free again. */
  queueBy: oneOf('轮候顺序', { time: '按提交先后', amount: '按金额由小到大' }),
  /** The unit that pays (财政部门); the office where none is named. */
  treasury: ref('拨付单位', 'org').nullable(),
  basis: text('依据', 300),
})
