/** A version of criteria as the office wrote it, recorded once it reads without a flaw and its worked examples come out. */
import { desc, eq } from 'drizzle-orm'
import { judge } from '#engines/criteria/judge.ts'
import { type Example, readSchemes } from '#engines/criteria/read.ts'
import { inForce, type Scheme } from '#engines/criteria/scheme.ts'
import type { Ctx } from '#platform/context.ts'
import { conflict, invalid } from '#platform/problem.ts'
import { oneAtATime } from '#platform/session.ts'
import { criteriaVersions } from './tables.ts'

export async function enact(ctx: Ctx, text: string) {
  const { schemes, examples, flaws } = readSchemes(text)
  if (flaws.length) {
    const [first] = flaws
    throw invalid(`标准文本有 ${flaws.length} 处问题。第 ${first!.line} 行第 ${first!.column} 列：${first!.sentence}`, { flaws })
  }
  const wrong = examples.flatMap((example) => contradiction(schemes, example) ?? [])
  if (wrong.length) throw invalid(wrong.join('；'), { wrong })
  const last = schemes.reduce((a, b) => (b.since > a.since ? b : a))
  await oneAtATime(ctx, `criteria ${last.code}`)
  const [present] = await ctx.db
    .select()
    .from(criteriaVersions)
    .where(eq(criteriaVersions.code, last.code))
    .orderBy(desc(criteriaVersions.version))
    .limit(1)
  if (present?.text === text) throw conflict('标准文本与现有版本相同，没有改动')
  const { code, name, since } = last
  const version = (present?.version ?? 0) + 1
  const [row] = await ctx.db
    .insert(criteriaVersions)
    .values({ code, version, name, since, text, source: sourceOf(last), enteredBy: ctx.actor.name })
    .returning()
  return { id: row!.id, code, version }
}

export const sourceOf = ({ source: { title, number } }: Scheme) => `《${title}》${number ? `（${number}）` : ''}`

const verdicts = { met: '符合', 'not-met': '不符合', unknown: '待定' } as const

/** Why an example does not come out as it says. */
function contradiction(schemes: Scheme[], { title, code, day, facts, verdict, lacking }: Example): string | null {
  const [scheme] = inForce(schemes, day).filter((one) => one.code === code)
  if (!scheme) return `样例“${title}”的日期 ${day} 不在任何版本的施行期内`
  const found = judge(scheme, facts, day)
  if (found.verdict !== verdict) return `样例“${title}”写明${verdicts[verdict]}，按标准判定为${verdicts[found.verdict]}`
  if (lacking && lacking.join() !== found.lacking.join()) {
    return `样例“${title}”写明的欠缺与判定不一致，按标准判定为：${found.lacking.join('；') || '没有欠缺'}`
  }
  return null
}
