/** The clock of a step: working days from the day it began; while it is paused they are not counted. */
import { addWorkdays, workdaysBetween } from './calendar.ts'

export type Pause = { since: string; until: string | null }
export type Step = { since: string; days: number; endedOn: string | null }
export type Clock = {
  /** Last working day it is in time; for one that is paused, as if it went on today. */
  dueOn: string
  /** Working days left, negative once it is late; of an ended step, those that were left. */
  left: number
  paused: boolean
}

/** Working days that pauses took up to a day. As with the step itself the day of an event belongs to what was before it: what was left at the pause is left when it goes on. */
const paused = (pauses: readonly Pause[], today: string): number =>
  pauses.reduce((sum, { since, until }) => sum + Math.max(0, workdaysBetween(since, until ?? today)), 0)

export function clockOf({ since, days, endedOn }: Step, pauses: readonly Pause[], today: string): Clock {
  const at = endedOn ?? today
  const dueOn = addWorkdays(since, days + paused(pauses, at))
  return { dueOn, left: workdaysBetween(at, dueOn), paused: endedOn === null && pauses.some(({ until }) => until === null) }
}
