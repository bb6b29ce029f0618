/** The working days a ticket still has: late ones stand out in words and colour. */
import type { Out } from '#web/client.ts'
import { useFrame } from '#web/session.tsx'
import { Mark } from '#web/ui/figure/light.tsx'

export type Ticket = Out<'upkeep/showTicket'>

/** Nothing once it is done. */
export function Left({ of: { left, dueOn } }: { of: Pick<Ticket, 'left' | 'dueOn'> }) {
  const today = useFrame()?.today ?? ''
  if (left === null) return null
  if (dueOn < today) return <Mark tone="bad">{left < 0 ? `超期 ${-left} 个工作日` : '已超期'}</Mark>
  return <Mark tone={left <= 1 ? 'warn' : 'quiet'}>{left === 0 ? '今天到期' : `还有 ${left} 个工作日`}</Mark>
}
