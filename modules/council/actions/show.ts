/** Meetings looked up: those to come, those that were held, one whole; and what waits at one's own. */
import { and, asc, desc, eq, ilike, inArray, or, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { matter } from '#modules/matter/model.ts'
import { matters } from '#modules/matter/tables.ts'
import { orgs } from '#modules/org/tables.ts'
import { query } from '#platform/action.ts'
import { type Ctx, officials } from '#platform/context.ts'
import { oneOf } from '#platform/fields.ts'
import { available } from '#platform/flow.ts'
import { containing } from '#platform/search.ts'
import { overAll } from '#platform/session.ts'
import { meetingFlow } from '../flow.ts'
import { dayHeld, meetingToSee } from '../meet.ts'
import { agendaItem, attendance, decision, meetingKinds, meetingRow } from '../model.ts'
import { decisions, meetings as table } from '../tables.ts'
import { chairOf, wholeOf } from '../whole.ts'

const stepNames = Object.keys(meetingFlow.steps) as [keyof typeof meetingFlow.steps]
const row = meetingRow.omit({ token: true }).extend({ day: z.string(), bodyName: z.string() })
const states = { coming: '待召开', held: '已召开', unminuted: '待印发纪要', cancelled: '已取消', all: '全部' } as const
type Asked = keyof typeof states
const line = row.extend({
  invited: z.number(),
  signed: z.number(),
  decisions: z.number(),
  /** Of what was decided, not done yet; and of these late. */
  open: z.number(),
  late: z.number(),
})

export const meetings = query(
  {
    label: '会议',
    who: officials,
    input: z.object({
      words: z.string().trim().max(60, '查找内容不超过 60 个字').optional(),
      kind: oneOf('类型', meetingKinds).optional(),
      body: z.uuid().optional(),
      state: z.enum(Object.keys(states) as [Asked]).default('all'),
      page: z.int().min(1).max(100_000).default(1),
      size: z.int().min(1).max(200).default(50),
    }),
    output: z.object({ rows: z.array(line), total: z.number(), coming: z.number(), unminuted: z.number() }),
  },
  async (ctx, { page, size, state, words, kind, body }) => {
    const all = and(
      words
        ? ilike(sql`${table.number} || ' ' || ${table.title} || ' ' || coalesce(${table.minutesNumber}, '')`, containing(words))
        : undefined,
      kind ? eq(table.kind, kind) : undefined,
      body ? eq(table.body, body) : undefined,
    )
    const count = (of: Asked) => ctx.db.$count(table, and(all, inState(of)))
    const rows = await linesOf(ctx, and(all, inState(state)), state, size, (page - 1) * size)
    return { rows, total: await count(state), coming: await count('coming'), unminuted: await count('unminuted') }
  },
)

function inState(state: Asked): SQL | undefined {
  if (state === 'all') return undefined
  if (state === 'coming') return inArray(table.status, ['preparing', 'called', 'open'])
  if (state === 'unminuted') return eq(table.status, 'closed')
  if (state === 'cancelled') return eq(table.status, 'cancelled')
  return inArray(table.status, ['closed', 'minuted'])
}

/** How far it is comes with what was decided, whoever asks: he was there. */
const counted = (what: SQL) => sql<number>`(${what})::int`
async function linesOf(ctx: Ctx, where: SQL | undefined, state: Asked, limit: number, offset: number) {
  const of = sql`a.meeting = ${table.id}`
  const found = await ctx.db
    .select({
      row: table,
      bodyName: orgs.shortName,
      invited: counted(sql`select count(*) from attendance a where ${of}`),
      signed: counted(sql`select count(*) from attendance a where ${of} and a.signed_at is not null`),
      decisions: counted(sql`select count(*) from decision a where ${of} and a.struck_on is null`),
    })
    .from(table)
    .innerJoin(orgs, eq(orgs.id, table.body))
    .where(where)
    .orderBy(state === 'coming' ? asc(table.startsAt) : desc(table.startsAt), table.id)
    .limit(limit)
    .offset(offset)
  const standing = await standingOf(
    ctx,
    found.map(({ row }) => row.id),
  )
  return found.map(({ row: { token: _, ...row }, ...rest }) => ({
    ...row,
    ...rest,
    day: dayHeld(row),
    ...(standing.get(row.id) ?? { open: 0, late: 0 }),
  }))
}

/** Over all: of meetings found under his rights. */
async function standingOf(ctx: Ctx, ids: string[]) {
  if (!ids.length) return new Map<string, { open: number; late: number }>()
  const counts = await overAll(ctx, ({ db }) =>
    db
      .select({
        meeting: decisions.meeting,
        open: sql<number>`count(*)::int`,
        late: sql<number>`(count(*) filter (where ${matters.dueOn} < ${ctx.today}))::int`,
      })
      .from(decisions)
      .innerJoin(matters, eq(matters.id, decisions.matter))
      .where(and(inArray(decisions.meeting, ids), inArray(matters.status, ['open', 'answered'])))
      .groupBy(decisions.meeting),
  )
  return new Map(counts.map(({ meeting, ...rest }) => [meeting, rest]))
}

const standing = matter
  .pick({ number: true, title: true, status: true, level: true, dueOn: true, closedOn: true })
  .extend({ id: z.uuid(), late: z.boolean(), opens: z.boolean() })
const whole = row.extend({
  chairName: z.string(),
  chairTitle: z.string(),
  /** For the code on the wall; the office alone shows it. */
  token: z.string().nullable(),
  steps: z.array(z.enum(stepNames)),
  agenda: z.array(
    agendaItem.extend({
      id: z.uuid(),
      orgName: z.string(),
      files: z.array(z.object({ id: z.uuid(), name: z.string(), size: z.number() })),
      about: standing.nullable(),
    }),
  ),
  attendances: z.array(attendance.extend({ id: z.uuid(), orgName: z.string() })),
  decisions: z.array(
    decision.extend({
      id: z.uuid(),
      ownerName: z.string().nullable(),
      supporterNames: z.array(z.string()),
      state: standing.nullable(),
    }),
  ),
})

export const showMeeting = query(
  { label: '会议详情', who: officials, input: z.object({ id: z.uuid('没有找到该会议，请核对网址') }), output: whole },
  async (ctx, { id }) => {
    const found = await meetingToSee(ctx, id)
    const { token, ...meeting } = found
    const [body] = await ctx.db.select().from(orgs).where(eq(orgs.id, meeting.body))
    const chair = await chairOf(ctx, found)
    return {
      ...meeting,
      ...(await wholeOf(ctx, found)),
      day: dayHeld(meeting),
      bodyName: body?.shortName ?? '—',
      chairName: chair.name,
      chairTitle: chair.title,
      token: ctx.actor.role === 'office' ? token : null,
      steps: available(meetingFlow, meeting, ctx.actor),
    }
  },
)

/** To come for one's own unit; for the office also what still waits for its minutes. */
export const meetingDuties = query(
  {
    label: '会议待办',
    who: officials,
    input: z.object({}),
    output: z.array(row.pick({ id: true, title: true, startsAt: true, place: true, status: true, day: true })),
  },
  async ({ db, actor, today }) => {
    const invited = sql`exists (select 1 from attendance a where a.meeting = ${table.id} and a.org = ${actor.org})`
    const coming = and(inArray(table.status, ['called', 'open']), actor.role === 'office' ? undefined : invited)
    const closed = actor.role === 'office' ? eq(table.status, 'closed') : undefined
    const found = await db
      .select()
      .from(table)
      .where(closed ? or(coming, closed) : coming)
      .orderBy(asc(table.startsAt))
      .limit(20)
    const missed = (one: (typeof found)[number]) => one.status === 'called' && dayHeld(one) < today
    return found.filter((one) => actor.role === 'office' || !missed(one)).map((one) => ({ ...one, day: dayHeld(one) }))
  },
)
