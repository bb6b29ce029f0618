/** An appeal against a refusal: raised in time by the firm, decided by the office; one that is upheld takes the claim up again. */
import { and, desc, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { command } from '#platform/action.ts'
import { addWorkdays } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { text, upload } from '#platform/fields.ts'
import { keepFile } from '#platform/files.ts'
import { conflict, missing } from '#platform/problem.ts'
import { claimHeld, claimToChange } from '../course/turn.ts'
import { type Claim, go } from '../course/way.ts'
import { claimFlow } from '../flow.ts'
import { requireMaterial } from '../materials/content.ts'
import { appeal as entity } from '../model.ts'
import { ruleOn } from '../rule.ts'
import { appeals, claims } from '../tables.ts'
import { done, firms } from './apply.ts'

const which = z.object({ id: z.uuid('没有找到该兑现事项，请核对网址') })

export const appeal = command(
  {
    label: '申请复核',
    who: firms,
    input: which.extend({ text: entity.shape.text, file: upload('复核附件').optional() }),
    output: done,
  },
  async (ctx, { id, text, file }) => {
    const claim = await claimToChange(ctx, id)
    if (claim.status !== 'refused') throw conflict(`当前为“${claimFlow.states[claim.status]}”，不能申请复核`)
    const { appealDays, objectionDays } = await ruleOn(ctx, claim.closedOn!)
    const last = addWorkdays(claim.closedOn!, appealDays)
    if (ctx.today > last) throw conflict(`复核申请期限已于 ${last} 届满`)
    const before = await ctx.db.select().from(appeals).where(eq(appeals.claim, id)).orderBy(desc(appeals.createdAt))
    if (before.some(({ decidedOn }) => decidedOn === null)) throw conflict('复核申请正在办理，请勿重复申请')
    if (before.some(({ decidedOn, upheld }) => upheld === false && decidedOn! >= claim.closedOn!))
      throw conflict('该决定已经复核维持，不再受理复核申请')
    const bytes = file && Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength)
    const kept =
      bytes && (await keepFile(ctx, { name: file.name, type: requireMaterial(file.name, bytes), bytes, audience: 'own' }))
    const raised = { raisedOn: ctx.today, dueOn: addWorkdays(ctx.today, objectionDays) }
    const open = { upheld: null, finding: null, decidedOn: null, by: null }
    await ctx.db.insert(appeals).values({ claim: id, org: ctx.actor.org, text, file: kept?.id ?? null, ...raised, ...open })
    return claim
  },
)

export const decideAppeal = command(
  {
    label: '作出复核决定',
    who: ['office'],
    input: which.extend({ upheld: entity.shape.upheld.unwrap(), finding: text('复核结论', 1000) }),
    output: done,
  },
  async (ctx, { id, upheld, finding }) => {
    const claim = await claimHeld(ctx, id)
    const [open] = await ctx.db
      .update(appeals)
      .set({ upheld, finding, decidedOn: ctx.today, by: ctx.actor.name })
      .where(and(eq(appeals.claim, id), isNull(appeals.decidedOn)))
      .returning()
    if (!open) throw missing('复核申请')
    if (!upheld) return claim
    await requireFree(ctx, claim)
    return go(ctx, claim, 'reopen', { change: { outcome: null, closedOn: null } })
  },
)

/** Nothing may have taken its place meanwhile. */
async function requireFree(ctx: Ctx, { id, enterprise, policy, clause, year, project }: Claim): Promise<void> {
  const same = and(eq(claims.enterprise, enterprise), eq(claims.policy, policy), eq(claims.clause, clause), eq(claims.year, year))
  const rows = await ctx.db.select().from(claims).where(same)
  const live = rows.find((one) => one.id !== id && one.project === project && !['refused', 'withdrawn'].includes(one.status))
  if (live) throw conflict(`企业已就同一条款另行申报（${live.number}），不能重新审核`)
}
