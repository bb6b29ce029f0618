/** Lists for everyone: what is to be granted to whom, with declared and proposed sums, before it is decided (plan task 3). */
import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { orgNames } from '#modules/enterprise/place.ts'
import { command, query } from '#platform/action.ts'
import { addWorkdays } from '#platform/calendar.ts'
import { type Ctx, officials } from '#platform/context.ts'
import { count, text } from '#platform/fields.ts'
import { nextNumber } from '#platform/number.ts'
import { conflict, invalid, missing } from '#platform/problem.ts'
import { overAll } from '#platform/session.ts'
import { grantingOf } from '../course/clause.ts'
import { clock } from '../course/clocks.ts'
import { cycleToChange } from '../course/turn.ts'
import { go } from '../course/way.ts'
import { claimFlow } from '../flow.ts'
import { publicity as entity, publicityItem } from '../model.ts'
import { end, type List, listClock, whyGoesOn } from '../publicity/list.ts'
import { ruleOn } from '../rule.ts'
import { claims, objections, publicities, publicityItems } from '../tables.ts'
import { leads } from './cycle.ts'

const which = z.object({ id: z.uuid('没有找到该公示，请核对网址') })
const done = z.object({ id: z.uuid(), number: z.string() })

export const publicise = command(
  {
    label: claimFlow.steps.publicise.label,
    who: leads,
    input: z.object({
      cycle: z.uuid('请选择兑现批次'),
      claims: z.array(z.uuid()).min(1, '请选择要公示的事项').max(500, '一次公示不超过 500 项'),
      title: entity.shape.title,
      phone: text('监督电话', 60),
      days: count('公示期', '个工作日').max(60, '公示期不超过 60 个工作日').nullable().default(null),
    }),
    output: done,
  },
  async (ctx, { cycle, claims: chosen, title, phone, days: wished }) => {
    const batch = await cycleToChange(ctx, cycle)
    const { publicityDays } = await ruleOn(ctx, ctx.today)
    const days = wished ?? publicityDays
    if (days < publicityDays) throw invalid(`公示期不得少于 ${publicityDays} 个工作日`)
    const rows = await ctx.db
      .select()
      .from(claims)
      .where(inArray(claims.id, [...new Set(chosen)]))
      .orderBy(claims.number)
      .for('update')
    if (rows.length < new Set(chosen).size) throw missing('兑现事项')
    const other = rows.find((one) => one.cycle !== cycle)
    if (other) throw invalid(`“${other.name}”（${other.number}）不属于该批次，请分批公示`)
    const number = await nextNumber(ctx, 'GS', sql`publicity`)
    const list = { number, title, phone, cycle, days, org: batch.org, status: 'open' as const }
    const [row] = await ctx.db
      .insert(publicities)
      .values({ ...list, since: ctx.today, until: addWorkdays(ctx.today, days) })
      .returning()
    for (const claim of rows) {
      await go(ctx, claim, 'publicise', { change: { publicity: row!.id }, days })
      const { clause } = await grantingOf(ctx, claim)
      const shown = { name: claim.name, title: claim.title, article: clause.article, asked: claim.asked }
      await ctx.db.insert(publicityItems).values({ publicity: row!.id, claim: claim.id, ...shown, approved: claim.approved! })
    }
    return row!
  },
)

/** What the machine does by itself when the days are over; here at the office's hand. */
export const endPublicity = command(
  { label: claimFlow.steps.endPublicity.label, who: ['office'], input: which, output: done },
  async (ctx, { id }) => {
    const [list] = await ctx.db.select().from(publicities).where(eq(publicities.id, id)).for('update')
    if (!list) throw missing('公示')
    const why = await whyGoesOn(ctx, list)
    if (why) throw conflict(why)
    await end(ctx, list)
    return list
  },
)

const line = entity.extend({
  id: z.uuid(),
  orgName: z.string().nullable(),
  items: z.number(),
  approved: z.number(),
  openObjections: z.number(),
  clock: clock.nullable(),
})

export const publicityLists = query(
  { label: '兑现公示', who: 'anyone', input: z.object({}), output: z.array(line) },
  async (ctx) => {
    const rows = await ctx.db
      .select()
      .from(publicities)
      .where(sql`${publicities.since} <= ${ctx.today}`)
      .orderBy(desc(eq(publicities.status, 'open')), desc(publicities.since), desc(publicities.number))
    return told(ctx, rows)
  },
)

async function told(ctx: Ctx, rows: readonly List[]): Promise<z.output<typeof line>[]> {
  const names = await orgNames(
    ctx,
    rows.map(({ org }) => org),
  )
  const sums = await ctx.db
    .select({
      list: publicityItems.publicity,
      items: sql<number>`count(*)::int`,
      approved: sql<number>`sum(${publicityItems.approved})`.mapWith(Number),
    })
    .from(publicityItems)
    .groupBy(publicityItems.publicity)
  const answers: z.output<typeof line>[] = []
  for (const row of rows) {
    const sum = sums.find(({ list }) => list === row.id)
    // How many there are and since when is for everyone; who and why is not.
    const { open, clock } = await overAll(ctx, async (wide) => ({
      open: await wide.db.$count(objections, and(eq(objections.publicity, row.id), eq(objections.status, 'open'))),
      clock: row.status === 'open' ? await listClock(wide, row) : null,
    }))
    answers.push({
      ...row,
      orgName: names.get(row.org) ?? null,
      ...{ items: sum?.items ?? 0, approved: sum?.approved ?? 0, openObjections: open, clock },
    })
  }
  return answers
}

const item = publicityItem.omit({ publicity: true }).extend({
  id: z.uuid(),
  /** No longer shown: an objection was upheld. */
  takenOut: z.boolean(),
})

export const publicityList = query(
  {
    label: '兑现公示详情',
    who: 'anyone',
    input: z.object({ number: z.string().trim().min(1).max(40) }),
    output: line.extend({ rows: z.array(item), why: z.string().nullable() }),
  },
  async (ctx, { number }) => {
    const [row] = await ctx.db.select().from(publicities).where(eq(publicities.number, number))
    if (!row || row.since > ctx.today) throw missing('公示')
    const rows = await ctx.db
      .select()
      .from(publicityItems)
      .where(eq(publicityItems.publicity, row.id))
      .orderBy(publicityItems.title, publicityItems.name)
    const out = await overAll(ctx, ({ db }) =>
      db
        .select({ claim: objections.claim })
        .from(objections)
        .where(and(eq(objections.publicity, row.id), eq(objections.status, 'upheld'))),
    )
    const [whole] = await told(ctx, [row])
    return {
      ...whole!,
      rows: rows.map((one) => ({ ...one, takenOut: out.some(({ claim }) => claim === one.claim) })),
      why: await overAll(ctx, (wide) => whyGoesOn(wide, row)),
    }
  },
)

/** What could be put on a list today, by batch. */
export const toPublicise = query(
  {
    label: '待公示事项',
    who: officials,
    input: z.object({}),
    output: z.array(
      z.object({
        id: z.uuid(),
        cycle: z.uuid(),
        number: z.string(),
        name: z.string(),
        title: z.string(),
        asked: z.number().nullable(),
        approved: z.number().nullable(),
      }),
    ),
  },
  ({ db }) => db.select().from(claims).where(eq(claims.status, 'ranking')).orderBy(claims.cycle, claims.title, claims.number),
)
