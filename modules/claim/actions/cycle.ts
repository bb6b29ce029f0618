/** Batches: opened by the lead unit for clauses of a published version, closed when their time is over (plan task 3). */
import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { orgNames } from '#modules/enterprise/place.ts'
import { orgs } from '#modules/org/tables.ts'
import { readVersions } from '#modules/policy/reading.ts'
import { mayWork } from '#modules/policy/rights.ts'
import { policies, policyVersions } from '#modules/policy/tables.ts'
import { command, query } from '#platform/action.ts'
import { type Ctx, officials } from '#platform/context.ts'
import { conflict, denied, invalid, missing } from '#platform/problem.ts'
import { cycleToChange } from '../course/turn.ts'
import { officeOf } from '../course/way.ts'
import { cycle } from '../model.ts'
import { claims, cycles } from '../tables.ts'

export const leads = ['office', 'department'] as const
const which = z.object({ id: z.uuid('没有找到该兑现批次，请核对网址') })
const done = z.object({ id: z.uuid() })

export const openCycle = command(
  {
    label: '开启兑现批次',
    who: leads,
    input: cycle
      .pick({ title: true, channel: true, version: true, clauses: true, year: true, jury: true, opensOn: true, asOf: true })
      .extend({ closesOn: cycle.shape.closesOn.default(null), basis: cycle.shape.basis.default(null) }),
    output: done,
  },
  async (ctx, given) => {
    const of = await publishedClauses(ctx, given.version)
    if (!mayWork(ctx, of.policy)) throw denied('该政策由其他单位牵头，兑现批次由牵头单位或办公室开启')
    if (of.policy.demonstration) throw invalid('示范条款是其他地区的政策，仅供参考，不能兑现')
    if (!given.clauses.length) throw invalid('请至少选择一项条款')
    for (const code of given.clauses) requireFits(of, code, given.channel)
    requireDays(ctx, given, of.version)
    await requireJury(ctx, given)
    const org = of.policy.org ?? (await officeOf(ctx)) ?? ctx.actor.org
    if (!org) throw conflict('没有可以牵头的单位，请先在组织体系中登记')
    const clauses = [...new Set(given.clauses)]
    const values = { ...given, clauses, policy: of.policy.id, org, status: 'open' as const, openedBy: ctx.actor.name }
    const [row] = await ctx.db.insert(cycles).values(values).returning({ id: cycles.id })
    return { id: row!.id }
  },
)

type Published = Awaited<ReturnType<typeof publishedClauses>>
async function publishedClauses(ctx: Ctx, version: string) {
  const [row] = await ctx.db
    .select({ version: policyVersions, policy: policies })
    .from(policyVersions)
    .innerJoin(policies, eq(policies.id, policyVersions.policy))
    .where(eq(policyVersions.id, version))
  const read = row && (await readVersions(ctx, [version])).get(version)
  if (!row || !read) throw missing('条款版本')
  if (row.version.status !== 'published') throw conflict('条款尚未发布，不能兑现')
  return { ...row, read }
}

function requireFits({ read }: Published, code: string, channel: 'claim' | 'direct'): void {
  const clause = read.policy.clauses.find((one) => one.code === code)
  if (!clause) throw invalid(`该版本没有代码为“${code}”的条款`)
  if ((clause.channel === 'direct') === (channel === 'direct')) return
  throw invalid(
    clause.channel === 'direct' ? `“${clause.title}”为免申即享，请按免申即享开启批次` : `“${clause.title}”须由企业申报`,
  )
}

type Days = { opensOn: string; closesOn: string | null; asOf: string; year: number }
function requireDays(
  ctx: Ctx,
  { opensOn, closesOn, asOf, year }: Days,
  { since, until }: { since: string; until: string | null },
) {
  if (closesOn !== null && closesOn < opensOn) throw invalid('受理截止不能早于开始受理')
  if (closesOn !== null && closesOn < ctx.today) throw invalid('受理截止不能早于今天')
  if (asOf > ctx.today) throw invalid('数据日期不能晚于今天')
  if (Number(asOf.slice(0, 4)) !== year) throw invalid(`数据日期应在兑现年度 ${year} 年内`)
  if (asOf < since || (until !== null && asOf > until))
    throw invalid(`数据日期不在条款有效期内（自 ${since}${until ? ` 至 ${until}` : ' 起'}）`)
}

async function requireJury({ db }: Ctx, { jury, channel }: { jury: readonly string[]; channel: string }): Promise<void> {
  if (channel === 'claim' && !jury.length) throw invalid('请至少选择一个会审部门')
  if (!jury.length) return
  const found = await db
    .select({ id: orgs.id })
    .from(orgs)
    .where(and(inArray(orgs.id, [...jury]), eq(orgs.kind, 'department')))
  if (found.length < new Set(jury).size) throw invalid('会审部门应从部门名录中选择')
}

/** What was handed in is decided all the same. */
export const closeCycle = command({ label: '截止受理', who: leads, input: which, output: done }, async (ctx, { id }) => {
  const { status, closesOn } = await cycleToChange(ctx, id)
  if (status !== 'open') throw conflict('该批次已截止或取消')
  const until = closesOn !== null && closesOn < ctx.today ? closesOn : ctx.today
  await ctx.db.update(cycles).set({ status: 'closed', closesOn: until }).where(eq(cycles.id, id))
  return { id }
})

export const cancelCycle = command({ label: '取消兑现批次', who: leads, input: which, output: done }, async (ctx, { id }) => {
  const { status } = await cycleToChange(ctx, id)
  if (status !== 'open') throw conflict('该批次已截止或取消')
  const live = and(eq(claims.cycle, id), sql`${claims.status} not in ('draft', 'withdrawn')`)
  if (await ctx.db.$count(claims, live)) throw conflict('该批次已有企业申报，不能取消，可以截止受理')
  await ctx.db.update(cycles).set({ status: 'cancelled' }).where(eq(cycles.id, id))
  return { id }
})

const line = cycle.extend({
  id: z.uuid(),
  policyTitle: z.string(),
  policyCode: z.string(),
  orgName: z.string().nullable(),
  juryNames: z.array(z.string()),
  clauseTitles: z.array(z.string()),
  /** Claims by state, of those that were handed in. */
  states: z.record(z.string(), z.number()),
  claims: z.number(),
  mine: z.boolean(),
})

export const allCycles = query(
  { label: '兑现批次', who: officials, input: z.object({ id: z.uuid().optional() }), output: z.array(line) },
  async (ctx, { id }) => {
    const rows = await ctx.db
      .select({ row: cycles, policy: policies })
      .from(cycles)
      .innerJoin(policies, eq(policies.id, cycles.policy))
      .where(id ? eq(cycles.id, id) : undefined)
      .orderBy(desc(eq(cycles.status, 'open')), desc(cycles.opensOn), cycles.title)
    const read = await readVersions(ctx, [...new Set(rows.map(({ row }) => row.version))])
    const names = await orgNames(
      ctx,
      rows.flatMap(({ row }) => [row.org, ...row.jury]),
    )
    const states = await statesOf(ctx)
    return rows.map(({ row, policy }) => {
      const titles = new Map(read.get(row.version)?.policy.clauses.map(({ code, title }) => [code, title]))
      const own = states.get(row.id) ?? {}
      return {
        ...row,
        ...{ policyTitle: policy.title, policyCode: policy.code, orgName: names.get(row.org) ?? null },
        juryNames: row.jury.map((one) => names.get(one) ?? '其他单位'),
        clauseTitles: row.clauses.map((code) => titles.get(code) ?? code),
        states: own,
        claims: Object.values(own).reduce((sum, one) => sum + one, 0),
        mine: ctx.actor.role === 'office' || (ctx.actor.role === 'department' && row.org === ctx.actor.org),
      }
    })
  },
)

async function statesOf({ db }: Ctx): Promise<Map<string, Record<string, number>>> {
  const rows = await db
    .select({ cycle: claims.cycle, status: claims.status, count: sql<number>`count(*)::int` })
    .from(claims)
    .where(sql`${claims.status} <> 'draft'`)
    .groupBy(claims.cycle, claims.status)
  const found = new Map<string, Record<string, number>>()
  for (const { cycle, status, count } of rows) found.set(cycle, { ...found.get(cycle), [status]: count })
  return found
}

/** Clauses that can be put into a batch today, by version; and the departments that may be asked. */
export const cycleChoices = query(
  {
    label: '兑现批次选项',
    who: leads,
    input: z.object({}),
    output: z.object({
      versions: z.array(
        z.object({
          id: z.uuid(),
          title: z.string(),
          since: z.string(),
          until: z.string().nullable(),
          clauses: z.array(z.object({ code: z.string(), title: z.string(), channel: z.enum(['claim', 'direct', 'people']) })),
        }),
      ),
      departments: z.array(z.object({ id: z.uuid(), name: z.string() })),
    }),
  },
  async (ctx) => {
    const rows = await ctx.db
      .select({ version: policyVersions, policy: policies })
      .from(policyVersions)
      .innerJoin(policies, eq(policies.id, policyVersions.policy))
      .where(and(eq(policyVersions.status, 'published'), eq(policies.demonstration, false)))
      .orderBy(policies.title, desc(policyVersions.since))
    const own = rows.filter(({ policy }) => mayWork(ctx, policy))
    const read = await readVersions(
      ctx,
      own.map(({ version }) => version.id),
    )
    return {
      versions: own.map(({ version: { id, since, until, number }, policy }) => ({
        ...{ id, since, until, title: `${policy.title}（第 ${number} 版）` },
        clauses: (read.get(id)?.policy.clauses ?? []).map(({ code, title, channel }) => ({ code, title, channel })),
      })),
      departments: await ctx.db
        .select({ id: orgs.id, name: orgs.shortName })
        .from(orgs)
        .where(eq(orgs.kind, 'department'))
        .orderBy(orgs.shortName),
    }
  },
)
