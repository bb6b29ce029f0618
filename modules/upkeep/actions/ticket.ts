/** Tickets of tenants: raised, taken up, done, judged; each step says who and when (plan task 10). */
import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { buildings, units } from '#modules/space/tables.ts'
import { command } from '#platform/action.ts'
import { addWorkdays } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { text, upload } from '#platform/fields.ts'
import { keepFile } from '#platform/files.ts'
import { advance } from '#platform/flow.ts'
import { nextNumber } from '#platform/number.ts'
import { invalid, missing } from '#platform/problem.ts'
import { ticketFlow } from '../flow.ts'
import { ticket } from '../model.ts'
import { requireTenant } from '../places.ts'
import { ruleOn } from '../rule.ts'
import { tickets } from '../tables.ts'

type Ticket = typeof tickets.$inferSelect
const which = z.object({ id: z.uuid('没有找到该报事，请核对网址') })
const done = z.object({ id: z.uuid(), number: z.string() })
const tenants = ['office', 'park', 'enterprise', 'institution'] as const

export const raiseTicket = command(
  {
    label: '报事',
    who: tenants,
    input: ticket
      .pick({ building: true, unit: true, kind: true, title: true, text: true })
      .extend({ file: upload('照片').optional() }),
    output: done,
  },
  async (ctx, { file, ...given }) => {
    const { org } = ctx.actor
    if (!org) throw invalid('当前账号没有所属单位，不能报事')
    await requireTenant(ctx, given.building)
    const { zone } = await buildingOf(ctx, given)
    const { days } = await ruleOn(ctx, ctx.today)
    const number = await nextNumber(ctx, 'BS', sql`ticket`)
    const values = {
      ...given,
      zone,
      org,
      number,
      raisedBy: ctx.actor.name,
      raisedAt: ctx.now.toISOString(),
      dueOn: addWorkdays(ctx.today, days[given.kind]),
      photo: file ? await keepPhoto(ctx, file) : null,
      status: 'raised' as const,
      reopened: 0,
    }
    const [row] = await ctx.db.insert(tickets).values(values).returning({ id: tickets.id })
    return { id: row!.id, number }
  },
)

async function buildingOf({ db }: Ctx, { building, unit }: Pick<Ticket, 'building' | 'unit'>) {
  const [found] = await db.select().from(buildings).where(eq(buildings.id, building))
  if (!found) throw missing('楼宇')
  if (!unit) return found
  const [room] = await db.select({ building: units.building }).from(units).where(eq(units.id, unit))
  if (room?.building !== building) throw invalid('所选单元不在该楼宇，请重新选择')
  return found
}

async function keepPhoto(ctx: Ctx, { name, bytes }: { name: string; bytes: Uint8Array }): Promise<string> {
  const type = photoType(bytes)
  if (!type) throw invalid(`“${name}”不是 JPG 或 PNG 图片，请重新选择`)
  // Who may see it is decided by the ticket it shows (ticketPhoto): the keeper of the building is of another unit.
  return (await keepFile(ctx, { name, type, bytes: Buffer.from(bytes), audience: 'internal' })).id
}
const photoType = ([a, b]: Uint8Array) =>
  a === 0xff && b === 0xd8 ? 'image/jpeg' : a === 0x89 && b === 0x50 ? 'image/png' : null

const step = <S extends z.ZodRawShape>(shape: S) => ({ input: which.extend(shape), output: done })

export const acceptTicket = command(
  { label: '受理报事', who: ['office', 'park'], ...step({ handler: ticket.shape.handler.unwrap() }) },
  async (ctx, { id, handler }) => {
    const row = await ticketToChange(ctx, id)
    const status = advance(ticketFlow, row, 'accept', ctx.actor)
    return change(ctx, row, { status, handler, acceptedAt: ctx.now.toISOString() })
  },
)

export const finishTicket = command(
  { label: '办结报事', who: ['office', 'park'], ...step({ answer: ticket.shape.answer.unwrap() }) },
  async (ctx, { id, answer }) => {
    const row = await ticketToChange(ctx, id)
    const status = advance(ticketFlow, row, 'finish', ctx.actor)
    const at = ctx.now.toISOString()
    return change(ctx, row, {
      status,
      answer,
      doneAt: at,
      acceptedAt: row.acceptedAt ?? at,
      handler: row.handler ?? ctx.actor.name,
    })
  },
)

export const rateTicket = command(
  {
    label: '评价报事',
    who: tenants,
    ...step({ score: ticket.shape.score.unwrap(), remark: ticket.shape.remark.default(null) }),
  },
  async (ctx, { id, score, remark }) => {
    const row = await ownTicket(ctx, id)
    const status = advance(ticketFlow, row, 'rate', ctx.actor)
    return change(ctx, row, { status, score, remark })
  },
)

/** What was not mended goes on under its number; its time runs anew. */
export const reopenTicket = command(
  { label: '重新办理报事', who: tenants, ...step({ remark: text('未解决的情况', 500) }) },
  async (ctx, { id, remark }) => {
    const row = await ownTicket(ctx, id)
    const status = advance(ticketFlow, row, 'reopen', ctx.actor)
    const { days } = await ruleOn(ctx, ctx.today)
    const dueOn = addWorkdays(ctx.today, days[row.kind])
    return change(ctx, row, { status, remark, doneAt: null, dueOn, reopened: row.reopened + 1 })
  },
)

export const withdrawTicket = command({ label: '撤回报事', who: tenants, ...step({}) }, async (ctx, { id }) => {
  const row = await ownTicket(ctx, id)
  const status = advance(ticketFlow, row, 'withdraw', ctx.actor)
  return change(ctx, row, { status })
})

async function ticketToChange({ db }: Ctx, id: string): Promise<Ticket> {
  const [row] = await db.select().from(tickets).where(eq(tickets.id, id)).for('update')
  if (!row) throw missing('报事')
  return row
}

/** Whoever raised a ticket judges it; nobody judges his own work. */
async function ownTicket(ctx: Ctx, id: string): Promise<Ticket> {
  const row = await ticketToChange(ctx, id)
  if (row.org !== ctx.actor.org) throw invalid(`报事 ${row.number} 由其他单位提出，应由该单位评价、撤回或重新提出`)
  return row
}

async function change({ db }: Ctx, { id, number }: Ticket, values: Partial<Ticket>) {
  await db.update(tickets).set(values).where(eq(tickets.id, id))
  return { id, number }
}
