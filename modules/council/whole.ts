/** A meeting whole: its agenda with papers, who is to come and came, what was decided and how far each matter is. */
import { asc, eq, inArray } from 'drizzle-orm'
import { matters } from '#modules/matter/tables.ts'
import { orgs, persons, posts } from '#modules/org/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { files } from '#platform/files.ts'
import { overAll } from '#platform/session.ts'
import type { Meeting } from './meet.ts'
import { agendaItems, attendances, decisions } from './tables.ts'

export type Whole = Awaited<ReturnType<typeof wholeOf>>

export async function wholeOf(ctx: Ctx, meeting: Meeting) {
  const { db } = ctx
  const agenda = await db.select().from(agendaItems).where(eq(agendaItems.meeting, meeting.id)).orderBy(asc(agendaItems.ordinal))
  const people = await db.select().from(attendances).where(eq(attendances.meeting, meeting.id))
  const taken = await db.select().from(decisions).where(eq(decisions.meeting, meeting.id)).orderBy(asc(decisions.ordinal))
  const names = new Map((await db.select({ id: orgs.id, name: orgs.shortName }).from(orgs)).map(({ id, name }) => [id, name]))
  const nameOf = (id: string) => names.get(id) ?? '—'
  const papers = await papersOf(
    ctx,
    agenda.flatMap(({ materials }) => materials),
  )
  const stateOf = await statesOf(
    ctx,
    [...agenda, ...taken].flatMap(({ matter }) => matter ?? []),
  )
  return {
    agenda: agenda.map((item) => ({
      ...item,
      orgName: nameOf(item.org),
      files: item.materials.flatMap((id) => papers.get(id) ?? []),
      about: item.matter === null ? null : stateOf(item.matter),
    })),
    attendances: people.map((one) => ({ ...one, orgName: nameOf(one.org) })).sort(inOrder(meeting.chair)),
    decisions: taken.map((one) => ({
      ...one,
      ownerName: one.owner === null ? null : nameOf(one.owner),
      supporterNames: one.supporters.map(nameOf),
      state: one.matter === null ? null : stateOf(one.matter),
    })),
  }
}

/** The chair first, then unit by unit. */
const byChinese = new Intl.Collator('zh-CN')
const inOrder =
  (chair: string) =>
  (a: { post: string | null; orgName: string; name: string }, b: typeof a): number =>
    Number(b.post === chair) - Number(a.post === chair) ||
    byChinese.compare(a.orgName, b.orgName) ||
    byChinese.compare(a.name, b.name)

async function papersOf(ctx: Ctx, ids: string[]) {
  if (!ids.length) return new Map<string, { id: string; name: string; size: number }>()
  const found = await overAll(ctx, ({ db }) =>
    db.select({ id: files.id, name: files.name, size: files.size }).from(files).where(inArray(files.id, ids)),
  )
  return new Map(found.map((one) => [one.id, one]))
}

/** Whoever was there knows how far it is; its page opens to those in whose hands it is. */
async function statesOf(ctx: Ctx, ids: string[]) {
  const asked = inArray(matters.id, ids)
  const open = ids.length ? await ctx.db.select({ id: matters.id }).from(matters).where(asked) : []
  const found = ids.length ? await overAll(ctx, ({ db }) => db.select().from(matters).where(asked)) : []
  return (id: string) => {
    const { number, title, status, level, dueOn, closedOn } = found.find((one) => one.id === id)!
    const late = (status === 'open' || status === 'answered') && dueOn < ctx.today
    return { id, number, title, status, level, dueOn, closedOn, late, opens: open.some((one) => one.id === id) }
  }
}

/** Who chairs it, by his post. */
export async function chairOf({ db }: Ctx, { chair }: Pick<Meeting, 'chair'>): Promise<{ name: string; title: string }> {
  const [found] = await db
    .select({ name: persons.name, title: posts.title })
    .from(posts)
    .innerJoin(persons, eq(persons.id, posts.person))
    .where(eq(posts.id, chair))
  return found ?? { name: '—', title: '' }
}
