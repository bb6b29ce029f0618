/** What the keeper of a building tells those in it, and who has read it (plan task 10). */
import { and, desc, eq, gte, isNull, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { keepers, requireKeeping } from '#modules/space/place.ts'
import { buildings } from '#modules/space/tables.ts'
import { command, query } from '#platform/action.ts'
import { officials } from '#platform/context.ts'
import { invalid, missing } from '#platform/problem.ts'
import { notice } from '../model.ts'
import { noticeReadings, notices as table } from '../tables.ts'

const which = z.object({ id: z.uuid() })

export const notices = query(
  {
    label: '楼宇通知',
    who: [...officials, 'enterprise', 'institution'],
    input: z.object({ building: z.uuid().optional(), current: z.boolean().default(true) }),
    output: z.array(
      notice.extend({
        id: z.uuid(),
        buildingName: z.string(),
        /** Tenants who have read it, of those who can; whether the reader's own unit has. */
        readBy: z.number(),
        tenants: z.number(),
        read: z.boolean(),
      }),
    ),
  },
  async (ctx, { building, current }) => {
    const found = await ctx.db
      .select({
        notice: table,
        buildingName: buildings.name,
        readBy: sql<number>`(select count(*)::int from notice_reading r where r.notice = ${table.id})`,
        tenants: sql<number>`(select count(distinct e.org)::int from occupancy o join enterprise e on e.id = o.enterprise
          where o.building = ${table.building} and o.known_until is null and o.until is null and e.org is not null)`,
        read: sql<boolean>`exists (select 1 from notice_reading r where r.notice = ${table.id} and r.org = ${ctx.actor.org})`,
      })
      .from(table)
      .innerJoin(buildings, eq(buildings.id, table.building))
      .where(
        and(
          building ? eq(table.building, building) : undefined,
          current ? or(isNull(table.until), gte(table.until, ctx.today)) : undefined,
        ),
      )
      .orderBy(desc(table.publishedOn), desc(table.createdAt))
      .limit(200)
    return found.map(({ notice: row, ...rest }) => ({ ...row, ...rest }))
  },
)

export const publishNotice = command(
  {
    label: '发布楼宇通知',
    who: keepers,
    input: notice.pick({ title: true, text: true, until: true }).extend({
      buildings: z.array(z.uuid(), { error: '请选择楼宇' }).min(1, '请选择楼宇').max(200),
    }),
    output: z.object({ published: z.number() }),
  },
  async (ctx, { buildings: chosen, ...given }) => {
    if (given.until !== null && given.until < ctx.today) throw invalid('有效期不能早于今天')
    const found = await ctx.db
      .select({ building: buildings.id, zone: buildings.zone })
      .from(buildings)
      .where(sql`${buildings.id} = any(${`{${chosen.join()}}`}::uuid[])`)
    if (found.length < new Set(chosen).size) throw missing('楼宇')
    for (const zone of new Set(found.map((one) => one.zone))) await requireKeeping(ctx, zone)
    await ctx.db
      .insert(table)
      .values(found.map((place) => ({ ...given, ...place, publishedOn: ctx.today, publishedBy: ctx.actor.name })))
    return { published: found.length }
  },
)

export const readNotice = command(
  { label: '阅读楼宇通知', who: ['enterprise', 'institution'], input: which, output: which },
  async (ctx, { id }) => {
    const [found] = await ctx.db.select({ id: table.id }).from(table).where(eq(table.id, id))
    if (!found) throw missing('通知')
    const reading = { notice: id, org: ctx.actor.org!, readOn: ctx.today, readBy: ctx.actor.name }
    await ctx.db.insert(noticeReadings).values(reading).onConflictDoNothing()
    return { id }
  },
)
