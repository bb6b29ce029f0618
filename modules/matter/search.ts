/** Looking through the matters: the filters of list, figures and export as one condition; the red ones on top. */
import { and, asc, desc, eq, inArray, lt, lte, notInArray, or, type SQL, sql } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { orgs } from '#modules/org/tables.ts'
import { planInForce } from '#modules/plan/queries.ts'
import { titlesOf } from '#modules/work/queries.ts'
import { workdaysBetween } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { oneOf, ref } from '#platform/fields.ts'
import { containing } from '#platform/search.ts'
import { matterStates } from './flow.ts'
import { levels, matterRow, origins } from './model.ts'
import { ownBodies } from './places.ts'
import { ruleOn } from './rule.ts'
import { matters } from './tables.ts'

export const filter = z.object({
  /** In the number, or the title. */
  words: z.string().trim().max(60, '查找内容不超过 60 个字').optional(),
  state: oneOf('状态', matterStates).optional(),
  origin: oneOf('来源', origins).optional(),
  level: oneOf('办理层级', levels).optional(),
  owner: ref('责任单位', 'org').optional(),
  task: z.uuid().optional(),
  open: z.boolean().optional(),
  /** In my hands now: mine to do, or mine to judge. */
  mine: z.boolean().optional(),
  /** Asked for by my unit. */
  raised: z.boolean().optional(),
  late: z.boolean().optional(),
})
export type Filter = z.output<typeof filter>

export const lights = { red: '逾期', yellow: '临期', green: '正常', grey: '待核实', blue: '已结束' } as const
export const line = matterRow
  .pick({ id: true, number: true, origin: true, source: true, title: true, status: true, level: true, task: true })
  .extend(matterRow.pick({ owner: true, startsOn: true, dueOn: true, firstDueOn: true, closedOn: true }).shape)
  .extend({
    ownerName: z.string(),
    holderName: z.string(),
    taskTitle: z.string().nullable(),
    light: z.enum(Object.keys(lights) as [keyof typeof lights, ...(keyof typeof lights)[]]),
    /** Working days left; negative when overdue. */
    left: z.number(),
  })
export type Line = z.output<typeof line>

const ended = ['closed', 'cancelled'] as const
const live = notInArray(matters.status, [...ended])

export async function matching(ctx: Ctx, of: Filter): Promise<SQL | undefined> {
  const pattern = of.words && containing(of.words)
  return and(
    lte(matters.startsOn, ctx.today),
    pattern ? or(sql`${matters.number} ilike ${pattern}`, sql`${matters.title} ilike ${pattern}`) : undefined,
    of.state ? eq(matters.status, of.state) : undefined,
    of.origin ? eq(matters.origin, of.origin) : undefined,
    of.level ? eq(matters.level, of.level) : undefined,
    of.owner ? eq(matters.owner, of.owner) : undefined,
    of.task ? eq(matters.task, of.task) : undefined,
    of.open === undefined ? undefined : of.open ? live : inArray(matters.status, [...ended]),
    of.mine ? await inMyHands(ctx) : undefined,
    of.raised && ctx.actor.org ? eq(matters.raisedBy, ctx.actor.org) : undefined,
    of.late ? and(eq(matters.status, 'open'), lt(matters.dueOn, ctx.today)) : undefined,
  )
}

/** What is to be judged is in the hands of those who judge: what was reported done, and a delay that is asked for. */
async function inMyHands(ctx: Ctx): Promise<SQL | undefined> {
  const bodies = await ownBodies(ctx)
  const own = bodies.length
    ? and(eq(matters.status, 'open'), or(inArray(matters.owner, bodies), inArray(matters.holder, bodies)))
    : undefined
  const judges = ctx.actor.role === 'office' || ctx.actor.role === 'leader'
  const asks = sql`exists (select 1 from matter_reply r where r.matter = ${matters.id} and r.kind = 'delay' and r.status = 'waiting')`
  return judges ? or(own, eq(matters.status, 'answered'), and(eq(matters.status, 'open'), asks)) : (own ?? sql`false`)
}

const owners = pg.alias(orgs, 'owner_org')
const holders = pg.alias(orgs, 'holder_org')
/** Overdue ones first, then the most pressing, those to be judged after them, ended ones last. */
const linesOf = ({ db, today }: Ctx, where: SQL | undefined) =>
  db
    .select({ matter: matters, ownerName: owners.shortName, holderName: holders.shortName })
    .from(matters)
    .innerJoin(owners, eq(owners.id, matters.owner))
    .innerJoin(holders, eq(holders.id, matters.holder))
    .where(where)
    .orderBy(
      sql`case when ${matters.status} = 'open' and ${matters.dueOn} < ${today} then 0 when ${matters.status} = 'open' then 1 when ${matters.status} = 'answered' then 2 else 3 end`,
      desc(matters.closedOn),
      asc(matters.dueOn),
      asc(matters.number),
    )

type Page = { page: number; size: number }
export async function told(ctx: Ctx, where: SQL | undefined, page?: Page): Promise<Line[]> {
  const all: Awaited<ReturnType<typeof linesOf>> = await (page
    ? linesOf(ctx, where)
        .limit(page.size)
        .offset((page.page - 1) * page.size)
    : linesOf(ctx, where))
  const titles = await taskTitles(ctx)
  const { remindDays } = await ruleOn(ctx, ctx.today)
  return all.map(({ matter, ...named }) => ({
    ...matter,
    ...named,
    taskTitle: matter.task === null ? null : (titles.get(matter.task) ?? null),
    light: lightOf(matter, remindDays, ctx.today),
    left: workdaysBetween(ctx.today, matter.dueOn),
  }))
}

export async function taskTitles(ctx: Ctx): Promise<Map<string, string>> {
  const plan = await planInForce(ctx)
  return plan ? titlesOf(ctx, plan.id) : new Map()
}

export function lightOf({ status, dueOn }: Pick<Line, 'status' | 'dueOn'>, remindDays: number, today: string): Line['light'] {
  if (status === 'closed' || status === 'cancelled') return 'blue'
  if (status === 'answered') return 'grey'
  if (dueOn < today) return 'red'
  return workdaysBetween(today, dueOn) <= remindDays ? 'yellow' : 'green'
}
