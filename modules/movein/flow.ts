/** Moving in (拎包入住): one matter from the first question to the firm at work, over everyone who has a hand in it. */
import { flow } from '#platform/flow.ts'

/** Each state names what is awaited. */
export const moveInStates = {
  matching: '待推荐',
  viewing: '待看房',
  applying: '待申请',
  reviewing: '待审核',
  deliberating: '待会商',
  contracting: '待签约',
  handover: '待交付',
  settling: '办理入驻',
  movedIn: '已入驻',
  refused: '不予入驻',
  withdrawn: '已撤回',
} as const
export type MoveInState = keyof typeof moveInStates
/** What has a clock of its own. */
export const timed = [
  'matching',
  'viewing',
  'applying',
  'reviewing',
  'deliberating',
  'contracting',
  'handover',
  'settling',
] as const
export type TimedState = (typeof timed)[number]

const park = ['office', 'park'] as const
const applicant = ['office', 'park', 'enterprise', 'institution'] as const
export const moveInFlow = flow('企业入驻', moveInStates, {
  offer: { label: '推荐房源', by: park, from: ['matching', 'viewing', 'applying'], to: 'viewing' },
  view: { label: '登记看房', by: park, from: ['viewing'], to: 'applying' },
  apply: { label: '提交申请', by: applicant, from: ['matching', 'viewing', 'applying'], to: 'reviewing' },
  return: { label: '退回补正', by: park, from: ['reviewing', 'deliberating'], to: 'applying' },
  approve: { label: '审核通过', by: park, from: ['reviewing'], to: 'contracting' },
  submit: { label: '提请会商', by: park, from: ['reviewing'], to: 'deliberating' },
  agree: { label: '会商通过', by: ['office'], from: ['deliberating'], to: 'contracting' },
  contract: { label: '签订合同', by: park, from: ['contracting'], to: 'handover' },
  handOver: { label: '登记交付', by: park, from: ['handover'], to: 'settling' },
  complete: { label: '办结入驻', by: park, from: ['settling'], to: 'movedIn' },
  refuse: {
    label: '不予入驻',
    by: park,
    from: ['matching', 'viewing', 'applying', 'reviewing', 'deliberating', 'contracting', 'handover', 'settling'],
    to: 'refused',
  },
  withdraw: {
    label: '撤回',
    by: applicant,
    from: ['matching', 'viewing', 'applying', 'reviewing', 'deliberating', 'contracting', 'handover', 'settling'],
    to: 'withdrawn',
  },
})

export const viewingStates = {
  asked: '待确认',
  confirmed: '已约定',
  done: '已看房',
  declined: '未约成',
  cancelled: '已取消',
} as const
export const viewingFlow = flow('预约看房', viewingStates, {
  confirm: { label: '确认预约', by: park, from: ['asked'], to: 'confirmed' },
  finish: { label: '登记已看', by: park, from: ['asked', 'confirmed'], to: 'done' },
  decline: { label: '不能安排', by: park, from: ['asked', 'confirmed'], to: 'declined' },
  cancel: { label: '取消预约', by: applicant, from: ['asked', 'confirmed'], to: 'cancelled' },
})

export const assignmentStates = {
  solving: '计算中',
  solved: '已算出',
  accepted: '已采纳',
  stopped: '已停止',
  failed: '未算成',
} as const
