/** How long a matter still has, or where its clock stands still. */
import { matterStates } from '#modules/matter/flow.ts'
import { useFrame } from '#web/session.tsx'
import { Clock } from '#web/ui/figure/clock.tsx'
import { StatusTag } from '#web/ui/figure/light.tsx'
import { type Line, toneOf } from './words.ts'

export function TimeLeft({ of: { status, left, dueOn } }: { of: Pick<Line, 'status' | 'left' | 'dueOn'> }) {
  const today = useFrame()?.today
  if (status !== 'open') return <StatusTag of={matterStates} is={status} tone={toneOf[status]} />
  return <Clock left={left} dueOn={dueOn} today={today} />
}
