/** Solver: the best assignment of firms to spaces, with HiGHS at its side. */
import type { Program } from '#engines/allocation/solve/program.ts'
import { type Solution, solve } from '#engines/allocation/solve/solve.ts'
import type { Solver } from '#platform/solver.ts'

const assign: Solver<Program, Solution> = (program, { left, stopped, tell, highs }) =>
  solve(program, {
    seconds: left(),
    seed: 1,
    now: () => performance.now(),
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    stopped,
    heard: tell,
    mip: highs,
  })
export default assign
