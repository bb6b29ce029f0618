/** Rooms that tenants share, and who has them when: the database lets no room be booked twice for one time (plan task 10). */
import { and, asc, eq, gte, lt, sql } from 'drizzle-orm'
import { z } from 'zod'
import { keepers, requireKeeping } from '#modules/space/ledger/place.ts'
import { buildings } from '#modules/space/tables.ts'
import { command, query } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { day } from '#platform/fields.ts'
import { advance } from '#platform/flow.ts'
import { conflict, invalid, missing } from '#platform/problem.ts'
import { bookingFlow } from '../flow.ts'
import { booking, sharedRoom } from '../model.ts'
import { requireTenant } from '../places.ts'
import { bookings, sharedRooms } from '../tables.ts'

type Room = typeof sharedRooms.$inferSelect
const who = ['leader', 'office', 'park', 'enterprise', 'institution'] as const
const which = z.object({ id: z.uuid() })
const clock = z.string().regex(/^([01]\d|2[0-4]):(00|30)$/, '时间应为整点或半点，如 09:30')
const span = z.object({ from: z.string(), to: z.string() })

export const rooms = query(
  {
    label: '共享设施',
    who,
    input: z.object({ building: z.uuid().optional(), day: day('日期').optional() }),
    output: z.array(
      sharedRoom.extend({
        id: z.uuid(),
        buildingName: z.string(),
        /** Times of the day that are gone, not to whom. */
        taken: z.array(span),
      }),
    ),
  },
  async (ctx, { building, day: on = ctx.today }) => {
    const found = await ctx.db
      .select({ room: sharedRooms, buildingName: buildings.name })
      .from(sharedRooms)
      .innerJoin(buildings, eq(buildings.id, sharedRooms.building))
      .where(building ? eq(sharedRooms.building, building) : undefined)
      .orderBy(asc(buildings.name), asc(sharedRooms.name))
    const { rows } = (await ctx.db.execute(sql`
      select r.id, to_char(t."from" at time zone 'Asia/Shanghai', 'HH24:MI') as from, to_char(t."to" at time zone 'Asia/Shanghai', 'HH24:MI') as to
      from shared_room r, room_taken(r.id, ${at(on, '00:00')}, ${at(on, '24:00')}) t
      order by 2`)) as unknown as { rows: { id: string; from: string; to: string }[] }
    return found.map(({ room, buildingName }) => ({
      ...room,
      buildingName,
      taken: rows.filter(({ id }) => id === room.id).map(({ from, to }) => ({ from, to: to === '00:00' ? '24:00' : to })),
    }))
  },
)

export const addRoom = command(
  { label: '登记共享设施', who: keepers, input: sharedRoom.omit({ zone: true }), output: which },
  async (ctx, values) => {
    requireHours(values)
    const [of] = await ctx.db.select({ zone: buildings.zone }).from(buildings).where(eq(buildings.id, values.building))
    if (!of) throw missing('楼宇')
    await requireKeeping(ctx, of.zone)
    const [row] = await ctx.db
      .insert(sharedRooms)
      .values({ ...values, zone: of.zone })
      .returning({ id: sharedRooms.id })
    return row!
  },
)

export const changeRoom = command(
  {
    label: '更新共享设施',
    who: keepers,
    input: which.extend({ values: sharedRoom.omit({ building: true, zone: true }) }),
    output: which,
  },
  async (ctx, { id, values }) => {
    requireHours(values)
    await requireKeeping(ctx, (await roomToSee(ctx, id)).zone)
    await ctx.db.update(sharedRooms).set(values).where(eq(sharedRooms.id, id))
    return { id }
  },
)

function requireHours({ opensAt, closesAt }: Pick<Room, 'opensAt' | 'closesAt'>): void {
  if (closesAt > 24 || opensAt >= closesAt) throw invalid('开放时间应在 0 至 24 时之间，且起早于止')
}

/** So far ahead a room may be booked. */
const furthest = 60

export const book = command(
  {
    label: '预订共享设施',
    who: ['office', 'park', 'enterprise', 'institution'],
    input: booking.pick({ room: true, title: true, people: true }).extend({ day: day('日期'), from: clock, to: clock }),
    output: which,
  },
  async (ctx, { room: id, day: on, from, to, title, people }) => {
    const room = await roomToSee(ctx, id)
    const { org } = ctx.actor
    if (!org) throw invalid('当前账号没有所属单位，不能预订')
    await requireTenant(ctx, room.building)
    requireTimes(ctx, room, { on, from, to, people })
    const given = {
      room: id,
      org,
      bookedBy: ctx.actor.name,
      title,
      people,
      from: at(on, from),
      to: at(on, to),
      status: 'booked' as const,
    }
    return ctx.db
      .transaction(async (inner) => (await inner.insert(bookings).values(given).returning({ id: bookings.id }))[0]!)
      .catch((error: { cause?: { code?: string } }) => {
        if (error.cause?.code !== '23P01') throw error
        throw conflict(`“${room.name}”${on} ${from} 至 ${to} 已有预订，请另选时间`)
      })
  },
)

type Times = { on: string; from: string; to: string; people: number }
function requireTimes({ now, today }: Ctx, room: Room, { on, from, to, people }: Times): void {
  const hours = `${room.opensAt}:00 至 ${room.closesAt}:00`
  if (!room.open) throw conflict(`“${room.name}”暂不开放预订`)
  if (from >= to) throw invalid('结束时间应晚于开始时间')
  if (hour(from) < room.opensAt || hour(to) > room.closesAt) throw invalid(`“${room.name}”开放时间为 ${hours}，请在此时间内预订`)
  if (at(on, from) < now.toISOString()) throw invalid('预订时间已过，请另选时间')
  if (Date.parse(on) - Date.parse(today) > furthest * 86_400_000) throw invalid(`最多可提前 ${furthest} 天预订`)
  if (people < 1) throw invalid('请填写参加人数')
  if (people > room.seats) throw invalid(`“${room.name}”最多容纳 ${room.seats} 人，请另选场地`)
}
const hour = (time: string) => Number(time.slice(0, 2)) + Number(time.slice(3)) / 60

/** An instant of a day in China. */
const at = (on: string, time: string) => new Date(Date.parse(`${on}T00:00:00+08:00`) + hour(time) * 3_600_000).toISOString()

export const cancelBooking = command(
  { label: '取消预订', who: ['office', 'park', 'enterprise', 'institution'], input: which, output: which },
  async (ctx, { id }) => {
    const [row] = await ctx.db.select().from(bookings).where(eq(bookings.id, id)).for('update')
    if (!row) throw missing('预订')
    const status = advance(bookingFlow, row, 'cancel', ctx.actor)
    if (new Date(row.to).toISOString() < ctx.now.toISOString()) throw conflict('该预订已过，不能取消')
    await ctx.db.update(bookings).set({ status }).where(eq(bookings.id, id))
    return { id }
  },
)

/** What the actor may see of them: a tenant its own, a keeper those of its rooms. */
export const bookingsOf = query(
  {
    label: '预订记录',
    who,
    input: z.object({ from: day('起'), to: day('止'), room: z.uuid().optional() }),
    output: z.array(booking.extend({ id: z.uuid(), roomName: z.string(), buildingName: z.string(), mayCancel: z.boolean() })),
  },
  async (ctx, { from, to, room }) => {
    const found = await ctx.db
      .select({ booking: bookings, roomName: sharedRooms.name, buildingName: buildings.name })
      .from(bookings)
      .innerJoin(sharedRooms, eq(sharedRooms.id, bookings.room))
      .innerJoin(buildings, eq(buildings.id, sharedRooms.building))
      .where(
        and(gte(bookings.to, at(from, '00:00')), lt(bookings.from, at(to, '24:00')), room ? eq(bookings.room, room) : undefined),
      )
      .orderBy(asc(bookings.from))
      .limit(500)
    return found.map(({ booking: row, ...names }) => ({
      ...row,
      ...names,
      mayCancel: row.status === 'booked' && new Date(row.to) > ctx.now && ctx.actor.role !== 'leader',
    }))
  },
)

async function roomToSee({ db }: Ctx, id: string): Promise<Room> {
  const [room] = await db.select().from(sharedRooms).where(eq(sharedRooms.id, id))
  if (!room) throw missing('共享设施')
  return room
}
