/** Running numbers of a year, one after the other in the whole district: BS-2025-0001. */
import { type SQL, sql } from 'drizzle-orm'
import type { Ctx } from './context.ts'
import { oneAtATime, overAll } from './session.ts'

export async function nextNumber(ctx: Ctx, letters: string, table: SQL): Promise<string> {
  await oneAtATime(ctx, `number-${letters}`)
  const head = `${letters}-${ctx.today.slice(0, 4)}-`
  const { rows } = (await overAll(ctx, ({ db }) =>
    db.execute(sql`select coalesce(max(substring(number from ${`^${head}(\\d{1,8})$`})::int), 0) as last from ${table}`),
  )) as unknown as { rows: { last: number }[] }
  return `${head}${String(rows[0]!.last + 1).padStart(4, '0')}`
}
