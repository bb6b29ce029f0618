/** From what was decided or asked to what was done (督办): each state names what is awaited; the order is kept by the server. */
import { flow } from '#platform/flow.ts'

export const matterStates = { open: '办理中', answered: '待核实', closed: '已办结', cancelled: '已撤销' } as const
export type MatterState = keyof typeof matterStates

const working = ['office', 'department', 'park', 'town'] as const
const judging = ['office', 'leader'] as const
export const matterFlow = flow('督办事项', matterStates, {
  finish: { label: '报告事项办结', by: working, from: ['open'], to: 'answered' },
  confirm: { label: '核实办结', by: judging, from: ['answered'], to: 'closed' },
  giveBack: { label: '退回继续办理', by: judging, from: ['answered'], to: 'open' },
  cancel: { label: '撤销督办事项', by: judging, from: ['open', 'answered'], to: 'cancelled' },
})

/** A notice is signed for, replied to with evidence, and closed or returned; each step has its clock. */
export const supervisionStates = {
  issued: '待签收',
  signed: '待回复',
  replied: '待审核',
  returned: '退回重办',
  closed: '已办结',
  withdrawn: '已撤回',
} as const
export type SupervisionState = keyof typeof supervisionStates
export const supervisionFlow = flow('督办通知', supervisionStates, {
  sign: { label: '签收督办通知', by: ['department', 'park', 'town', 'office'], from: ['issued'], to: 'signed' },
  reply: { label: '回复督办通知', by: ['department', 'park', 'town', 'office'], from: ['signed', 'returned'], to: 'replied' },
  close: { label: '办结督办通知', by: judging, from: ['replied'], to: 'closed' },
  giveBack: { label: '退回督办回复', by: judging, from: ['replied'], to: 'returned' },
  withdraw: { label: '撤回督办通知', by: judging, from: ['issued', 'signed', 'returned'], to: 'withdrawn' },
})
