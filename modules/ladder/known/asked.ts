/** Of which enterprises something is asked, as it stood on one day and was known on another. */
import { and, gt, isNull, lte, or, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { lastDayOf, shiftMonth } from '#engines/indicator/months.ts'

/** `known` is the day itself, or a later one where a past year is looked back on. */
export type Days = { day: string; known: string }
export type Asked = Days & { ids: readonly string[] }

export const idsOf = ({ ids }: Pick<Asked, 'ids'>) => sql`${`{${ids.join()}}`}::uuid[]`

/** Recorded by then and not withdrawn by then. */
export const recordedBy = ({ knownFrom, knownUntil }: Record<'knownFrom' | 'knownUntil', AnyPgColumn>, { known }: Days) =>
  and(lte(knownFrom, known), or(isNull(knownUntil), gt(knownUntil, known)))!

/** The last month that is over on the day. */
export function lastMonthBy(day: string): string {
  const month = day.slice(0, 7)
  return lastDayOf(month) === day ? month : shiftMonth(month, -1)
}
