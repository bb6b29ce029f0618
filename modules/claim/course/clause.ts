/** The clause a claim is decided by, for ever the version it was opened under; and what of its facts each side tells. */
import type { Fact } from '#engines/policy/fact.ts'
import { factsOf } from '#engines/policy/layout.ts'
import { type Clause, clauseId, type Mechanism, type Policy } from '#engines/policy/policy.ts'
import { readVersions } from '#modules/policy/reading.ts'
import type { Ctx } from '#platform/context.ts'
import { missing } from '#platform/problem.ts'

export type Granting = {
  policy: Policy
  clause: Clause
  /** `policy/clause` */
  id: string
  facts: readonly Fact[]
}

export async function grantingOf(ctx: Ctx, of: { version: string; clause: string }): Promise<Granting> {
  const policy = (await readVersions(ctx, [of.version])).get(of.version)?.policy
  const clause = policy?.clauses.find(({ code }) => code === of.clause)
  if (!policy || !clause) throw missing('条款')
  return { policy, clause, id: clauseId(policy, clause), facts: factsOf(policy, clause) }
}

/** What the firm alone can tell. */
export const declaredOf = ({ facts }: Granting): Fact[] => facts.filter(({ from }) => from === 'claim')
/** What the unit that examines finds out, or reads in the award of a level above. */
export const examinedOf = ({ facts }: Granting): Fact[] => facts.filter(({ from }) => from === 'examine' || from === 'upper')
export const inLedger = ({ facts }: Granting): Fact[] => facts.filter(({ from }) => from === 'ledger')

export type AskedMaterial = { title: string; required: boolean; proves: string | null }

/** What no ledger holds: the materials of the clause, and what proves a fact the firm tells. */
export function materialsOf(of: Granting): AskedMaterial[] {
  const asked = of.clause.materials
    .filter(({ ledger }) => ledger === null)
    .map(({ title, required }): AskedMaterial => ({ title, required, proves: null }))
  for (const { title, proof } of declaredOf(of)) {
    const same = asked.find((one) => one.title === proof)
    if (same) same.proves ??= title
    else if (proof) asked.push({ title: proof, required: false, proves: title })
  }
  return asked
}

/** What the ledgers hold of what the clause wants to be shown. */
export const heldMaterials = ({ clause }: Granting) =>
  clause.materials.flatMap(({ title, ledger }) => (ledger === null ? [] : [{ title, ledger }]))

/** At most so much where people decide; null where the clause sets no limit, or counts by itself. */
export const mostByPeople = (amount: Mechanism): number | null => (amount.is === 'people' ? amount.atMost : null)
