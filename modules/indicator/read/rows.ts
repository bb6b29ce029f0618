/** The rows behind a figure, under the reader's own rights, with what each adds to it and where it was entered. */

import { type SQL, sql } from 'drizzle-orm'
import type { Definition, Dimension, Read, Sum, Window } from '#engines/indicator/definition.ts'
import { reads } from '#engines/indicator/figure/reads.ts'
import type { Ctx } from '#platform/context.ts'
import { containing } from '#platform/search.ts'
import { overAll } from '#platform/session.ts'
import type { View } from '../figures.ts'
import { ledgers } from '../ledgers.ts'
import { knownFor, seesAll } from '../told/reader.ts'
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
  /** How many there are to leaf through. */
  found: number
  rows: Row[]
}
/** Only the rows of one part of a split. */
export type Within = { by: Dimension; part: string }
/** `name`: only rows of enterprises called so, or records called so that are of none. */
type Only = { within?: Within | undefined; name?: string | undefined }
export type Page = Only & { read: number; page: number; size: number }

/** The reads of a figure, each with its sums; the rows of the one asked for, largest first. */
export async function rowsBehind(
  ctx: Ctx,
  definition: Definition,
  view: View,
  { read: at, page, size, within, name }: Page,
): Promise<Behind[]> {
  const plan = reads(definition, ledgers, view)
  if ('missing' in plan) return []
  const part = within?.part ?? ''
  const known = await knownFor(ctx, definition, view.known)
  const whole = await overAll(ctx, (all) => sumsOf(all, plan, known, { by: within?.by }))
  const visible = seesAll(ctx) ? whole : await sumsOf(ctx, plan, known, { by: within?.by, rowByRow: true })
  const of = (sums: typeof whole, read: Read) => sums(read).get(part) ?? { amount: 0, rows: 0 }
  const only = { within, name }
  const rows = plan[at] ? await rowsOf(ctx, plan[at], known, { page, size, ...only }) : []
  const found = plan[at] && name ? await countOf(ctx, plan[at], known, only) : null
  return plan.map((read, i) => ({
    read,
    ledger: read.measure.ledger,
    whole: of(whole, read),
    visible: of(visible, read),
    found: i === at && found !== null ? found : of(visible, read).rows,
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

async function rowsOf({ db }: Ctx, read: Read, known: string, { page, size, ...only }: Omit<Page, 'read'>): Promise<Row[]> {
  const source = sources[read.measure.ledger]!
  // The page is cut first; names are looked up for its rows alone.
  const { rows } = (await db.execute(sql`
    with q as (
      select f.id, ${sql.raw(source.enterprise ?? 'null::uuid')} as enterprise, ${sql.raw(source.label ?? 'null')} as label,
        ${sql.raw(source.begin)}::text as begun, ${amountOf(source, read.measure)} as amount
      from ${asked(source, read, known, only)}
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

async function countOf({ db }: Ctx, read: Read, known: string, only: Only): Promise<number> {
  const { rows } = (await db.execute(
    sql`select count(*)::int as found from ${asked(sources[read.measure.ledger]!, read, known, only)}`,
  )) as unknown as { rows: [{ found: number }] }
  return rows[0].found
}

const asked = (source: Source, { window, measure }: Read, known: string, { within, name }: Only): SQL =>
  sql.join(
    [
      sql`${source.from(known)}`,
      inside(source, window),
      meeting(source, measure),
      ...(within ? [sql`${partOf(source, within.by)} = ${within.part}`] : []),
      ...(name ? [called(source, name)] : []),
    ],
    sql` and `,
  )

function called({ enterprise, label }: Source, name: string): SQL {
  const pattern = containing(name)
  const record = label === null ? sql`false` : sql`${sql.raw(label)} ilike ${pattern}`
  if (enterprise === null) return record
  const of = sql.raw(enterprise)
  return sql`(${of} in (select e.id from enterprise e where e.name ilike ${pattern}) or (${of} is null and ${record}))`
}

function inside({ begin, end }: Source, window: Window): SQL {
  const from = sql.raw(begin)
  if (window.kind === 'standing')
    return sql`${from} <= ${window.on} and (${sql.raw(end!)} is null or ${sql.raw(end!)} > ${window.on})`
  if (window.kind === 'events') return sql`${from} >= ${window.from} and ${from} <= ${window.to}`
  return sql`f.region = current_setting('app.region') and ${from} = ${window.month}`
}
