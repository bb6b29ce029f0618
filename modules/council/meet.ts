/** A meeting looked up to be seen or changed, and which units have it before them. */
import { eq, inArray } from 'drizzle-orm'
import { posts } from '#modules/org/tables.ts'
import { dayOf } from '#platform/clock.ts'
import type { Ctx } from '#platform/context.ts'
import { missing } from '#platform/problem.ts'
import { oneAtATime } from '#platform/session.ts'
import { agendaItems, attendances, meetings } from './tables.ts'

export type Meeting = typeof meetings.$inferSelect

export async function meetingToSee({ db }: Ctx, id: string): Promise<Meeting> {
  const [row] = await db.select().from(meetings).where(eq(meetings.id, id))
  if (!row) throw missing('会议')
  return row
}

/** Whoever else is about the same meeting waits: its order, its numbers and its list stay whole. */
export async function meetingToChange(ctx: Ctx, id: string): Promise<Meeting> {
  await oneAtATime(ctx, `meeting-${id}`)
  return meetingToSee(ctx, id)
}

/** Whoever attends or reports sees it, and the office that prepares it. */
export async function renewHands({ db, actor }: Ctx, meeting: string): Promise<void> {
  const attending = await db.select({ org: attendances.org }).from(attendances).where(eq(attendances.meeting, meeting))
  const reporting = await db.select({ org: agendaItems.org }).from(agendaItems).where(eq(agendaItems.meeting, meeting))
  const hands = [...new Set([actor.org, ...[...attending, ...reporting].map(({ org }) => org)])].filter((org) => org !== null)
  await db.update(meetings).set({ hands }).where(eq(meetings.id, meeting))
}

/** Whom to tell: people who are named, and the units that have not said who comes. */
export async function invited({ db }: Ctx, meeting: string): Promise<{ persons: string[]; orgs: string[] }> {
  const rows = await db.select().from(attendances).where(eq(attendances.meeting, meeting))
  const named = rows.flatMap(({ post }) => post ?? [])
  const found = named.length ? await db.select({ person: posts.person }).from(posts).where(inArray(posts.id, named)) : []
  return {
    persons: [...new Set(found.map(({ person }) => person))],
    orgs: [...new Set(rows.flatMap(({ post, org }) => (post === null ? [org] : [])))],
  }
}

/** The day it is held on, in China. */
export const dayHeld = ({ startsAt }: Pick<Meeting, 'startsAt'>): string => dayOf(new Date(startsAt))
/** 2025-10-24 09:30 */
export const timeHeld = (meeting: Pick<Meeting, 'startsAt'>): string =>
  `${dayHeld(meeting)} ${new Date(Date.parse(meeting.startsAt) + 8 * 3_600_000).toISOString().slice(11, 16)}`
