/** When a message may go out by e-mail: at once, at the hour of the digest, or when quiet hours are over. */

import type { z } from 'zod'
import type { preference } from '../model.ts'

export type Wishes = Pick<z.infer<typeof preference>, 'digest' | 'digestHour' | 'quietFrom' | 'quietUntil'>

const hour = 3_600_000
/** China has had one zone without summer time since 1992. */
const shanghai = 8 * hour
const hourOf = (at: number) => Math.floor((at + shanghai) / hour) % 24

/** The first full hour at or after `at` that is `wanted` in China. */
function nextHour(at: number, wanted: number): number {
  const start = Math.ceil((at + shanghai) / hour) * hour - shanghai
  return start + ((wanted - hourOf(start) + 24) % 24) * hour
}

/** Quiet from 22 until 7 goes over midnight; from an hour until the same hour there is no quiet. */
export function isQuiet(at: number, { quietFrom, quietUntil }: Pick<Wishes, 'quietFrom' | 'quietUntil'>): boolean {
  if (quietFrom === null || quietUntil === null || quietFrom === quietUntil) return false
  const now = hourOf(at)
  return quietFrom < quietUntil ? now >= quietFrom && now < quietUntil : now >= quietFrom || now < quietUntil
}

/** Not sooner than this; what is urgent goes at once. */
export function momentFor(at: Date, urgent: boolean, wishes: Wishes): Date {
  if (urgent) return at
  const wished = wishes.digest === 'daily' ? nextHour(at.getTime(), wishes.digestHour) : at.getTime()
  return new Date(isQuiet(wished, wishes) ? nextHour(wished, wishes.quietUntil!) : wished)
}
