/** An item of an agenda held for a change, and the states of its meeting in which it may be changed. */
import { eq } from 'drizzle-orm'
import type { Ctx } from '#platform/context.ts'
import { conflict, missing } from '#platform/problem.ts'
import { meetingFlow, type meetingStates } from './flow.ts'
import { type Meeting, meetingToChange } from './meet.ts'
import { agendaItems } from './tables.ts'

export type Item = typeof agendaItems.$inferSelect
type State = keyof typeof meetingStates
/** While it is still to be talked through. */
export const before: State[] = ['preparing', 'called', 'open']

export async function itemToChange(ctx: Ctx, id: string): Promise<{ row: Meeting; item: Item }> {
  const read = () => ctx.db.select().from(agendaItems).where(eq(agendaItems.id, id))
  const [seen] = await read()
  if (!seen) throw missing('议题')
  const row = await meetingToChange(ctx, seen.meeting)
  const [item] = await read()
  if (!item) throw missing('议题')
  return { row, item }
}

export function requireState({ status }: Meeting, states: readonly State[], what: string): void {
  if (!states.includes(status)) throw conflict(`会议${meetingFlow.states[status]}，不能${what}`)
}
