/** What firms hold to after they were paid: looked at when it falls due, kept, missed and recovered, or waived (plan task 3). */
import { and, eq, lte, or, sql } from 'drizzle-orm'
import { money } from '#engines/policy/wording.ts'
import { takeUp } from '#modules/claim/course/money.ts'
import { claims } from '#modules/claim/tables.ts'
import { enterprises } from '#modules/enterprise/tables.ts'
import { heldBy, restore } from '#modules/fund/money.ts'
import { takeBack } from '#modules/fund/past.ts'
import { factsOfMany } from '#modules/policy/facts/gather.ts'
import { readVersions } from '#modules/policy/reading.ts'
import type { Ctx } from '#platform/context.ts'
import { conflict, invalid, missing } from '#platform/problem.ts'
import { oneAtATime } from '#platform/session.ts'
import { commitmentStates } from './flow.ts'
import { type Outcome, performed, titlesOf } from './performance.ts'
import { commitments } from './tables.ts'

export type CommitmentRow = typeof commitments.$inferSelect

/** Held until the end of the step, and still open. */
export async function openCommitment(ctx: Ctx, id: string): Promise<CommitmentRow> {
  const [seen] = await ctx.db.select().from(commitments).where(eq(commitments.id, id)).for('update')
  if (!seen) throw missing('后续义务')
  if (seen.status !== 'open') throw conflict(`该项义务${commitmentStates[seen.status]}，不能再办理`)
  return seen
}

/** Locks that are over and performances that are due; firms that left within their lock. Answers how many were kept. */
export async function lookAtDue(ctx: Ctx): Promise<number> {
  const leftEarly = sql`${commitments.kind} = 'lock' and ${enterprises.leftOn} < ${commitments.dueOn}`
  const rows = await ctx.db
    .select({ id: commitments.id })
    .from(commitments)
    .innerJoin(enterprises, eq(enterprises.id, commitments.enterprise))
    .where(
      and(
        eq(commitments.status, 'open'),
        sql`${commitments.kind} <> 'recovery'`,
        or(lte(commitments.dueOn, ctx.today), leftEarly),
        // Once a day while it is not known; what was found missed waits for people.
        sql`(outcome is null or outcome->>'met' <> 'not-met' and outcome->>'day' < ${ctx.today})`,
      ),
    )
  let kept = 0
  for (const { id } of rows) {
    const outcome = await lookAt(ctx, await openCommitment(ctx, id))
    if (outcome.met === 'met') kept += 1
  }
  return kept
}

/** On the facts of today; what is met is closed, everything else is for people to decide. */
export async function lookAt(ctx: Ctx, of: CommitmentRow): Promise<Outcome> {
  if (of.kind === 'recovery') throw conflict('资金追回不需要核查')
  const outcome = of.kind === 'lock' ? await stayed(ctx, of) : await achieved(ctx, of)
  const over = outcome.met === 'met' && of.dueOn <= ctx.today
  await ctx.db
    .update(commitments)
    .set({ outcome, ...(over ? { status: 'met', closedOn: ctx.today } : {}) })
    .where(eq(commitments.id, of.id))
  return outcome
}

async function stayed({ db, today: day }: Ctx, { enterprise, dueOn }: CommitmentRow): Promise<Outcome> {
  const [firm] = await db.select({ leftOn: enterprises.leftOn }).from(enterprises).where(eq(enterprises.id, enterprise))
  const leftOn = firm?.leftOn ?? null
  const early = leftOn !== null && leftOn < dueOn
  const sentence = early ? `企业已于 ${leftOn} 迁出本区，早于锁定期届满之日 ${dueOn}` : '企业在锁定期内未迁出本区'
  return { day, met: early ? 'not-met' : 'met', sentence, reasons: [] }
}

async function achieved(ctx: Ctx, { claim: id, enterprise, title, dueOn }: CommitmentRow): Promise<Outcome> {
  const [claim] = await ctx.db.select({ version: claims.version, clause: claims.clause }).from(claims).where(eq(claims.id, id))
  const policy = claim && (await readVersions(ctx, [claim.version])).get(claim.version)?.policy
  const clause = policy?.clauses.find(({ code }) => code === claim?.clause)
  const promised = clause?.commitments.find((one) => one.is === 'performance' && one.title === title)
  if (!policy || !clause || promised?.is !== 'performance') throw conflict('条款中没有这项考核要求，请人工核实')
  // Judged by the day it was promised for, as far as is known today.
  const day = dueOn < ctx.today ? dueOn : ctx.today
  const facts = await factsOfMany(ctx, { day, known: ctx.today, titles: titlesOf(promised), enterprises: [enterprise] })
  return { ...performed(policy, clause, promised, facts.get(enterprise) ?? {}, day), day: ctx.today }
}

/** Not kept: so much is to come back by a day. */
export async function miss(
  ctx: Ctx,
  of: CommitmentRow,
  recovery: { amount: number; dueOn: string; note: string },
): Promise<string> {
  const { amount, dueOn, note } = recovery
  if (of.kind === 'recovery') throw conflict('资金追回逾期的，请继续催收或予以豁免')
  if (of.kind === 'performance' && of.dueOn > ctx.today) throw conflict(`考核日为 ${of.dueOn}，尚未到期`)
  if (dueOn <= ctx.today) throw invalid('追回期限应晚于今天')
  await oneAtATime(ctx, `recovery ${of.claim}`)
  const most = (await heldBy(ctx, of.claim))?.paid ?? 0
  const asked = await outstanding(ctx, of.claim)
  if (amount <= 0) throw invalid('应追回金额应大于零')
  if (amount > most - asked) {
    const already = asked > 0 ? `，已有 ${money(asked)} 正在追回` : ''
    throw invalid(`该事项已拨付 ${money(most)}${already}，应追回金额不能超过 ${money(most - asked)}`)
  }
  await ctx.db
    .update(commitments)
    .set({ status: 'missed', recover: amount, note, closedOn: ctx.today })
    .where(eq(commitments.id, of.id))
  const { claim, enterprise, org } = of
  const begun = { status: 'open' as const, outcome: null, recovered: 0, closedOn: null }
  const [row] = await ctx.db
    .insert(commitments)
    .values({
      claim,
      enterprise,
      org,
      kind: 'recovery',
      title: `追回资金：${of.title}`.slice(0, 200),
      dueOn,
      recover: amount,
      note,
      ...begun,
    })
    .returning({ id: commitments.id })
  return row!.id
}

async function outstanding({ db }: Ctx, claim: string): Promise<number> {
  const rows = await db
    .select({ recover: commitments.recover, recovered: commitments.recovered })
    .from(commitments)
    .where(and(eq(commitments.claim, claim), eq(commitments.kind, 'recovery'), eq(commitments.status, 'open')))
  return rows.reduce((sum, { recover, recovered }) => sum + recover - recovered, 0)
}

/** Money that came back is free for others: whoever waits for it comes next. */
export async function recover(ctx: Ctx, of: CommitmentRow, amount: number, voucher: string): Promise<void> {
  if (of.kind !== 'recovery') throw conflict('该项义务没有应追回的资金')
  const left = of.recover - of.recovered
  if (amount <= 0) throw invalid('追回金额应大于零')
  if (amount > left) throw invalid(`尚应追回 ${money(left)}，登记金额不能超过此数`)
  await restore(ctx, { matter: of.claim, amount, note: `追回资金，凭证号 ${voucher}` })
  await takeBack(ctx, of.claim, amount)
  const ended = amount === left ? { status: 'recovered' as const, closedOn: ctx.today } : {}
  await ctx.db
    .update(commitments)
    .set({ recovered: of.recovered + amount, ...ended })
    .where(eq(commitments.id, of.id))
  const [claim] = await ctx.db.select({ line: claims.line, year: claims.year }).from(claims).where(eq(claims.id, of.claim))
  // Approving whoever waits is the office's.
  if (claim && ctx.actor.role === 'office') await takeUp(ctx, claim)
}
