/** Who is away, and who acts for the post meanwhile (safeguard one). */
import { and, asc, desc, eq, gt, gte, lte } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { orgs, persons, posts } from '#modules/org/tables.ts'
import { command, query } from '#platform/action.ts'
import { type Ctx, officials } from '#platform/context.ts'
import { day } from '#platform/fields.ts'
import { conflict, invalid, missing } from '#platform/problem.ts'
import { oneAtATime } from '#platform/session.ts'
import { type Holder, holdersOn } from '../attendees.ts'
import { absence } from '../model.ts'
import { absences as table } from '../tables.ts'

const done = z.object({ id: z.uuid() })
const named = { name: z.string(), title: z.string(), orgName: z.string() }
const states = { now: '请假中', coming: '未开始', past: '已结束' } as const
const line = absence.extend({
  id: z.uuid(),
  who: z.object(named),
  acting: z.object(named),
  state: z.enum(Object.keys(states) as [keyof typeof states]),
})

const actingPosts = pg.alias(posts, 'acting_post')
const actingPersons = pg.alias(persons, 'acting_person')
const actingOrgs = pg.alias(orgs, 'acting_org')

export const absences = query(
  {
    label: '请假代理名录',
    who: officials,
    input: z.object({ past: z.boolean().default(false) }),
    output: z.array(line),
  },
  async ({ db, today }, { past }) => {
    const found = await db
      .select({
        row: table,
        who: { name: persons.name, title: posts.title, orgName: orgs.shortName },
        acting: { name: actingPersons.name, title: actingPosts.title, orgName: actingOrgs.shortName },
      })
      .from(table)
      .innerJoin(posts, eq(posts.id, table.post))
      .innerJoin(persons, eq(persons.id, posts.person))
      .innerJoin(orgs, eq(orgs.id, posts.org))
      .innerJoin(actingPosts, eq(actingPosts.id, table.deputy))
      .innerJoin(actingPersons, eq(actingPersons.id, actingPosts.person))
      .innerJoin(actingOrgs, eq(actingOrgs.id, actingPosts.org))
      .where(past ? undefined : gte(table.until, today))
      .orderBy(desc(table.since), asc(persons.name))
      .limit(500)
    return found.map(({ row, ...names }) => ({
      ...row,
      ...names,
      state: row.since > today ? ('coming' as const) : row.until < today ? ('past' as const) : ('now' as const),
    }))
  },
)

/** Posts of today one can be away from, or act for another from. */
export const deputyChoices = query(
  {
    label: '在任人员名录',
    who: officials,
    input: z.object({}),
    output: z.array(z.object({ post: z.uuid(), ...named })),
  },
  async (ctx) => {
    const names = new Map((await ctx.db.select().from(orgs)).map(({ id, shortName }) => [id, shortName]))
    return (await holdersOn(ctx, ctx.today)).map(({ org, ...one }) => ({ ...one, orgName: names.get(org)! }))
  },
)

export const enterAbsence = command(
  { label: '登记请假代理', who: ['office'], input: absence.omit({ enteredBy: true }), output: done },
  async (ctx, given) => {
    if (given.until < given.since) throw invalid('结束日期不能早于开始日期')
    if (given.until < ctx.today) throw invalid('结束日期不能早于今天')
    await oneAtATime(ctx, `absence-${given.post}`)
    const person = await held(ctx, given.post, given.since, '请假人')
    const deputy = await held(ctx, given.deputy, given.since, '代理人')
    if (person.person === deputy.person) throw invalid('代理人不能是请假人本人')
    const during = and(lte(table.since, given.until), gte(table.until, given.since))
    const [twice] = await ctx.db
      .select()
      .from(table)
      .where(and(eq(table.post, given.post), during))
    if (twice) throw conflict(`${person.name} ${twice.since} 至 ${twice.until} 已登记请假，时间不能重叠`)
    const [gone] = await ctx.db
      .select()
      .from(table)
      .where(and(eq(table.post, given.deputy), during))
    if (gone) throw conflict(`${deputy.name} ${gone.since} 至 ${gone.until} 也在请假，请另选代理人`)
    const [row] = await ctx.db
      .insert(table)
      .values({ ...given, enteredBy: ctx.actor.name })
      .returning({ id: table.id })
    return row!
  },
)

async function held(ctx: Ctx, post: string, on: string, what: string): Promise<Holder> {
  const [found] = await holdersOn(ctx, on, eq(posts.id, post))
  if (!found) throw invalid(`所选${what}${on} 不在任，请重新选择`)
  return found
}

/** He is back sooner than was said; what was before today stands. */
export const endAbsence = command(
  { label: '提前销假', who: ['office'], input: z.object({ id: z.uuid(), until: day('最后一天') }), output: done },
  async ({ db, today }, { id, until }) => {
    const [row] = await db
      .select()
      .from(table)
      .where(and(eq(table.id, id), gt(table.until, until)))
    if (!row) throw missing('请假记录')
    if (until < row.since) throw invalid('最后一天不能早于请假开始日期')
    if (row.until < today) throw conflict('该请假已经结束')
    await db.update(table).set({ until }).where(eq(table.id, id))
    return { id }
  },
)
