/** What the keepers of the zones write down, page by page: rows recorded, changed and withdrawn on the days they are at it. */
import { getTableName, inArray, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Ctx } from '#platform/context.ts'
import { columnOf } from '#platform/fields.ts'
import { actorNamed } from '#seed/cast.ts'
import { addRows } from '#seed/enterprises/rows.ts'
import { together } from '#seed/history/together.ts'
import type { Scene } from '#seed/stage.ts'
import { keeperOf } from './days.ts'

type Row = Record<string, unknown> & { id: string }
type History = PgTable & { knownUntil: unknown }
type Leaf = { added: Map<string, Row>; changed: Map<string, Row>; withdrawn: string[] }
type Page = { zone: string | null; day: string; leaves: Map<PgTable, Leaf> }

export type Book = ReturnType<typeof openBook>

/** `order`: of the tables, so that what is referred to comes first. */
export function openBook(region: string, order: PgTable[]) {
  const pages = new Map<string, Page>()
  const leafOf = (zone: string | null, day: string, table: PgTable): Leaf => {
    const key = `${day} ${zone ?? ''}`
    const page = pages.get(key) ?? { zone, day, leaves: new Map() }
    const leaf = page.leaves.get(table) ?? { added: new Map(), changed: new Map(), withdrawn: [] }
    pages.set(key, page)
    page.leaves.set(table, leaf)
    return leaf
  }
  return {
    add: <T extends PgTable>(zone: string | null, day: string, table: T, row: T['$inferInsert'] & { id: string }) => {
      leafOf(zone, day, table).added.set(row.id, row)
    },
    /** Of a row written on the same page only the outcome is written. */
    change: <T extends PgTable>(zone: string | null, day: string, table: T, row: Partial<T['$inferInsert']> & { id: string }) => {
      const { added, changed } = leafOf(zone, day, table)
      const fresh = added.get(row.id)
      if (fresh) added.set(row.id, { ...fresh, ...row })
      else changed.set(row.id, { ...changed.get(row.id), ...row })
    },
    withdraw: (zone: string | null, day: string, table: History, id: string) => {
      const { added, withdrawn } = leafOf(zone, day, table)
      if (!added.delete(id)) withdrawn.push(id)
    },
    scenes: (): Scene[] =>
      [...pages.values()].map(({ zone, day, leaves }) => ({
        day,
        hour: 15,
        actor: actorNamed(keeperOf(zone), region),
        action: 'intake/commit',
        work: async (ctx) => {
          const present = order.filter((table) => leaves.has(table))
          for (const table of present) await takeBack(ctx, table, leaves.get(table)!)
          for (const table of present) await addRows(ctx, table, [...leaves.get(table)!.added.values()])
        },
      })),
  }
}

async function takeBack(ctx: Ctx, table: PgTable, { changed, withdrawn }: Leaf): Promise<void> {
  const { id } = table as PgTable & { id: Parameters<typeof inArray>[0] }
  if (withdrawn.length) await ctx.db.execute(sql`update ${table} set known_until = ${ctx.today} where ${inArray(id, withdrawn)}`)
  for (const rows of together([...changed.values()], (row) => Object.keys(row).join()).values())
    await changeRows(ctx, table, rows)
}

/** All rows have the keys of the first. */
async function changeRows({ db }: Ctx, table: PgTable, rows: Row[]): Promise<void> {
  const columns = Object.keys(rows[0]!).map((key) => [key, columnOf(key)] as const)
  const lines = rows.map((row) => Object.fromEntries(columns.map(([key, column]) => [column, row[key]])))
  const changes = columns.filter(([key]) => key !== 'id').map(([, column]) => `"${column}" = line."${column}"`)
  const name = sql.identifier(getTableName(table))
  await db.execute(sql`update ${table} set ${sql.raw(changes.join(', '))}
    from json_populate_recordset(null::${name}, ${JSON.stringify(lines)}::json) line where ${table}.id = line.id`)
}
