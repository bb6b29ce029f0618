/** Figures of other authorities, entered with their source by whoever answers for them. */
import { and, asc, desc, eq, isNull, lte } from 'drizzle-orm'
import { z } from 'zod'
import { orgs } from '#modules/org/tables.ts'
import { command, query } from '#platform/action.ts'
import { type Ctx, officials } from '#platform/context.ts'
import { conflict, denied, invalid, missing } from '#platform/problem.ts'
import { oneAtATime } from '#platform/session.ts'
import { entry, entryKeepers } from '../model.ts'
import { entries } from '../tables.ts'

const entryRow = entry.extend({ id: z.uuid() })

/** All that was entered up to today, corrections included. */
export const entered = query(
  { label: '录入数据一览', who: officials, input: z.object({}), output: z.array(entryRow) },
  async ({ db, today }) =>
    db
      .select()
      .from(entries)
      .where(lte(entries.knownFrom, today))
      .orderBy(asc(entries.series), asc(entries.asOf), asc(entries.createdAt)),
)

export const enter = command(
  {
    label: '录入数据',
    who: entryKeepers,
    input: entry.pick({ series: true, asOf: true, value: true, source: true }),
    output: z.object({ id: z.uuid() }),
  },
  async (ctx, input) => {
    const { db, today, actor } = ctx
    if (!actor.org) throw denied('您没有所属单位，不能录入数据')
    if (input.asOf > today) throw invalid('数据截至日期不能晚于今天')
    await oneAtATime(ctx, `entry ${input.series}`)
    const [present] = await db
      .select()
      .from(entries)
      .where(and(eq(entries.series, input.series), eq(entries.asOf, input.asOf), isNull(entries.knownUntil)))
    if (present) throw conflict(`${input.asOf} 已有录入数据，如有误请更正`)
    const keeper = await keeperOf(ctx, input.series)
    if (keeper && keeper.org !== actor.org && actor.role !== 'office') throw denied(`该数据由${keeper.name}填报`)
    const [row] = await db
      .insert(entries)
      .values({ ...input, keeper: actor.org, enteredBy: actor.name, knownFrom: today, knownUntil: null, reason: null })
      .returning()
    return row!
  },
)

/** Who enters a series goes on entering it. */
async function keeperOf({ db }: Ctx, series: (typeof entries.$inferSelect)['series']) {
  const [last] = await db
    .select({ org: entries.keeper, name: orgs.shortName })
    .from(entries)
    .innerJoin(orgs, eq(orgs.id, entries.keeper))
    .where(and(eq(entries.series, series), isNull(entries.knownUntil)))
    .orderBy(desc(entries.asOf))
    .limit(1)
  return last
}

/** Takes the place of an entered figure from today on; the old one stays, with the reason. */
export const correctEntry = command(
  {
    label: '更正录入数据',
    who: entryKeepers,
    input: entry.pick({ value: true, source: true }).extend({ id: z.uuid(), reason: entry.shape.reason.unwrap() }),
    output: z.object({ id: z.uuid() }),
  },
  async ({ db, today, actor }, { id, value, source, reason }) => {
    const [old] = await db.select().from(entries).where(eq(entries.id, id))
    if (!old) throw missing('录入数据')
    if (old.keeper !== actor.org && actor.role !== 'office') throw denied('只有填报单位可以更正')
    const standing = and(eq(entries.id, id), isNull(entries.knownUntil))
    const [ended] = await db.update(entries).set({ knownUntil: today }).where(standing).returning()
    if (!ended) throw conflict('该数据已更正过，请更正最新的一条')
    const [row] = await db
      .insert(entries)
      .values({
        series: old.series,
        asOf: old.asOf,
        keeper: old.keeper,
        value,
        source,
        reason,
        enteredBy: actor.name,
        knownFrom: today,
        knownUntil: null,
      })
      .returning()
    return row!
  },
)
