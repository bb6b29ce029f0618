/** Tickets looked up: what waits, what is late, what came of it; for keepers by building, for tenants their own. */
import { and, desc, eq, ilike, inArray, type SQL, sql } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { orgs } from '#modules/org/tables.ts'
import { buildings, units } from '#modules/space/tables.ts'
import { query } from '#platform/action.ts'
import { workdaysBetween } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { download, oneOf } from '#platform/fields.ts'
import { openFile } from '#platform/files.ts'
import { available } from '#platform/flow.ts'
import { missing } from '#platform/problem.ts'
import { containing } from '#platform/search.ts'
import { ticketFlow, type ticketStates } from '../flow.ts'
import { ticket, ticketKinds } from '../model.ts'
import { ownPlaces } from '../places.ts'
import { tickets as table } from '../tables.ts'

const who = ['leader', 'office', 'park', 'enterprise', 'institution'] as const
const steps = Object.keys(ticketFlow.steps) as [keyof typeof ticketFlow.steps, ...(keyof typeof ticketFlow.steps)[]]
const which = z.object({ id: z.uuid('没有找到该报事，请核对网址') })
const line = ticket.extend({
  id: z.uuid(),
  buildingName: z.string(),
  unitName: z.string().nullable(),
  orgName: z.string(),
  /** Working days left, negative once it is late; null when it is done. */
  left: z.number().nullable(),
  steps: z.array(z.enum(steps)),
})

export const tickets = query(
  {
    label: '楼宇报事',
    who,
    input: z.object({
      words: z.string().trim().max(60, '查找内容不超过 60 个字').optional(),
      building: z.uuid().optional(),
      kind: oneOf('类型', ticketKinds).optional(),
      state: z.enum(['open', 'late', 'unrated', 'closed', 'all']).default('open'),
      page: z.int().min(1).max(100_000).default(1),
      size: z.int().min(1).max(200).default(50),
    }),
    output: z.object({ rows: z.array(line), total: z.number(), open: z.number(), late: z.number(), unrated: z.number() }),
  },
  async (ctx, { page, size, state, ...asked }) => {
    const all = matching(asked)
    const rows = await linesOf(ctx, and(all, inState(ctx, state)), size, (page - 1) * size)
    const count = (of: typeof state) => ctx.db.$count(joined(ctx, and(all, inState(ctx, of))))
    return {
      rows,
      total: await count(state),
      open: await count('open'),
      late: await count('late'),
      unrated: await count('unrated'),
    }
  },
)

export const showTicket = query({ label: '报事详情', who, input: which, output: line }, async (ctx, { id }) => {
  const [found] = await linesOf(ctx, eq(table.id, id), 1, 0)
  if (!found) throw missing('报事')
  return found
})

/** Whoever sees the ticket sees what it shows. */
export const ticketPhoto = query(
  { label: '查看报事照片', who, input: which, output: download('报事照片') },
  async (ctx, { id }) => {
    const [found] = await ctx.db.select({ photo: table.photo }).from(table).where(eq(table.id, id))
    if (!found?.photo) throw missing('照片')
    return openFile(ctx, found.photo)
  },
)

export const ownRooms = query(
  {
    label: '本单位所在楼宇',
    who: ['enterprise', 'institution'],
    input: z.object({}),
    output: z.array(
      z.object({
        building: z.uuid(),
        buildingName: z.string(),
        unit: z.uuid(),
        unitName: z.string(),
        zone: z.uuid().nullable(),
      }),
    ),
  },
  (ctx) => ownPlaces(ctx),
)

type Asked = { words?: string | undefined; building?: string | undefined; kind?: keyof typeof ticketKinds | undefined }
const matching = ({ words, building, kind }: Asked): SQL | undefined =>
  and(
    words ? ilike(sql`${table.number} || ' ' || ${table.title} || ' ' || ${buildings.name}`, containing(words)) : undefined,
    building ? eq(table.building, building) : undefined,
    kind ? eq(table.kind, kind) : undefined,
  )

const open: (keyof typeof ticketStates)[] = ['raised', 'accepted']
function inState({ today }: Ctx, state: 'open' | 'late' | 'unrated' | 'closed' | 'all'): SQL | undefined {
  if (state === 'all') return undefined
  if (state === 'unrated') return eq(table.status, 'done')
  if (state === 'closed') return inArray(table.status, ['closed', 'withdrawn'])
  return and(inArray(table.status, open), state === 'late' ? sql`${table.dueOn} < ${today}` : undefined)
}

/** Named apart from the table: not every ticket is about one. */
const rooms = pg.alias(units, 'its_unit')

const joined = ({ db }: Ctx, where: SQL | undefined) =>
  db.select({ id: table.id }).from(table).innerJoin(buildings, eq(buildings.id, table.building)).where(where).as('found')

async function linesOf(ctx: Ctx, where: SQL | undefined, limit: number, offset: number) {
  const found = await ctx.db
    .select({ row: table, buildingName: buildings.name, unitName: rooms.name, orgName: orgs.shortName })
    .from(table)
    .innerJoin(buildings, eq(buildings.id, table.building))
    .innerJoin(orgs, eq(orgs.id, table.org))
    .leftJoin(rooms, eq(rooms.id, table.unit))
    .where(where)
    .orderBy(desc(inArray(table.status, open)), desc(table.raisedAt), table.id)
    .limit(limit)
    .offset(offset)
  return found.map(({ row, ...names }) => ({
    ...row,
    ...names,
    left: open.includes(row.status) ? workdaysBetween(ctx.today, row.dueOn) : null,
    steps: available(ticketFlow, row, ctx.actor).filter((step) => !ofOwner.includes(step) || row.org === ctx.actor.org),
  }))
}
/** Steps of whoever raised it. */
const ofOwner: (keyof typeof ticketFlow.steps)[] = ['rate', 'reopen', 'withdraw']
