/** The journal is counted once, entry by entry in its order: how many fields each unit's people typed, by month and ledger. */
import { sql } from 'drizzle-orm'
import type { Ctx } from '#platform/context.ts'
import { officials } from '#platform/context.ts'
import { oneAtATime } from '#platform/session.ts'
import { burdenMarks, burdens } from '../tables.ts'
import type { Typed } from './typed.ts'

/** Entries a transaction counts: a journal of a million takes some dozens of them, and each is kept when it is done. */
const batch = 20_000

/** As the machine. Answers whether there may be more. */
export async function countOn(ctx: Ctx, typed: Typed): Promise<boolean> {
  await oneAtATime(ctx, 'burden')
  const [mark] = await ctx.db.select().from(burdenMarks)
  const from = mark?.upTo ?? 0
  // The journal's numbers follow its commits, so nothing comes in later below a number that was seen.
  const { rows } = (await ctx.db.execute(sql`
    with read as materialized (
      select seq, at, org, role, entity, action, operation, after from journal
      where region = ${ctx.actor.region} and seq > ${from} order by seq limit ${batch}
    ), told as (
      select r.org, to_char(r.at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, r.entity as ledger, f.fields
      from read r join org o on o.id = r.org
      cross join lateral (
        select count(*)::int as fields from jsonb_each(r.after) f
        where f.value not in ('null', '""', '[]') and (${JSON.stringify(typed)}::jsonb -> r.action) ? f.key
      ) f
      where r.operation <> 'delete' and r.role in (${list(officials)}) and f.fields > 0
    ), kept as (
      insert into burden (org, month, ledger, fields, entries)
      select org, month, ledger, sum(fields), count(*) from told group by 1, 2, 3
      on conflict (region, org, month, ledger) do update
        set fields = ${burdens}.fields + excluded.fields, entries = ${burdens}.entries + excluded.entries
    )
    select max(seq) as last, count(*)::int as read from read`)) as unknown as { rows: [{ last: string | null; read: number }] }
  const { last, read } = rows[0]
  const upTo = last === null ? from : Number(last)
  await ctx.db
    .insert(burdenMarks)
    .values({ upTo, countedOn: ctx.today })
    .onConflictDoUpdate({ target: [burdenMarks.region], set: { upTo, countedOn: ctx.today } })
  return read === batch
}

const list = (words: readonly string[]) =>
  sql.join(
    words.map((word) => sql`${word}`),
    sql`, `,
  )
