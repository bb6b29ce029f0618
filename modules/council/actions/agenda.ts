/** The agenda of a meeting: taken from matters that are open, reported on by units with their papers, noted as it is talked through. */
import { and, asc, eq, inArray, max, sql } from 'drizzle-orm'
import { z } from 'zod'
import { matterStates } from '#modules/matter/flow.ts'
import { matter as matterModel } from '#modules/matter/model.ts'
import { charges, matters } from '#modules/matter/tables.ts'
import { members, orgs } from '#modules/org/tables.ts'
import { command, query } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { conflict, invalid, missing } from '#platform/problem.ts'
import { holdersOn, nobodyYet } from '../attendees.ts'
import { before, itemToChange, requireState } from '../item.ts'
import { dayHeld, type Meeting, meetingToChange, meetingToSee, renewHands } from '../meet.ts'
import { agendaItem } from '../model.ts'
import { agendaItems, attendances, decisions } from '../tables.ts'

const which = z.object({ id: z.uuid('没有找到该议题，请刷新页面') })
const done = z.object({ id: z.uuid() })

export const agendaChoices = query(
  {
    label: '可列入议题的事项',
    who: ['office'],
    input: z.object({ meeting: z.uuid() }),
    output: z.array(
      matterModel.pick({ number: true, title: true, text: true, owner: true, origin: true, level: true, dueOn: true }).extend({
        id: z.uuid(),
        ownerName: z.string(),
        late: z.boolean(),
        own: z.boolean(),
        status: z.enum(Object.keys(matterStates) as [keyof typeof matterStates]),
      }),
    ),
  },
  async (ctx, { meeting }) => {
    const { body } = await meetingToSee(ctx, meeting)
    const listed = ctx.db.select({ id: agendaItems.matter }).from(agendaItems).where(eq(agendaItems.meeting, meeting))
    const taken = (await listed).flatMap(({ id }) => id ?? [])
    const found = await ctx.db
      .select({ row: matters, ownerName: orgs.shortName })
      .from(matters)
      .innerJoin(orgs, eq(orgs.id, matters.owner))
      .where(inArray(matters.status, ['open', 'answered']))
      .orderBy(asc(matters.dueOn), asc(matters.number))
    const own = await concernOf(ctx, body)
    return found
      .filter(({ row }) => !taken.includes(row.id))
      .map(({ row, ownerName }) => ({ ...row, ownerName, late: row.dueOn < ctx.today, own: own(row) }))
      .sort((a, b) => Number(b.own) - Number(a.own) || Number(b.late) - Number(a.late))
  },
)

/** What a body is there for: its members' matters, and those of the tasks it carries; of the board whatever came up to it. */
async function concernOf({ db }: Ctx, body: string) {
  const carried = (await db.select().from(charges).where(eq(charges.team, body))).map(({ task }) => task)
  const units = (await db.select().from(members).where(eq(members.body, body))).map(({ org }) => org)
  const [of] = await db.select({ kind: orgs.kind }).from(orgs).where(eq(orgs.id, body))
  return ({ task, owner, holder, level }: typeof matters.$inferSelect) =>
    holder === body ||
    (of?.kind === 'team' ? (task ? carried.includes(task) : units.includes(owner)) : level === 'office' || level === 'board')
}

export const addAgenda = command(
  {
    label: '列入议题',
    who: ['office'],
    input: agendaItem.pick({ meeting: true, title: true, org: true, matter: true, text: true }),
    output: done,
  },
  async (ctx, given) => {
    const row = await meetingToChange(ctx, given.meeting)
    requireState(row, before, '列入议题')
    await requireUnit(ctx, given.org)
    if (given.matter) await requireOpen(ctx, given.matter)
    const here = eq(agendaItems.meeting, given.meeting)
    if (given.matter) {
      const [twice] = await ctx.db
        .select()
        .from(agendaItems)
        .where(and(here, eq(agendaItems.matter, given.matter)))
      if (twice) throw conflict(`该事项已列为第 ${twice.ordinal} 项议题`)
    }
    const [last] = await ctx.db
      .select({ at: max(agendaItems.ordinal) })
      .from(agendaItems)
      .where(here)
    const values = { ...given, ordinal: (last?.at ?? 0) + 1, materials: [] }
    const [item] = await ctx.db.insert(agendaItems).values(values).returning({ id: agendaItems.id })
    await inviteReporter(ctx, row, given.org)
    await renewHands(ctx, row.id)
    return item!
  },
)

async function requireUnit({ db }: Ctx, org: string): Promise<void> {
  const [unit] = await db.select().from(orgs).where(eq(orgs.id, org))
  if (!unit) throw missing('汇报单位')
  if (['board', 'team', 'group', 'enterprise'].includes(unit.kind))
    throw invalid(`“${unit.shortName}”不能作汇报单位，请选择具体单位`)
}

async function requireOpen({ db }: Ctx, id: string): Promise<void> {
  const [matter] = await db.select().from(matters).where(eq(matters.id, id))
  if (!matter) throw missing('督办事项')
  if (matter.status !== 'open' && matter.status !== 'answered')
    throw conflict(`督办事项 ${matter.number} ${matterStates[matter.status]}，不能列为议题`)
}

/** Whoever reports comes to the meeting. */
async function inviteReporter(ctx: Ctx, { id, startsAt }: Meeting, org: string): Promise<void> {
  const there = await ctx.db.$count(attendances, and(eq(attendances.meeting, id), eq(attendances.org, org)))
  if (there > 0) return
  const holder = (await holdersOn(ctx, dayHeld({ startsAt }))).find((one) => one.org === org)
  const { post, name, title } = holder ?? { ...nobodyYet, post: null }
  await ctx.db.insert(attendances).values({ meeting: id, org, post, name, title })
}

/** The office words the agenda, and notes what is said until the minutes are issued. */
export const changeAgenda = command(
  {
    label: '修改议题',
    who: ['office'],
    input: agendaItem.pick({ title: true, text: true, notes: true }).extend(which.shape),
    output: done,
  },
  async (ctx, { id, ...given }) => {
    const { row } = await itemToChange(ctx, id)
    requireState(row, [...before, 'closed'], '修改议题')
    await ctx.db.update(agendaItems).set(given).where(eq(agendaItems.id, id))
    return { id }
  },
)

export const orderAgenda = command(
  {
    label: '调整议题次序',
    who: ['office'],
    input: z.object({ meeting: z.uuid(), items: z.array(z.uuid()).min(1).max(100) }),
    output: z.object({ ordered: z.number() }),
  },
  async (ctx, { meeting, items }) => {
    requireState(await meetingToChange(ctx, meeting), before, '调整议题')
    const found = await ctx.db.select({ id: agendaItems.id }).from(agendaItems).where(eq(agendaItems.meeting, meeting))
    const known = found.map(({ id }) => id)
    if (known.length !== items.length || known.some((id) => !items.includes(id))) throw conflict('议题刚刚有变动，请刷新后再调整')
    for (const [at, id] of items.entries())
      await ctx.db
        .update(agendaItems)
        .set({ ordinal: at + 1 })
        .where(eq(agendaItems.id, id))
    return { ordered: items.length }
  },
)

export const dropAgenda = command({ label: '撤下议题', who: ['office'], input: which, output: done }, async (ctx, { id }) => {
  const { row, item } = await itemToChange(ctx, id)
  requireState(row, before, '撤下议题')
  if ((await ctx.db.$count(decisions, eq(decisions.agenda, id))) > 0) throw conflict('该议题下已登记议定事项，不能撤下')
  await ctx.db.delete(agendaItems).where(eq(agendaItems.id, id))
  await ctx.db
    .update(agendaItems)
    .set({ ordinal: sql`${agendaItems.ordinal} - 1` })
    .where(and(eq(agendaItems.meeting, row.id), sql`${agendaItems.ordinal} > ${item.ordinal}`))
  await renewHands(ctx, row.id)
  return { id }
})
