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
  paid: '已拨付',
  refused: '不予支持',
  withdrawn: '已撤回',
} as const
export type ClaimState = keyof typeof claimStates
/** What has a clock of its own. */
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
/** Nothing more happens to it. */
export const closedStates = ['paid', 'refused', 'withdrawn'] as const

const firm = ['enterprise', 'institution'] as const
const lead = ['office', 'department'] as const
export const claimFlow = flow('政策兑现', claimStates, {
  submit: { label: '提交申报', by: firm, from: ['draft'], to: 'accepting' },
  /** Back to where it was returned from; the place in the line is kept. */
  resubmit: { label: '提交补正', by: firm, from: ['correcting'], to: 'accepting' },
  consent: { label: '确认享受', by: firm, from: ['consenting'], to: 'ranking' },
  decline: { label: '放弃享受', by: firm, from: ['consenting'], to: 'withdrawn' },
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
    by: firm,
    from: ['draft', 'accepting', 'correcting', 'screening', 'joint', 'ranking', 'public', 'deciding', 'queued'],
    to: 'withdrawn',
  },
  /** An appeal that is upheld takes it up again. */
  reopen: { label: '复核后重新审核', by: ['office'], from: ['refused'], to: 'screening' },
})

export const cycleStates = { open: '受理中', closed: '已截止', cancelled: '已取消' } as const
export const publicityStates = { open: '公示中', done: '公示期满', withdrawn: '已撤销' } as const
export const objectionStates = { open: '待核查', upheld: '异议成立', dismissed: '异议不成立' } as const
