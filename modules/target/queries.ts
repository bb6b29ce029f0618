/** The figures of targets as they were known on the product's today. */
import { and, asc, inArray, lte } from 'drizzle-orm'
import type { Ctx } from '#platform/context.ts'
import { readings, waypoints } from './tables.ts'

/** Readings entered up to today, in order of the day they are as of; those replaced by a known correction are left out. */
export async function readingsOf({ db, today }: Ctx, targetKeys: string[]) {
  const known = await db
    .select()
    .from(readings)
    .where(and(inArray(readings.target, targetKeys), lte(readings.enteredOn, today), lte(readings.asOf, today)))
    .orderBy(asc(readings.asOf), asc(readings.createdAt))
  const replaced = new Set(known.map(({ replaces }) => replaces))
  return known.filter(({ id }) => !replaced.has(id))
}

export const waypointsOf = ({ db }: Ctx, targetKeys: string[]) =>
  db.select().from(waypoints).where(inArray(waypoints.target, targetKeys)).orderBy(asc(waypoints.year))
