/** A meeting from its preparation to its issued minutes (议事). */
import { flow } from '#platform/flow.ts'

export const meetingStates = {
  preparing: '筹备中',
  called: '已通知',
  open: '进行中',
  closed: '已结束',
  minuted: '纪要已印发',
  cancelled: '已取消',
} as const
export const meetingFlow = flow('会议', meetingStates, {
  call: { label: '发出会议通知', by: ['office'], from: ['preparing'], to: 'called' },
  begin: { label: '宣布会议开始', by: ['office'], from: ['called'], to: 'open' },
  end: { label: '宣布会议结束', by: ['office'], from: ['open'], to: 'closed' },
  /** What was decided is fixed from then on. */
  minute: { label: '印发会议纪要', by: ['office'], from: ['closed'], to: 'minuted' },
  cancel: { label: '取消会议', by: ['office'], from: ['preparing', 'called'], to: 'cancelled' },
})
