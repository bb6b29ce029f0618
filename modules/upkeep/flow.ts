/** Tickets of tenants: taken up, done, judged by who raised them. */
import { flow } from '#platform/flow.ts'

export const ticketStates = {
  raised: '待受理',
  accepted: '处理中',
  done: '待评价',
  closed: '已办结',
  withdrawn: '已撤回',
} as const
const keepers = ['office', 'park'] as const
const tenants = ['enterprise', 'institution', 'office', 'park', 'town'] as const
export const ticketFlow = flow('楼宇报事', ticketStates, {
  accept: { label: '受理', by: keepers, from: ['raised'], to: 'accepted' },
  finish: { label: '登记办结', by: keepers, from: ['raised', 'accepted'], to: 'done' },
  rate: { label: '评价', by: tenants, from: ['done'], to: 'closed' },
  reopen: { label: '未解决，重新办理', by: tenants, from: ['done'], to: 'accepted' },
  withdraw: { label: '撤回', by: tenants, from: ['raised'], to: 'withdrawn' },
})

export const bookingStates = { booked: '已预订', cancelled: '已取消' } as const
export const bookingFlow = flow('共享设施预订', bookingStates, {
  cancel: { label: '取消预订', by: ['enterprise', 'institution', 'office', 'park'], from: ['booked'], to: 'cancelled' },
})
