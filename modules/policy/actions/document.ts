/** Documents of policy: entered, put in force, read and explained, followed by others (plan task 1). */
import { desc, eq, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { command, query } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { day, download, upload } from '#platform/fields.ts'
import { keepFile, openPaper } from '#platform/files.ts'
import { conflict, denied, invalid, missing } from '#platform/problem.ts'
import { policy } from '../model.ts'
import { leads, type PolicyRow, policyToWork } from '../rights.ts'
import { policies, policyVersions } from '../tables.ts'
import { shownPolicy, showPolicy } from '../whole.ts'

const which = z.object({ id: z.uuid('没有找到该政策文件，请核对网址') })
const done = z.object({ id: z.uuid() })
const code = policy.shape.code.regex(
  /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
  '代码应为小写英文字母和数字，用连字符分开，如 example-measures',
)

const identity = policy
  .pick({ title: true, level: true, issuer: true, since: true, source: true })
  .extend({ number: policy.shape.number.default(null), issuedOn: policy.shape.issuedOn.default(null) })
  .extend({ until: policy.shape.until.default(null), org: policy.shape.org.default(null) })
const readings = z.object({
  summary: policy.shape.summary.default(null),
  guide: policy.shape.guide.default(null),
  body: policy.shape.body.default(null),
})

export const addDocument = command(
  {
    label: '登记政策文件',
    who: leads,
    input: identity.extend(readings.shape).extend({ code, demonstration: policy.shape.demonstration.default(false) }),
    output: done,
  },
  async (ctx, given) => {
    requireOrder(given)
    const own = ctx.actor.role === 'department' ? ctx.actor.org : given.org
    if (ctx.actor.role === 'department' && given.org && given.org !== own) throw invalid('部门登记的文件由本单位牵头')
    if (await ctx.db.$count(policies, eq(policies.code, given.code))) throw conflict(`代码“${given.code}”已有政策文件使用`)
    const values = { ...given, org: own, status: 'draft' as const, successor: null, file: null }
    const [row] = await ctx.db.insert(policies).values(values).returning({ id: policies.id })
    return { id: row!.id }
  },
)

function requireOrder({ since, until, issuedOn }: Pick<PolicyRow, 'since' | 'until' | 'issuedOn'>): void {
  if (until !== null && until < since) throw invalid('有效期至不能早于施行日期')
  if (issuedOn !== null && since < issuedOn) throw invalid('施行日期不能早于印发日期')
}

/** What a document is; of one in force only the office corrects it, and its days follow its clauses. */
export const reviseDocument = command(
  { label: '更正政策文件', who: leads, input: which.extend(identity.shape), output: done },
  async (ctx, { id, ...given }) => {
    const row = await policyToWork(ctx, id)
    if (row.status !== 'draft' && ctx.actor.role !== 'office') throw denied('文件已公布，由领导小组办公室更正')
    requireOrder(given)
    const published = sql`${policyVersions.policy} = ${id} and ${policyVersions.status} = 'published'`
    const dated = (await ctx.db.$count(policyVersions, published)) > 0
    if (dated && (given.since !== row.since || given.until !== row.until))
      throw conflict('文件的施行日期和有效期以已发布的条款为准，不能另行更正')
    await ctx.db.update(policies).set(given).where(eq(policies.id, id))
    return { id }
  },
)

/** What it means and how to claim: kept up to date as long as it is read. */
export const explainDocument = command(
  { label: '修订政策解读', who: leads, input: which.extend(readings.shape), output: done },
  async (ctx, { id, ...given }) => {
    await policyToWork(ctx, id)
    await ctx.db.update(policies).set(given).where(eq(policies.id, id))
    return { id }
  },
)

/** A document of another level, or without clauses as data; one with clauses is in force with their first version. */
export const releaseDocument = command(
  { label: '公布政策文件', who: ['office'], input: which, output: done },
  async (ctx, { id }) => {
    const row = await policyToWork(ctx, id)
    if (row.status !== 'draft') throw conflict('该政策文件已公布')
    const versions = sql`${policyVersions.policy} = ${id} and ${policyVersions.status} <> 'dropped'`
    if ((await ctx.db.$count(policyVersions, versions)) > 0) throw conflict('该文件有条款草案，发布条款时一并公布')
    await ctx.db.update(policies).set({ status: 'inForce' }).where(eq(policies.id, id))
    return { id }
  },
)

/** Amended or repealed from a day on, with what takes its place; its clauses end with it. */
export const endDocument = command(
  {
    label: '修订或废止政策文件',
    who: ['office'],
    input: which.extend({
      status: z.enum(['amended', 'repealed'], { error: '请选择修订或废止' }),
      until: day('最后施行日'),
      successor: z.uuid('没有找到替代文件').nullable().default(null),
    }),
    output: done,
  },
  async (ctx, { id, status, until, successor }) => {
    const row = await policyToWork(ctx, id)
    if (row.status !== 'inForce') throw conflict('只有现行的政策文件可以修订或废止')
    if (until < row.since) throw invalid(`最后施行日不能早于施行日期 ${row.since}`)
    if (status === 'amended' && !successor) throw invalid('请选择替代文件')
    if (successor) await requireSuccessor(ctx, row, successor)
    const ending = sql`${policyVersions.policy} = ${id} and ${policyVersions.status} = 'published' and (${policyVersions.until} is null or ${policyVersions.until} > ${until})`
    if (await ctx.db.$count(policyVersions, sql`${ending} and ${policyVersions.since} > ${until}`))
      throw conflict('该文件有尚未施行的条款版本，最后施行日不能早于其施行日期')
    await ctx.db.update(policyVersions).set({ until }).where(ending)
    await ctx.db.update(policies).set({ status, until, successor }).where(eq(policies.id, id))
    return { id }
  },
)

async function requireSuccessor({ db }: Ctx, { id, level }: PolicyRow, successor: string): Promise<void> {
  if (successor === id) throw invalid('替代文件不能是该文件自身')
  const [next] = await db.select().from(policies).where(eq(policies.id, successor))
  if (!next) throw missing('替代文件')
  if (next.status === 'draft') throw conflict('替代文件尚未公布')
  if (next.level !== level) throw invalid('替代文件应与该文件级别相同')
  if (next.successor === id) throw invalid('两份文件不能互为替代')
}

/** The original, as issued. */
export const attachDocument = command(
  { label: '上传政策原文', who: leads, input: which.extend({ file: upload('政策原文') }), output: done },
  async (ctx, { id, file }) => {
    await policyToWork(ctx, id)
    const kept = await keepFile(ctx, {
      ...{ name: file.name, type: 'application/octet-stream', bytes: Buffer.from(file.bytes), audience: 'internal' },
    })
    await ctx.db.update(policies).set({ file: kept.id }).where(eq(policies.id, id))
    return { id }
  },
)

export const openDocument = query(
  { label: '下载政策原文', who: 'anyone', input: which, output: download('政策原文') },
  async (ctx, { id }) => {
    const [row] = await ctx.db.select({ file: policies.file }).from(policies).where(eq(policies.id, id))
    if (!row?.file) throw missing('政策原文')
    return openPaper(ctx, row.file)
  },
)

/** One document with all that belongs to it, by its id or its code. */
export const showDocument = query(
  {
    label: '政策文件详情',
    who: 'anyone',
    input: z.object({ key: z.string().trim().min(1).max(2000) }),
    output: shownPolicy,
  },
  async (ctx, { key }) => {
    const byId = z.uuid().safeParse(key).success ? eq(policies.id, key) : undefined
    const [row] = await ctx.db
      .select()
      .from(policies)
      .where(or(eq(policies.code, key), byId))
    if (!row) throw missing('政策文件')
    return showPolicy(ctx, row)
  },
)

/** Of those in force or announced, the latest first: to choose from. */
export const documentChoices = query(
  {
    label: '政策文件选项',
    who: 'anyone',
    input: z.object({}),
    output: z.array(policy.pick({ code: true, title: true, level: true, demonstration: true, status: true }).extend(which.shape)),
  },
  ({ db }) =>
    db
      .select()
      .from(policies)
      .where(sql`${policies.status} <> 'draft'`)
      .orderBy(policies.demonstration, desc(policies.since), policies.title)
      .limit(500),
)
