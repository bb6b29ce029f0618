/** A firm claims, or the office for it on paper: asked only for what no ledger holds, handed in, corrected, withdrawn. */
import { and, eq, notInArray } from 'drizzle-orm'
import { z } from 'zod'
import type { File } from '#modules/enterprise/presence.ts'
import { ownFile } from '#modules/enterprise/queries.ts'
import { accountOf, keepAccount } from '#modules/fund/account.ts'
import { account } from '#modules/fund/model.ts'
import { command } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { fen, text } from '#platform/fields.ts'
import { conflict, invalid } from '#platform/problem.ts'
import { begin, requireOpen } from '../course/begin.ts'
import { declaredOf, grantingOf, inLedger, materialsOf, mostByPeople } from '../course/clause.ts'
import { checkDeclared, checkQuestioned, projectIn, questionsIn, valuesIn } from '../course/declared.ts'
import { judge } from '../course/judge.ts'
import { letGo } from '../course/money.ts'
import { claimToWrite } from '../course/turn.ts'
import { asConsequence, type Claim, go } from '../course/way.ts'
import { claimFlow, closedStates } from '../flow.ts'
import { currentMaterials } from '../materials/current.ts'
import { claims, cycles } from '../tables.ts'

export const firms = ['enterprise', 'institution'] as const
/** The office in the stead of a firm that claims on paper. */
export const writers = [...firms, 'office'] as const
export const done = z.object({ id: z.uuid(), number: z.string() })
const which = z.object({ id: z.uuid('没有找到该兑现事项，请核对网址') })

export async function requireFile(ctx: Ctx): Promise<File> {
  const own = await ownFile(ctx)
  if (!own) throw conflict('本单位尚未认领企业档案，请先申请认领')
  requirePresent(own)
  return own
}

export function requirePresent({ leftOn }: File): void {
  if (leftOn !== null) throw conflict(`本企业已于 ${leftOn} 离区，不能申报`)
}

export const start = command(
  { label: '填写申报', who: firms, input: z.object({ cycle: z.uuid('请选择兑现批次'), clause: text('条款', 60) }), output: done },
  async (ctx, asked) => begin(ctx, await requireFile(ctx), asked),
)

const told = {
  /** Values in the kept units of their facts. */
  declared: z.record(z.string(), z.union([z.number(), z.boolean(), z.string(), z.null()])),
  /** What it holds against facts of the ledgers. */
  questioned: z.record(z.string(), text('疑问', 300)).default({}),
  asked: fen('申报金额').positive('申报金额应大于零').nullable().default(null),
}

export const save = command(
  { label: '保存申报', who: writers, input: which.extend(told), output: done },
  async (ctx, { id, declared, questioned, asked }) => {
    const claim = await claimToWrite(ctx, id)
    requireWritable(claim)
    const granting = await grantingOf(ctx, claim)
    const values = checkDeclared(declaredOf(granting), declared)
    const project = projectIn(values)
    const whole = { ...values, ...checkQuestioned(inLedger(granting), questioned) }
    const most = mostByPeople(granting.clause.amount)
    if (asked !== null && most !== null && asked > most) throw invalid(`申报金额不能超过该条款的上限 ${most / 100} 元`)
    await ctx.db.update(claims).set({ declared: whole, project, asked }).where(eq(claims.id, id))
    return claim
  },
)

function requireWritable({ status }: Claim): void {
  if (status === 'draft' || status === 'correcting') return
  throw conflict(`当前为“${claimFlow.states[status]}”，不能修改申报内容`)
}

/** Entered once; claims that are still open take the new one. */
export const saveAccount = command(
  {
    label: '登记收款账户',
    who: firms,
    input: account.pick({ holder: true, bank: true, number: true }),
    output: z.object({ id: z.uuid() }),
  },
  async (ctx, given) => {
    const file = await requireFile(ctx)
    const id = await keepAccount(ctx, { ...given, enterprise: file.id, org: ctx.actor.org })
    const open = notInArray(claims.status, ['paying', ...closedStates])
    await ctx.db
      .update(claims)
      .set({ account: id })
      .where(and(eq(claims.enterprise, file.id), eq(claims.org, ctx.actor.org!), open))
    return { id }
  },
)

export const submit = command(
  { label: claimFlow.steps.submit.label, who: writers, input: which, output: done },
  async (ctx, { id }) => {
    const claim = await claimToWrite(ctx, id)
    const [batch] = await ctx.db.select().from(cycles).where(eq(cycles.id, claim.cycle))
    if (claim.status === 'draft') requireOpen(ctx, batch!)
    const change = { ...(await complete(ctx, claim)), submittedAt: ctx.now.toISOString() }
    return go(ctx, claim, 'submit', { change, hands: [batch!.org] })
  },
)

/** Its place in the line is kept, and it goes back to the step that returned it. */
export const resubmit = command(
  { label: claimFlow.steps.resubmit.label, who: writers, input: which, output: done },
  async (ctx, { id }) => {
    const claim = await claimToWrite(ctx, id)
    const change = { ...(await complete(ctx, claim)), returnTo: null }
    return go(ctx, claim, 'resubmit', { change, back: claim.returnTo ?? 'accepting' })
  },
)

/** Whole enough to be handed in; frozen with what is known of the firm and what it comes to. */
async function complete(ctx: Ctx, claim: Claim) {
  // A claim that cannot be handed in now is refused by the flow, with its own sentence.
  if (claim.status !== 'draft' && claim.status !== 'correcting') return {}
  const granting = await grantingOf(ctx, claim)
  const values = valuesIn(claim.declared)
  const lacking = declaredOf(granting).filter(({ title }) => values[title] === undefined)
  if (lacking.length) throw invalid(`请填报${lacking.map(({ title }) => `“${title}”`).join('、')}`)
  await requireMaterials(ctx, claim)
  const account = await accountOf(ctx, claim.enterprise)
  if (!account) throw invalid('请先登记收款账户')
  const { remarks: _, ...judged } = await asConsequence(ctx, (wide) => judge(wide, claim))
  if (judged.verdict === 'refused' && !questionsIn(claim.declared).length)
    throw conflict(`${judged.decision.sentence}。对台账数据有疑问的，请在该项数据后提出，再提交申报`)
  const asked = claim.asked ?? judged.computed
  if (judged.verdict === 'people' && asked === null) throw invalid('该条款由部门研究确定金额，请填写申报金额')
  return { ...judged, asked, account: account.id }
}

async function requireMaterials(ctx: Ctx, claim: Claim): Promise<void> {
  const there = await currentMaterials(ctx, claim.id)
  const infected = there.find(({ scan }) => scan === 'infected')
  if (infected) throw conflict(`材料“${infected.fileName}”含病毒，请移除后重新提供`)
  const lacking = materialsOf(await grantingOf(ctx, claim)).filter(
    ({ title, required }) => required && !there.some((one) => one.title === title),
  )
  if (lacking.length) throw invalid(`请提供材料：${lacking.map(({ title }) => title).join('、')}`)
}

/** Whatever was reserved for it is free again. */
export const withdraw = command(
  {
    label: claimFlow.steps.withdraw.label,
    who: writers,
    input: which.extend({ reason: text('撤回原因', 500) }),
    output: done,
  },
  async (ctx, { id, reason }) => {
    const claim = await claimToWrite(ctx, id)
    const gone = await go(ctx, claim, 'withdraw', { change: { outcome: reason }, opinion: reason })
    await letGo(ctx, claim, '撤回')
    return gone
  },
)
