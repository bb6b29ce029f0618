/** Who is appraised and what is expected: subjects proposed by kind, targets typed once or taken from an earlier appraisal. */
import { and, eq, ne } from 'drizzle-orm'
import { z } from 'zod'
import { command, query } from '#platform/action.ts'
import { conflict, invalid, missing } from '#platform/problem.ts'
import { candidatesOf } from '../propose.ts'
import { subjects } from '../tables.ts'
import { appraisalOf, appraisalToStep, askedIn, groupOf, schemeOf, subjectOf, subjectsOf } from '../whole.ts'

const which = z.object({ appraisal: z.uuid('没有找到该考核评估') })
const candidate = z.object({ org: z.uuid().nullable(), building: z.uuid().nullable(), name: z.string() })

export const proposeSubjects = query(
  {
    label: '拟考核对象',
    who: ['office'],
    input: which,
    output: z.array(z.object({ group: z.string(), title: z.string(), candidates: z.array(candidate) })),
  },
  async (ctx, { appraisal }) => {
    const scheme = await schemeOf(ctx, await appraisalOf(ctx, appraisal))
    const there = await subjectsOf(ctx, appraisal)
    const found = []
    for (const { code, title, kind } of scheme.groups) {
      const taken = new Set(there.flatMap(({ group, name }) => (group === code ? [name] : [])))
      const candidates = (await candidatesOf(ctx, kind)).filter(({ name }) => !taken.has(name))
      found.push({ group: code, title, candidates })
    }
    return found
  },
)

/** By name, of those proposed: nobody else is appraised in the group. */
export const addSubjects = command(
  {
    label: '确定考核对象',
    who: ['office'],
    input: which.extend({
      group: z.string(),
      names: z.array(z.string()).min(1, '请选择考核对象').max(200, '一次最多确定 200 个考核对象'),
    }),
    output: z.object({ added: z.number() }),
  },
  async (ctx, { appraisal: id, group, names }) => {
    const appraisal = await appraisalToStep(ctx, id)
    requirePreparing(appraisal.status)
    const { kind } = groupOf(await schemeOf(ctx, appraisal), group)
    const candidates = new Map((await candidatesOf(ctx, kind)).map((one) => [one.name, one]))
    const rows = [...new Set(names)].map((name) => {
      const found = candidates.get(name)
      if (!found) throw invalid(`“${name}”不在拟考核对象之内`)
      return { appraisal: id, group, ...found, targets: {}, exempt: {} }
    })
    await ctx.db.insert(subjects).values(rows)
    return { added: rows.length }
  },
)

function requirePreparing(status: string): void {
  if (status !== 'preparing') throw conflict('自评已经启动，考核对象和目标不能再改动')
}

export const removeSubject = command(
  { label: '移除考核对象', who: ['office'], input: z.object({ id: z.uuid() }), output: z.object({}) },
  async (ctx, { id }) => {
    const subject = await subjectOf(ctx, id)
    requirePreparing((await appraisalToStep(ctx, subject.appraisal)).status)
    await ctx.db.delete(subjects).where(eq(subjects.id, id))
    return {}
  },
)

const targets = z.record(z.string(), z.number({ error: '目标应为数字' }).positive('目标应大于零').max(1e12, '目标过大'))
const exempt = z.record(z.string(), z.string().trim().min(1, '请填写不适用的原因').max(300, '不适用的原因不超过 300 个字'))

/** All of a subject at once; while figures are being verified only what does not concern it can still be said. */
export const saveTargets = command(
  {
    label: '下达考核目标',
    who: ['office'],
    input: z.object({ id: z.uuid(), targets: targets.optional(), exempt: exempt.optional() }),
    output: z.object({ lacking: z.number() }),
  },
  async (ctx, { id, targets, exempt }) => {
    const subject = await subjectOf(ctx, id)
    const appraisal = await appraisalToStep(ctx, subject.appraisal)
    if (targets) requirePreparing(appraisal.status)
    if (!['preparing', 'self', 'verifying'].includes(appraisal.status)) throw conflict('初评结果已发出，不适用指标不能再改动')
    const group = groupOf(await schemeOf(ctx, appraisal), subject.group)
    const each = new Set(group.items.flatMap(({ code, target }) => (target?.is === 'each' ? [code] : [])))
    const items = new Set(group.items.map(({ code }) => code))
    for (const code of Object.keys(targets ?? {})) if (!each.has(code)) throw invalid(`指标“${code}”不分别下达目标`)
    for (const code of Object.keys(exempt ?? {})) if (!items.has(code)) throw invalid(`“${code}”不是可以不适用的指标`)
    const now = { targets: targets ?? subject.targets, exempt: exempt ?? subject.exempt }
    await ctx.db.update(subjects).set(now).where(eq(subjects.id, id))
    return { lacking: [...each].filter((code) => now.targets[code] === undefined && now.exempt[code] === undefined).length }
  },
)

/** Of subjects of the same name in the same group; what is already set stays. */
export const importTargets = command(
  {
    label: '沿用考核目标',
    who: ['office'],
    input: which.extend({
      from: z.uuid('请选择沿用哪一次考核的目标'),
      /** Of last year's, in hundredths: 110 is a tenth more. */
      percent: z.number().min(1, '比例应在 1% 至 1000% 之间').max(1000, '比例应在 1% 至 1000% 之间').default(100),
    }),
    output: z.object({ subjects: z.number() }),
  },
  async (ctx, { appraisal: id, from, percent }) => {
    const appraisal = await appraisalToStep(ctx, id)
    requirePreparing(appraisal.status)
    const scheme = await schemeOf(ctx, appraisal)
    const before = await ctx.db
      .select()
      .from(subjects)
      .where(and(eq(subjects.appraisal, from), ne(subjects.appraisal, id)))
    if (before.length === 0) throw missing('考核评估')
    let taken = 0
    for (const subject of await subjectsOf(ctx, id)) {
      const last = before.find(({ group, name }) => group === subject.group && name === subject.name)
      const own = askedIn(groupOf(scheme, subject.group)).filter(({ kind }) => kind === 'item')
      const news = own.flatMap(({ code }) => {
        const target = last?.targets[code]
        if (typeof target !== 'number' || subject.targets[code] !== undefined) return []
        return [[code, Math.round(target * percent) / 100] as const]
      })
      if (news.length === 0) continue
      taken += 1
      const targets = { ...Object.fromEntries(news), ...subject.targets }
      await ctx.db.update(subjects).set({ targets }).where(eq(subjects.id, subject.id))
    }
    return { subjects: taken }
  },
)
