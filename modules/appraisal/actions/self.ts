/** Self-evaluation with evidence by whoever is appraised, and its verification by the office. */
import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { command, query } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { officials } from '#platform/context.ts'
import { download, upload } from '#platform/fields.ts'
import { keepFile, openable, openPaper } from '#platform/files.ts'
import { conflict, denied, invalid, missing } from '#platform/problem.ts'
import { oneAtATime, overAll } from '#platform/session.ts'
import { selfEvaluation as entity } from '../model.ts'
import { expertScores, objections, selfEvaluations } from '../tables.ts'
import { appraisalOf, askedOf, schemeOf, subjectOf } from '../whole.ts'

export const units = ['department', 'park', 'town'] as const
export const which = z.object({ subject: z.uuid('没有找到该考核对象，请核对网址') })
const nothing = z.object({})

/** The subject if it is the actor's own. */
export async function ownSubject(ctx: Ctx, id: string) {
  const subject = await subjectOf(ctx, id)
  if (subject.org === null || subject.org !== ctx.actor.org) throw denied('只有被考核单位可以自评和提出异议')
  return subject
}

/** Ids of files are taken only of those the actor may open. */
export async function requireOpenable(ctx: Ctx, files: readonly string[]): Promise<void> {
  const open = await openable(ctx, files)
  if (files.some((id) => !open.has(id))) throw missing('佐证材料')
}

export const files = z.array(z.uuid()).max(20, '佐证材料最多 20 份').default([])

export const saveSelf = command(
  {
    label: '填写自评',
    who: units,
    input: which.extend({
      item: z.string(),
      value: z.number({ error: '自报数应为数字' }).min(0, '自报数不能为负数').max(1e12, '自报数过大').nullable().default(null),
      text: entity.shape.text,
      files,
    }),
    output: nothing,
  },
  async (ctx, { subject: id, item, value, text, files }) => {
    const subject = await ownSubject(ctx, id)
    await oneAtATime(ctx, `appraisal-self ${id}`)
    const appraisal = await appraisalOf(ctx, subject.appraisal)
    if (appraisal.status !== 'self') throw conflict('现在不是自评期间，不能填写自评')
    const asked = askedOf(await schemeOf(ctx, appraisal), subject.group, item)
    if (asked.source.is === 'verified' && value === null) throw invalid(`请填写“${asked.title}”的自报数`)
    await requireOpenable(ctx, files)
    const own = and(eq(selfEvaluations.subject, id), eq(selfEvaluations.item, item))
    const [before] = await ctx.db.select().from(selfEvaluations).where(own)
    const said = { value, text, files, by: ctx.actor.name, submittedOn: null }
    if (before) await ctx.db.update(selfEvaluations).set(said).where(own)
    else
      await ctx.db.insert(selfEvaluations).values({
        ...{ appraisal: appraisal.id, subject: id, item, ...said },
        ...{ verified: null, opinion: null, verifiedOn: null, verifiedBy: null },
      })
    return {}
  },
)

/** All that is written, at once. */
export const submitSelf = command(
  { label: '提交自评', who: units, input: which, output: z.object({ submitted: z.number() }) },
  async (ctx, { subject: id }) => {
    const subject = await ownSubject(ctx, id)
    const appraisal = await appraisalOf(ctx, subject.appraisal)
    if (appraisal.status !== 'self') throw conflict('现在不是自评期间，不能提交自评')
    const open = and(eq(selfEvaluations.subject, id), isNull(selfEvaluations.submittedOn))
    const rows = await ctx.db.select({ id: selfEvaluations.id }).from(selfEvaluations).where(open)
    if (rows.length === 0) throw conflict('没有待提交的自评')
    await ctx.db.update(selfEvaluations).set({ submittedOn: ctx.today }).where(open)
    return { submitted: rows.length }
  },
)

/** What is verified is what counts; a subject that told nothing may be verified all the same. */
export const verifySelf = command(
  {
    label: '核定自评',
    who: ['office'],
    input: which.extend({
      item: z.string(),
      verified: z.number({ error: '请填写核定数' }).min(0, '核定数不能为负数').max(1e12, '核定数过大'),
      opinion: entity.shape.opinion.default(null),
    }),
    output: nothing,
  },
  async (ctx, { subject: id, item, verified, opinion }) => {
    const subject = await subjectOf(ctx, id)
    await oneAtATime(ctx, `appraisal-self ${id}`)
    const appraisal = await appraisalOf(ctx, subject.appraisal)
    if (appraisal.status !== 'verifying') throw conflict('现在不是核验期间，不能核定')
    const asked = askedOf(await schemeOf(ctx, appraisal), subject.group, item)
    if (asked.source.is !== 'verified') throw invalid(`“${asked.title}”按公布数据或专家评分计，不由办公室核定`)
    const own = and(eq(selfEvaluations.subject, id), eq(selfEvaluations.item, item))
    const [before] = await ctx.db.select().from(selfEvaluations).where(own)
    if (before?.value != null && before.value !== verified && !opinion) throw invalid('核定数与自报数不一致，请填写核验意见')
    const now = { verified, opinion, verifiedOn: ctx.today, verifiedBy: ctx.actor.name }
    if (before) await ctx.db.update(selfEvaluations).set(now).where(own)
    else
      await ctx.db.insert(selfEvaluations).values({
        ...{ appraisal: appraisal.id, subject: id, item, value: null, text: '未自评', files: [] },
        ...{ submittedOn: null, by: ctx.actor.name, ...now },
      })
    return {}
  },
)

/** A file first, named in the self-evaluation or objection afterwards. */
export const attachProof = command(
  {
    label: '上传考核佐证',
    who: units,
    input: which.extend({ file: upload('佐证材料') }),
    output: z.object({ id: z.uuid(), name: z.string() }),
  },
  async (ctx, { subject: id, file }) => {
    const { org } = await ownSubject(ctx, id)
    const bytes = Buffer.from(file.bytes)
    const kept = await keepFile(ctx, { name: file.name, type: 'application/octet-stream', bytes, audience: 'own', org })
    return { id: kept.id, name: kept.name }
  },
)

/** Who sees the self-evaluation or objection sees its papers, and so does whoever scores the subject. */
export const proof = query(
  { label: '下载考核佐证', who: officials, input: which.extend({ file: z.uuid() }), output: download('佐证材料') },
  async (ctx, { subject: id, file }) => {
    const named = (rows: { files: string[] }[]) => rows.some(({ files }) => files.includes(file))
    const [self, objected] = [eq(selfEvaluations.subject, id), eq(objections.subject, id)]
    const seen =
      named(await ctx.db.select({ files: selfEvaluations.files }).from(selfEvaluations).where(self)) ||
      named(await ctx.db.select({ files: objections.files }).from(objections).where(objected)) ||
      ((await ctx.db.$count(
        expertScores,
        and(eq(expertScores.subject, id), sql`${expertScores.expert}::text = ${ctx.actor.id}`),
      )) > 0 &&
        named(await overAll(ctx, (all) => all.db.select({ files: selfEvaluations.files }).from(selfEvaluations).where(self))))
    if (!seen) throw missing('佐证材料')
    return openPaper(ctx, file)
  },
)
