/** Appraisals: opened for a term under an issued scheme, listed, and shown whole, each reader as far as he may see. */
import { desc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { terms } from '#engines/appraisal/scheme.ts'
import { potNames } from '#engines/policy/policy.ts'
import { command, query } from '#platform/action.ts'
import { addWorkdays } from '#platform/calendar.ts'
import { officials } from '#platform/context.ts'
import { fen, oneOf, year as yearField } from '#platform/fields.ts'
import { conflict, invalid } from '#platform/problem.ts'
import { appraisal as entity } from '../model.ts'
import { ruleOn } from '../rule.ts'
import { appraisals, schemes } from '../tables.ts'
import { schemeIn, schemeRow } from '../whole.ts'

const row = entity.extend({ id: z.uuid() })

export const listAppraisals = query(
  {
    label: '考核评估列表',
    who: officials,
    input: z.object({}),
    output: z.array(row.extend({ schemeTitle: z.string(), subjects: z.number(), openObjections: z.number() })),
  },
  async ({ db }) => {
    const rows = await db
      .select({
        appraisal: appraisals,
        schemeTitle: schemes.title,
        subjects: sql<number>`(select count(*)::int from appraisal_subject s where s.appraisal = ${appraisals.id})`,
        openObjections: sql<number>`(select count(*)::int from appraisal_objection o where o.appraisal = ${appraisals.id} and o.status = 'open')`,
      })
      .from(appraisals)
      .innerJoin(schemes, eq(schemes.id, appraisals.scheme))
      .orderBy(desc(appraisals.year), desc(appraisals.openedOn))
    return rows.map(({ appraisal, ...beside }) => ({ ...appraisal, ...beside }))
  },
)

export const createAppraisal = command(
  {
    label: '发起考核评估',
    who: ['office'],
    input: z.object({
      scheme: z.uuid('请选择考核办法'),
      term: oneOf('周期', terms),
      year: yearField('年度'),
      line: oneOf('资金', potNames).nullable().default(null),
      pot: fen('奖励资金').positive('奖励资金应大于零').nullable().default(null),
    }),
    output: z.object({ id: z.uuid(), title: z.string() }),
  },
  async (ctx, { scheme: of, term, year, line, pot }) => {
    const issued = await schemeRow(ctx, of)
    if (issued.status !== 'issued') throw conflict('考核办法尚未印发，不能据此考核')
    const scheme = schemeIn(issued.text)
    if (!scheme.terms.includes(term)) throw conflict(`“${scheme.title}”不用于${terms[term]}`)
    const [from, until] = [`${year}-01`, term === 'half' ? `${year}-06` : `${year}-12`]
    const [first, last] = [issued.since.slice(0, 7), issued.until?.slice(0, 7)]
    if (until < first || (last && from > last)) throw conflict(`“${scheme.title}”在 ${year} 年度不适用`)
    if ((line === null) !== (pot === null)) throw invalid('奖励资金的科目和金额应同时填写')
    if (pot !== null && term === 'half') throw invalid('半年评估不安排奖励资金')
    if (pot !== null && !scheme.award) throw invalid(`“${scheme.title}”没有奖励办法，不能安排奖励资金`)
    const { selfDays, verifyDays } = await ruleOn(ctx, ctx.today)
    const selfDueOn = addWorkdays(ctx.today, selfDays)
    const title = `${year} 年${term === 'half' ? '半年评估' : '年度考核'}`
    const [made] = await ctx.db
      .insert(appraisals)
      .values({
        ...{ title, scheme: of, term, year, from, until, status: 'preparing', selfDueOn },
        ...{ verifyDueOn: addWorkdays(selfDueOn, verifyDays), objectionDueOn: null, line, pot },
        ...{ openedBy: ctx.actor.name, openedOn: ctx.today, approvedBy: null, publishedOn: null },
      })
      .returning({ id: appraisals.id })
    return { id: made!.id, title }
  },
)
