/** An appraisal opened: its stage and clock, the ranking, the heat of items, what still waits; for a unit only what is its own until it is published. */
import { asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { SubjectScore } from '#engines/appraisal/result.ts'
import { query } from '#platform/action.ts'
import { officials } from '#platform/context.ts'
import { available } from '#platform/flow.ts'
import { overAll } from '#platform/session.ts'
import { openPoints } from '../course/step.ts'
import { appraisalFlow } from '../flow.ts'
import { appraisal as entity, objection as objectionEntity, reckoning as reckoningEntity } from '../model.ts'
import type { Detail } from '../reckoning/reckon.ts'
import { expertScores, objections, reckonings, scores } from '../tables.ts'
import { appraisalOf, askedIn, frozenOf, keyOf, latestIn, latestReckoning, schemeIn, schemeRow, subjectsOf } from '../whole.ts'

const cell = z.object({ code: z.string(), points: z.number().nullable(), weight: z.number(), exempt: z.boolean() })
const subject = z.object({
  id: z.uuid(),
  group: z.string(),
  name: z.string(),
  org: z.uuid().nullable(),
  points: z.number().nullable(),
  place: z.number().nullable(),
  grade: z.string().nullable(),
  award: z.number().nullable(),
  extra: z.number(),
  cells: z.array(cell),
  /** Targets to set, and numbers still missing. */
  lackingTargets: z.number(),
  missing: z.number(),
  own: z.boolean(),
})
const whole = entity.extend({
  id: z.uuid(),
  schemeTitle: z.string(),
  schemeCode: z.string(),
  decimals: z.number(),
  rewards: z.boolean(),
  steps: z.array(z.enum(Object.keys(appraisalFlow.steps) as [keyof typeof appraisalFlow.steps])),
  groups: z.array(
    z.object({
      code: z.string(),
      title: z.string(),
      kind: z.string(),
      items: z.array(z.object({ code: z.string(), title: z.string(), weight: z.number() })),
      grades: z.array(z.string()),
    }),
  ),
  subjects: z.array(subject),
  reckonings: z.array(reckoningEntity.extend({ id: z.uuid() })),
  objections: z.array(objectionEntity.extend({ id: z.uuid(), subjectName: z.string(), itemTitle: z.string() })),
  experts: z.object({ asked: z.number(), open: z.number() }),
})

export const showAppraisal = query(
  {
    label: '考核评估',
    who: officials,
    input: z.object({ id: z.uuid('没有找到该考核评估，请核对网址') }),
    output: whole,
  },
  async (ctx, { id }) => {
    const appraisal = await appraisalOf(ctx, id)
    const issued = await schemeRow(ctx, appraisal.scheme)
    const scheme = schemeIn(issued.text)
    const subjects = await subjectsOf(ctx, id)
    const latest = latestIn(await frozenOf(ctx, id))
    const last = await latestReckoning(ctx, id)
    const own = last ? await ctx.db.select().from(scores).where(eq(scores.reckoning, last.id)) : []
    const scored = new Map(own.map((row) => [row.subject, row]))
    const asked = await ctx.db.select().from(objections).where(eq(objections.appraisal, id)).orderBy(asc(objections.number))
    const titleOf = (group: string, code: string) =>
      askedIn(scheme.groups.find((one) => one.code === group)!).find((one) => one.code === code)?.title ?? code
    return {
      ...appraisal,
      ...{ schemeTitle: issued.title, schemeCode: issued.code, decimals: scheme.decimals, rewards: scheme.award !== null },
      steps: available(appraisalFlow, appraisal, ctx.actor),
      groups: scheme.groups.map(({ code, title, kind, items, grades }) => ({
        ...{ code, title, kind, grades: grades.map((grade) => grade.title) },
        items: items.map(({ code, title, weight }) => ({ code, title, weight })),
      })),
      subjects: subjects.map(({ id: subject, group, name, org, targets, exempt }) => {
        const of = scheme.groups.find(({ code }) => code === group)!
        const score = scored.get(subject)
        const { points = null, place = null, grade = null, award = null } = score ?? {}
        const detail = score?.detail as unknown as Detail | undefined
        return {
          ...{ id: subject, group, name, org, points, place, grade, award, own: org !== null && org === ctx.actor.org },
          extra: detail ? sum(detail.extras) : 0,
          cells: detail ? cellsOf(detail.items) : [],
          lackingTargets: of.items.filter(
            ({ code, target }) => target?.is === 'each' && targets[code] === undefined && exempt[code] === undefined,
          ).length,
          missing: askedIn(of).filter(
            ({ code, source }) =>
              source.is === 'indicator' &&
              exempt[code] === undefined &&
              (latest.get(keyOf(subject, code))?.value ?? null) === null,
          ).length,
        }
      }),
      reckonings: await ctx.db.select().from(reckonings).where(eq(reckonings.appraisal, id)).orderBy(asc(reckonings.round)),
      objections: asked.map((one) => {
        const of = subjects.find(({ id }) => id === one.subject)
        return { ...one, subjectName: of?.name ?? '', itemTitle: of ? titleOf(of.group, one.item) : one.item }
      }),
      experts: { asked: await expertsAsked(ctx, id), open: await openPoints(ctx, id) },
    }
  },
)

const sum = (extras: SubjectScore['extras']) => extras.reduce((all, { points }) => all + (points ?? 0), 0)
const cellsOf = (items: SubjectScore['items']) =>
  items.map(({ code, points, weight, exempt }) => ({ code, points, weight, exempt: exempt !== null }))

const expertsAsked = (ctx: Parameters<typeof openPoints>[0], appraisal: string) =>
  overAll(ctx, ({ db }) => db.$count(expertScores, eq(expertScores.appraisal, appraisal)))
