/** From claim to payment (政策兑现): each state names what is awaited; the order is one for all, and kept by the server. */
import { flow } from '#platform/flow.ts'

export const claimStates = {
  draft: '待提交',
  consenting: '待确认',
  accepting: '待受理',
  correcting: '待补正',
  screening: '待初审',
  joint: '会审中',
  ranking: '待列入公示',
  public: '公示中',
  deciding: '待审定',
  queued: '轮候',
  paying: '待拨付',
  appealed: '金额复核',
  paid: '已拨付',
  refused: '不予支持',
  withdrawn: '已撤回',
  lapsed: '逾期终止',
} as const
export type ClaimState = keyof typeof claimStates
/** What has a clock by the rule. */
export const timed = [
  'consenting',
  'accepting',
  'correcting',
  'screening',
  'joint',
  'ranking',
  'public',
  'deciding',
  'paying',
] as const
export type TimedState = (typeof timed)[number]
/** What has a clock at all: a sum that is looked at again has as long as an objection. */
export const clocked = [...timed, 'appealed'] as const
export type ClockedState = (typeof clocked)[number]
/** What came to nothing makes room for another claim of the same. */
export const voidStates = ['refused', 'withdrawn', 'lapsed'] as const
/** Nothing more happens to it. */
export const closedStates = ['paid', ...voidStates] as const
/** What only the firm can do: the matter is over where it lets its days go by. */
export const lapsing = { consenting: '逾期未确认', correcting: '逾期未补正' } as const

const firm = ['enterprise', 'institution'] as const
/** The office stands in for a firm that claims on paper. */
const writer = [...firm, 'office'] as const
const lead = ['office', 'department'] as const
export const claimFlow = flow('政策兑现', claimStates, {
  submit: { label: '提交申报', by: writer, from: ['draft'], to: 'accepting' },
  /** Back to where it was returned from; the place in the line is kept. */
  resubmit: { label: '提交补正', by: writer, from: ['correcting'], to: 'accepting' },
  consent: { label: '确认享受', by: writer, from: ['consenting'], to: 'ranking' },
  decline: { label: '放弃享受', by: writer, from: ['consenting'], to: 'withdrawn' },
  accept: { label: '受理申报', by: lead, from: ['accepting'], to: 'screening' },
  giveBack: { label: '退回补正材料', by: lead, from: ['accepting', 'screening', 'joint'], to: 'correcting' },
  pass: { label: '初审通过', by: lead, from: ['screening'], to: 'joint' },
  /** All departments that were asked have given their opinion. */
  conclude: { label: '会审办结', by: lead, from: ['joint'], to: 'ranking' },
  publicise: { label: '列入公示', by: lead, from: ['ranking'], to: 'public' },
  /** By the machine, when the days are over and no objection is open. */
  endPublicity: { label: '公示期满', by: ['office', 'system'], from: ['public'], to: 'deciding' },
  /** An objection that is upheld takes it out of what is shown. */
  takeOut: { label: '撤下公示', by: lead, from: ['public'], to: 'screening' },
  /** What waits for money is taken up by the machine, in the order of the rule, once there is some. */
  approve: { label: '审定', by: ['office', 'system'], from: ['deciding', 'queued'], to: 'paying' },
  queue: { label: '转入轮候', by: ['office'], from: ['deciding'], to: 'queued' },
  settle: { label: '登记到账凭证', by: ['office', 'department'], from: ['paying'], to: 'paid' },
  refuse: {
    label: '作出不予支持决定',
    by: lead,
    from: ['accepting', 'screening', 'joint', 'ranking', 'public', 'deciding', 'queued'],
    to: 'refused',
  },
  withdraw: {
    label: '撤回申报',
    by: writer,
    from: ['draft', 'accepting', 'correcting', 'screening', 'joint', 'ranking', 'public', 'deciding', 'queued'],
    to: 'withdrawn',
  },
  /** An appeal that is upheld takes it up again. */
  reopen: { label: '复核后重新审核', by: ['office'], from: ['refused'], to: 'screening' },
  /** Against the sum, which is not paid meanwhile. */
  contest: { label: '申请复核', by: writer, from: ['paying', 'queued'], to: 'appealed' },
  /** Back to where it was. */
  uphold: { label: '维持审定金额', by: ['office'], from: ['appealed'], to: 'paying' },
  /** A larger sum is shown to everyone and decided like the first one. */
  raise: { label: '调增审定金额', by: ['office'], from: ['appealed'], to: 'ranking' },
  lapse: { label: '逾期终止办理', by: ['system'], from: ['consenting', 'correcting'], to: 'lapsed' },
})

export const cycleStates = { open: '受理中', closed: '已截止', cancelled: '已取消' } as const
export const publicityStates = { open: '公示中', done: '公示期满', withdrawn: '已撤销' } as const
export const objectionStates = { open: '待核查', upheld: '异议成立', dismissed: '异议不成立' } as const
