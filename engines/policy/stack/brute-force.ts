/**
 * The best combination by trying every set of candidates, written straight from the sentences in combination.ts and sharing no code with it.
 * Only for tests and the benchmark: the time doubles with every candidate.
 */
import type { Past } from '../fact.ts'
import type { Stacking } from '../policy.ts'

type Claim = { clause: string; project: string | null; amount: number }
type Case = { candidates: readonly Claim[]; stacking: readonly Stacking[]; past: Past; year: number }

export function bestOfAllSets({ candidates, stacking, past, year }: Case): { total: number; kept: Claim[] } {
  const order = inOrder(candidates, stacking)
  let best: { total: number; kept: Claim[] } = { total: 0, kept: [] }
  // The set that claims the earliest comes first, so that among equals it stands.
  for (let set = 2 ** order.length - 1; set > 0; set -= 1) {
    const claims = order.filter((_, i) => Math.floor(set / 2 ** (order.length - 1 - i)) % 2 === 1)
    if (!isLawful(claims, { stacking, past, year })) continue
    const kept = paidFor(claims, { stacking, past, year }).filter(({ amount }) => amount > 0)
    const total = kept.reduce((sum, { amount }) => sum + amount, 0)
    kept.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0))
    if (isBetter({ total, kept }, best)) best = { total, kept }
  }
  return best
}

const nameOf = ({ clause, project }: Claim) => `${clause}\n${project ?? ''}`

function isBetter(one: { total: number; kept: Claim[] }, other: { total: number; kept: Claim[] }): boolean {
  if (one.total !== other.total) return one.total > other.total
  if (one.kept.length !== other.kept.length) return one.kept.length > other.kept.length
  return one.kept.map(nameOf).join('\n\n') < other.kept.map(nameOf).join('\n\n')
}

/** Deductions in the same combination: those of a circle only where the earlier clause is the first by code. */
function deductions(stacking: readonly Stacking[]): [paid: string, from: string][] {
  const all = stacking.flatMap((rule) =>
    rule.is === 'deduct' ? rule.paid.map((paid): [string, string] => [paid, rule.from]) : [],
  )
  const leads = (start: string, end: string): boolean => {
    let reached = [start]
    for (let round = 0; round <= all.length; round += 1) {
      if (reached.includes(end)) return true
      reached = [...new Set(all.filter(([paid]) => reached.includes(paid)).map(([, from]) => from))]
    }
    return false
  }
  return all.filter(([paid, from]) => paid < from || (paid !== from && !leads(from, paid)))
}

/** Takes the clauses layer by layer: those whose every earlier clause is taken already. */
function inOrder(candidates: readonly Claim[], stacking: readonly Stacking[]): Claim[] {
  const edges = deductions(stacking)
  const caps = (clause: string) => stacking.filter((rule) => rule.is === 'together' && rule.clauses.includes(clause)).length
  let waiting = [...new Set([...candidates.map(({ clause }) => clause), ...edges.flat()])]
  const order: Claim[] = []
  while (waiting.length > 0) {
    const ready = waiting.filter((clause) => !edges.some(([paid, from]) => from === clause && waiting.includes(paid)))
    waiting = waiting.filter((clause) => !ready.includes(clause))
    const layer = candidates.filter(({ clause }) => ready.includes(clause))
    layer.sort(
      (a, b) => caps(a.clause) - caps(b.clause) || (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : b.amount - a.amount),
    )
    order.push(...layer)
  }
  return order
}

const sameScope = (
  within: 'year' | 'project',
  one: { year: number; project: string | null },
  other: { year: number; project: string | null },
) => {
  if (within === 'year') return one.year === other.year
  if (one.project === null && other.project === null) return one.year === other.year
  return one.project === other.project
}

function isLawful(claims: readonly Claim[], { stacking, past, year }: Omit<Case, 'candidates'>): boolean {
  for (const rule of stacking) {
    if (rule.is !== 'exclusive' && rule.is !== 'highest') continue
    for (const one of claims) {
      if (!rule.clauses.includes(one.clause)) continue
      const rivals = (other: { clause: string; project: string | null; year: number }) =>
        rule.clauses.includes(other.clause) && other.clause !== one.clause && sameScope(rule.within, { ...one, year }, other)
      if (claims.some((other) => rivals({ ...other, year }))) return false
      if (rule.is === 'exclusive' && past.some(rivals)) return false
    }
  }
  return true
}

function paidFor(claims: readonly Claim[], { stacking, past, year }: Omit<Case, 'candidates'>): Claim[] {
  const edges = deductions(stacking)
  const paid: Claim[] = []
  /** What is taken off already, by the clause it is taken off and the money it is taken for. */
  const taken = new Map<string, Map<object, number>>()
  const before = [...past].sort((a, b) => a.year - b.year || (nameOf(a) < nameOf(b) ? -1 : 1))
  for (const claim of claims) {
    const mine = taken.get(claim.clause) ?? new Map<object, number>()
    taken.set(claim.clause, mine)
    const countsAgainst = before.filter((award) =>
      stacking.some(
        (rule) =>
          (rule.is === 'deduct' && rule.from === claim.clause && rule.paid.includes(award.clause)) ||
          (rule.is === 'highest' &&
            rule.clauses.includes(claim.clause) &&
            rule.clauses.includes(award.clause) &&
            award.clause !== claim.clause &&
            sameScope(rule.within, { ...claim, year }, award)),
      ),
    )
    const paidNow = paid.filter((one) => edges.some(([earlier, from]) => earlier === one.clause && from === claim.clause))
    let amount = claim.amount
    for (const money of [...countsAgainst, ...paidNow]) {
      const off = Math.min(amount, money.amount - (mine.get(money) ?? 0))
      mine.set(money, (mine.get(money) ?? 0) + off)
      amount -= off
    }
    for (const rule of stacking) {
      if (rule.is !== 'together' || !rule.clauses.includes(claim.clause)) continue
      const had = [...past.filter((award) => award.year === year), ...paid].filter(({ clause }) => rule.clauses.includes(clause))
      amount = Math.min(amount, Math.max(0, rule.amount - had.reduce((sum, one) => sum + one.amount, 0)))
    }
    paid.push({ ...claim, amount })
  }
  return paid
}
