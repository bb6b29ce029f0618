/** Clauses as data, version by version: drafted, checked as they are written, published, dropped. */
import { and, desc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { verdicts } from '#engines/policy/policy.ts'
import { command, query } from '#platform/action.ts'
import { type Ctx, officials } from '#platform/context.ts'
import { advance, available } from '#platform/flow.ts'
import { conflict, missing } from '#platform/problem.ts'
import { oneAtATime } from '#platform/session.ts'
import { tryClauses } from '../examples.ts'
import { versionFlow } from '../flow.ts'
import { policyVersion } from '../model.ts'
import { digestOf, othersInForce, readText } from '../reading.ts'
import { lackingOf } from '../ready.ts'
import { draftToWork, leads, mayWork, policyToWork, type VersionRow } from '../rights.ts'
import { fairReviews, policies, policyVersions } from '../tables.ts'

const which = z.object({ id: z.uuid('没有找到该条款版本，请核对网址') })
const done = z.object({ id: z.uuid(), number: z.number() })
const { text } = policyVersion.shape
const note = policyVersion.shape.note.default(null)

/** From a published version, a dropped draft, or an empty page. */
export const draftVersion = command(
  {
    label: '起草条款',
    who: leads,
    input: z.object({
      policy: z.uuid('没有找到该政策文件'),
      base: z.uuid('没有找到该条款版本').nullable().default(null),
      text: text.optional(),
      note,
    }),
    output: done,
  },
  async (ctx, { policy: of, base, text: given, note }) => {
    const policy = await policyToWork(ctx, of)
    await oneAtATime(ctx, `policy-version ${of}`)
    const versions = await ctx.db.select().from(policyVersions).where(eq(policyVersions.policy, of))
    const from = versions.find(({ id }) => id === base)
    if (base && !from) throw missing('条款版本')
    const open = versions.find(({ status }) => status === 'draft')
    if (open) throw conflict(`第 ${open.number} 版条款草案正在起草，请在该草案上修改`)
    const written = given ?? from?.text ?? emptyText(policy)
    const values = {
      ...{ policy: of, number: Math.max(0, ...versions.map(({ number }) => number)) + 1, base: from?.id ?? null, note },
      ...{ text: written, digest: digestOf(written), ...daysIn(written, policy), status: 'draft' as const },
      ...{ savedBy: ctx.actor.name, publishedOn: null, publishedBy: null },
    }
    const [row] = await ctx.db.insert(policyVersions).values(values).returning()
    return { id: row!.id, number: row!.number }
  },
)

const emptyText = ({ title, code, level, demonstration, issuer, since, source }: typeof policies.$inferSelect) =>
  `名称: ${title}\n代码: ${code}\n级别: ${levelWords[level]}\n示范: ${demonstration ? '是' : '否'}\n发文单位: ${issuer}\n有效: {自: ${since}, 至: 待填}\n来源: ${source}\n条款:\n`
const levelWords = { national: '国家级', city: '市级', district: '区级', other: '其他' } as const

/** The days are those of the file; one that has flaws keeps those it had. */
function daysIn(written: string, kept: Pick<VersionRow, 'since' | 'until'>) {
  const { since, until } = readText(written)?.policy ?? kept
  return { since, until }
}

export const saveVersion = command(
  { label: '保存条款草案', who: leads, input: which.extend({ text, note }), output: done },
  async (ctx, { id, text, note }) => {
    const { draft } = await draftToWork(ctx, id)
    if (draft.status !== 'draft') throw conflict('已发布的条款不可改动，请起草新的版本')
    const digest = digestOf(text)
    if (digest !== draft.digest) await requireUnreviewed(ctx, draft)
    const values = { text, digest, note, ...daysIn(text, draft), savedBy: ctx.actor.name }
    await ctx.db.update(policyVersions).set(values).where(eq(policyVersions.id, id))
    return { id, number: draft.number }
  },
)

/** What was reviewed is what is published. */
async function requireUnreviewed({ db }: Ctx, { id }: VersionRow) {
  const passed = and(eq(fairReviews.version, id), sql`${fairReviews.opinion} <> 'failed'`)
  if ((await db.$count(fairReviews, passed)) === 0) return
  throw conflict('草案已通过公平竞争审查，内容不能再改；确需改动的，请作废后另行起草并重新审查')
}

export const dropVersion = command({ label: '作废条款草案', who: leads, input: which, output: done }, async (ctx, { id }) => {
  const { draft } = await draftToWork(ctx, id)
  const status = advance(versionFlow, draft, 'drop', ctx.actor)
  await ctx.db.update(policyVersions).set({ status }).where(eq(policyVersions.id, id))
  return { id, number: draft.number }
})

/** The version before it ends the day before; the document is in force with its first. */
export const publishVersion = command({ label: '发布条款', who: ['office'], input: which, output: done }, async (ctx, { id }) => {
  const { policy, draft } = await draftToWork(ctx, id)
  const status = advance(versionFlow, draft, 'publish', ctx.actor)
  await oneAtATime(ctx, `policy-version ${policy.id}`)
  // What it is held against are the policies published before it.
  await oneAtATime(ctx, 'policy-publish')
  const lacking = await lackingOf(ctx, policy, draft)
  if (lacking.length > 0) throw conflict(`条款尚不能发布：${lacking.join('；')}`)
  const { since, until } = readText(draft.text)!.policy
  const before = sql`(${since}::date - 1)`
  const running = sql`${policyVersions.status} = 'published' and (${policyVersions.until} is null or ${policyVersions.until} > ${before})`
  await ctx.db
    .update(policyVersions)
    .set({ until: before })
    .where(and(eq(policyVersions.policy, policy.id), running))
  await ctx.db
    .update(policyVersions)
    .set({ status, since, until, publishedOn: ctx.today, publishedBy: ctx.actor.name })
    .where(eq(policyVersions.id, id))
  const first = policy.status === 'draft' ? { status: 'inForce' as const, since } : {}
  await ctx.db
    .update(policies)
    .set({ ...first, until })
    .where(eq(policies.id, policy.id))
  return { id, number: draft.number }
})

const flaw = z.object({ line: z.number(), column: z.number(), sentence: z.string() })
const tried = z.object({
  clause: z.string(),
  title: z.string(),
  line: z.number(),
  column: z.number(),
  agrees: z.boolean(),
  /** As the file has it, and as the clause decides. */
  wanted: z.object({ verdict: z.enum(Object.keys(verdicts) as [keyof typeof verdicts]), amount: z.number().nullable() }),
  came: z.object({
    verdict: z.enum(Object.keys(verdicts) as [keyof typeof verdicts]),
    amount: z.number().nullable(),
    sentence: z.string(),
  }),
})

/** Asked while one writes: a file of clauses is longer than an address may be. */
export const checkText = command(
  {
    label: '检查条款文件',
    who: leads,
    // As it is being written: lines are counted from its very first.
    input: z.object({ text: z.string().max(400_000, '条款文件不超过 400000 个字') }),
    output: z.object({
      flaws: z.array(flaw),
      examples: z.array(tried),
      clauses: z.number(),
      since: z.string().nullable(),
      until: z.string().nullable(),
    }),
  },
  async (ctx, { text }) => tryClauses(text, await othersInForce(ctx)),
)

const shown = policyVersion.extend({
  id: z.uuid(),
  policyTitle: z.string(),
  policyCode: z.string(),
  baseNumber: z.number().nullable(),
  /** What it was made from, to be compared with. */
  baseText: z.string().nullable(),
  steps: z.array(z.enum(Object.keys(versionFlow.steps) as [keyof typeof versionFlow.steps])),
  /** Whether the reader may change it; what stands against publishing it, of a draft. */
  mine: z.boolean(),
  locked: z.boolean(),
  lacking: z.array(z.string()),
})

export const showVersion = query({ label: '条款版本', who: officials, input: which, output: shown }, async (ctx, { id }) => {
  const [row] = await ctx.db.select().from(policyVersions).where(eq(policyVersions.id, id))
  if (!row) throw missing('条款版本')
  const [policy] = await ctx.db.select().from(policies).where(eq(policies.id, row.policy))
  const [base] = row.base ? await ctx.db.select().from(policyVersions).where(eq(policyVersions.id, row.base)) : []
  const [review] = await ctx.db
    .select({ opinion: fairReviews.opinion })
    .from(fairReviews)
    .where(eq(fairReviews.version, id))
    .orderBy(desc(fairReviews.createdAt))
    .limit(1)
  const mine = mayWork(ctx, policy!)
  return {
    ...row,
    ...{ policyTitle: policy!.title, policyCode: policy!.code },
    ...{ baseNumber: base?.number ?? null, baseText: base?.text ?? null },
    steps: mine ? available(versionFlow, row, ctx.actor) : [],
    mine: mine && row.status === 'draft',
    locked: review !== undefined && review.opinion !== 'failed',
    lacking: row.status === 'draft' ? await lackingOf(ctx, policy!, row) : [],
  }
})
