/** Made-up firms for tests and the benchmark: candidates, rules that overlap, and what was had before; the same for the same number. */
import type { Award } from '../fact.ts'
import type { Stacking } from '../policy.ts'
import type { Candidate } from './combination.ts'

export type StackingCase = { candidates: Candidate[]; stacking: Stacking[]; past: Award[]; year: number }
export type Make = {
  candidates: number
  clauses: number
  rules: number
  past: number
  largest: number
  year: number
  projects: boolean
}

/** Numbers from 0 below 1, the same row for the same seed. */
export function drawing(seed: number): () => number {
  let state = (seed * 2_654_435_761 + 1) >>> 0
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x297a2d39) >>> 0
    return ((state ^ (state >>> 12)) >>> 0) / 4_294_967_296
  }
}

export function randomCase(seed: number, make: Make): StackingCase {
  const draw = drawing(seed)
  const below = (end: number) => Math.floor(draw() * end)
  const clause = () => `${'pq'[below(2)]}/${String(below(make.clauses)).padStart(2, '0')}`
  const several = (from: number, to: number) => [...new Set(Array.from({ length: from + below(to - from + 1) }, clause))]
  const project = () => (make.projects && draw() < 0.5 ? 'xy'[below(2)]! : null)
  const amount = () => 1 + below(make.largest)
  const within = () => (draw() < 0.6 ? 'year' : 'project')

  const rule = (): Stacking => {
    const kind = below(10)
    if (kind < 3) return { is: 'exclusive', title: '不同享', clauses: several(2, 3), within: within() }
    if (kind < 5) return { is: 'highest', title: '就高', clauses: several(2, 4), within: within() }
    if (kind < 8) return { is: 'deduct', title: '抵扣', from: clause(), paid: several(1, 2) }
    return { is: 'together', title: '单户封顶', clauses: several(2, 5), amount: amount() * 2 }
  }
  const past = new Map<string, Award>()
  for (let n = below(make.past + 1); n > 0; n -= 1) {
    const award = { clause: clause(), year: make.year - below(2), project: project(), milestone: null, amount: amount() }
    past.set(`${award.clause} ${award.year} ${award.project}`, award)
  }
  // Some had been cut for others already.
  for (const [key, award] of past) {
    const others = [...past.values()].filter((other) => other.clause !== award.clause && draw() < 0.3)
    const less = others.map(({ clause, year, project, amount }) => ({ clause, year, project, amount: 1 + below(amount) }))
    if (less.length > 0) past.set(key, { ...award, less })
  }
  const candidates = new Map<string, Candidate>()
  for (let n = 0; n < make.candidates; n += 1) {
    const one = { clause: clause(), project: project(), amount: draw() < 0.03 ? 0 : amount() }
    candidates.set(`${one.clause} ${one.project}`, one)
  }
  return {
    candidates: [...candidates.values()],
    stacking: Array.from({ length: below(make.rules + 1) }, rule),
    past: [...past.values()],
    year: make.year,
  }
}
