/** Many rows read part by part: while one is looked at the database reads the next, and between them others have their turn. */
import { type SQL, sql } from 'drizzle-orm'
import type { Ctx } from './context.ts'

/** Rows of a part: what takes a few milliseconds to read. */
export const partOfRows = 2500

/**
 * The rows of a query, in its order; those with the same `key` come in one part, where the query has them beside one another.
 * `name` is the cursor's: two that are read at the same time need two.
 */
export async function* inParts<R>({ db }: Ctx, name: string, rows: SQL, key?: (row: R) => unknown): AsyncGenerator<R[]> {
  const cursor = sql.identifier(name)
  const read = async () => {
    const { rows } = (await db.execute(sql`fetch ${sql.raw(String(partOfRows))} from ${cursor}`)) as unknown as { rows: R[] }
    return rows
  }
  // All of them are wanted: a plan that is quick to tell the first would be slow to tell the rest.
  await db.execute(sql`select set_config('cursor_tuple_fraction', '1', true)`)
  await db.execute(sql`declare ${cursor} no scroll cursor for ${rows}`)
  let coming = read()
  let waiting: R[] = []
  for (let ended = false; !ended; ) {
    const more = await coming
    ended = more.length < partOfRows
    if (!ended) coming = read()
    // Nobody hears a refusal before it is awaited.
    coming.catch(() => undefined)
    const all = waiting.concat(more)
    const whole = ended || !key ? all.length : all.findLastIndex((row) => key(row) !== key(all.at(-1)!)) + 1
    waiting = all.slice(whole)
    if (whole > 0) yield all.slice(0, whole)
  }
  await db.execute(sql`close ${cursor}`)
}
