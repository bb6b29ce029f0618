/** What a draft of clauses still lacks before it may be published: text, dates, review, and money of the year in its pots. */
import { and, desc, eq, sql } from 'drizzle-orm'
import { checkPolicy } from '#engines/policy/check.ts'
import { type Policy, potNames } from '#engines/policy/policy.ts'
import type { Ctx } from '#platform/context.ts'
import { overAll } from '#platform/session.ts'
import { othersInForce } from './reading.ts'
import type { PolicyRow, VersionRow } from './rights.ts'
import { fairReviews, policyVersions } from './tables.ts'

/** Sentences; none when it may be published. */
export async function lackingOf(ctx: Ctx, policy: PolicyRow, draft: VersionRow): Promise<string[]> {
  const { policy: read, flaws } = checkPolicy(draft.text, await othersInForce(ctx))
  const [flaw] = flaws
  if (!read || flaw) {
    const first = flaw ? `，首处在第 ${flaw.line} 行第 ${flaw.column} 列：${flaw.sentence}` : ''
    return [`条款文件有 ${flaws.length} 处问题${first}`]
  }
  const identity = wrongIdentity(policy, read)
  if (policy.demonstration) return [...identity, ...(await wrongBegin(ctx, policy, read))]
  return [
    ...identity,
    ...(read.until === null ? ['条款没有写明有效期（“有效”中缺少“至”）'] : []),
    ...(await wrongBegin(ctx, policy, read)),
    ...(await lackingReview(ctx, draft)),
    ...(await lackingPots(ctx, read)),
  ]
}

function wrongIdentity(policy: PolicyRow, read: Policy): string[] {
  const wrong = [
    ...(read.code === policy.code ? [] : [`条款文件的代码“${read.code}”与政策文件的“${policy.code}”不一致`]),
    ...(read.demonstration === policy.demonstration ? [] : ['条款文件与政策文件的“示范”标识不一致']),
  ]
  return ['amended', 'repealed'].includes(policy.status) ? [...wrong, '该政策文件已不再施行，不能发布新的条款'] : wrong
}

/** What was decided under clauses stays decided under them: those that follow begin today at the earliest. */
async function wrongBegin({ db, today }: Ctx, policy: PolicyRow, { since, until }: Policy): Promise<string[]> {
  const of = and(eq(policyVersions.policy, policy.id), eq(policyVersions.status, 'published'))
  const [last] = await db.select().from(policyVersions).where(of).orderBy(desc(policyVersions.since)).limit(1)
  if (until !== null && until < today && !policy.demonstration) return [`条款的有效期已于 ${until} 届满`]
  if (!last) return []
  if (since <= last.since) return [`施行日期应晚于前一版本的施行日期 ${last.since}`]
  return since < today ? [`新版条款的施行日期 ${since} 不能早于今天`] : []
}

async function lackingReview({ db }: Ctx, draft: VersionRow): Promise<string[]> {
  const of = eq(fairReviews.version, draft.id)
  const [last] = await db.select().from(fairReviews).where(of).orderBy(desc(fairReviews.createdAt)).limit(1)
  if (!last) return ['没有登记公平竞争审查']
  return last.opinion === 'failed' ? ['公平竞争审查结论为“不符合”，应修改条款后重新审查'] : []
}

/** The pots are kept by a module after this one; here it is only asked whether there are any. */
async function lackingPots(ctx: Ctx, read: Policy): Promise<string[]> {
  const year = Number((read.since > ctx.today ? read.since : ctx.today).slice(0, 4))
  const { rows } = (await overAll(ctx, ({ db }) =>
    db.execute(sql`select line from pot where year = ${year} and amount > 0`),
  )) as unknown as { rows: { line: string }[] }
  const arranged = new Set(rows.map(({ line }) => line))
  const missing = [...new Set(read.clauses.map(({ pot }) => pot))].filter((pot) => !arranged.has(pot))
  return missing.length === 0 ? [] : [`${year} 年度没有安排${missing.map((pot) => `“${potNames[pot]}”`).join('、')}资金`]
}
