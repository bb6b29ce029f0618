/** Rows of a sheet put aside to be looked at: what each would do to the ledger, or why it cannot. */
import { sql } from 'drizzle-orm'
import type { Ctx } from '#platform/context.ts'
import type { BadCell, TableRow } from '#platform/sheet/table.ts'
import type { Fault, Present, Reading } from './importer.ts'

export const emptyCounts = () => ({ total: 0, bad: 0, similar: 0, fresh: 0, changed: 0 })

/** What is kept of all rows of a sheet, batch after batch. */
export type Kept = {
  counts: ReturnType<typeof emptyCounts>
  /** First row of each key. */
  seen: Map<string, number>
  /** Of new rows that are in order, by their row. */
  names: { id: string; name: string }[]
  /** In which column of the sheet a value stands. */
  letters: Map<string, string>
}

export async function stage(ctx: Ctx, intake: string, reading: Reading, rows: TableRow[], kept: Kept): Promise<void> {
  if (!rows.length) return
  const keyOf = ({ values }: TableRow) => values[reading.key] as string | undefined
  const present = await reading.present(ctx, [...new Set(rows.flatMap((row) => keyOf(row) ?? []))])
  const judged = rows.map((row) => judge(row, present.get(keyOf(row) ?? ''), reading, kept))
  await ctx.db.execute(sql`
    insert into intake_row (intake, "row", "values", bad, present, "similar", skip)
    select ${intake}, r."row", r."values", r.bad, r.present, '[]', r.skip
    from json_to_recordset(${JSON.stringify(judged)}::json) as r("row" integer, "values" jsonb, bad jsonb, present uuid, skip boolean)`)
}

/** One that would change nothing is skipped from the start; what is known of a present row, and nothing else, tells so. */
function judge({ row, values, bad }: TableRow, present: Present | undefined, reading: Reading, kept: Kept) {
  const { counts, seen, names } = kept
  const key = values[reading.key] as string | undefined
  // A cell that could not be read is at fault already.
  const faults = reading.check(values, present).filter((fault) => bad.every((cell) => cell.key !== fault.key))
  const first = key === undefined ? undefined : seen.get(key)
  if (first !== undefined) faults.push({ key: reading.key, problem: `与第 ${first} 行重复，请只保留一行` })
  else if (key !== undefined) seen.set(key, row)
  const all = faults.length ? [...bad, ...faults.map((fault) => cellOf(fault, reading, kept))] : bad
  const same = !all.length && present !== undefined && !reading.changed(values, present).length
  counts.total += 1
  if (all.length) counts.bad += 1
  else if (!present) {
    counts.fresh += 1
    names.push({ id: String(row), name: values[reading.name] as string })
  } else if (!same) counts.changed += 1
  return { row, values, bad: all, present: present?.id ?? null, skip: same }
}

const cellOf = ({ key, problem }: Fault, { columns }: Reading, { letters }: Kept): BadCell => ({
  column: letters.get(key) ?? '',
  heading: columns.find((column) => column.key === key)?.heading ?? '',
  key,
  problem,
})
