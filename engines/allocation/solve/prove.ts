/**
 * The line of work that proves: the core, the options an answer better than the best could still take, goes to the solver
 * whole; while it is too large for that, some firms that could take each other's places choose anew (large neighbourhood
 * search, Shaw 1998).
 */
import { isSound } from './compile.ts'
import { neighbours } from './neighbourhood.ts'
import { columnsOf, type Mip, type Part, partOf, withColumns } from './part.ts'
import type { Random } from './random.ts'
import { isTight } from './relaxation.ts'
import type { Seeker } from './seek.ts'
import { elapsed, enters, improved, isOver, raised } from './standing.ts'

/** A core of so many options may have all the time that is left; a larger one a share of it, at least some seconds. */
const core = { small: 1200, share: 0.35, seconds: 4 }
/** The core is tried again when it has shrunk so far. */
const shrunk = 0.6
/** Firms that choose anew together: how many at first and at least, and how long they may take. */
const anew = { first: 40, least: 12, seconds: 1.5 }

/** A solver that fails so often in a row is not asked again. */
const failures = 3
/** Seconds between two runs of the solver at most. */
const longestRest = 3

type Proof = { seeker: Seeker; mip: Mip; random: Random; failed: number; tried: number; size: number; rest: number }

/** Works until the solve is over, or it is proven that there is no answer at all. */
export async function prove(seeker: Seeker, mip: Mip, random: Random, pause: () => Promise<void>): Promise<void> {
  const { standing, relaxation } = seeker
  while (!isOver(standing) && !isTight(relaxation)) await pause()
  const proof: Proof = { seeker, mip, random, failed: 0, tried: Number.POSITIVE_INFINITY, size: anew.first, rest: 0 }
  while (!isOver(standing) && proof.failed < failures) {
    const before = standing.best.cost
    const failed = hasShrunk(proof) ? await proveCore(proof) : await moveSome(proof)
    proof.failed = failed ? proof.failed + 1 : 0
    // Where it leads to nothing, the processor is better left to the search.
    proof.rest = standing.best.cost < before ? 0 : Math.min(longestRest, proof.rest * 1.5 + 0.1)
    const until = elapsed(standing) + proof.rest
    while (!isOver(standing) && !hasShrunk(proof) && elapsed(standing) < until) await pause()
  }
}

/** Whether the core is much smaller than when it was last tried; without an answer yet there is nothing else to try. */
function hasShrunk({ seeker, tried }: Proof): boolean {
  return seeker.standing.best.cost === Number.POSITIVE_INFINITY || coreOf(seeker).size < tried * shrunk
}

/** What an answer as good as the best could take. */
function coreOf({ standing, relaxation }: Seeker): { size: number; may: (option: number) => boolean } {
  const { cost } = standing.best
  const may = (option: number) => relaxation.reach[option]! <= cost
  return { size: relaxation.reach.reduce((count, reach) => (reach <= cost ? count + 1 : count), 0), may }
}

/** The core as a whole; another one is cut out as soon as a better answer has made it much smaller. Says whether it failed. */
async function proveCore(proof: Proof): Promise<boolean> {
  const { standing } = proof.seeker
  const { size, may } = coreOf(proof.seeker)
  const left = standing.terms.seconds - elapsed(standing)
  const seconds = size <= core.small ? left : Math.min(left, Math.max(core.seconds, left * core.share))
  const { cost } = standing.best
  proof.tried = size
  enters(standing, 'exact')
  const part = partOf(standing.matrix, () => true, may, null)
  // Outside the core nothing is better than what was best when it was cut out.
  const higher = (bound: number) => raised(standing, Math.min(bound, cost))
  const { status, bound } = await run(proof, part, seconds, { higher, better: () => hasShrunk(proof) && 'stop' })
  if (status === 'infeasible' && cost === Number.POSITIVE_INFINITY) standing.impossible = true
  // With an answer known, a solver that sees none has miscounted.
  if (status === 'failed' || status === 'infeasible') return true
  higher(bound)
  return false
}

/** Some firms choose anew: more the next time where these were done at once, fewer where the time was too short. */
async function moveSome(proof: Proof): Promise<boolean> {
  const { standing, search } = proof.seeker
  enters(standing, 'search')
  const chosen = neighbours(search.chains.state, search.chains.list, proof.size, proof.random)
  const part = partOf(standing.matrix, (firm) => chosen[firm] === 1, coreOf(proof.seeker).may, standing.best.choice)
  const began = elapsed(standing)
  const { status } = await run(proof, part, anew.seconds, { higher: () => {}, better: () => false })
  if (status === 'optimal' && elapsed(standing) - began < anew.seconds / 3)
    proof.size = Math.min(standing.matrix.firms, Math.ceil(proof.size * 1.1))
  if (status === 'stopped') proof.size = Math.max(anew.least, Math.floor(proof.size * 0.9))
  return status === 'failed' || status === 'infeasible'
}

/** Told of a higher bound; told of a better answer from elsewhere, and may then want to stop. */
type Ears = { higher: (bound: number) => void; better: () => 'stop' | false }

/** One run of the solver, which hears of better answers and of the end, and is heard. */
async function run({ seeker, mip }: Proof, part: Part, seconds: number, { higher, better }: Ears) {
  const { standing } = seeker
  const { matrix, terms } = standing
  const before = standing.best
  const found = (columns: Int32Array | null) => {
    if (!columns) return
    const choice = withColumns(part, matrix, columns, before.choice)
    if (!isSound(matrix, choice)) return
    improved(
      standing,
      choice,
      choice.reduce((sum, option) => sum + matrix.cost[option]!, 0),
    )
  }
  const started = mip(part.model, {
    seconds: Math.max(0.1, Math.min(seconds, terms.seconds - elapsed(standing))),
    from: Number.isFinite(before.cost) ? columnsOf(part, matrix, before.choice) : null,
    step: matrix.step,
    heard: ({ bound, columns }) => {
      found(columns)
      higher(cautious(bound + part.stays))
    },
  })
  standing.running = {
    stop: started.stop,
    offer: (choice) => {
      if (better() === 'stop') started.stop()
      const columns = columnsOf(part, matrix, choice)
      if (columns.length === part.firms) started.offer(columns)
    },
  }
  const answer = await started.answer
  standing.running = null
  found(answer.columns)
  return { status: answer.status, bound: cautious(answer.bound + part.stays) }
}

/** The solver counts in rounded numbers. */
const cautious = (bound: number) => (Number.isFinite(bound) ? bound - 1e-6 * Math.max(1, Math.abs(bound)) : bound)
