/** The leading group's word: results published, half a year's improvements handed on, a whole year's fund shared out; or sent back. */
import { and, desc, eq, gt } from 'drizzle-orm'
import { commit, reserve } from '#modules/fund/money.ts'
import { raise } from '#modules/matter/raise.ts'
import { addWorkdays } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { conflict } from '#platform/problem.ts'
import { overAll } from '#platform/session.ts'
import type { Detail } from '../reckoning/reckon.ts'
import { ruleOn } from '../rule.ts'
import { reckonings, scores } from '../tables.ts'
import { type Appraisal, latestReckoning, subjectsOf } from '../whole.ts'
import { begin, set } from './step.ts'
import { tellRole, tellSubjects } from './tell.ts'

/** What the last draft came to is the result. */
export async function approve(ctx: Ctx, id: string): Promise<{ improvements: number; given: number | null }> {
  const { appraisal, status } = await begin(ctx, id, 'approve')
  const last = await latestReckoning(ctx, id)
  if (!last) throw conflict('该考核还没有测算结果')
  await set(ctx, id, { status, approvedBy: ctx.actor.name, publishedOn: ctx.today })
  await ctx.db.update(reckonings).set({ final: true }).where(eq(reckonings.id, last.id))
  const improvements = appraisal.term === 'half' ? await improve(ctx, appraisal, last.id) : 0
  const given = appraisal.term === 'year' ? await reward(ctx, appraisal, last.id) : null
  await tellSubjects(ctx, appraisal, {
    title: `${appraisal.title}：结果已公布`,
    text: '考核结果已经领导小组审定并公布。',
    key: 'published',
  })
  return { improvements, given }
}

/** Working days an improvement has. */
const improvementDays = 40
/** So many of what would bring most. */
const most = 3

/** Half a year is advice: what would bring most becomes a matter of the unit. */
async function improve(ctx: Ctx, appraisal: Appraisal, reckoning: string): Promise<number> {
  const subjects = new Map((await subjectsOf(ctx, appraisal.id)).map((one) => [one.id, one]))
  const rows = await ctx.db.select().from(scores).where(eq(scores.reckoning, reckoning)).orderBy(scores.group, scores.name)
  let raised = 0
  for (const { subject, name, detail } of rows) {
    const { lacks, vetoes } = detail as unknown as Detail
    const { org } = subjects.get(subject)!
    const wanted = [...vetoes.map(({ sentence }) => sentence), ...lacks.slice(0, most).map(({ sentence }) => sentence)]
    if (!org || wanted.length === 0) continue
    await raise(ctx, {
      origin: 'improvement',
      source: appraisal.title,
      sourceLink: `/office/appraisals/${appraisal.id}/subjects/${subject}`,
      title: `${name}：${appraisal.title}改进事项`,
      text: wanted.map((sentence, at) => `${at + 1}. ${sentence}`).join('\n'),
      task: null,
      owner: org,
      raisedBy: ctx.actor.org!,
      raisedByName: ctx.actor.name,
      dueOn: addWorkdays(ctx.today, improvementDays),
    })
    raised += 1
  }
  return raised
}

/** The year the result is published in pays; one pot never gives more than it holds, whoever approves at once. */
async function reward(ctx: Ctx, { title, line }: Appraisal, reckoning: string): Promise<number | null> {
  if (!line) return null
  const awarded = await ctx.db
    .select({ id: scores.id, name: scores.name, award: scores.award })
    .from(scores)
    .where(and(eq(scores.reckoning, reckoning), gt(scores.award, 0)))
    .orderBy(desc(scores.award), scores.name)
  const year = Number(ctx.today.slice(0, 4))
  await overAll(ctx, async (all) => {
    for (const { id, name, award } of awarded) {
      const note = `${title}：奖励${name}`
      await reserve(all, { line, year, matter: id, amount: award!, note })
      await commit(all, { matter: id, amount: award!, note })
    }
  })
  return awarded.reduce((sum, { award }) => sum + award!, 0)
}

/** Back to the verification, with the reason told to the office. */
export async function sendBack(ctx: Ctx, id: string, reason: string): Promise<void> {
  const { appraisal, status } = await begin(ctx, id, 'sendBack')
  const { verifyDays } = await ruleOn(ctx, ctx.today)
  await set(ctx, id, { status, verifyDueOn: addWorkdays(ctx.today, verifyDays), objectionDueOn: null })
  const round = (await latestReckoning(ctx, id))?.round ?? 0
  await tellRole(ctx, appraisal, 'office', { title: `${appraisal.title}：退回重新核验`, text: reason, key: `back-${round}` })
}
