/** Objections to a draft: raised within the days, decided by the office; one that is upheld freezes the value anew and everything is reckoned again. */
import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { command } from '#platform/action.ts'
import { addWorkdays } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { amount, text } from '#platform/fields.ts'
import { nextNumber } from '#platform/number.ts'
import { conflict, denied, invalid, missing } from '#platform/problem.ts'
import { tellOrgs, tellRole } from '../course/tell.ts'
import { objection as entity } from '../model.ts'
import type { Source } from '../reading/source.ts'
import { reckon } from '../reckoning/reckon.ts'
import { ruleOn } from '../rule.ts'
import { objections, scores, selfEvaluations, values } from '../tables.ts'
import {
  type Appraisal,
  appraisalToStep,
  askedOf,
  frozenOf,
  keyOf,
  latestIn,
  latestReckoning,
  schemeOf,
  subjectsOf,
} from '../whole.ts'
import { files, ownSubject, requireOpenable, units, which } from './self.ts'

export const raiseObjection = command(
  {
    label: '提出考核异议',
    who: units,
    input: which.extend({ item: z.string(), text: entity.shape.text, files }),
    output: z.object({ number: z.string(), dueOn: z.string() }),
  },
  async (ctx, { subject: id, item, text, files }) => {
    const subject = await ownSubject(ctx, id)
    const appraisal = await appraisalToStep(ctx, subject.appraisal)
    if (appraisal.status !== 'drafted') throw conflict('现在不是异议期，不能提出异议')
    if (ctx.today > appraisal.objectionDueOn!) throw conflict(`异议期已于 ${appraisal.objectionDueOn} 届满，不能再提出异议`)
    const asked = askedOf(await schemeOf(ctx, appraisal), subject.group, item)
    const open = and(eq(objections.subject, id), eq(objections.item, item), eq(objections.status, 'open'))
    if ((await ctx.db.$count(objections, open)) > 0) throw conflict(`对“${asked.title}”的异议正在核查，请勿重复提出`)
    await requireOpenable(ctx, files)
    const { findingDays } = await ruleOn(ctx, ctx.today)
    const dueOn = addWorkdays(ctx.today, findingDays)
    const number = await nextNumber(ctx, 'KY', sql`appraisal_objection`)
    await ctx.db.insert(objections).values({
      ...{ number, appraisal: appraisal.id, subject: id, org: ctx.actor.org!, item, text, files },
      ...{ raisedOn: ctx.today, by: ctx.actor.name, dueOn, status: 'open' },
      ...{ finding: null, value: null, decidedOn: null, decidedBy: null },
    })
    await tellRole(ctx, appraisal, 'office', {
      title: `${appraisal.title}：${subject.name}提出异议`,
      text: `${number}，对“${asked.title}”有异议，请于 ${dueOn} 前核查。`,
      key: number,
      link: `/office/appraisals/${appraisal.id}/subjects/${id}`,
    })
    return { number, dueOn }
  },
)

const one = z.object({ id: z.uuid('没有找到该考核异议') })

async function objectionToStep(ctx: Ctx, id: string) {
  const [found] = await ctx.db.select().from(objections).where(eq(objections.id, id))
  if (!found) throw missing('考核异议')
  const appraisal = await appraisalToStep(ctx, found.appraisal)
  // What another did while this one waited is seen.
  const [now] = await ctx.db.select().from(objections).where(eq(objections.id, id))
  if (now!.status !== 'open') throw conflict('该异议已办结')
  return { objection: now!, appraisal }
}

export const withdrawObjection = command(
  { label: '撤回考核异议', who: units, input: one, output: z.object({}) },
  async (ctx, { id }) => {
    const { objection } = await objectionToStep(ctx, id)
    if (objection.org !== ctx.actor.org) throw denied('只有提出单位可以撤回异议')
    await ctx.db.update(objections).set({ status: 'withdrawn' }).where(eq(objections.id, id))
    return {}
  },
)

export const decideObjection = command(
  {
    label: '核查考核异议',
    who: ['office'],
    input: one.extend({
      upheld: z.boolean(),
      finding: text('核查结论', 1000),
      value: amount('更正数').nullable().default(null),
    }),
    output: z.object({ round: z.number().nullable() }),
  },
  async (ctx, { id, upheld, finding, value }) => {
    const { objection, appraisal } = await objectionToStep(ctx, id)
    if (appraisal.status !== 'drafted') throw conflict('现在不是异议期，不能核查异议')
    const said = { finding, decidedOn: ctx.today, decidedBy: ctx.actor.name }
    if (!upheld) {
      await ctx.db
        .update(objections)
        .set({ ...said, status: 'dismissed' })
        .where(eq(objections.id, id))
    } else {
      if (value === null) throw invalid('异议成立的，请填写更正数')
      await ctx.db
        .update(objections)
        .set({ ...said, status: 'upheld', value })
        .where(eq(objections.id, id))
      await putRight(ctx, objection, appraisal, value, finding)
    }
    await tellOrgs(ctx, appraisal, [objection.org], {
      title: `${appraisal.title}：异议${upheld ? '成立' : '不成立'}`,
      text: `${objection.number}：${finding}`,
      key: `${objection.number}-decided`,
      link: `/office/appraisals/${appraisal.id}/subjects/${objection.subject}`,
    })
    return { round: upheld ? await again(ctx, appraisal) : null }
  },
)

/** The earlier value stays beside the new one. */
async function putRight(
  ctx: Ctx,
  { number, subject, item }: typeof objections.$inferSelect,
  appraisal: Appraisal,
  value: number,
  finding: string,
) {
  const scheme = await schemeOf(ctx, appraisal)
  const { group } = (await subjectsOf(ctx, appraisal.id)).find(({ id }) => id === subject)!
  const asked = askedOf(scheme, group, item)
  if (asked.source.is === 'experts') throw invalid('专家评分不能由办公室改动；评分确有差错的，请报领导小组退回重新核验')
  const before = latestIn(await frozenOf(ctx, appraisal.id)).get(keyOf(subject, item))
  if (before?.value === value) throw invalid('更正数与原数相同，异议不成立的请选择“不成立”')
  const source: Source = {
    ...{ is: 'corrected', objection: number, before: before?.value ?? null, by: ctx.actor.name, from: before?.source ?? null },
  }
  await ctx.db.insert(values).values({
    ...{ appraisal: appraisal.id, subject, item, value, missing: null, source, round: (before?.round ?? 0) + 1 },
    ...{ frozenOn: ctx.today, reason: `异议 ${number} 成立：${finding}`.slice(0, 500) },
  })
  // What was verified is what was found now: another verification later begins from it.
  if (asked.source.is === 'verified')
    await ctx.db
      .update(selfEvaluations)
      .set({ verified: value, opinion: finding, verifiedOn: ctx.today, verifiedBy: ctx.actor.name })
      .where(and(eq(selfEvaluations.subject, subject), eq(selfEvaluations.item, item)))
}

/** Reckoned anew; whoever stands elsewhere than before is told. */
async function again(ctx: Ctx, appraisal: Appraisal): Promise<number> {
  const before = await latestReckoning(ctx, appraisal.id)
  const made = await reckon(ctx, appraisal)
  if ('missing' in made) throw conflict(`还有数据待补：${made.missing.slice(0, 3).join('；')}`)
  const standing = async (reckoning: string) => {
    const rows = await ctx.db.select().from(scores).where(eq(scores.reckoning, reckoning))
    return new Map(rows.map((row) => [row.subject, `${row.points} ${row.place} ${row.grade} ${row.award}`]))
  }
  const [was, is] = [await standing(before!.id), await standing(made.reckoning)]
  const moved = (await subjectsOf(ctx, appraisal.id)).filter(({ id }) => was.get(id) !== is.get(id))
  await tellOrgs(ctx, appraisal, [...new Set(moved.flatMap(({ org }) => org ?? []))], {
    title: `${appraisal.title}：初评结果有变动`,
    text: `有异议成立，初评结果已重新测算（第 ${made.round} 次），请查看本单位的得分和名次。`,
    key: `moved-${made.round}`,
  })
  return made.round
}
