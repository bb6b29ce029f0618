/** A round of dispatch (调度): the machine lays out what the ledgers say, units confirm or remark, the office issues it. */
import { flow } from '#platform/flow.ts'

export const roundStates = { open: '确认中', closed: '已汇总', issued: '已印发' } as const
export const roundFlow = flow('调度', roundStates, {
  close: { label: '汇总调度', by: ['office', 'system'], from: ['open'], to: 'closed' },
  issue: { label: '印发调度通报', by: ['office'], from: ['closed'], to: 'issued' },
})

export const sheetStates = { waiting: '待确认', confirmed: '已确认', remarked: '已反馈' } as const
const units = ['department', 'park', 'town', 'office'] as const
export const sheetFlow = flow('调度单', sheetStates, {
  confirm: { label: '确认调度单', by: units, from: ['waiting', 'remarked'], to: 'confirmed' },
  remark: { label: '反馈调度单', by: units, from: ['waiting', 'confirmed'], to: 'remarked' },
})
