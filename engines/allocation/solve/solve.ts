/**
 * The best assignment within the time there is: an answer at once, better ones as they are found, a bound beside them, and
 * the proof that nothing better exists where it can be had.
 *
 * Two lines of work share what they find: one searches here and gives way every few milliseconds, the other has the
 * mixed-integer solver that was handed in. No answer leaves unverified.
 */
import { compile } from './compile.ts'
import type { Mip } from './part.ts'
import type { Choice, Program } from './program.ts'
import { prove } from './prove.ts'
import { seeded } from './random.ts'
import { seek, seekerOf } from './seek.ts'
import { elapsed, isProven, type Phase, type Standing, standingOf, type Terms } from './standing.ts'
import { verify } from './verify.ts'

export type Tools = Terms & {
  seed: number
  /** Gives way, so that messages arrive. */
  pause: () => Promise<void>
  /** Hears how far the solve is: what it would answer if it ended now. */
  heard: (progress: Progress) => void
  /** Without it there are answers and a bound, and proofs where the bound meets the answer. */
  mip: Mip | null
}

/** In the sense of the program: a maximised objective has its bound above it. */
export type Solution = {
  status: 'optimal' | 'feasible' | 'infeasible' | 'unknown'
  objective: number | null
  bound: number | null
  gap: number | null
  choice: Choice | null
  /** The verdict of the independent checker. */
  verified: boolean
  seconds: number
}
export type Progress = Solution & { phase: Phase }

export async function solve(program: Program, tools: Tools): Promise<Solution> {
  const matrix = compile(program)
  const standing = standingOf(matrix, tools)
  standing.changed = () => tools.heard({ ...solutionOf(program, standing), phase: standing.phase })
  // A firm for which nothing is left needs no search.
  standing.impossible = program.firms.some((_, firm) => matrix.first[firm] === matrix.first[firm + 1])
  if (!standing.impossible) {
    const seeker = seekerOf(standing, seeded(tools.seed))
    if (tools.mip) void prove(seeker, tools.mip, seeded(tools.seed + 1), tools.pause)
    await seek(seeker, tools.pause)
    // The solver is told to stop, but not waited for: it may not listen.
    standing.running?.stop()
  }
  return solutionOf(program, standing)
}

/** What is known now. An answer the checker refuses is a bug, and is not handed out. */
function solutionOf(program: Program, standing: Standing): Solution {
  const { matrix, best, bound } = standing
  const sign = program.sense === 'minimise' ? 1 : -1
  // Adding nothing makes −0 a plain 0.
  const proven = Number.isFinite(bound) ? sign * bound + 0 : null
  const none = { objective: null, bound: proven, gap: null, choice: null, verified: false, seconds: elapsed(standing) }
  if (standing.impossible) return { ...none, status: 'infeasible', bound: null }
  if (!Number.isFinite(best.cost)) return { ...none, status: 'unknown' }
  const choice = Array.from(best.choice, (option) => (matrix.origin[option]! < 0 ? null : matrix.origin[option]!))
  const { broken, objective } = verify(program, choice)
  if (broken.length > 0 || objective !== sign * best.cost) throw new Error(`unsound: ${broken.join('；')} ${objective}`)
  const gap = proven === null ? null : Math.abs(objective - proven) / Math.max(1, Math.abs(objective))
  const status = isProven(standing) ? 'optimal' : 'feasible'
  return { ...none, status, objective, gap, choice, verified: true }
}
