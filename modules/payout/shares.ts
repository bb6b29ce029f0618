/** Whom an approved claim is paid to, and how much each: as the decision shares it, to the 分. */
import type { Decision } from '#engines/policy/decision.ts'
import { shared, spread } from '#engines/policy/mechanism/settle.ts'

/** Null is the firm itself. */
export type Share = { payee: string | null; amount: number }

/** `own` is how the clause calls whoever claims. Of a lesser sum than computed each has the same part. */
export function sharesOf(decision: Pick<Decision, 'payees'> | null, own: string, approved: number): Share[] {
  const told = decision?.payees.filter(({ amount }) => amount > 0) ?? []
  if (told.length === 0) return [{ payee: null, amount: approved }]
  const whole = BigInt(told.reduce((sum, { amount }) => sum + amount, 0))
  const parts = told.map(({ payee, amount }) => ({ payee, part: BigInt(amount), of: whole }))
  return shared(approved, parts, own)
    .filter(({ amount }) => amount > 0)
    .map(({ payee, amount }) => ({ payee: payee === own ? null : payee, amount }))
}

/** The parts of an approved sum by the stages they are for; what no stage takes stands by itself. */
export function stagesOf(decision: Pick<Decision, 'milestones'> | null, approved: number) {
  const stages = spread(approved, decision?.milestones ?? []).filter(({ amount }) => amount > 0)
  const rest = approved - stages.reduce((sum, { amount }) => sum + amount, 0)
  const named = stages.map(({ title, amount }) => ({ milestone: title as string | null, amount }))
  return rest > 0 ? [...named, { milestone: null, amount: rest }] : named
}
