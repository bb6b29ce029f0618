/** One appraisal from its opening to the archive (半年评估、全年考核); each stage has its clock, and the order is kept by the server. */
import { flow } from '#platform/flow.ts'

export const appraisalStates = {
  preparing: '下达目标',
  self: '自评中',
  verifying: '核验中',
  drafted: '初评异议期',
  deciding: '待审定',
  published: '已公布',
  archived: '已归档',
  cancelled: '已取消',
} as const
export type AppraisalState = keyof typeof appraisalStates
export const appraisalFlow = flow('考核评估', appraisalStates, {
  open: { label: '启动自评', by: ['office'], from: ['preparing'], to: 'self' },
  /** Figures are read and frozen here. */
  verify: { label: '转入核验', by: ['office', 'system'], from: ['self'], to: 'verifying' },
  draft: { label: '发出初评结果', by: ['office'], from: ['verifying'], to: 'drafted' },
  /** The days for objections are over, and every objection is decided. */
  conclude: { label: '报领导小组审定', by: ['office', 'system'], from: ['drafted'], to: 'deciding' },
  approve: { label: '审定公布考核结果', by: ['leader'], from: ['deciding'], to: 'published' },
  sendBack: { label: '退回重新核验', by: ['leader'], from: ['deciding'], to: 'verifying' },
  archive: { label: '归档考核', by: ['office'], from: ['published'], to: 'archived' },
  cancel: { label: '取消考核', by: ['office'], from: ['preparing', 'self', 'verifying'], to: 'cancelled' },
})

export const objectionStates = { open: '待核查', upheld: '异议成立', dismissed: '异议不成立', withdrawn: '已撤回' } as const
