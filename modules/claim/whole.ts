/** One claim with everything about it that the reader may know: facts with their sources, decision, materials, opinions, course, money, what is next. */
import { asc, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Decision } from '#engines/policy/decision.ts'
import { type Fact, type FactKind, type Facts, type Known, type Origin, scales, type Value } from '#engines/policy/fact.ts'
import { sayingOf } from '#engines/policy/wording.ts'
import { orgNames } from '#modules/enterprise/place.ts'
import { accountOf } from '#modules/fund/account.ts'
import { heldBy } from '#modules/fund/money.ts'
import { accounts } from '#modules/fund/tables.ts'
import { policies } from '#modules/policy/tables.ts'
import { type Ctx, isOfficial } from '#platform/context.ts'
import { overAll } from '#platform/session.ts'
import { clockOf } from '#platform/step-clock.ts'
import { type Granting, grantingOf, heldMaterials, inLedger, materialsOf, mostByPeople } from './course/clause.ts'
import { clock } from './course/clocks.ts'
import { questionsIn, valuesIn } from './course/declared.ts'
import { judge, outcome } from './course/judge.ts'
import { waitingFor } from './course/money.ts'
import { nextStep, nextSteps } from './course/next.ts'
import { isAppealable, mayWrite, whyNotMine } from './course/turn.ts'
import type { Claim } from './course/way.ts'
import { currentMaterials } from './materials/current.ts'
import { appeal, claimMaterial, claimOpinion, claimPause, claimRow, claimStep } from './model.ts'
import { appeals, claimOpinions, claimPauses, claimSteps, cycles, publicities } from './tables.ts'

const kinds = [
  'count',
  'money',
  'area',
  'share',
  'months',
  'years',
  'score',
  'rent',
  'day',
  'yes',
  'text',
] as const satisfies FactKind[]
const origins = ['ledger', 'claim', 'examine', 'upper'] as const satisfies Origin[]
export const factLine = z.object({
  title: z.string(),
  kind: z.enum(kinds),
  unit: z.string(),
  /** How many of the kept unit make one that is written. */
  scale: z.number(),
  from: z.enum(origins),
  values: z.array(z.string()).nullable(),
  words: z.tuple([z.string(), z.string()]).nullable(),
  hint: z.string().nullable(),
  proof: z.string().nullable(),
  value: z.union([z.number(), z.boolean(), z.string()]).nullable(),
  said: z.string().nullable(),
  asOf: z.string().nullable(),
  source: z.string().nullable(),
  questioned: z.string().nullable(),
})
export type FactLine = z.output<typeof factLine>

export const outcomeOf = z.object({
  decision: z.custom<Decision>(),
  verdict: claimRow.shape.verdict,
  computed: z.number().nullable(),
  /** What rules of stacking take off, and why. */
  remarks: z.array(z.string()),
})

const id = z.uuid()
export const wholeClaim = z.object({
  claim: claimRow.omit({ declared: true, facts: true, past: true, decision: true, hands: true, account: true }),
  names: z.object({
    holder: z.string().nullable(),
    org: z.string().nullable(),
    policy: z.string(),
    policyCode: z.string(),
    cycle: z.string(),
    article: z.string(),
    plain: z.string().nullable(),
    publicity: z.string().nullable(),
  }),
  asOf: z.string(),
  closesOn: z.string().nullable(),
  facts: z.array(factLine),
  outcome: outcomeOf.nullable(),
  /** At most so much where people decide. */
  most: z.number().nullable(),
  asked: z.array(z.object({ title: z.string(), required: z.boolean(), proves: z.string().nullable() })),
  heldByLedgers: z.array(z.object({ title: z.string(), ledger: z.string() })),
  materials: z.array(claimMaterial.omit({ file: true, claim: true }).extend({ id })),
  /** How many more there are that the reader may not see. */
  withheld: z.number(),
  account: z.object({ holder: z.string(), bank: z.string(), number: z.string() }).nullable(),
  /** Of the last meeting; nothing for the firm. */
  opinions: z.array(claimOpinion.extend({ id, departmentName: z.string(), mine: z.boolean() })),
  steps: z.array(
    claimStep.extend({
      id,
      holderName: z.string().nullable(),
      clock,
      pauses: z.array(claimPause.omit({ step: true, claim: true, by: true })),
    }),
  ),
  appeals: z.array(appeal.omit({ file: true, org: true }).extend({ id })),
  money: z.object({ reserved: z.number(), committed: z.number(), paid: z.number() }).nullable(),
  /** Its place in the line for money. */
  place: z.number().nullable(),
  /** The reader fills it in: the firm, or the office in its stead. */
  writable: z.boolean(),
  /** The reader may appeal against the refusal, or against the sum. */
  appealable: z.boolean(),
  next: z.array(nextStep),
  why: z.string().nullable(),
})
export type WholeClaim = z.output<typeof wholeClaim>

export async function readClaim(ctx: Ctx, claim: Claim): Promise<WholeClaim> {
  const { db } = ctx
  const granting = await grantingOf(ctx, claim)
  const [batch] = await db.select().from(cycles).where(eq(cycles.id, claim.cycle))
  const [policy] = await db.select().from(policies).where(eq(policies.id, claim.policy))
  const [list] = claim.publicity ? await db.select().from(publicities).where(eq(publicities.id, claim.publicity)) : []
  const account = await accountToSee(ctx, claim)
  const opinions = await opinionsTo(ctx, claim)
  const steps = await stepsOf(ctx, claim)
  const names = await orgNames(ctx, [
    claim.holder,
    claim.org,
    ...opinions.map(({ department }) => department),
    ...steps.map(({ holder }) => holder),
  ])
  const named = (one: string | null) => (one === null ? null : (names.get(one) ?? null))
  const standing = await standingOf(ctx, claim, granting, batch!.asOf)
  const official = isOfficial(ctx.actor.role)
  const why = await whyNotMine(ctx, claim)
  const materials = await currentMaterials(ctx, claim.id)
  return {
    claim,
    names: {
      ...{ holder: named(claim.holder), org: named(claim.org), policy: policy!.title, policyCode: policy!.code },
      ...{ cycle: batch!.title, article: granting.clause.article, plain: granting.clause.plain, publicity: list?.number ?? null },
    },
    ...{ asOf: batch!.asOf, closesOn: batch!.closesOn, most: mostByPeople(granting.clause.amount) },
    facts: linesOf(granting, standing.facts, claim),
    outcome: standing.outcome,
    ...{ asked: materialsOf(granting), heldByLedgers: heldMaterials(granting), materials },
    account: account
      ? { ...account, number: official && ctx.actor.role !== 'office' ? masked(account.number) : account.number }
      : null,
    withheld: (await overAll(ctx, (wide) => currentMaterials(wide, claim.id))).length - materials.length,
    opinions: opinions.map((one) => ({
      ...one,
      departmentName: named(one.department) ?? '',
      mine: one.department === ctx.actor.org && claim.status === 'joint',
    })),
    steps: steps.map((step) => ({ ...step, holderName: named(step.holder) })),
    appeals: await db.select().from(appeals).where(eq(appeals.claim, claim.id)).orderBy(asc(appeals.raisedOn)),
    money: official ? await heldBy(ctx, claim.id) : null,
    place: claim.status === 'queued' ? await placeOf(ctx, claim) : null,
    writable: mayWrite(ctx, claim),
    appealable: mayWrite(ctx, claim) && isAppealable(claim),
    next: await nextSteps(ctx, claim, why),
    why,
  }
}

/** Until it is handed in the firm's account of the day, which it is then paid to. */
async function accountToSee(ctx: Ctx, claim: Claim) {
  const open = claim.status === 'draft' || claim.status === 'consenting' || claim.status === 'correcting'
  if (open && mayWrite(ctx, claim)) return accountOf(ctx, claim.enterprise)
  const [kept] = claim.account ? await ctx.db.select().from(accounts).where(eq(accounts.id, claim.account)) : []
  return kept ?? null
}

const masked = (number: string) => `${'*'.repeat(Math.max(0, number.length - 4))}${number.slice(-4)}`

/** Before it is handed in, as it would come to now; afterwards as it is frozen. */
async function standingOf(ctx: Ctx, claim: Claim, granting: Granting, day: string) {
  if (claim.status === 'draft' || claim.status === 'correcting' || claim.decision === null) {
    const { facts, decision, verdict, computed, remarks } = await overAll(ctx, (wide) => judge(wide, claim))
    return { facts: facts as Facts, outcome: { decision, verdict, computed, remarks } }
  }
  const { facts, past, year, project, verdict, computed } = claim
  const decision = claim.decision as Decision
  const kept = { facts: facts as Facts, past: past as never[], day, year, project }
  const { remarks } = await outcome(ctx, granting, kept)
  return { facts: facts as Facts, outcome: { decision, verdict, computed, remarks } }
}

export function linesOf(granting: Granting, facts: Facts, { declared }: Pick<Claim, 'declared'>): FactLine[] {
  const questions = new Map(questionsIn(declared).map(({ title, text }) => [title, text]))
  const told = valuesIn(declared)
  const ledger = inLedger(granting)
  return granting.facts.map((fact) => {
    const known: Known = facts[fact.title] ?? { value: told[fact.title] ?? null, asOf: null, source: null }
    return {
      ...{ title: fact.title, kind: fact.kind, unit: fact.unit, from: fact.from, scale: scaleOf(fact) },
      ...{ values: fact.values ? [...fact.values] : null, words: fact.words ? ([...fact.words] as [string, string]) : null },
      ...{ hint: fact.hint ?? null, proof: fact.proof ?? null },
      ...{ value: known.value, said: saidOf(fact, known.value), asOf: known.asOf, source: known.source },
      questioned: ledger.includes(fact) ? (questions.get(fact.title) ?? null) : null,
    }
  })
}

const scaleOf = ({ kind }: Fact): number => (kind === 'day' || kind === 'yes' || kind === 'text' ? 1 : scales[kind])
function saidOf(fact: Fact, value: Value): string | null {
  if (value === null) return null
  if (typeof value === 'boolean') return fact.words ? fact.words[value ? 0 : 1] : value ? '是' : '否'
  return typeof value === 'number' ? sayingOf(fact)(value) : value
}

async function opinionsTo({ db }: Ctx, { id }: Claim) {
  const all = await db
    .select()
    .from(claimOpinions)
    .where(eq(claimOpinions.claim, id))
    .orderBy(desc(claimOpinions.round), asc(claimOpinions.department))
  return all.filter(({ round }) => round === all[0]!.round)
}

async function stepsOf({ db, today }: Ctx, { id }: Claim) {
  const steps = await db
    .select()
    .from(claimSteps)
    .where(eq(claimSteps.claim, id))
    .orderBy(asc(claimSteps.since), asc(claimSteps.createdAt), asc(claimSteps.endedOn))
  const pauses = await db.select().from(claimPauses).where(eq(claimPauses.claim, id)).orderBy(asc(claimPauses.since))
  return steps.map((step) => {
    const own = pauses.filter((one) => one.step === step.id)
    return { ...step, clock: clockOf(step, own, today), pauses: own }
  })
}

const placeOf = (ctx: Ctx, claim: Claim): Promise<number> =>
  overAll(ctx, async (wide) => (await waitingFor(wide, claim)).findIndex(({ id }) => id === claim.id) + 1)
