/** Titles, certificates and rights: granted, revoked, warned of before they run out. */
import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { command, query } from '#platform/action.ts'
import { type Ctx, officials } from '#platform/context.ts'
import { day, text } from '#platform/fields.ts'
import { conflict, denied, invalid, missing } from '#platform/problem.ts'
import { dueRenewals } from '../file/titles.ts'
import { ipRight, origin, qualification, titles } from '../model.ts'
import { fileToSee, validityOf } from '../queries.ts'
import { daysAfter, periodsOf } from '../rule.ts'
import { ipRights, qualifications } from '../tables.ts'

const recorders = ['office', 'department', 'park', 'town'] as const
const done = z.object({ id: z.uuid() })
const trace = ({ actor, today }: Ctx) => ({ recordedBy: actor.name, knownFrom: today, knownUntil: null })

export const grant = command(
  {
    label: '登记资质称号',
    who: recorders,
    input: qualification
      .pick({ kind: true, level: true, number: true, grantedBy: true, grantedOn: true, validUntil: true })
      .partial({ level: true, number: true, grantedBy: true, validUntil: true })
      .extend({
        enterprise: z.uuid('请选择企业').nullable().default(null),
        /** Who holds it, where it is no enterprise on file. */
        holder: text('持有人', 120).nullable().default(null),
        source: origin.shape.source.exclude(['override'], '请选择数据来源'),
      }),
    output: done,
  },
  async (ctx, { enterprise, holder, ...given }) => {
    if (given.grantedOn > ctx.today) throw invalid('取得日期不能晚于今天')
    if (given.validUntil && given.validUntil < given.grantedOn) throw invalid('有效期至不能早于取得日期')
    const of = await holderOf(ctx, enterprise, holder)
    const same = { kind: given.kind, grantedOn: given.grantedOn, level: given.level ?? null }
    await requireNew(ctx, of, same)
    const [row] = await ctx.db
      .insert(qualifications)
      .values({ ...given, ...of, evidence: null, reason: null, ...trace(ctx) })
      .returning()
    return row!
  },
)

type Holder = { enterprise: string | null; holder: string; town: string | null; zone: string | null }

/** The row says where its enterprise is: its rights follow the place. */
async function holderOf(ctx: Ctx, enterprise: string | null, holder: string | null): Promise<Holder> {
  if (enterprise) {
    const { id, name, town, zone } = await fileToSee(ctx, enterprise)
    return { enterprise: id, holder: name, town, zone }
  }
  if (!holder) throw invalid('请选择企业，或填写持有人')
  if (ctx.actor.role !== 'office') throw denied('园城、机构的资质称号由领导小组办公室登记')
  return { enterprise: null, holder, town: null, zone: null }
}

type Same = Pick<typeof qualifications.$inferSelect, 'kind' | 'grantedOn' | 'level'>
async function requireNew({ db }: Ctx, { enterprise, holder }: Holder, { kind, grantedOn, level }: Same): Promise<void> {
  const whose = enterprise
    ? eq(qualifications.enterprise, enterprise)
    : and(isNull(qualifications.enterprise), eq(qualifications.holder, holder))
  const [present] = await db
    .select()
    .from(qualifications)
    .where(
      and(
        whose,
        eq(qualifications.kind, kind),
        eq(qualifications.grantedOn, grantedOn),
        level === null ? isNull(qualifications.level) : eq(qualifications.level, level),
        isNull(qualifications.knownUntil),
      ),
    )
  if (present) throw conflict(`${holder}${grantedOn} 取得的“${titles[kind]}”已登记，无须重复登记`)
}

/** Taken away by who granted it, from a day on; or, without a day, recorded wrongly. Either way the row stays to be seen. */
export const revoke = command(
  {
    label: '撤销资质称号',
    who: recorders,
    input: z.object({ id: z.uuid(), on: day('撤销日期').nullable().default(null), reason: text('撤销原因', 500) }),
    output: done,
  },
  async (ctx, { id, on, reason }) => {
    const [row] = await ctx.db.select().from(qualifications).where(eq(qualifications.id, id)).for('update')
    if (!row) throw missing('资质称号')
    if (row.knownUntil !== null) throw conflict('该资质称号的登记已撤销')
    if (on !== null && on > ctx.today) throw invalid('撤销日期不能晚于今天')
    if (on !== null && on <= row.grantedOn) throw invalid(`撤销日期应晚于取得日期 ${row.grantedOn}`)
    if (on !== null && row.validUntil !== null && on > row.validUntil)
      throw invalid(`该资质称号已于 ${row.validUntil} 到期，无须撤销`)
    await ctx.db.update(qualifications).set({ knownUntil: ctx.today, reason }).where(eq(qualifications.id, id))
    if (on === null) return { id }
    const { id: _, createdAt: _created, updatedAt: _updated, ...kept } = row
    const [shortened] = await ctx.db
      .insert(qualifications)
      .values({ ...kept, validUntil: daysAfter(on, -1), reason, ...trace(ctx) })
      .returning()
    return shortened!
  },
)

const renewal = z.object({
  id: z.uuid(),
  enterprise: z.uuid(),
  name: z.string(),
  town: z.string(),
  keeperName: z.string().nullable(),
  kind: qualification.shape.kind,
  level: z.string().nullable(),
  number: z.string().nullable(),
  grantedOn: z.string(),
  validUntil: z.string(),
  daysLeft: z.number(),
  warning: z.string(),
})

/** What runs out within the days of the rule, and what has run out and was not granted anew. */
export const renewals = query(
  {
    label: '资质到期提醒',
    who: officials,
    input: z.object({}),
    output: z.object({ withinDays: z.number(), rows: z.array(renewal) }),
  },
  async (ctx) => {
    const { renewalDays } = await periodsOf(ctx)
    const rows = await dueRenewals(ctx, renewalDays)
    return {
      withinDays: renewalDays,
      rows: rows.map((row) => {
        const { daysLeft, warning } = validityOf(row.validUntil, ctx.today, renewalDays)
        return { ...row, daysLeft: daysLeft!, warning: warning! }
      }),
    }
  },
)

export const addRight = command(
  {
    label: '登记知识产权',
    who: recorders,
    input: ipRight
      .pick({ enterprise: true, kind: true, title: true, number: true, registeredOn: true })
      .partial({ number: true }),
    output: done,
  },
  async (ctx, { enterprise, ...given }) => {
    const { id, town, zone, industry } = await fileToSee(ctx, enterprise)
    if (given.registeredOn > ctx.today) throw invalid('登记日期不能晚于今天')
    if (given.number) await requireNewNumber(ctx, given.kind, given.number)
    const [row] = await ctx.db
      .insert(ipRights)
      .values({ ...given, enterprise: id, town, zone, industry, ...trace(ctx) })
      .returning()
    return row!
  },
)

async function requireNewNumber({ db }: Ctx, kind: keyof typeof ipRight.shape.kind.enum, number: string): Promise<void> {
  const [present] = await db
    .select()
    .from(ipRights)
    .where(and(eq(ipRights.kind, kind), eq(ipRights.number, number), isNull(ipRights.knownUntil)))
  if (present) throw conflict(`登记号 ${number} 已登记为“${present.title}”，无须重复登记`)
}

export const withdrawRight = command(
  { label: '撤销知识产权登记', who: ['office'], input: z.object({ id: z.uuid() }), output: done },
  async (ctx, { id }) => {
    const [row] = await ctx.db
      .update(ipRights)
      .set({ knownUntil: ctx.today })
      .where(and(eq(ipRights.id, id), isNull(ipRights.knownUntil)))
      .returning()
    if (!row) throw missing('知识产权')
    return row
  },
)
