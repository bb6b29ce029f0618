/** Examining a claim: accepted, examined, returned, passed on to the departments that are asked, concluded, refused with reasons. */
import { and, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Known } from '#engines/policy/fact.ts'
import { money } from '#engines/policy/wording.ts'
import { orgNames } from '#modules/enterprise/place.ts'
import { orgs } from '#modules/org/tables.ts'
import { command } from '#platform/action.ts'
import { addWorkdays } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { fen, text } from '#platform/fields.ts'
import { advance } from '#platform/flow.ts'
import { conflict, denied, invalid } from '#platform/problem.ts'
import { examinedOf, grantingOf, mostByPeople } from '../course/clause.ts'
import { checkDeclared } from '../course/declared.ts'
import { judge } from '../course/judge.ts'
import { hold, letGo } from '../course/money.ts'
import { claimHeld, claimToChange } from '../course/turn.ts'
import { asConsequence, type Claim, go, pause, resume, withHands } from '../course/way.ts'
import { claimFlow } from '../flow.ts'
import { currentMaterials } from '../materials/current.ts'
import { claimOpinion } from '../model.ts'
import { ruleOn } from '../rule.ts'
import { claimOpinions, claims, cycles } from '../tables.ts'
import { done } from './apply.ts'
import { leads } from './cycle.ts'

const which = z.object({ id: z.uuid('没有找到该兑现事项，请核对网址') })
const opinion = text('意见', 1000).nullable().default(null)
const { steps } = claimFlow

/** The computed sum is reserved from here on, if the pot has it; if not, it may have to wait once it is approved. */
export const accept = command(
  { label: steps.accept.label, who: leads, input: which.extend({ opinion }), output: done },
  async (ctx, { id, opinion }) => {
    const claim = await claimToChange(ctx, id)
    advance(claimFlow, claim, 'accept', ctx.actor)
    await requireScanned(ctx, id)
    await hold(ctx, claim, claim.computed ?? 0)
    return go(ctx, claim, 'accept', { opinion })
  },
)

async function requireScanned(ctx: Ctx, claim: string): Promise<void> {
  const held = (await currentMaterials(ctx, claim)).find(({ scan }) => scan === 'waiting' || scan === 'infected')
  if (held?.scan === 'waiting') throw conflict(`材料“${held.fileName}”正在查毒，请稍后受理`)
  if (held) throw conflict(`材料“${held.fileName}”含病毒，请退回企业重新提供`)
}

export const giveBack = command(
  { label: steps.giveBack.label, who: leads, input: which.extend({ opinion: text('补正内容', 1000) }), output: done },
  async (ctx, { id, opinion }) => {
    const claim = await claimToChange(ctx, id)
    return go(ctx, claim, 'giveBack', { change: { returnTo: claim.status }, opinion })
  },
)

/** What only the unit that examines can tell; and the ledgers are read again, which may have been put right meanwhile. */
export const examine = command(
  {
    label: '核定申报数据',
    who: leads,
    input: which.extend({ values: z.record(z.string(), z.union([z.number(), z.boolean(), z.string(), z.null()])).default({}) }),
    output: done.extend({ sentence: z.string() }),
  },
  async (ctx, { id, values }) => {
    const claim = await claimToChange(ctx, id)
    if (claim.status !== 'screening' && claim.status !== 'joint')
      throw conflict(`当前为“${claimFlow.states[claim.status]}”，不能核定申报数据`)
    const asked = examinedOf(await grantingOf(ctx, claim))
    const source = `${await ownName(ctx)}核定`
    const [batch] = await ctx.db.select({ asOf: cycles.asOf }).from(cycles).where(eq(cycles.id, claim.cycle))
    const known = Object.entries(checkDeclared(asked, values)).map(
      ([title, value]) => [title, { value, asOf: batch!.asOf, source } satisfies Known] as const,
    )
    const given = { ...claim, facts: { ...claim.facts, ...Object.fromEntries(known) } }
    const { remarks: _, ...judged } = await asConsequence(ctx, (wide) => judge(wide, given))
    await ctx.db.update(claims).set(judged).where(eq(claims.id, id))
    await hold(ctx, claim, judged.computed ?? 0)
    return { ...claim, sentence: judged.decision.sentence }
  },
)

async function ownName({ db, actor }: Ctx): Promise<string> {
  const [body] = actor.org ? await db.select({ name: orgs.shortName }).from(orgs).where(eq(orgs.id, actor.org)) : []
  return body?.name ?? actor.name
}

/** On to the departments of the batch, each asked for its own opinion. */
export const pass = command(
  { label: steps.pass.label, who: leads, input: which.extend({ opinion }), output: done },
  async (ctx, { id, opinion }) => {
    const claim = await claimToChange(ctx, id)
    advance(claimFlow, claim, 'pass', ctx.actor)
    requireGrantable(claim)
    const [batch] = await ctx.db.select({ jury: cycles.jury }).from(cycles).where(eq(cycles.id, claim.cycle))
    const { days } = await ruleOn(ctx, ctx.today)
    const asked = { claim: id, round: (await lastRound(ctx, id)) + 1, dueOn: addWorkdays(ctx.today, days.joint) }
    const gone = await go(ctx, claim, 'pass', { opinion, hands: batch!.jury })
    await hold(ctx, claim, claim.computed ?? 0)
    const none = { opinion: null, amount: null, text: null, givenOn: null, by: null }
    if (batch!.jury.length)
      await ctx.db.insert(claimOpinions).values(batch!.jury.map((department) => ({ ...asked, ...none, department })))
    return gone
  },
)

export function requireGrantable({ verdict, decision, computed }: Claim): void {
  const { sentence = '尚未测算' } = (decision ?? {}) as { sentence?: string }
  if (verdict === 'unknown') throw conflict(`${sentence}，请先核定`)
  if (verdict !== 'granted' && verdict !== 'people') throw conflict(`${sentence}，请作出不予支持决定`)
  if (verdict === 'granted' && !computed) throw conflict('扣除已享和叠加规则后没有可兑现的金额，请作出不予支持决定')
}

export async function lastRound({ db }: Ctx, claim: string): Promise<number> {
  const [last] = await db
    .select({ round: claimOpinions.round })
    .from(claimOpinions)
    .where(eq(claimOpinions.claim, claim))
    .orderBy(desc(claimOpinions.round))
    .limit(1)
  return last?.round ?? 0
}

/** May be changed as long as the meeting is not over. */
export const opine = command(
  {
    label: '提出会审意见',
    who: ['department'],
    input: which.extend({
      opinion: claimOpinion.shape.opinion.unwrap(),
      amount: fen('建议金额').positive('建议金额应大于零').nullable().default(null),
      text: text('说明', 1000).nullable().default(null),
    }),
    output: done,
  },
  async (ctx, { id, opinion, amount, text }) => {
    const claim = await claimHeld(ctx, id)
    const round = await lastRound(ctx, id)
    const own = and(eq(claimOpinions.claim, id), eq(claimOpinions.round, round), eq(claimOpinions.department, ctx.actor.org!))
    const [asked] = await ctx.db.select().from(claimOpinions).where(own)
    if (!asked) throw denied('该事项没有请本部门会审')
    if (claim.status !== 'joint') throw conflict(`当前为“${claimFlow.states[claim.status]}”，会审意见不能再改`)
    requireReasoned(claim, opinion, amount, text)
    const given = { opinion, amount: opinion === 'reduce' ? amount : null, text, givenOn: ctx.today, by: ctx.actor.name }
    await ctx.db.update(claimOpinions).set(given).where(eq(claimOpinions.id, asked.id))
    return claim
  },
)

function requireReasoned({ computed, asked }: Claim, opinion: string, amount: number | null, text: string | null): void {
  if (opinion === 'refuse' && !text) throw invalid('不同意的，请说明理由')
  if (opinion !== 'reduce') return
  if (amount === null || !text) throw invalid('核减金额的，请填写建议金额和理由')
  const most = computed ?? asked
  if (most !== null && amount >= most) throw invalid(`建议金额应低于 ${money(most)}`)
}

/** All are in; where one is against it, or less is proposed than computed, the lead unit gives its reasons. */
export const conclude = command(
  {
    label: steps.conclude.label,
    who: leads,
    input: which.extend({
      amount: fen('拟支持金额').positive('拟支持金额应大于零').nullable().default(null),
      opinion: text('会审结论', 500).nullable().default(null),
    }),
    output: done,
  },
  async (ctx, { id, amount, opinion }) => {
    const claim = await claimToChange(ctx, id)
    advance(claimFlow, claim, 'conclude', ctx.actor)
    requireGrantable(claim)
    const given = await opinionsOf(ctx, id)
    await requireAllIn(ctx, given)
    if (given.some((one) => one.opinion === 'refuse') && !opinion)
      throw invalid('有部门不同意，请写明予以支持的理由，或作出不予支持决定')
    const proposed = await proposedFor(ctx, claim, amount, opinion)
    await hold(ctx, claim, proposed)
    return go(ctx, claim, 'conclude', { change: { approved: proposed, reason: opinion }, opinion })
  },
)

export async function opinionsOf(ctx: Ctx, claim: string) {
  const round = await lastRound(ctx, claim)
  return ctx.db
    .select()
    .from(claimOpinions)
    .where(and(eq(claimOpinions.claim, claim), eq(claimOpinions.round, round)))
}

async function requireAllIn(ctx: Ctx, given: Awaited<ReturnType<typeof opinionsOf>>): Promise<void> {
  const why = await whyNotAllIn(ctx, given)
  if (why) throw conflict(why)
}

/** Who has not given its opinion yet; null where all are in. */
export async function whyNotAllIn(ctx: Ctx, given: Awaited<ReturnType<typeof opinionsOf>>): Promise<string | null> {
  const open = given.filter((one) => one.opinion === null).map(({ department }) => department)
  if (!open.length) return null
  const names = await orgNames(ctx, open)
  return `还有部门未提出意见：${open
    .map((one) => names.get(one) ?? '其他部门')
    .sort(byName.compare)
    .join('、')}`
}
const byName = new Intl.Collator('zh-CN')

/** Never above what was computed, nor above the limit of the clause. */
export async function proposedFor(ctx: Ctx, claim: Claim, amount: number | null, reason: string | null): Promise<number> {
  if (claim.verdict === 'people') {
    const most = mostByPeople((await grantingOf(ctx, claim)).clause.amount)
    if (amount === null) throw invalid('该条款由部门研究确定金额，请填写金额')
    if (!reason) throw invalid('请写明确定金额的理由')
    if (most !== null && amount > most) throw invalid(`金额不能超过该条款的上限 ${money(most)}`)
    return amount
  }
  const computed = claim.computed ?? 0
  const proposed = amount ?? computed
  if (proposed > computed) throw invalid(`金额不能超过测算金额 ${money(computed)}`)
  if (proposed < computed && !reason) throw invalid('金额低于测算金额，请写明核减的理由')
  return proposed
}

export const refuse = command(
  { label: steps.refuse.label, who: leads, input: which.extend({ reason: text('理由', 500) }), output: done },
  async (ctx, { id, reason }) => {
    const claim = await claimToChange(ctx, id)
    if (claim.status === 'public') throw conflict('该事项正在公示，请在核查异议后或公示期满后决定')
    const gone = await go(ctx, claim, 'refuse', { change: { outcome: reason }, opinion: reason })
    await letGo(ctx, claim, '不予支持')
    return gone
  },
)

export const pauseClaim = command(
  { label: '中止兑现时限', who: leads, input: which.extend({ reason: text('中止原因', 300) }), output: done },
  async (ctx, { id, reason }) => {
    const claim = await claimToChange(ctx, id)
    if (claim.status === 'public') throw conflict('公示的时限只因异议中止')
    await pause(ctx, claim, reason)
    return claim
  },
)
export const resumeClaim = command({ label: '恢复兑现时限', who: leads, input: which, output: done }, async (ctx, { id }) => {
  const claim = await claimToChange(ctx, id)
  if (claim.status === 'public') throw conflict('公示的时限在异议核查后自动恢复')
  await resume(ctx, claim)
  return claim
})

/** Another department is asked while the meeting goes on. */
export const askDepartment = command(
  { label: '增加会审部门', who: leads, input: which.extend({ department: z.uuid('请选择会审部门') }), output: done },
  async (ctx, { id, department }) => {
    const claim = await claimToChange(ctx, id)
    if (claim.status !== 'joint') throw conflict(`当前为“${claimFlow.states[claim.status]}”，不能增加会审部门`)
    const [body] = await ctx.db.select({ kind: orgs.kind }).from(orgs).where(eq(orgs.id, department))
    if (body?.kind !== 'department') throw invalid('会审部门应从部门名录中选择')
    const given = await opinionsOf(ctx, id)
    if (given.some((one) => one.department === department)) throw conflict('该部门已在会审部门中')
    const { days } = await ruleOn(ctx, ctx.today)
    const asked = { claim: id, round: await lastRound(ctx, id), department, dueOn: addWorkdays(ctx.today, days.joint) }
    await ctx.db
      .update(claims)
      .set({ hands: withHands(claim.hands, department) })
      .where(eq(claims.id, id))
    await ctx.db.insert(claimOpinions).values({ ...asked, opinion: null, amount: null, text: null, givenOn: null, by: null })
    return claim
  },
)
