/** The monthly or quarterly report of an enterprise: filed by it, checked by its town or park, accepted or returned by cell. */
import { flow } from '#platform/flow.ts'

export const filingStates = { draft: '填报中', submitted: '待审核', returned: '已退回', accepted: '已审核' } as const

export const filers = ['enterprise', 'institution', 'park', 'town', 'office'] as const
export const checkers = ['park', 'town', 'office'] as const

export const filingFlow = flow('运行监测报表', filingStates, {
  submit: { label: '报送', by: filers, from: ['draft', 'returned'], to: 'submitted' },
  withdraw: { label: '撤回', by: filers, from: ['submitted'], to: 'draft' },
  accept: { label: '审核通过', by: checkers, from: ['submitted'], to: 'accepted' },
  return: { label: '退回', by: checkers, from: ['submitted'], to: 'returned' },
})
