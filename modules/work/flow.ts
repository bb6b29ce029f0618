/** The monthly report of one unit on one task: drafted, submitted, then accepted or returned by the lead unit of the plan. */
import { flow } from '#platform/flow.ts'

export const states = { draft: '草稿', submitted: '已报送', returned: '已退回', accepted: '已采纳' } as const

export const reportFlow = flow('月度进展', states, {
  submit: { label: '报送', by: ['office', 'department', 'park', 'town'], from: ['draft', 'returned'], to: 'submitted' },
  withdraw: { label: '撤回', by: ['office', 'department', 'park', 'town'], from: ['submitted'], to: 'draft' },
  accept: { label: '采纳', by: ['office'], from: ['submitted'], to: 'accepted' },
  return: { label: '退回', by: ['office'], from: ['submitted'], to: 'returned' },
})
