/** One subject opened down to its rows: every item with value, target, steps and source, self-evaluation, earlier rounds and objections. */
import { asc, desc, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { subjectKinds } from '#engines/appraisal/scheme.ts'
import { query } from '#platform/action.ts'
import { type Ctx, officials } from '#platform/context.ts'
import { files as fileRows } from '#platform/files.ts'
import { overAll } from '#platform/session.ts'
import { appraisalStates } from '../flow.ts'
import { objection as objectionEntity, selfEvaluation as selfEntity } from '../model.ts'
import { type Source, source as sourceSchema } from '../reading/source.ts'
import type { Detail } from '../reckoning/reckon.ts'
import { objections, reckonings, scores, selfEvaluations } from '../tables.ts'
import { appraisalOf, askedIn, frozenOf, groupOf, schemeOf, subjectOf } from '../whole.ts'

const frozen = z.object({
  round: z.number(),
  value: z.number().nullable(),
  missing: z.string().nullable(),
  source: sourceSchema,
  frozenOn: z.string(),
  reason: z.string().nullable(),
})
const file = z.object({ id: z.uuid(), name: z.string() })
const part = z.object({
  code: z.string(),
  title: z.string(),
  article: z.string(),
  unit: z.string(),
  kind: z.enum(['item', 'extra', 'veto']),
  takes: z.enum(['indicator', 'experts', 'verified']),
  /** What is asked for with which evidence, of what is verified. */
  asks: z.string().nullable(),
  weight: z.number().nullable(),
  targetEach: z.boolean(),
  target: z.number().nullable(),
  exempt: z.string().nullable(),
  points: z.number().nullable(),
  steps: z.array(z.string()),
  /** Newest first. */
  values: z.array(frozen),
  self: selfEntity
    .omit({ files: true, appraisal: true })
    .extend({ files: z.array(file) })
    .nullable(),
})

export const showSubject = query(
  {
    label: '考核对象详情',
    who: officials,
    input: z.object({ id: z.uuid('没有找到该考核对象，请核对网址') }),
    output: z.object({
      id: z.uuid(),
      name: z.string(),
      org: z.uuid().nullable(),
      own: z.boolean(),
      appraisal: z.uuid(),
      appraisalTitle: z.string(),
      status: z.enum(Object.keys(appraisalStates) as [keyof typeof appraisalStates]),
      objectionDueOn: z.string().nullable(),
      groupTitle: z.string(),
      kind: z.enum(Object.keys(subjectKinds) as [keyof typeof subjectKinds]),
      decimals: z.number(),
      targets: z.record(z.string(), z.unknown()),
      exempt: z.record(z.string(), z.unknown()),
      parts: z.array(part),
      score: z
        .object({
          round: z.number(),
          points: z.number().nullable(),
          place: z.number().nullable(),
          grade: z.string().nullable(),
          gradeWhy: z.string().nullable(),
          award: z.number().nullable(),
          awardSteps: z.array(z.string()),
          vetoes: z.array(z.string()),
          lacks: z.array(z.string()),
        })
        .nullable(),
      /** What each reckoning came to. */
      course: z.array(
        z.object({
          round: z.number(),
          madeOn: z.string(),
          points: z.number().nullable(),
          place: z.number().nullable(),
          grade: z.string().nullable(),
          award: z.number().nullable(),
        }),
      ),
      objections: z.array(objectionEntity.omit({ files: true }).extend({ id: z.uuid(), files: z.array(file) })),
    }),
  },
  async (ctx, { id }) => {
    const subject = await subjectOf(ctx, id)
    const appraisal = await appraisalOf(ctx, subject.appraisal)
    const scheme = await schemeOf(ctx, appraisal)
    const group = groupOf(scheme, subject.group)
    const values = (await frozenOf(ctx, appraisal.id)).filter((row) => row.subject === id).reverse()
    const selves = await ctx.db.select().from(selfEvaluations).where(eq(selfEvaluations.subject, id))
    const asked = await ctx.db.select().from(objections).where(eq(objections.subject, id)).orderBy(asc(objections.number))
    const scored = await ctx.db
      .select({ score: scores, reckoning: reckonings })
      .from(scores)
      .innerJoin(reckonings, eq(reckonings.id, scores.reckoning))
      .where(eq(scores.subject, id))
      .orderBy(desc(reckonings.round))
    const last = scored[0]
    const detail = last?.score.detail as unknown as Detail | undefined
    const names = await namesOf(
      ctx,
      [...selves, ...asked].flatMap(({ files }) => files),
    )
    const named = (ids: readonly string[]) => ids.map((file) => ({ id: file, name: names.get(file) ?? '佐证材料' }))
    const [targets, exempt] = [subject.targets as Record<string, number>, subject.exempt as Record<string, string>]
    const { gradeWhy = null, vetoes = [], lacks = [] } = detail ?? {}
    return {
      ...{ id, name: subject.name, org: subject.org, own: subject.org !== null && subject.org === ctx.actor.org },
      ...{ appraisal: appraisal.id, appraisalTitle: appraisal.title, status: appraisal.status },
      ...{ objectionDueOn: appraisal.objectionDueOn, groupTitle: group.title, kind: group.kind, decimals: scheme.decimals },
      ...{ targets, exempt },
      parts: askedIn(group).map(({ code, title, article, unit, kind, source }) => {
        const item = group.items.find((one) => kind === 'item' && one.code === code)
        const scored = kind === 'item' ? detail?.items.find((one) => one.code === code) : undefined
        const extra = kind === 'extra' ? detail?.extras.find((one) => one.code === code) : undefined
        const veto = kind === 'veto' ? detail?.vetoes.find((one) => one.code === code) : undefined
        const self = selves.find((one) => one.item === code)
        return {
          ...{ code, title, article, unit, kind, takes: source.is, exempt: exempt[code] ?? null },
          asks: source.is === 'verified' ? `${source.asks}；佐证：${source.evidence}` : null,
          weight: scored?.weight ?? item?.weight ?? null,
          targetEach: item?.target?.is === 'each',
          target: item?.target ? (item.target.is === 'all' ? item.target.value : (targets[code] ?? null)) : null,
          points: scored?.points ?? extra?.points ?? null,
          steps: veto ? [veto.sentence] : ((scored ?? extra)?.steps.map(({ sentence }) => sentence) ?? []),
          values: values.flatMap((row) => (row.item === code ? [{ ...row, source: row.source as Source }] : [])),
          self: self ? { ...self, files: named(self.files) } : null,
        }
      }),
      score: last
        ? {
            ...{ round: last.reckoning.round, points: last.score.points, place: last.score.place, grade: last.score.grade },
            ...{ gradeWhy, award: last.score.award, awardSteps: last.score.awardSteps },
            ...{ vetoes: vetoes.map(({ sentence }) => sentence), lacks: lacks.map(({ sentence }) => sentence) },
          }
        : null,
      course: scored
        .map(({ score: { points, place, grade, award }, reckoning: { round, madeOn } }) => ({
          round,
          madeOn,
          points,
          place,
          grade,
          award,
        }))
        .reverse(),
      objections: asked.map((one) => ({ ...one, files: named(one.files) })),
    }
  },
)

/** Who sees what names a file may know what it is called. */
const namesOf = async (ctx: Ctx, ids: readonly string[]) => {
  if (ids.length === 0) return new Map<string, string>()
  const rows = await overAll(ctx, ({ db }) =>
    db
      .select({ id: fileRows.id, name: fileRows.name })
      .from(fileRows)
      .where(inArray(fileRows.id, [...ids])),
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
