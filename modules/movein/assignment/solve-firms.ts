/** Solver: finds what space each firm may have, and the best assignment among it; tells both as it goes. */
import type { SpaceOption } from '#engines/allocation/match/options.ts'
import { type Progress, type Solution, solve } from '#engines/allocation/solve/solve.ts'
import type { Solver } from '#platform/solver.ts'
import { contradictions, type Ground, optionsOf, programOf } from './program.ts'

export type News =
  | { matched: number; of: number }
  | { options: SpaceOption[][] }
  | { refused: string[] }
  | { found: Solution & Partial<Pick<Progress, 'phase'>> }

/** Firms between two news of how many have been matched. */
const stride = 10

const pause = () => new Promise<void>((resolve) => setImmediate(resolve))

const assign: Solver<Ground, News> = async (ground, { left, stopped, tell, highs }) => {
  const options: SpaceOption[][] = []
  for (const firm of ground.firms) {
    if (options.length % stride === 0) tell({ matched: options.length, of: ground.firms.length })
    options.push(optionsOf(ground, firm))
    await pause()
    if (stopped()) return { matched: options.length, of: ground.firms.length }
  }
  tell({ options })
  const refused = contradictions(ground, options)
  if (refused.length > 0) return { refused }
  const found = await solve(programOf(ground, options), {
    seconds: Math.min(ground.terms.seconds, left() - 1),
    seed: 1,
    now: () => performance.now(),
    pause,
    stopped,
    heard: (found) => tell({ found }),
    mip: highs,
  })
  return { found }
}
export default assign
