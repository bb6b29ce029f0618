/** A question about policy: asked by anyone, answered by its holder before its time is over, made public where it helps others. */
import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { orgs } from '#modules/org/tables.ts'
import { command, query } from '#platform/action.ts'
import { addWorkdays, workdaysBetween } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { codeIn, codeTyped, digitsOf, makeCode, phone, readable, requireFew, rings } from '#platform/enquiry.ts'
import { text } from '#platform/fields.ts'
import { advance } from '#platform/flow.ts'
import { nextNumber } from '#platform/number.ts'
import { conflict, denied, invalid, missing } from '#platform/problem.ts'
import { questionFlow, questionStates } from '../flow.ts'
import { policyQuestion } from '../model.ts'
import { answerDays, isMine, type Question } from '../questions.ts'
import { readVersions, shownVersion } from '../reading.ts'
import { policies, policyQuestions } from '../tables.ts'

const which = z.object({ id: z.uuid('没有找到该咨询，请核对网址') })
const done = z.object({ id: z.uuid(), number: z.string() })

export const askQuestion = command(
  {
    label: '提出政策咨询',
    who: 'anyone',
    input: z.object({
      policy: z.uuid('没有找到该政策文件').nullable().default(null),
      /** Its code within the policy. */
      clause: z.string().trim().max(60).nullable().default(null),
      name: policyQuestion.shape.name.nullable().default(null),
      phone: phone.nullable().default(null),
      text: policyQuestion.shape.text,
    }),
    output: z.object({ number: z.string(), token: z.string(), dueOn: z.string() }),
  },
  async (ctx, given) => {
    const { role, org } = ctx.actor
    const own = role === 'enterprise' || role === 'institution' ? org : null
    if (!own && role !== 'public' && role !== 'office') throw denied('政策咨询由企业和公众提出，办公室可代为登记')
    if (!own && !given.phone) throw invalid('请填写联系电话')
    const name = given.name ?? (own ? await nameOf(ctx, own) : null)
    if (!name) throw invalid('请填写咨询人')
    await requireFewOf(ctx, own, given.phone)
    const about = given.policy ? await aboutOf(ctx, given.policy, given.clause) : { holder: null, clause: null }
    const number = await nextNumber(ctx, 'ZX', sql`policy_question`)
    const token = makeCode()
    const dueOn = addWorkdays(ctx.today, answerDays.simple)
    await ctx.db.insert(policyQuestions).values({
      ...{ number, token, name, text: given.text, phone: given.phone, org: own },
      ...{ policy: given.policy, ...about, kind: 'simple', askedOn: ctx.today, dueOn, status: 'asked', open: false },
    })
    return { number, token: readable(token), dueOn }
  },
)

async function nameOf({ db }: Ctx, org: string): Promise<string | null> {
  const [row] = await db.select({ name: orgs.shortName }).from(orgs).where(eq(orgs.id, org))
  return row?.name ?? null
}

async function aboutOf(ctx: Ctx, id: string, clause: string | null) {
  const [row] = await ctx.db
    .select({ of: policies, version: sql<string | null>`${shownVersion(sql`policy.id`, ctx.today)}` })
    .from(policies)
    .where(eq(policies.id, id))
  if (!row || row.of.status === 'draft') throw missing('政策文件')
  if (row.of.demonstration) throw invalid('示范条款是其他地区的政策，仅供参考，不受理咨询')
  if (!clause) return { holder: row.of.org, clause: null }
  const read = row.version ? (await readVersions(ctx, [row.version])).get(row.version) : undefined
  if (!read?.policy.clauses.some(({ code }) => code === clause)) throw missing('条款')
  return { holder: row.of.org, clause: `${row.of.code}/${clause}` }
}

/** Of one phone, or one firm, in a day. */
const most = { phone: 3, firm: 10 }
async function requireFewOf(ctx: Ctx, org: string | null, phone: string | null): Promise<void> {
  if (ctx.actor.role === 'office') return
  const { org: by, phone: of, askedOn } = policyQuestions
  const same = org ? eq(by, org) : and(sql`${by} is null`, rings(of, phone ?? ''))
  const limit = org ? most.firm : most.phone
  const refusal = `${org ? '贵单位' : '该电话'}今天已提交 ${limit} 次咨询，请等待答复，或明天再提交`
  const where = and(eq(askedOn, ctx.today), same)
  await requireFew(ctx, `policy-question ${org ?? digitsOf(phone ?? '')}`, [{ of: policyQuestions, where, most: limit, refusal }])
}

export const answerQuestion = command(
  {
    label: '答复咨询',
    who: ['office', 'department', 'park', 'town'],
    input: which.extend({ answer: text('答复', 4000), open: policyQuestion.shape.open.default(false) }),
    output: done,
  },
  async (ctx, { id, answer, open }) => {
    const row = await questionToAnswer(ctx, id)
    const status = advance(questionFlow, row, 'answer', ctx.actor)
    return change(ctx, row, { status, answer, open, answeredOn: ctx.today, answeredBy: ctx.actor.name })
  },
)

export const closeQuestion = command(
  { label: '关闭咨询', who: ['office'], input: which.extend({ reason: text('关闭原因', 500) }), output: done },
  async (ctx, { id, reason }) => {
    const row = await questionToAnswer(ctx, id)
    const status = advance(questionFlow, row, 'close', ctx.actor)
    return change(ctx, row, { status, answer: reason, answeredOn: ctx.today, answeredBy: ctx.actor.name })
  },
)

/** Only while its time runs: what is late does not become complex by being late. */
export const extendQuestion = command(
  { label: '转为复杂咨询', who: ['office', 'department', 'park', 'town'], input: which, output: done },
  async (ctx, { id }) => {
    const row = await questionToAnswer(ctx, id)
    if (row.status !== 'asked') throw conflict(`当前为“${questionStates[row.status]}”，不能转为复杂咨询`)
    if (row.kind === 'complex') throw conflict('该咨询已是复杂咨询')
    if (row.dueOn < ctx.today) throw conflict('该咨询已超过答复时限，不能转为复杂咨询，请尽快答复')
    return change(ctx, row, { kind: 'complex', dueOn: addWorkdays(row.askedOn, answerDays.complex) })
  },
)

/** Its time goes on. */
export const transferQuestion = command(
  {
    label: '转交咨询',
    who: ['office'],
    input: which.extend({ to: z.uuid('请选择答复单位').nullable() }),
    output: done,
  },
  async (ctx, { id, to }) => {
    const row = await questionToAnswer(ctx, id)
    if (row.status !== 'asked') throw conflict(`当前为“${questionStates[row.status]}”，不能转交`)
    if (to) {
      const [taker] = await ctx.db.select({ kind: orgs.kind }).from(orgs).where(eq(orgs.id, to))
      if (!taker || !takers.includes(taker.kind)) throw invalid('咨询可转交部门、园城公司或镇街')
    }
    return change(ctx, row, { holder: to })
  },
)
/** Those whose people can answer. */
const takers = ['department', 'company', 'town']

export const discloseQuestion = command(
  {
    label: '公开咨询答复',
    who: ['office', 'department', 'park', 'town'],
    input: which.extend({ open: policyQuestion.shape.open }),
    output: done,
  },
  async (ctx, { id, open }) => {
    const row = await questionToAnswer(ctx, id)
    if (row.status !== 'answered') throw conflict('答复后方可公开')
    return change(ctx, row, { open })
  },
)

async function questionToAnswer(ctx: Ctx, id: string): Promise<Question> {
  const [row] = await ctx.db.select().from(policyQuestions).where(eq(policyQuestions.id, id))
  if (!row) throw missing('咨询')
  if (ctx.actor.role !== 'office' && !isMine(ctx, row)) throw denied('该咨询由其他单位答复')
  const [locked] = await ctx.db.select().from(policyQuestions).where(eq(policyQuestions.id, id)).for('update')
  return locked!
}

async function change({ db }: Ctx, { id, number }: Question, values: Partial<Question>) {
  await db.update(policyQuestions).set(values).where(eq(policyQuestions.id, id))
  return { id, number }
}

type Told = {
  number: string
  text: string
  status: keyof typeof questionStates
  asked_on: string
  due_on: string
  answer: string | null
  answered_on: string | null
  holder: string | null
}

/** By the code that was told when it was asked. */
export const questionStanding = query(
  {
    label: '查询咨询答复',
    who: 'anyone',
    input: z.object({ token: codeTyped }),
    output: z.object({
      number: z.string(),
      text: z.string(),
      state: z.string(),
      holder: z.string().nullable(),
      askedOn: z.string(),
      dueOn: z.string(),
      left: z.number().nullable(),
      answer: z.string().nullable(),
      answeredOn: z.string().nullable(),
    }),
  },
  async (ctx, { token }) => {
    const { rows } = (await ctx.db.execute(sql`select * from question_standing(${codeIn(token)})`)) as unknown as {
      rows: Told[]
    }
    const [found] = rows
    if (!found) throw missing('咨询')
    const { number, text, status, holder, answer } = found
    return {
      ...{ number, text, state: questionStates[status], holder, answer },
      ...{ askedOn: found.asked_on, dueOn: found.due_on, answeredOn: found.answered_on },
      left: status === 'asked' ? workdaysBetween(ctx.today, found.due_on) : null,
    }
  },
)
