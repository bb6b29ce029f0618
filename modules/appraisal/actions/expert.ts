/** Experts: named by the office, each giving his points without a word of the others'. */
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { tell } from '#modules/message/tell.ts'
import { persons, posts } from '#modules/org/tables.ts'
import { command, query } from '#platform/action.ts'
import { type Ctx, officials } from '#platform/context.ts'
import { conflict, invalid, missing } from '#platform/problem.ts'
import { overAll } from '#platform/session.ts'
import { expertScore as entity } from '../model.ts'
import { appraisals, expertScores, schemes, selfEvaluations, subjects } from '../tables.ts'
import { appraisalToStep, askedIn, groupOf, keyOf, schemeIn, schemeOf, subjectsOf } from '../whole.ts'

const early = ['preparing', 'self', 'verifying']

const inPost = (today: string) => sql`${posts.since} <= ${today} and (${posts.until} is null or ${posts.until} > ${today})`

export const expertCandidates = query(
  {
    label: '可聘专家',
    who: ['office'],
    input: z.object({}),
    output: z.array(z.object({ id: z.uuid(), name: z.string(), title: z.string() })),
  },
  async ({ db, today }) =>
    db
      .select({ id: persons.id, name: persons.name, title: sql<string>`min(${posts.title})` })
      .from(posts)
      .innerJoin(persons, eq(persons.id, posts.person))
      .where(and(inArray(posts.role, [...officials]), inPost(today)))
      .groupBy(persons.id)
      .orderBy(asc(persons.name)),
)

/** For every subject and every item experts score; nobody scores his own unit. */
export const assignExperts = command(
  {
    label: '聘请考核专家',
    who: ['office'],
    input: z.object({
      appraisal: z.uuid('没有找到该考核评估'),
      persons: z.array(z.uuid()).min(1, '请选择专家').max(30, '专家最多 30 人'),
    }),
    output: z.object({ asked: z.number() }),
  },
  async (ctx, { appraisal: id, persons: wanted }) => {
    const appraisal = await appraisalToStep(ctx, id)
    if (!early.includes(appraisal.status)) throw conflict('初评结果已发出，不能再聘请专家')
    const scheme = await schemeOf(ctx, appraisal)
    const held = await ctx.db
      .select({ person: posts.person, org: posts.org })
      .from(posts)
      .where(and(inArray(posts.person, wanted), inPost(ctx.today)))
    const rows = (await subjectsOf(ctx, id)).flatMap(({ id: subject, group, org }) =>
      askedIn(groupOf(scheme, group)).flatMap(({ code, source }) =>
        source.is !== 'experts'
          ? []
          : [...new Set(wanted)].flatMap((expert) =>
              held.some((one) => one.person === expert && one.org === org)
                ? []
                : [{ appraisal: id, subject, item: code, expert, points: null, comment: null, givenAt: null }],
            ),
      ),
    )
    if (rows.length === 0) throw invalid('没有需要这些专家评分的指标')
    const before = await askedPairs(ctx, id)
    const news = rows.filter(({ subject, item, expert }) => !before.has(`${keyOf(subject, item)} ${expert}`))
    if (news.length > 0) await ctx.db.insert(expertScores).values(news)
    await tell(ctx, {
      ...{ to: { persons: wanted }, topic: 'appraisal', title: `${appraisal.title}：请评分` },
      ...{ text: '您受聘为考核专家，请独立评分；各位专家的评分互不可见。', link: '/office/appraisal-scores' },
      key: `appraisal-${id}-expert`,
    })
    return { asked: news.length }
  },
)

/** Only who is asked for what, never what was given. */
const askedPairs = (ctx: Ctx, appraisal: string) =>
  overAll(ctx, async ({ db }) => {
    const { subject, item, expert } = expertScores
    const rows = await db.select({ subject, item, expert }).from(expertScores).where(eq(expertScores.appraisal, appraisal))
    return new Set(rows.map((row) => `${keyOf(row.subject, row.item)} ${row.expert}`))
  })

const sheet = z.object({
  id: z.uuid(),
  appraisal: z.uuid(),
  appraisalTitle: z.string(),
  open: z.boolean(),
  subject: z.uuid(),
  subjectName: z.string(),
  groupTitle: z.string(),
  itemTitle: z.string(),
  points: z.number().nullable(),
  comment: z.string().nullable(),
  /** What the subject says of itself. */
  self: z.string().nullable(),
  files: z.array(z.uuid()),
})

/** One's own sheets; of the subjects only their names and what they say of the item. */
export const myScores = query(
  { label: '我的考核评分', who: officials, input: z.object({}), output: z.array(sheet) },
  async (ctx) => {
    const own = await ctx.db.select().from(expertScores).where(sql`${expertScores.expert}::text = ${ctx.actor.id}`)
    if (own.length === 0) return []
    const ids = own.map(({ subject }) => subject)
    const beside = await overAll(ctx, async ({ db }) => ({
      subjects: await db
        .select({ subject: subjects, appraisal: appraisals, text: schemes.text })
        .from(subjects)
        .innerJoin(appraisals, eq(appraisals.id, subjects.appraisal))
        .innerJoin(schemes, eq(schemes.id, appraisals.scheme))
        .where(inArray(subjects.id, ids)),
      selves: await db.select().from(selfEvaluations).where(inArray(selfEvaluations.subject, ids)),
    }))
    const selves = new Map(beside.selves.map((row) => [keyOf(row.subject, row.item), row]))
    const groups = new Map<string, ReturnType<typeof schemeIn>>()
    return own
      .map(({ id, appraisal, subject: of, item, points, comment }) => {
        const { subject, appraisal: at, text } = beside.subjects.find((one) => one.subject.id === of)!
        const scheme = groups.get(text) ?? schemeIn(text)
        groups.set(text, scheme)
        const group = groupOf(scheme, subject.group)
        const self = selves.get(keyOf(of, item))
        return {
          ...{ id, appraisal, appraisalTitle: at.title, open: early.includes(at.status), subject: of, subjectName: subject.name },
          ...{ groupTitle: group.title, itemTitle: askedIn(group).find(({ code }) => code === item)?.title ?? item },
          ...{ points, comment, self: self?.text ?? null, files: self?.files ?? [] },
        }
      })
      .sort((a, b) => (a.groupTitle + a.subjectName).localeCompare(b.groupTitle + b.subjectName, 'zh-CN'))
  },
)

export const giveScores = command(
  {
    label: '提交专家评分',
    who: officials,
    input: z.object({
      scores: z
        .array(
          z.object({
            id: z.uuid(),
            points: z.number({ error: '请填写评分' }).min(0, '评分应在 0 至 100 之间').max(100, '评分应在 0 至 100 之间'),
            comment: entity.shape.comment.default(null),
          }),
        )
        .min(1, '请至少评一项')
        .max(1000, '一次最多提交 1000 项评分'),
    }),
    output: z.object({ given: z.number() }),
  },
  async (ctx, { scores }) => {
    for (const { id, points, comment } of scores) {
      const own = and(eq(expertScores.id, id), sql`${expertScores.expert}::text = ${ctx.actor.id}`)
      const [row] = await ctx.db.select({ appraisal: expertScores.appraisal }).from(expertScores).where(own)
      if (!row) throw missing('评分表')
      const { status } = await appraisalToStep(ctx, row.appraisal)
      if (!early.includes(status)) throw conflict('初评结果已发出，评分不能再改动')
      await ctx.db.update(expertScores).set({ points, comment, givenAt: ctx.now.toISOString() }).where(own)
    }
    return { given: scores.length }
  },
)
