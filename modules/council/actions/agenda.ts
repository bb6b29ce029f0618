/** The agenda of a meeting: taken from matters that are open, reported on by units with their papers, noted as it is talked through. */
import { and, asc, eq, inArray, max, sql } from 'drizzle-orm'
import { z } from 'zod'
import { matterStates } from '#modules/matter/flow.ts'
import { matter as matterModel } from '#modules/matter/model.ts'
import { charges, matters } from '#modules/matter/tables.ts'
import { members, orgs } from '#modules/org/tables.ts'
import { command, query } from '#platform/action.ts'
import { type Ctx, officials } from '#platform/context.ts'
import { download, upload } from '#platform/fields.ts'
import { keepFile, openPaper } from '#platform/files.ts'
import { conflict, denied, invalid, missing } from '#platform/problem.ts'
import { holdersOn, nobodyYet } from '../attendees.ts'
import { meetingFlow, type meetingStates } from '../flow.ts'
import { dayHeld, type Meeting, meetingToChange, meetingToSee, renewHands } from '../meet.ts'
import { agendaItem } from '../model.ts'
import { agendaItems, attendances, decisions } from '../tables.ts'

type Item = typeof agendaItems.$inferSelect
type State = keyof typeof meetingStates
const which = z.object({ id: z.uuid('没有找到该议题，请刷新页面') })
const done = z.object({ id: z.uuid() })
const before: State[] = ['preparing', 'called', 'open']

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

const writers = ['office', 'department', 'park', 'town'] as const
/** Of one item. */
const most = 20

/** By the office, and by whoever reports on it. */
export const attachMaterial = command(
  { label: '上传会议材料', who: writers, input: which.extend({ file: upload('会议材料') }), output: done },
  async (ctx, { id, file }) => {
    const { row, item } = await itemToChange(ctx, id)
    requireOwn(ctx, item)
    requireState(row, before, '上传会议材料')
    if (item.materials.length >= most) throw conflict(`一项议题最多上传 ${most} 份材料，请合并后上传`)
    const type = typeOf(file.name)
    const kept = await keepFile(ctx, { name: file.name, type, bytes: Buffer.from(file.bytes), audience: 'own' })
    await ctx.db
      .update(agendaItems)
      .set({ materials: [...item.materials, kept.id] })
      .where(eq(agendaItems.id, id))
    return { id: kept.id }
  },
)

export const dropMaterial = command(
  { label: '移除会议材料', who: writers, input: which.extend({ file: z.uuid() }), output: done },
  async (ctx, { id, file }) => {
    const { row, item } = await itemToChange(ctx, id)
    requireOwn(ctx, item)
    requireState(row, ['preparing', 'called'], '移除会议材料')
    if (!item.materials.includes(file)) throw missing('会议材料')
    await ctx.db
      .update(agendaItems)
      .set({ materials: item.materials.filter((one) => one !== file) })
      .where(eq(agendaItems.id, id))
    return { id }
  },
)

/** Whoever sees the meeting sees its papers. */
export const openMaterial = query(
  { label: '查看会议材料', who: officials, input: which.extend({ file: z.uuid() }), output: download('会议材料') },
  async (ctx, { id, file }) => {
    const [item] = await ctx.db.select().from(agendaItems).where(eq(agendaItems.id, id))
    if (!item?.materials.includes(file)) throw missing('会议材料')
    return openPaper(ctx, file)
  },
)

const types: Record<string, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
}
function typeOf(name: string): string {
  const type = types[name.slice(name.lastIndexOf('.') + 1).toLowerCase()]
  if (!type) throw invalid(`“${name}”的格式不受支持，请上传 PDF、Word、Excel、PPT 或图片`)
  return type
}

async function itemToChange(ctx: Ctx, id: string): Promise<{ row: Meeting; item: Item }> {
  const read = () => ctx.db.select().from(agendaItems).where(eq(agendaItems.id, id))
  const [seen] = await read()
  if (!seen) throw missing('议题')
  const row = await meetingToChange(ctx, seen.meeting)
  const [item] = await read()
  if (!item) throw missing('议题')
  return { row, item }
}

function requireOwn({ actor }: Ctx, { org }: Item): void {
  if (actor.role !== 'office' && actor.org !== org) throw denied('该议题由其他单位汇报，会议材料由办公室和汇报单位上传')
}

function requireState({ status }: Meeting, states: readonly State[], what: string): void {
  if (!states.includes(status)) throw conflict(`会议${meetingFlow.states[status]}，不能${what}`)
}
