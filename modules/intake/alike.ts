/** New rows whose names are much like others', of the ledger or of the sheet itself: left out until a person says otherwise. */
import { sql } from 'drizzle-orm'
import type { Ctx } from '#platform/context.ts'
import type { Reading } from './importer.ts'

/** Whoever reads the reasons needs no more of them. */
const mostNamed = 10
const batchSize = 5000

/** @returns how many rows are like others */
export async function markAlike(
  ctx: Ctx,
  intake: string,
  reading: Reading,
  names: { id: string; name: string }[],
): Promise<number> {
  if (!names.length) return 0
  const ledger = await reading.named(ctx)
  // What is on file comes first: of each pair with a row of the sheet, the row is the later one.
  const pairs = reading.alike([...ledger.map(({ name }, at) => ({ id: `ledger ${at}`, name })), ...names])
  const nameOf = new Map(names.map(({ id, name }) => [id, name]))
  const found = new Map<string, { name: string; where: string }[]>()
  for (const [earlier, later] of pairs) {
    if (later.startsWith('ledger')) continue
    const like = found.get(later) ?? []
    found.set(later, like)
    if (like.length < mostNamed)
      like.push(
        earlier.startsWith('ledger')
          ? ledger[Number(earlier.slice('ledger '.length))]!
          : { name: nameOf.get(earlier)!, where: `本表第 ${earlier} 行` },
      )
  }
  const marked = [...found].map(([row, similar]) => ({ row: Number(row), similar }))
  for (let at = 0; at < marked.length; at += batchSize) await mark(ctx, intake, marked.slice(at, at + batchSize))
  return marked.length
}

const mark = ({ db }: Ctx, intake: string, marked: { row: number; similar: object[] }[]) =>
  db.execute(sql`update intake_row r set "similar" = m."similar", skip = true
    from json_to_recordset(${JSON.stringify(marked)}::json) as m("row" integer, "similar" jsonb)
    where r.intake = ${intake} and r."row" = m."row"`)
