/** The days of a list that is shown: they stand still as long as an objection is open, once, however many there are at a time. */
import { type Clock, clockOf, type Pause } from '#platform/step-clock.ts'

type Shown = { since: string; days: number }
type Raised = { raisedOn: string; decidedOn: string | null }

export const clockOfList = (of: Shown, objections: readonly Raised[], today: string): Clock =>
  clockOf({ ...of, endedOn: null }, together(objections), today)

/** Stretches in which at least one was open, one after the other. */
export function together(objections: readonly Raised[]): Pause[] {
  const stretches: Pause[] = []
  for (const { raisedOn, decidedOn } of [...objections].sort((a, b) => (a.raisedOn < b.raisedOn ? -1 : 1))) {
    const last = stretches.at(-1)
    if (!last || (last.until !== null && last.until < raisedOn)) stretches.push({ since: raisedOn, until: decidedOn })
    else if (last.until !== null && (decidedOn === null || decidedOn > last.until)) last.until = decidedOn
  }
  return stretches
}
