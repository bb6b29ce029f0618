/** Rows of a sheet put aside to be looked at: what each would do to the ledger, or why it cannot. */
import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Ctx } from '#platform/context.ts'
import type { BadCell, TableRow } from '#platform/sheet/table.ts'
import { type Fault, keyOf, type Present, type Reading } from './importer.ts'

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
  const keys = rows.map(({ values }) => keyOf(reading, values))
  const present = await reading.present(ctx, [...new Set(keys.flatMap((key) => key ?? []))])
  const lines = rows.map((row, at) => {
    const key = keys[at]
    const judged = judge(row, key, key === undefined ? undefined : present.get(key), reading, kept)
    return JSON.stringify({ id: risingId(ctx.now, row.row), ...judged })
  })
  // A line a row, each read once: half the work of one long list. JSON writes the line breaks of a text as escapes.
  await ctx.db.execute(sql`
    insert into intake_row (id, intake, "row", "values", bad, present, "similar", skip)
    select (r ->> 'id')::uuid, ${intake}, (r ->> 'row')::integer, r -> 'values', r -> 'bad', (r ->> 'present')::uuid, '[]',
      (r -> 'skip')::boolean
    from (select line::jsonb as r from string_to_table(${lines.join('\n')}, E'\\n') as line offset 0) as read`)
}

/**
 * An identity (UUID version 7) greater than that of the row before. New files take it over, and indexes of what comes in their
 * order are extended at their end instead of being leafed through.
 */
function risingId(now: Date, row: number): string {
  const time = (now.getTime() + (row >> 12)).toString(16).padStart(12, '0')
  const place = (row & 0xfff).toString(16).padStart(3, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${place}-${randomUUID().slice(19)}`
}

/** One that would change nothing is skipped from the start; what is known of a present row, and nothing else, tells so. */
function judge(
  { row, values, bad }: TableRow,
  key: string | undefined,
  present: Present | undefined,
  reading: Reading,
  kept: Kept,
) {
  const { counts, seen, names } = kept
  // A cell that could not be read is at fault already.
  const faults = reading.check(values, present).filter((fault) => bad.every((cell) => cell.key !== fault.key))
  const first = key === undefined ? undefined : seen.get(key)
  if (first !== undefined) faults.push({ key: reading.key.at(-1)!, problem: `与第 ${first} 行重复，请只保留一行` })
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
