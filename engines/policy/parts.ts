/** The parts of a clause, compiled for a layout: what it asks by itself, its conditions, what it is worth, rounding and caps. */
import { type Own, ownOf } from './condition/own.ts'
import { type Ground, type Line, linesOf } from './condition/test.ts'
import { asksForProject } from './layout.ts'
import { worthOf } from './mechanism/mechanism.ts'
import { type Capping, cappingOf, type Round, roundingOf } from './mechanism/settle.ts'
import type { Worth } from './mechanism/worth.ts'
import { type Clause, type Condition, clauseId, type Layout, type Policy } from './policy.ts'
import { projectTitle, vocabularyOf } from './vocabulary.ts'

export type Parts = {
  id: string
  ground: Ground
  own: Own
  conditions: readonly Condition[]
  lines: readonly Line[]
  worth: Worth
  rounding: Round
  capping: Capping
}

/** Shared by the clauses of a policy. */
export function groundOf(policy: Policy, layout: Layout): Ground {
  const vocabulary = vocabularyOf(policy.facts)
  return { layout, fact: (title) => vocabulary.get(title)!, lines: new Map() } // the layout names none but these
}

export function partsOf(policy: Policy, clause: Clause, ground: Ground): Parts {
  const id = clauseId(policy, clause)
  const { layout } = ground
  const project = asksForProject(clause) ? layout.slot.get(projectTitle) : undefined
  const byProject = clause.frequency === 'project' ? project : undefined
  const worth = worthOf(clause.amount, {
    ...ground,
    concerns: (award, row) => award.clause === id && (byProject === undefined || award.project === row[byProject]),
  })
  const conditions = [...policy.general, ...clause.conditions]
  return {
    id,
    ground,
    own: ownOf({ policy, clause, id, project, settles: worth.settles }),
    conditions,
    lines: linesOf(conditions, ground),
    worth,
    rounding: roundingOf(clause.rounding, worth.quantity.scale),
    capping: cappingOf(clause.caps, id, project),
  }
}
