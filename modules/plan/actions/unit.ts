/** Printed unit names become organisations: suggested by name, confirmed by a person. */
import { and, asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { members, orgs } from '#modules/org/tables.ts'
import { command, query } from '#platform/action.ts'
import { invalid, missing } from '#platform/problem.ts'
import { draftById } from '../queries.ts'
import { suggest } from '../suggest.ts'
import { tasks, taskUnits } from '../tables.ts'

const printedUnit = z.object({
  printed: z.string(),
  tasks: z.number(),
  orgs: z.array(z.uuid()),
  confirmedBy: z.string().nullable(),
  suggestion: z.object({ orgs: z.array(z.uuid()), reason: z.string() }),
})

/** Each printed name once: how many tasks name it, what it was confirmed to be, and what it may be. */
export const printedUnits = query(
  { label: '责任单位对应', who: ['office'], input: z.object({ plan: z.uuid() }), output: z.array(printedUnit) },
  async ({ db }, { plan }) => {
    const rows = await db
      .select()
      .from(taskUnits)
      .where(eq(taskUnits.plan, plan))
      .orderBy(asc(taskUnits.ordinal), asc(taskUnits.printed))
    const known = await db.select().from(orgs)
    const memberships = await db.select().from(members)
    return [...new Set(rows.map((row) => row.printed))].map((printed) => {
      const own = rows.filter((row) => row.printed === printed)
      return {
        printed,
        tasks: new Set(own.map(({ task }) => task)).size,
        orgs: [...new Set(own.flatMap(({ org }) => (org ? [org] : [])))],
        confirmedBy: own.every((row) => row.confirmedBy) ? own[0]!.confirmedBy : null,
        suggestion: suggest(printed, known, memberships),
      }
    })
  },
)

/** Confirms, for the whole plan, which organisations a printed name means; a group name becomes one row a member. */
export const matchUnit = command(
  {
    label: '确认责任单位',
    who: ['office'],
    input: z.object({ plan: z.uuid(), printed: z.string(), orgs: z.array(z.uuid()).min(1, '请选择对应的单位').max(200) }),
    output: z.object({ rows: z.number() }),
  },
  async (ctx, { plan, printed, orgs: chosen }) => {
    await draftById(ctx, plan)
    const here = and(eq(taskUnits.plan, plan), eq(taskUnits.printed, printed))
    const old = await ctx.db.select().from(taskUnits).where(here)
    if (!old.length) throw missing('责任单位')
    const known = new Map((await ctx.db.select().from(orgs)).map((org) => [org.id, org]))
    // Foreign keys look past row rights: an organisation of another district is none here.
    if (!chosen.every((id) => known.has(id))) throw missing('单位')
    const group = chosen.find((id) => known.get(id)?.kind === 'group')
    if (group) throw invalid(`“${known.get(group)!.name}”是统称，请选择其成员单位`)
    await ctx.db.delete(taskUnits).where(here)
    const perTask = new Map(old.map((row) => [row.task, row]))
    const rows = [...perTask.values()].flatMap(({ id, createdAt, updatedAt, ...row }) =>
      [...new Set(chosen)].map((org) => ({ ...row, org, confirmedBy: ctx.actor.name })),
    )
    await ctx.db.insert(taskUnits).values(rows)
    return { rows: rows.length }
  },
)

/** Corrects the responsible units of one task as printed; names already confirmed elsewhere in the plan keep their meaning. */
export const staff = command(
  {
    label: '更正责任单位',
    who: ['office'],
    input: z.object({
      plan: z.uuid(),
      task: z.uuid(),
      units: z
        .array(z.object({ printed: z.string().trim().min(1, '请填写单位').max(100), duty: z.enum(['lead', 'partner']) }))
        .max(60),
    }),
    output: z.object({ rows: z.number() }),
  },
  async (ctx, { plan, task, units }) => {
    await draftById(ctx, plan)
    const [staffed] = await ctx.db
      .select({ key: tasks.key })
      .from(tasks)
      .where(and(eq(tasks.id, task), eq(tasks.plan, plan)))
    if (!staffed) throw missing('任务')
    const twice = units.find(({ printed }, at) => units.findIndex((unit) => unit.printed === printed) !== at)
    if (twice) throw invalid(`责任单位“${twice.printed}”重复，请只保留一处`)
    if (units.filter(({ duty }) => duty === 'lead').length > 1) throw invalid('一项任务只有一个牵头单位')
    const meaning = await ctx.db.select().from(taskUnits).where(eq(taskUnits.plan, plan))
    await ctx.db.delete(taskUnits).where(and(eq(taskUnits.plan, plan), eq(taskUnits.task, task)))
    const rows = units.flatMap(({ printed, duty }, ordinal) => {
      const orgsOf = [...new Map(meaning.filter((row) => row.printed === printed).map((row) => [row.org, row])).values()]
      const known = orgsOf.length ? orgsOf : [{ org: null, confirmedBy: null }]
      return known.map(({ org, confirmedBy }) => ({ plan, task, taskKey: staffed.key, ordinal, printed, duty, org, confirmedBy }))
    })
    if (rows.length) await ctx.db.insert(taskUnits).values(rows)
    return { rows: rows.length }
  },
)
