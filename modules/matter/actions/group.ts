/** The working groups of the board: their duties, who is in them, and the tasks each carries. */
import { and, asc, eq, gt, isNull, lte, or } from 'drizzle-orm'
import { z } from 'zod'
import { members, orgs } from '#modules/org/tables.ts'
import { planInForce } from '#modules/plan/queries.ts'
import { tasks } from '#modules/plan/tables.ts'
import { requireTask } from '#modules/work/queries.ts'
import { command, query } from '#platform/action.ts'
import { type Ctx, officials } from '#platform/context.ts'
import { conflict, invalid } from '#platform/problem.ts'
import { oneAtATime } from '#platform/session.ts'
import { charge } from '../model.ts'
import { chargeOf } from '../places.ts'
import { charges } from '../tables.ts'

const named = z.object({ id: z.uuid(), name: z.string() })

export const groups = query(
  {
    label: '工作组分工',
    who: officials,
    input: z.object({}),
    output: z.object({
      groups: z.array(
        named.extend({
          duties: z.string().nullable(),
          members: z.array(named),
          tasks: z.array(
            z.object({
              task: z.uuid(),
              number: z.string().nullable(),
              title: z.string(),
              lead: z.uuid(),
              leadName: z.string(),
              since: z.string(),
            }),
          ),
        }),
      ),
      /** Tasks of the plan in force that no group carries. */
      free: z.array(z.object({ task: z.uuid(), number: z.string().nullable(), title: z.string() })),
    }),
  },
  async (ctx) => {
    const { db, today } = ctx
    const inForce = or(isNull(charges.until), gt(charges.until, today))
    const teams = await db.select().from(orgs).where(eq(orgs.kind, 'team')).orderBy(asc(orgs.createdAt), asc(orgs.name))
    const carried = await db
      .select({ charge: charges, leadName: orgs.shortName })
      .from(charges)
      .innerJoin(orgs, eq(orgs.id, charges.lead))
      .where(and(lte(charges.since, today), inForce))
    const inside = await db
      .select({ body: members.body, id: orgs.id, name: orgs.shortName })
      .from(members)
      .innerJoin(orgs, eq(orgs.id, members.org))
      .where(and(lte(members.since, today), or(isNull(members.until), gt(members.until, today))))
      .orderBy(asc(orgs.createdAt), asc(orgs.name))
    const plan = await planInForce(ctx)
    const all = plan
      ? await db
          .select({ task: tasks.key, number: tasks.number, title: tasks.title })
          .from(tasks)
          .where(eq(tasks.plan, plan.id))
          .orderBy(asc(tasks.ordinal))
      : []
    const of = new Map(carried.map((one) => [one.charge.task, one]))
    return {
      groups: teams.map(({ id, shortName, duties }) => ({
        ...{ id, name: shortName, duties },
        members: inside.filter(({ body }) => body === id),
        tasks: all.flatMap((task) => {
          const one = of.get(task.task)
          return one?.charge.team === id
            ? [{ ...task, lead: one.charge.lead, leadName: one.leadName, since: one.charge.since }]
            : []
        }),
      })),
      free: all.filter(({ task }) => !of.has(task)),
    }
  },
)

/** From today on; what it was before is kept. */
export const assignTask = command(
  {
    label: '明确工作组任务',
    who: ['office'],
    input: charge.pick({ team: true, task: true, lead: true }),
    output: z.object({ id: z.uuid() }),
  },
  async (ctx, of) => {
    await requireTask(ctx, of.task)
    await requireTeam(ctx, of)
    await oneAtATime(ctx, 'charge')
    const before = await chargeOf(ctx, of.task)
    if (before?.team === of.team && before.lead === of.lead) throw conflict('该任务已由这个工作组承担，牵头单位也没有变化')
    if (before) await ctx.db.update(charges).set({ until: ctx.today }).where(eq(charges.id, before.id))
    const [row] = await ctx.db
      .insert(charges)
      .values({ ...of, since: ctx.today, until: null })
      .returning()
    return row!
  },
)

async function requireTeam({ db, today }: Ctx, { team, lead }: { team: string; lead: string }): Promise<void> {
  const [body] = await db.select().from(orgs).where(eq(orgs.id, team))
  if (body?.kind !== 'team') throw invalid('请从工作组中选择')
  const current = and(lte(members.since, today), or(isNull(members.until), gt(members.until, today)))
  const [inside] = await db
    .select()
    .from(members)
    .where(and(eq(members.body, team), eq(members.org, lead), current))
  if (!inside) throw invalid(`牵头单位应为“${body.shortName}”的成员单位`)
}
