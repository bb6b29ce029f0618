/** An enterprise asks for its file; the office decides. */
import { flow } from '#platform/flow.ts'

export const adoptionStates = { submitted: '待审核', approved: '已通过', refused: '未通过', withdrawn: '已撤回' } as const

export const adoptionFlow = flow('企业认领', adoptionStates, {
  approve: { label: '通过认领', by: ['office'], from: ['submitted'], to: 'approved' },
  refuse: { label: '不予通过', by: ['office'], from: ['submitted'], to: 'refused' },
  withdraw: { label: '撤回申请', by: ['enterprise', 'institution'], from: ['submitted'], to: 'withdrawn' },
})
