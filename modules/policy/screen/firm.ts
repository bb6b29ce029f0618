/** One firm under all clauses of a policy: verdict, amount and what each reason comes to, and what may be had together. */
import { amountOf, verdictOf } from '#engines/policy/bare.ts'
import type { Past, Value } from '#engines/policy/fact.ts'
import type { Row, Verdict } from '#engines/policy/policy.ts'
import { bestCombination, type Candidate, type Combination } from '#engines/policy/stack/combination.ts'
import { projectTitle } from '#engines/policy/vocabulary.ts'
import type { Ground } from './ground.ts'

/** Verdict, amount (分), and for each reason of the decision 0 missed, 1 not known, 2 met. */
export type Outcome = [verdict: Verdict, amount: number, truths: string]
export type Screened = {
  /** By code, in their order. */
  outcomes: Outcome[]
  /** Of the best lawful combination: how many clauses, and how much. */
  granted: number
  amount: number
}

export function screenFirm(ground: Ground, row: Row, past: Past, day: string): Screened {
  const outcomes: Outcome[] = []
  const candidates: Candidate[] = []
  const project = projectIn(ground, row)
  for (const { id, bare, truths } of ground.clauses) {
    const came = bare(row, past, day)
    const amount = amountOf(came)
    outcomes.push([verdictOf(came), amount, truths(row, past, day)])
    if (amount > 0) candidates.push({ clause: id, project, amount })
  }
  const { total, kept } = combined(ground, candidates, past, day)
  return { outcomes, granted: kept.length, amount: total }
}

const projectIn = ({ layout }: Ground, row: Row): string | null => {
  const slot = layout.slot.get(projectTitle)
  const value: Value | undefined = slot === undefined ? null : row[slot]
  return typeof value === 'string' ? value : null
}

/** Where no rule stands between clauses all are kept; else the best lawful ones. */
export function combined({ stacking, called }: Ground, candidates: readonly Candidate[], past: Past, day: string): Combination {
  if (stacking.length === 0) {
    const kept = candidates.map((one) => ({ ...one, less: [] }))
    return { total: kept.reduce((sum, { amount }) => sum + amount, 0), kept, dropped: [] }
  }
  return bestCombination({ candidates, stacking, past, year: Number(day.slice(0, 4)), titles: called })
}
