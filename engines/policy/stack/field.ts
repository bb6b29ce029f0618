/** How the candidates of one firm bear on one another: who rivals whom, what is taken off, which caps they stand under. */
import type { Award, Past, TakenOff } from '../fact.ts'
import type { Stacking } from '../policy.ts'
import type { Candidate } from './combination.ts'
import { byId, type Order } from './order.ts'

type Group = Extract<Stacking, { is: 'exclusive' | 'highest' }>
/** Candidates of at least two clauses, of which at most one clause is claimed. */
export type Rivalry = { rule: Group; members: readonly number[] }
/** Money that is taken off a clause: had before, or paid for another candidate of this combination. */
export type Debit = {
  of: Sum
  /** What of it may still be taken off, and what was before. */
  had: number
  before: number
  paidFor: number | null
  rule: 'deduct' | 'highest'
  within: Group['within']
}
/** Money by what it was had for. */
export type Sum = Pick<Award, 'clause' | 'year' | 'project'>
export type Cap = { title: string; amount: number; had: number }
/** Why a candidate cannot be claimed at all. */
export type Bar = { had: string; within: Group['within'] } | 'nothing'

export type Field = {
  /** In the order of settlement, those of one clause side by side. */
  candidates: readonly Candidate[]
  rivalries: readonly Rivalry[]
  debits: readonly Debit[]
  caps: readonly Cap[]
  /** Of each candidate: its rivals, the debits against it, the caps it stands under. */
  rivals: readonly (readonly number[])[]
  against: readonly (readonly number[])[]
  under: readonly (readonly number[])[]
}

type Given = { candidates: readonly Candidate[]; stacking: readonly Stacking[]; past: Past; year: number }

/** The rules in their canonical form (rules.ts). */
export function fieldOf({ candidates: all, stacking, past, year }: Given, order: Order) {
  const wanted = new Set(all.map(({ clause }) => clause))
  const rules = stacking.filter((rule) =>
    rule.is === 'deduct' ? wanted.has(rule.from) : rule.clauses.some((clause) => wanted.has(clause)),
  )
  const groups = rules.filter((rule) => rule.is === 'exclusive' || rule.is === 'highest')
  const had = net(past)

  const barred: { candidate: Candidate; bar: Bar }[] = []
  const candidates: Candidate[] = []
  for (const candidate of [...all].sort(order.compare)) {
    const bar = barOf(candidate, groups, had, year)
    if (bar) barred.push({ candidate, bar })
    else candidates.push(candidate)
  }
  const rivalries = rivalriesOf(candidates, groups)
  const capped = capsOf(candidates, rules, had, year)
  const field: Field = {
    candidates,
    rivalries,
    rivals: rivalsOf(candidates, rivalries),
    ...debitsOf(candidates, rules, had, year, order),
    ...capped,
  }
  return { field, barred }
}

/** What was had under one clause for one year and project, in one sum; what was paid back entirely was not had. */
function net(past: Past): Award[] {
  const sums = new Map<string, Award & { less: readonly TakenOff[] }>()
  for (const award of past) {
    const key = JSON.stringify([award.clause, award.year, award.project])
    const { amount, less } = sums.get(key) ?? { amount: 0, less: [] }
    sums.set(key, { ...award, amount: award.amount + amount, less: [...less, ...(award.less ?? [])] })
  }
  return [...sums.values()].filter(({ amount }) => amount > 0).sort((a, b) => a.year - b.year || byId(a, b))
}

/** Whether an award counts within the same year, or for the same project, as a candidate of this year. */
const counts = (award: Award, within: Group['within'], project: string | null, year: number): boolean =>
  within === 'year' ? award.year === year : award.project === project && (project !== null || award.year === year)

function barOf(
  { clause, project, amount }: Candidate,
  groups: readonly Group[],
  had: readonly Award[],
  year: number,
): Bar | null {
  if (amount === 0) return 'nothing'
  for (const { is, clauses, within } of groups) {
    if (is !== 'exclusive' || !clauses.includes(clause)) continue
    const other = had.find((one) => one.clause !== clause && clauses.includes(one.clause) && counts(one, within, project, year))
    if (other) return { had: other.clause, within }
  }
  return null
}

function rivalriesOf(candidates: readonly Candidate[], groups: readonly Group[]): Rivalry[] {
  return groups.flatMap((rule) => {
    const scopes = new Map<string | null, number[]>()
    candidates.forEach(({ clause, project }, i) => {
      if (!rule.clauses.includes(clause)) return
      const scope = rule.within === 'year' ? null : project
      scopes.set(scope, [...(scopes.get(scope) ?? []), i])
    })
    return [...scopes.values()]
      .filter((members) => members.some((i) => candidates[i]!.clause !== candidates[members[0]!]!.clause))
      .map((members) => ({ rule, members }))
  })
}

function rivalsOf(candidates: readonly Candidate[], rivalries: readonly Rivalry[]): number[][] {
  const rivals = candidates.map(() => new Set<number>())
  for (const { members } of rivalries)
    for (const i of members) for (const j of members) if (candidates[i]!.clause !== candidates[j]!.clause) rivals[i]!.add(j)
  return rivals.map((set) => [...set].sort((a, b) => a - b))
}

/** What was taken off the clause for an award already, in earlier years or for other projects. */
function takenOff(had: readonly Award[], clause: string, award: Award): number {
  const off = had.filter((one) => one.clause === clause).flatMap(({ less = [] }) => less.filter((one) => isSame(one, award)))
  return Math.min(
    award.amount,
    off.reduce((sum, { amount }) => sum + amount, 0),
  )
}
const isSame = (one: Sum, other: Sum) => one.clause === other.clause && one.year === other.year && one.project === other.project

const sumOf = ({ clause, year, project }: Sum): Sum => ({ clause, year, project })

/** One debit for a clause and a sum of money, shared by all its candidates: what one has used up is not taken off the next. */
function debitsOf(
  candidates: readonly Candidate[],
  rules: readonly Stacking[],
  had: readonly Award[],
  year: number,
  order: Order,
): Pick<Field, 'debits' | 'against'> {
  const debits: Debit[] = []
  const numbers = new Map<string, number>()
  const shared = (key: string, debit: Debit): number => {
    const number = numbers.get(key) ?? debits.push(debit) - 1
    numbers.set(key, number)
    return number
  }
  const against = candidates.map(({ clause, project }) => {
    const mine = rules.filter((rule) =>
      rule.is === 'deduct' ? rule.from === clause : rule.is === 'highest' && rule.clauses.includes(clause),
    )
    const before = had.flatMap((award, n) => {
      const rule = mine.find((one) =>
        one.is === 'deduct'
          ? one.paid.includes(award.clause)
          : one.is === 'highest' &&
            award.clause !== clause &&
            one.clauses.includes(award.clause) &&
            counts(award, one.within, project, year),
      )
      if (rule?.is !== 'deduct' && rule?.is !== 'highest') return []
      const within = rule.is === 'highest' ? rule.within : 'year'
      const before = takenOff(had, clause, award)
      const left = { of: sumOf(award), had: award.amount - before, before, paidFor: null }
      return [shared(`${clause} had ${n}`, { ...left, rule: rule.is, within })]
    })
    const earlier = order.deductedFrom(clause)
    const now = candidates.flatMap((other, j) =>
      earlier.includes(other.clause)
        ? [
            shared(`${clause} now ${j}`, {
              ...{ of: sumOf({ ...other, year }), had: 0, before: 0 },
              ...{ paidFor: j, rule: 'deduct', within: 'year' },
            }),
          ]
        : [],
    )
    return [...before, ...now]
  })
  return { debits, against }
}

/** Caps that all candidates together stay within bind nobody and are left out. */
function capsOf(
  candidates: readonly Candidate[],
  rules: readonly Stacking[],
  had: readonly Award[],
  year: number,
): Pick<Field, 'caps' | 'under'> {
  const caps: Cap[] = []
  const under: number[][] = candidates.map(() => [])
  for (const rule of rules) {
    if (rule.is !== 'together') continue
    const members = candidates.flatMap(({ clause }, i) => (rule.clauses.includes(clause) ? [i] : []))
    const before = had.filter((one) => one.year === year && rule.clauses.includes(one.clause))
    const sum = before.reduce((total, { amount }) => total + amount, 0)
    if (members.reduce((total, i) => total + candidates[i]!.amount, sum) <= rule.amount) continue
    for (const i of members) under[i]!.push(caps.length)
    caps.push({ title: rule.title, amount: rule.amount, had: sum })
  }
  return { caps, under }
}
