/** How long an answer may still take; nothing once it is given. */
import { useFrame } from '#web/session.tsx'
import { Clock } from '#web/ui/figure/clock.tsx'
import type { Question } from '../words.ts'

export function Left({ of: { left, dueOn } }: { of: Pick<Question, 'left' | 'dueOn'> }) {
  const today = useFrame()?.today
  return left === null ? null : <Clock left={left} dueOn={dueOn} today={today} />
}
