/** The rows behind a figure, under the reader's own rights, with what each adds to it and where it was entered. */

import { type SQL, sql } from 'drizzle-orm'
import type { Definition, Dimension, Read, Sum, Window } from '#engines/indicator/definition.ts'
import { reads } from '#engines/indicator/figure/reads.ts'
import type { Ctx } from '#platform/context.ts'
import { overAll } from '#platform/session.ts'
import type { View } from './figures.ts'
import { ledgers } from './ledgers.ts'
import { knownFor, seesAll } from './reader.ts'
import { amountOf, meeting, partOf, type Source, sources } from './sources.ts'
import { sumsOf } from './sums.ts'

/** `name` is the enterprise's, `label` the row's own: the title of a copyright, the source of an entered figure. */
export type Row = {
  id: string
  enterprise: string | null
  name: string | null
  label: string | null
  from: string
  amount: number
}
export type Behind = {
  read: Read
  ledger: string
  /** All rows of the read: the sum that enters the figure (its sign is the read's). */
  whole: Sum
  /** Those the reader may see. */
  visible: Sum
  rows: Row[]
}
/** Only the rows of one part of a split. */
export type Within = { by: Dimension; part: string }
export type Page = { read: number; page: number; size: number; within?: Within }

/** The reads of a figure, each with its sums; the rows of the one asked for, largest first. */
export async function rowsBehind(
  ctx: Ctx,
  definition: Definition,
  view: View,
  { read: at, page, size, within }: Page,
): Promise<Behind[]> {
  const plan = reads(definition, ledgers, view)
  if ('missing' in plan) return []
  const part = within?.part ?? ''
  const known = await knownFor(ctx, definition, view.known)
  const whole = await overAll(ctx, (all) => sumsOf(all, plan, known, { by: within?.by }))
  const visible = seesAll(ctx) ? whole : await sumsOf(ctx, plan, known, { by: within?.by, rowByRow: true })
  const of = (sums: typeof whole, read: Read) => sums(read).get(part) ?? { amount: 0, rows: 0 }
  const rows = plan[at] ? await rowsOf(ctx, plan[at], known, { page, size, within }) : []
  return plan.map((read, i) => ({
    read,
    ledger: read.measure.ledger,
    whole: of(whole, read),
    visible: of(visible, read),
    rows: i === at ? rows : [],
  }))
}

/** Every row the reader may see, read after read, with the read it enters by. */
export async function* eachRow(
  ctx: Ctx,
  definition: Definition,
  view: View,
  within?: Within,
): AsyncGenerator<Row & { read: Read }> {
  const plan = reads(definition, ledgers, view)
  if ('missing' in plan) return
  const known = await knownFor(ctx, definition, view.known)
  const size = 2000
  for (const read of plan) {
    for (let page = 1; ; page += 1) {
      const rows = await rowsOf(ctx, read, known, { page, size, ...(within && { within }) })
      for (const row of rows) yield { ...row, read }
      if (rows.length < size) break
    }
  }
}

async function rowsOf({ db }: Ctx, read: Read, known: string, { page, size, within }: Omit<Page, 'read'>): Promise<Row[]> {
  const source = sources[read.measure.ledger]!
  // The page is cut first; names are looked up for its rows alone.
  const { rows } = (await db.execute(sql`
    with q as (
      select f.id, ${sql.raw(source.enterprise ?? 'null::uuid')} as enterprise, ${sql.raw(source.label ?? 'null')} as label,
        ${sql.raw(source.begin)}::text as begun, ${amountOf(source, read.measure)} as amount
      from ${source.from(known)} and ${inside(source, read.window)} and ${meeting(source, read.measure)}
        ${within ? sql`and ${partOf(source, within.by)} = ${within.part}` : sql``}
      order by amount desc, f.id limit ${size} offset ${(page - 1) * size}
    )
    select q.*, e.name from q left join enterprise e on e.id = q.enterprise order by q.amount desc, q.id`)) as unknown as {
    rows: {
      id: string
      enterprise: string | null
      label: string | null
      begun: string
      amount: string | number
      name: string | null
    }[]
  }
  return rows.map(({ id, enterprise, label, begun, amount, name }) => ({
    id,
    enterprise,
    name,
    label,
    from: begun,
    amount: Number(amount),
  }))
}

function inside({ begin, end }: Source, window: Window): SQL {
  const from = sql.raw(begin)
  if (window.kind === 'standing')
    return sql`${from} <= ${window.on} and (${sql.raw(end!)} is null or ${sql.raw(end!)} > ${window.on})`
  if (window.kind === 'events') return sql`${from} >= ${window.from} and ${from} <= ${window.to}`
  return sql`f.region = current_setting('app.region') and ${from} = ${window.month}`
}
