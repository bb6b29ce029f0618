/** The versions of a definition, newest first. */
import { desc, eq } from 'drizzle-orm'
import type { Ctx } from '#platform/context.ts'
import { indicators } from './tables.ts'

export async function versionsOf({ db }: Pick<Ctx, 'db'>, code: string) {
  const all = await db.select().from(indicators).where(eq(indicators.code, code)).orderBy(desc(indicators.version))
  return all.map(({ version, since, reason, text, enteredBy, enteredOn, definition: { meaning } }) => ({
    version,
    since,
    reason,
    meaning,
    text,
    enteredBy,
    enteredOn,
  }))
}
