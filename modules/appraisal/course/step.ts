/** A step of an appraisal as the flow has it, whoever takes it: a person or the machine when the days are over. */
import { and, eq, isNull, sql } from 'drizzle-orm'
import { publicationsOf } from '#modules/indicator/told/publish.ts'
import { addWorkdays } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { advance } from '#platform/flow.ts'
import { conflict } from '#platform/problem.ts'
import { overAll } from '#platform/session.ts'
import { appraisalFlow } from '../flow.ts'
import { freezeFigures, freezeJudged } from '../reading/freeze.ts'
import { reckon } from '../reckoning/reckon.ts'
import { ruleOn } from '../rule.ts'
import { appraisals, expertScores, objections } from '../tables.ts'
import { appraisalToStep, groupOf, type SubjectRow, schemeOf, subjectsOf } from '../whole.ts'
import { tellRole, tellSubjects } from './tell.ts'

export type Step = keyof typeof appraisalFlow.steps
type Set = Partial<typeof appraisals.$inferInsert>

/** The appraisal as it was, held for this step, and the state the step leads to. */
export async function begin(ctx: Ctx, id: string, step: Step) {
  const appraisal = await appraisalToStep(ctx, id)
  return { appraisal, status: advance(appraisalFlow, appraisal, step, ctx.actor) }
}

export const set = ({ db }: Ctx, id: string, values: Set) => db.update(appraisals).set(values).where(eq(appraisals.id, id))

/** To the subjects: from now on they tell of themselves. */
export async function openSelf(ctx: Ctx, id: string): Promise<void> {
  const { appraisal, status } = await begin(ctx, id, 'open')
  const scheme = await schemeOf(ctx, appraisal)
  const subjects = await subjectsOf(ctx, id)
  if (subjects.length === 0) throw conflict('还没有考核对象，请先确定考核对象')
  const lacking = subjects.flatMap((subject) => lackingTargets(scheme, subject))
  if (lacking.length > 0)
    throw conflict(`还有 ${lacking.length} 项目标没有下达：${lacking.slice(0, 3).join('、')}${lacking.length > 3 ? '等' : ''}`)
  const { selfDays, verifyDays } = await ruleOn(ctx, ctx.today)
  const selfDueOn = addWorkdays(ctx.today, selfDays)
  await set(ctx, id, { status, selfDueOn, verifyDueOn: addWorkdays(selfDueOn, verifyDays) })
  await tellSubjects(ctx, appraisal, {
    title: `${appraisal.title}：请自评`,
    text: `目标已下达，请于 ${selfDueOn} 前完成自评。`,
    key: 'self',
  })
}

export function lackingTargets(
  scheme: Awaited<ReturnType<typeof schemeOf>>,
  { group, name, targets, exempt }: SubjectRow,
): string[] {
  return groupOf(scheme, group).items.flatMap(({ code, title, target }) =>
    target?.is === 'each' && targets[code] === undefined && exempt[code] === undefined ? [`${name}“${title}”`] : [],
  )
}

/** Figures are read from what is published, and frozen. */
export async function beginVerification(ctx: Ctx, id: string): Promise<{ frozen: number }> {
  const { appraisal, status } = await begin(ctx, id, 'verify')
  const [published] = await publicationsOf(ctx, { month: appraisal.until, upTo: ctx.today })
  if (!published) throw conflict(`${appraisal.until} 的月度数据尚未公布，公布后再转入核验`)
  const { verifyDays } = await ruleOn(ctx, ctx.today)
  const frozen = await freezeFigures(ctx, appraisal, await schemeOf(ctx, appraisal), await subjectsOf(ctx, id))
  await set(ctx, id, { status, verifyDueOn: addWorkdays(ctx.today, verifyDays) })
  await tellRole(ctx, appraisal, 'office', {
    title: `${appraisal.title}：请核验`,
    text: `自评已截止，考核数据已从公布数据中读取并冻结，请核验自评。`,
    key: `verify-${ctx.today}`,
  })
  return { frozen }
}

/** Everything is there: reckoned, and sent to the subjects. */
export async function sendDraft(ctx: Ctx, id: string): Promise<{ round: number }> {
  const { appraisal, status } = await begin(ctx, id, 'draft')
  const waiting = await openPoints(ctx, id)
  if (waiting > 0) throw conflict(`还有 ${waiting} 项专家评分没有提交`)
  await overAll(ctx, async (all) => freezeJudged(all, appraisal, await schemeOf(all, appraisal), await subjectsOf(all, id)))
  const made = await reckon(ctx, appraisal)
  if ('missing' in made) throw conflict(`还有 ${made.missing.length} 项数据待补：${made.missing.slice(0, 3).join('；')}`)
  const { objectionDays } = await ruleOn(ctx, ctx.today)
  const objectionDueOn = addWorkdays(ctx.today, objectionDays)
  await set(ctx, id, { status, objectionDueOn })
  await tellSubjects(ctx, appraisal, {
    title: `${appraisal.title}：初评结果`,
    text: `初评结果已发出，如有异议请于 ${objectionDueOn} 前提出。`,
    key: `draft-${made.round}`,
  })
  return { round: made.round }
}

/** Only how many; whose they are stays unknown until then. */
export const openPoints = (ctx: Ctx, appraisal: string) =>
  overAll(ctx, ({ db }) => db.$count(expertScores, and(eq(expertScores.appraisal, appraisal), isNull(expertScores.points))))

/** The days are over and every objection is decided. */
export async function conclude(ctx: Ctx, id: string): Promise<void> {
  const { appraisal, status } = await begin(ctx, id, 'conclude')
  if (ctx.today <= appraisal.objectionDueOn!) throw conflict(`异议期至 ${appraisal.objectionDueOn}，届满后方可报审`)
  const open = await openObjections(ctx, id)
  if (open > 0) throw conflict(`还有 ${open} 件异议没有核查，核查后方可报审`)
  await set(ctx, id, { status })
  await tellRole(ctx, appraisal, 'leader', {
    title: `${appraisal.title}：请审定`,
    text: '异议期已满，异议均已核查，请审定考核结果。',
    key: `decide-${ctx.today}`,
  })
}

export const openObjections = ({ db }: Pick<Ctx, 'db'>, appraisal: string) =>
  db.$count(objections, and(eq(objections.appraisal, appraisal), sql`${objections.status} = 'open'`))
