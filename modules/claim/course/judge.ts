/**
 * What a claim comes to: its facts gathered and frozen together with what was had before, the decision of the engine upon them, and
 * what rules of stacking leave of it. The same frozen facts give the same decision for ever.
 */
import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import { decide } from '#engines/policy/decide.ts'
import type { Decision } from '#engines/policy/decision.ts'
import type { Award, Facts, Past, TakenOff } from '#engines/policy/fact.ts'
import { clauseId, type Stacking } from '#engines/policy/policy.ts'
import { awardOf, bestCombination } from '#engines/policy/stack/combination.ts'
import { pastOf } from '#modules/fund/past.ts'
import { awards } from '#modules/fund/tables.ts'
import { readVersions } from '#modules/policy/reading.ts'
import { policies, policyVersions } from '#modules/policy/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { claims, cycles } from '../tables.ts'
import { examinedOf, type Granting, grantingOf, inLedger } from './clause.ts'
import { asFacts, type Declared, valuesIn } from './declared.ts'
import { ledgerFacts } from './ledger.ts'
import type { Claim } from './way.ts'

export type Judged = Pick<Claim, 'facts' | 'past' | 'verdict' | 'computed'> & { decision: Decision; remarks: string[] }
type Asked = Pick<Claim, 'version' | 'clause' | 'cycle' | 'enterprise' | 'year' | 'project' | 'facts'> & {
  id: string | null
  declared: Declared
}

/** @param ctx that sees all rows of the firm (asConsequence): what is known of it does not depend on who asks */
export async function judge(ctx: Ctx, of: Asked): Promise<Judged> {
  const granting = await grantingOf(ctx, of)
  const day = await dayOf(ctx, of.cycle)
  const facts = { ...(await ledgerFacts(ctx, of.enterprise, day, inLedger(granting))), ...toldBy(granting, of, day) }
  const past = await pastFor(ctx, of)
  return outcome(ctx, granting, { facts, past, day, year: of.year, project: of.project })
}

/** The firm's own word, and what was examined before; the facts stay in the order of the clause. */
function toldBy(granting: Granting, { declared, facts }: Asked, day: string): Facts {
  const kept = facts as Facts
  const examined = examinedOf(granting).flatMap(({ title }) => (kept[title] ? [[title, kept[title]] as const] : []))
  return { ...asFacts(valuesIn(declared), day, '企业申报'), ...Object.fromEntries(examined) }
}

type Given = { facts: Facts; past: Past; day: string; year: number; project: string | null }
/** From what is frozen alone, and the rules of stacking of the day. */
export async function outcome(ctx: Ctx, { policy, clause, id }: Granting, { facts, past, day, year, project }: Given) {
  const decision = decide(policy, clause.code, facts, past, day)
  const { amount, remarks } =
    decision.amount === null
      ? { amount: null, remarks: [] }
      : await stacked(ctx, { clause: id, project, amount: decision.amount }, past, year, day)
  return { facts, past: [...past], decision, verdict: decision.verdict, computed: amount, remarks }
}

async function dayOf({ db }: Ctx, cycle: string): Promise<string> {
  const [found] = await db.select({ asOf: cycles.asOf }).from(cycles).where(eq(cycles.id, cycle))
  return found!.asOf
}

/** What was had, and what is approved and only waits to be paid: it will have been had. */
async function pastFor(ctx: Ctx, { id, enterprise }: Asked): Promise<Past> {
  const paying = and(
    eq(claims.enterprise, enterprise),
    inArray(claims.status, ['paying', 'appealed', 'paid']),
    id ? ne(claims.id, id) : undefined,
    sql`not exists (select 1 from ${awards} a where a.claim = ${claims.id})`,
  )
  const rows = await ctx.db
    .select({ claim: claims, code: policies.code })
    .from(claims)
    .innerJoin(policies, eq(policies.id, claims.policy))
    .where(paying)
    .orderBy(claims.number)
  const past = [...(await pastOf(ctx, enterprise))]
  for (const { claim, code } of rows) past.push(...awardsOf(claim, `${code}/${claim.clause}`, await takenOff(ctx, claim)))
  return past
}

function awardsOf({ year, project, approved, decision }: Claim, clause: string, taken: TakenOff[]): Award[] {
  const less = taken.length > 0 ? { less: taken } : {}
  const reached = (decision as Decision | null)?.milestones ?? []
  if (reached.length === 0) return [{ clause, year, project, milestone: null, amount: approved ?? 0, ...less }]
  return reached.map(({ title, amount }, at) => ({ clause, year, project, milestone: title, amount, ...(at === 0 ? less : {}) }))
}

/** What of other awards was taken off it, by the rules of the day and the past it was decided by. */
export async function takenOff(ctx: Ctx, claim: Claim): Promise<TakenOff[]> {
  // As the engine gave them; the columns keep them as they are.
  const [decision, past] = [claim.decision as Decision | null, claim.past as Past]
  if (!decision?.amount) return []
  const { id } = await grantingOf(ctx, claim)
  const candidate = { clause: id, project: claim.project, amount: decision.amount }
  const { kept } = await stacked(ctx, candidate, past, claim.year, await dayOf(ctx, claim.cycle))
  return kept.flatMap((one) => [...(awardOf(one, claim.year).less ?? [])])
}

type Candidate = { clause: string; project: string | null; amount: number }
async function stacked(ctx: Ctx, candidate: Candidate, past: Past, year: number, day: string) {
  const { stacking, titles } = await rulesOn(ctx, day)
  const { total, kept, dropped } = bestCombination({ candidates: [candidate], stacking, past, year, titles })
  const remarks = [...kept.flatMap(({ less }) => less.map(({ by }) => by)), ...dropped.map(({ because }) => because)]
  return { amount: total, remarks, kept }
}

/** How the district's clauses in force on the day bear on one another. */
async function rulesOn(ctx: Ctx, day: string): Promise<{ stacking: Stacking[]; titles: Map<string, string> }> {
  const inForce = and(
    eq(policyVersions.status, 'published'),
    sql`${policyVersions.since} <= ${day} and (${policyVersions.until} is null or ${policyVersions.until} >= ${day})`,
    eq(policies.demonstration, false),
  )
  const rows = await ctx.db
    .select({ id: policyVersions.id })
    .from(policyVersions)
    .innerJoin(policies, eq(policies.id, policyVersions.policy))
    .where(inForce)
    .orderBy(policies.code)
  const read = await readVersions(
    ctx,
    rows.map(({ id }) => id),
  )
  const all = rows.flatMap(({ id }) => read.get(id)?.policy ?? [])
  const titles = all.flatMap((policy) => policy.clauses.map((clause) => [clauseId(policy, clause), clause.title] as const))
  return { stacking: all.flatMap(({ stacking }) => stacking), titles: new Map(titles) }
}
