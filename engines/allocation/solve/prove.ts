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
import { elapsed, enters, improved, isOver, raised, type Standing } from './standing.ts'

/** A core of so many options may have all the time that is left; a larger one a share of it, at least some seconds. */
const core = { small: 1200, share: 0.35, seconds: 4 }
/** The core is tried again when it has shrunk so far. */
const shrunk = 0.6
/** Firms that choose anew together: how many at first and at least, and how long they may take. */
const anew = { first: 40, least: 12, seconds: 1.5 }

/** Works until the solve is over, or it is proven that there is no answer at all. */
export async function prove(seeker: Seeker, mip: Mip, random: Random, pause: () => Promise<void>): Promise<void> {
  const { standing, relaxation } = seeker
  while (!isOver(standing) && !isTight(relaxation)) await pause()
  let tried = Number.POSITIVE_INFINITY
  let size = anew.first
  while (!isOver(standing)) {
    const may = mayImprove(seeker)
    const options = relaxation.reach.reduce((count, _, option) => count + (may(option) ? 1 : 0), 0)
    if (options < tried * shrunk || !Number.isFinite(standing.best.cost)) {
      tried = options
      await proveCore(seeker, mip, options)
    } else size = await moveSome(seeker, mip, size, random)
  }
}

/** What an answer as good as the best could take. */
function mayImprove({ standing, relaxation }: Seeker): (option: number) => boolean {
  const { cost } = standing.best
  return (option) => relaxation.reach[option]! <= cost
}

async function proveCore(seeker: Seeker, mip: Mip, options: number): Promise<void> {
  const { standing } = seeker
  const left = standing.terms.seconds - elapsed(standing)
  const seconds = options <= core.small ? left : Math.min(left, Math.max(core.seconds, left * core.share))
  const cost = standing.best.cost
  enters(standing, 'exact')
  const part = partOf(standing.matrix, () => true, mayImprove(seeker), null)
  const { status, bound } = await run(standing, mip, part, seconds, (bound) => raised(standing, Math.min(bound, cost)))
  if (status === 'infeasible' && cost === Number.POSITIVE_INFINITY) standing.impossible = true
  // Outside the core nothing is better than what was best when it was cut out.
  else raised(standing, Math.min(bound, cost))
}

/** Says how many firms the next ones should be: more where these were done at once, fewer where the time was too short. */
async function moveSome({ standing, search, relaxation }: Seeker, mip: Mip, size: number, random: Random): Promise<number> {
  enters(standing, 'search')
  const chosen = neighbours(search.chains.state, search.chains.list, size, random)
  const { cost, choice } = standing.best
  const part = partOf(
    standing.matrix,
    (firm) => chosen[firm] === 1,
    (option) => relaxation.reach[option]! <= cost,
    choice,
  )
  const began = elapsed(standing)
  const { status } = await run(standing, mip, part, anew.seconds, () => {})
  if (status === 'failed') return size
  if (status !== 'optimal') return Math.max(anew.least, Math.floor(size * 0.9))
  return elapsed(standing) - began < anew.seconds / 3 ? Math.min(standing.matrix.firms, Math.ceil(size * 1.1)) : size
}

/** One run of the solver, which hears of better answers and of the end, and is heard. */
async function run(standing: Standing, mip: Mip, part: Part, seconds: number, higher: (bound: number) => void) {
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
