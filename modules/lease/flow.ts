/** A lease is drawn up, signed, and ends in time or before. */
import { flow } from '#platform/flow.ts'

export const leaseStates = { draft: '待签订', running: '履行中', ended: '已终止', cancelled: '已作废' } as const

const by = ['office', 'park'] as const
export const leaseFlow = flow('租约', leaseStates, {
  sign: { label: '签订租约', by, from: ['draft'], to: 'running' },
  end: { label: '终止租约', by, from: ['running'], to: 'ended' },
  cancel: { label: '作废租约', by, from: ['draft'], to: 'cancelled' },
})
