/** Where a solve stands: the best answer, the bound, the time; what the two lines of work share. */
import type { Matrix } from './compile.ts'

/** What the engine is lent from outside, for it has no clock, no chance and no threads of its own. */
export type Terms = {
  seconds: number
  /** Milliseconds; only differences count. */
  now: () => number
  stopped: () => boolean
}

export type Phase = 'start' | 'search' | 'exact'

export type Standing = {
  matrix: Matrix
  terms: Terms
  /** Called when there is a better answer, a higher bound or another phase. */
  changed: () => void
  began: number
  phase: Phase
  /** Infinitely dear while there is none. */
  best: { choice: Int32Array; cost: number }
  bound: number
  /** Proven: no answer keeps all the rules. */
  impossible: boolean
  /** The solver at work, which may be given better answers and be told to stop. */
  running: { offer: (choice: Int32Array) => void; stop: () => void } | null
}

export function standingOf(matrix: Matrix, terms: Terms): Standing {
  return {
    matrix,
    terms,
    changed: () => {},
    began: terms.now(),
    phase: 'start',
    best: { choice: new Int32Array(matrix.firms).fill(-1), cost: Number.POSITIVE_INFINITY },
    bound: Number.NEGATIVE_INFINITY,
    impossible: false,
    running: null,
  }
}

export const elapsed = ({ terms, began }: Standing) => (terms.now() - began) / 1000
/** Nothing better is left to be found. */
export const isProven = ({ best, bound }: Standing) => Number.isFinite(best.cost) && bound >= best.cost
export const isOver = (standing: Standing) =>
  isProven(standing) || standing.impossible || standing.terms.stopped() || elapsed(standing) >= standing.terms.seconds

/** A better answer, that breaks nothing. */
export function improved(standing: Standing, choice: Int32Array, cost: number): boolean {
  if (cost >= standing.best.cost) return false
  standing.best = { choice: choice.slice(), cost }
  standing.running?.offer(choice)
  standing.changed()
  return true
}

/** A higher bound: no answer costs less than the next cost there can be. */
export function raised(standing: Standing, bound: number): void {
  const { matrix } = standing
  const higher = Math.min(standing.best.cost, nextCost(matrix, bound))
  if (higher <= standing.bound) return
  standing.bound = higher
  standing.changed()
}

export function enters(standing: Standing, phase: Phase): void {
  if (standing.phase === phase) return
  standing.phase = phase
  standing.changed()
}

/** The lowest cost an answer may have that is not below the bound: all costs are a multiple of the step from each other. */
function nextCost({ first, firms, cost, step }: Matrix, bound: number): number {
  if (!Number.isFinite(bound)) return bound
  let some = 0
  for (let firm = 0; firm < firms; firm += 1) some += cost[first[firm]!]!
  return some + Math.ceil((bound - some) / step) * step
}
