/** What waits too long in the other matters of the district: claims, move-ins, tickets whose clock has run out, by the unit that has them. */
import { and, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import { clocksOf } from '#modules/movein/course/clocks.ts'
import { moveIns } from '#modules/movein/tables.ts'
import { tickets } from '#modules/upkeep/tables.ts'
import { workdaysBetween } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'

export type Waiting = {
  kind: 'claim' | 'movein' | 'ticket'
  /** The unit that has it in hand: of a ticket the zone of its building. */
  org: string
  zone: string | null
  number: string
  title: string
  /** Working days past its deadline. */
  late: number
  link: string
}

export async function lateIn(ctx: Ctx): Promise<Waiting[]> {
  return [...(await lateClaims(ctx)), ...(await lateMoveIns(ctx)), ...(await lateTickets(ctx))].sort((a, b) => b.late - a.late)
}

type LateClaim = { id: string; holder: string; number: string; title: string; name: string; dueOn: string }
async function lateClaims({ db, today }: Ctx): Promise<Waiting[]> {
  const { rows } = (await db.execute(sql`
    select id, holder, number, title, name, due_on::text as "dueOn" from claim
    where closed_on is null and holder is not null and due_on < ${today} and status not in ('public', 'queued')
      and not exists (select 1 from claim_pause p where p.claim = claim.id and p.until is null)`)) as unknown as {
    rows: LateClaim[]
  }
  return rows.map(({ id, holder, number, title, name, dueOn }) => ({
    ...{ kind: 'claim' as const, org: holder, zone: null, number },
    ...{ title: `${name}：${title}`, late: workdaysBetween(dueOn, today), link: `/office/claims/${id}` },
  }))
}

async function lateMoveIns(ctx: Ctx): Promise<Waiting[]> {
  const open = await ctx.db
    .select({ id: moveIns.id, number: moveIns.number, name: moveIns.name, holder: moveIns.holder, zone: moveIns.zone })
    .from(moveIns)
    .where(and(isNull(moveIns.closedOn), isNotNull(moveIns.holder)))
  const clocks = await clocksOf(
    ctx,
    open.map(({ id }) => id),
  )
  return open.flatMap(({ id, number, name, holder, zone }): Waiting[] => {
    const clock = clocks.get(id)
    if (!clock || clock.paused || clock.left >= 0) return []
    return [{ kind: 'movein', org: holder!, zone, number, title: name, late: -clock.left, link: `/office/move-ins/${id}` }]
  })
}

async function lateTickets({ db, today }: Ctx): Promise<Waiting[]> {
  const { id, number, title, zone, dueOn, status } = tickets
  const rows = await db
    .select({ id, number, title, zone, dueOn })
    .from(tickets)
    .where(and(inArray(status, ['raised', 'accepted']), lt(dueOn, today), isNotNull(zone)))
  return rows.map((row) => ({
    ...{ kind: 'ticket' as const, org: row.zone!, zone: row.zone, number: row.number, title: row.title },
    ...{ late: workdaysBetween(row.dueOn, today), link: `/office/tickets/${row.id}` },
  }))
}
