/** What the keeper of a building tells those in it, and who has read it (plan task 10). */
import { and, desc, eq, gte, isNull, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { keepers, requireKeeping } from '#modules/space/ledger/place.ts'
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

const reader = z.object({ orgName: z.string(), readOn: z.string().nullable(), readBy: z.string().nullable() })
type Reader = z.infer<typeof reader>
/** Each of those in the building, and who has read it though he has left since. */
export const noticeReaders = query(
  {
    label: '通知阅读情况',
    who: ['leader', 'office', 'park'],
    input: which,
    output: z.array(reader),
  },
  async ({ db }, { id }) => {
    const { rows } = (await db.execute(sql`
      select o.short_name as "orgName", to_char(r.read_on, 'YYYY-MM-DD') as "readOn", r.read_by as "readBy"
      from notice n cross join org o left join notice_reading r on r.notice = n.id and r.org = o.id
      where n.id = ${id} and (r.id is not null or exists (select 1 from occupancy u join enterprise e on e.id = u.enterprise
        where u.building = n.building and u.known_until is null and u.until is null and e.org = o.id))
      order by r.read_on nulls last, o.short_name`)) as unknown as { rows: Reader[] }
    return rows
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
