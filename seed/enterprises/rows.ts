/** Rows by the hundred in one statement: one parameter for all of them, read by the types of the table itself. */

import { getTableName, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Ctx } from '#platform/context.ts'
import { columnOf } from '#platform/fields.ts'

type Row = Record<string, unknown>

/** All rows have the keys of the first. */
export async function addRows<T extends PgTable>({ db }: Pick<Ctx, 'db'>, into: T, rows: T['$inferInsert'][]): Promise<void> {
  if (!rows.length) return
  const keys = Object.keys(rows[0]!).map((key) => [key, columnOf(key)] as const)
  const columns = sql.raw(keys.map(([, column]) => `"${column}"`).join(', '))
  const written = (row: Row) => {
    const line: Row = {}
    for (const [key, column] of keys) line[column] = row[key] ?? null
    return line
  }
  for (let at = 0; at < rows.length; at += most) {
    const lines = JSON.stringify(rows.slice(at, at + most).map(written))
    const table = sql.identifier(getTableName(into))
    await db.execute(
      sql`insert into ${into} (${columns}) select ${columns} from json_populate_recordset(null::${table}, ${lines}::json)`,
    )
  }
}
const most = 500
