/** What others make of the same program in the same time: plain greedy, HiGHS alone, and CBC where it is on the path. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compile, isSound } from '#engines/allocation/solve/compile.ts'
import { greedy } from '#engines/allocation/solve/greedy.ts'
import { type Model, partOf, withColumns } from '#engines/allocation/solve/part.ts'
import type { Program } from '#engines/allocation/solve/program.ts'
import { openHighs } from '#platform/solver/highs.ts'

/** Objectives in the sense of the program; null where there is no answer. */
type Peer = (program: Program, seconds: number) => Promise<number | null>

/** Largest firms first, each to the cheapest place that still has room. */
export const plainGreedy: Peer = async (program) => {
  const matrix = compile(program)
  const nothing = new Float64Array(matrix.rows)
  const state = greedy(matrix, nothing, nothing.slice().fill(1e7), { first: 'size', careful: false })
  return state.broken > 0 ? null : signOf(program) * state.cost
}

export const highsAlone: Peer = async (program, seconds) => {
  const matrix = compile(program)
  const part = partOf(
    matrix,
    () => true,
    () => true,
    null,
  )
  const highs = openHighs()
  let columns: Int32Array | null = null
  const heard = (news: { columns: Int32Array | null }) => {
    columns = news.columns ?? columns
  }
  const answer = await highs.run(part.model, { seconds, from: null, step: matrix.step, heard }).answer
  await highs.close()
  const last = answer.columns ?? columns
  if (!last) return null
  const choice = withColumns(part, matrix, last, null)
  return isSound(matrix, choice) ? signOf(program) * choice.reduce((sum, option) => sum + matrix.cost[option]!, 0) : null
}

export const hasCbc = () => spawnSync('cbc', ['-quit'], { encoding: 'utf8' }).status === 0

export const cbcAlone: Peer = async (program, seconds) => {
  const folder = mkdtempSync(join(tmpdir(), 'cbc-'))
  try {
    const matrix = compile(program)
    const [model, answer] = [join(folder, 'model.lp'), join(folder, 'answer.txt')]
    writeFileSync(
      model,
      lpText(
        partOf(
          matrix,
          () => true,
          () => true,
          null,
        ).model,
      ),
    )
    spawnSync('cbc', [model, '-seconds', String(seconds), '-timeMode', 'elapsed', '-solve', '-solution', answer], {
      encoding: 'utf8',
    })
    const [, status, objective] = /^(.*) - objective value (\S+)/.exec(readFileSync(answer, 'utf8')) ?? []
    return objective === undefined || /infeasible|no integer/i.test(status!)
      ? null
      : signOf(program) * Math.round(Number(objective))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const signOf = ({ sense }: Program) => (sense === 'minimise' ? 1 : -1)

/** The model in the text form of CPLEX. */
function lpText({ cost, least, most, start, row, amount }: Model): string {
  const terms: string[][] = Array.from(least, () => [])
  for (const column of cost.keys())
    for (let at = start[column]!; at < start[column + 1]!; at += 1) terms[row[at]!]!.push(`${amount[at]} x${column}`)
  const rows = terms.flatMap((each, index) => {
    const sum = each.join(' + ')
    if (sum === '') return []
    if (least[index] === most[index]) return [`${sum} = ${most[index]}`]
    return [
      ...(Number.isFinite(most[index]) ? [`${sum} <= ${most[index]}`] : []),
      ...(Number.isFinite(least[index]) ? [`${sum} >= ${least[index]}`] : []),
    ]
  })
  const all = Array.from(cost.keys(), (column) => `x${column}`)
  const aim = all.map((name, column) => `${cost[column]! < 0 ? '-' : '+'} ${Math.abs(cost[column]!)} ${name}`)
  return [
    'Minimize',
    ...aim,
    'Subject To',
    ...rows.map((each) => each.replaceAll(' + ', '\n + ')),
    'Binaries',
    ...all,
    'End',
    '',
  ].join('\n')
}
