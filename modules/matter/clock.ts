/** What a day brings to a matter or a notice, by the rule alone: reminder, climb, card. Pure; every day a working day. */
import { addWorkdays, workdaysBetween } from '#platform/calendar.ts'
import type { Level } from './model.ts'
import type { MatterRule } from './rule.ts'

export type Timed = {
  status: 'open' | 'answered' | 'closed' | 'cancelled'
  level: Level
  levelSince: string
  dueOn: string
  /** Since when help that was asked for has not been answered at this level. */
  waitingSince: string | null
}

/** Working days beyond the last day in time; none of what waits to be judged. */
export const overdueBy = ({ status, dueOn }: Pick<Timed, 'status' | 'dueOn'>, today: string): number =>
  status === 'open' ? Math.max(0, workdaysBetween(dueOn, today)) : 0

/** From so many working days before the last day on, and on that day. */
export const remindsOn = ({ status, dueOn }: Timed, { remindDays }: MatterRule, today: string): boolean =>
  status === 'open' && today <= dueOn && workdaysBetween(today, dueOn) <= remindDays

/** Why it goes one level up today; null when it does not. What has come to a level has its full time there. */
export function climbsOn(of: Timed, { climb, help }: MatterRule, today: string): string | null {
  if (of.status !== 'open' || of.level === 'board') return null
  if (of.waitingSince !== null && of.level !== 'unit') {
    const since = later(of.waitingSince, of.levelSince)
    if (today > addWorkdays(since, help[of.level])) return `求助已满${help[of.level]}个工作日未答复`
  }
  const since = later(of.dueOn, of.levelSince)
  if (today <= of.dueOn || workdaysBetween(since, today) < climb[of.level]) return null
  return of.level === 'unit' ? `逾期已满${climb.unit}个工作日` : `逾期事项在本层级已满${climb[of.level]}个工作日未办结`
}

/** Cards of an overdue matter: the yellow one first, the red one later. */
export function cardsOn(of: Timed, { yellowAfter, redAfter }: MatterRule, today: string): ('yellow' | 'red')[] {
  const overdue = overdueBy(of, today)
  return overdue === 0
    ? []
    : [...(overdue >= yellowAfter ? ['yellow' as const] : []), ...(overdue >= redAfter ? ['red' as const] : [])]
}

const later = (one: string, other: string) => (one > other ? one : other)
