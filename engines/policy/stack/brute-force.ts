/**
 * The best combination by trying every set of candidates, written straight from the sentences in combination.ts and sharing no code with it.
 * Only for tests and the benchmark: the time doubles with every candidate.
 */
import type { Award, Past } from '../fact.ts'
import type { Stacking } from '../policy.ts'

type Claim = { clause: string; project: string | null; amount: number }
type Case = { candidates: readonly Claim[]; stacking: readonly Stacking[]; past: Past; year: number }
type Edges = readonly (readonly [paid: string, from: string])[]
type Found = { total: number; kept: Claim[] }

export function bestOfAllSets({ candidates, stacking: told, past, year }: Case): Found {
  const stacking = told.filter((rule, i) => told.findIndex((other) => sameRule(rule, other)) === i)
  const edges = deductions(stacking)
  const lawful = { stacking, past, year }
  const order = inOrder(candidates, stacking, edges)
  const alone = order.map((one) => !past.some((award) => mayNotHave(one, award, lawful)))
  const beside = order.map((one) => order.map((other) => !areRivals(one, other, lawful)))
  const sums = sumsLeft(past)
  const before = order.map((one) => moneyBefore(one, lawful, sums))
  const caps = stacking.flatMap((rule) => (rule.is === 'together' ? [rule] : []))
  const room = caps.map(({ amount, clauses }) => {
    const had = past.filter((award) => award.year === year && clauses.includes(award.clause))
    return Math.max(
      0,
      had.reduce((rest, award) => rest - award.amount, amount),
    )
  })

  let best: Found = { total: 0, kept: [] }
  // The set that claims the earliest comes first, so that among equals it stands.
  for (let set = 2 ** order.length - 1; set > 0; set -= 1) {
    const claims = order.flatMap((_, i) => (Math.floor(set / 2 ** (order.length - 1 - i)) % 2 === 1 ? [i] : []))
    if (!claims.every((i) => alone[i] && claims.every((j) => beside[i]![j]))) continue
    const kept = paidFor(claims).filter(({ amount }) => amount > 0)
    const total = kept.reduce((sum, { amount }) => sum + amount, 0)
    kept.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0))
    if (isBetter({ total, kept }, best)) best = { total, kept }
  }
  return best

  function paidFor(claims: readonly number[]): Claim[] {
    const paid: Claim[] = []
    /** What is taken off already, by the clause it is taken off and the money it is taken for. */
    const taken = new Map<string, Map<object, number>>()
    const left = [...room]
    for (const i of claims) {
      const claim = order[i]!
      const mine = taken.get(claim.clause) ?? new Map<object, number>()
      taken.set(claim.clause, mine)
      const now = paid.filter((one) => edges.some(([earlier, from]) => earlier === one.clause && from === claim.clause))
      let amount = claim.amount
      for (const money of [...before[i]!, ...now]) {
        const off = Math.min(amount, money.amount - (mine.get(money) ?? 0))
        mine.set(money, (mine.get(money) ?? 0) + off)
        amount -= off
      }
      const over = caps.flatMap(({ clauses }, cap) => (clauses.includes(claim.clause) ? [cap] : []))
      amount = Math.min(amount, ...over.map((cap) => left[cap]!))
      for (const cap of over) left[cap]! -= amount
      paid.push({ ...claim, amount })
    }
    return paid
  }
}

/** Told twice, it is one rule. */
function sameRule(one: Stacking, other: Stacking): boolean {
  const words = (rule: Stacking) => [
    JSON.stringify({ ...rule, clauses: 0, paid: 0 }),
    ...new Set(rule.is === 'deduct' ? rule.paid : rule.clauses),
  ]
  return words(one).sort().join() === words(other).sort().join()
}

const nameOf = ({ clause, project }: { clause: string; project: string | null }) => `${clause}\n${project ?? ''}`

function isBetter(one: Found, other: Found): boolean {
  if (one.total !== other.total) return one.total > other.total
  if (one.kept.length !== other.kept.length) return one.kept.length > other.kept.length
  return one.kept.map(nameOf).join('\n\n') < other.kept.map(nameOf).join('\n\n')
}

/** Deductions in the same combination: those of a circle only where the earlier clause is the first by code. */
function deductions(stacking: readonly Stacking[]): Edges {
  const all = stacking.flatMap((rule) => (rule.is === 'deduct' ? rule.paid.map((paid) => [paid, rule.from] as const) : []))
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
function inOrder(candidates: readonly Claim[], stacking: readonly Stacking[], edges: Edges): Claim[] {
  const caps = (clause: string) => stacking.filter((rule) => rule.is === 'together' && rule.clauses.includes(clause)).length
  let waiting = [...new Set([...candidates.map(({ clause }) => clause), ...edges.flat()])]
  const order: Claim[] = []
  while (waiting.length > 0) {
    const ready = waiting.filter((clause) => !edges.some(([paid, from]) => from === clause && waiting.includes(paid)))
    waiting = waiting.filter((clause) => !ready.includes(clause))
    const layer = candidates.filter(({ clause }) => ready.includes(clause))
    layer.sort((a, b) => caps(a.clause) - caps(b.clause) || (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0))
    order.push(...layer)
  }
  return order
}

type Lawful = Omit<Case, 'candidates'>
type Scoped = { clause: string; project: string | null; year: number }

function sameScope(within: 'year' | 'project', one: Scoped, other: Scoped): boolean {
  if (within === 'year') return one.year === other.year
  if (one.project === null && other.project === null) return one.year === other.year
  return one.project === other.project
}

const meet = (rule: Stacking, one: Scoped, other: Scoped): boolean =>
  (rule.is === 'exclusive' || rule.is === 'highest') &&
  one.clause !== other.clause &&
  rule.clauses.includes(one.clause) &&
  rule.clauses.includes(other.clause) &&
  sameScope(rule.within, one, other)

const areRivals = (one: Claim, other: Claim, { stacking, year }: Lawful): boolean =>
  stacking.some((rule) => meet(rule, { ...one, year }, { ...other, year }))

const mayNotHave = (one: Claim, award: Award, { stacking, year }: Lawful): boolean =>
  stacking.some((rule) => rule.is === 'exclusive' && meet(rule, { ...one, year }, award))

type SumsLeft = (clause: string, award: Award) => Award
/** What of an award may still be taken off a clause; one and the same for all claims of the clause. */
function sumsLeft(past: Past): SumsLeft {
  const found = new Map<string, Award>()
  return (clause, award) => {
    const key = `${clause} ${past.indexOf(award)}`
    let amount = award.amount
    for (const other of past)
      for (const off of other.clause === clause ? (other.less ?? []) : [])
        if (off.clause === award.clause && off.year === award.year && off.project === award.project) amount -= off.amount
    const left = found.get(key) ?? { ...award, amount: Math.max(0, amount) }
    found.set(key, left)
    return left
  }
}

function moneyBefore(one: Claim, { stacking, past, year }: Lawful, left: SumsLeft): Award[] {
  const counts = past.filter((award) =>
    stacking.some((rule) =>
      rule.is === 'deduct'
        ? rule.from === one.clause && rule.paid.includes(award.clause)
        : rule.is === 'highest' && meet(rule, { ...one, year }, award),
    ),
  )
  return counts.sort((a, b) => a.year - b.year || (nameOf(a) < nameOf(b) ? -1 : 1)).map((award) => left(one.clause, award))
}
