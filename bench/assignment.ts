/** The best assignment of many firms: how good after how long, beside greedy, HiGHS and CBC; and what a server feels of it. */
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { readGap } from '#engines/allocation/solve/gap.ts'
import type { Program } from '#engines/allocation/solve/program.ts'
import type { Solution } from '#engines/allocation/solve/solve.ts'
import { startSolving } from '#platform/solver.ts'
import { bestKnown } from './assignment/best-known.ts'
import { district, districtByArea, floors, type Recipe, recipe } from './assignment/instances.ts'
import { cbcAlone, hasCbc, highsAlone, plainGreedy } from './assignment/peers.ts'
import { ms, ratio } from './measure.ts'

const seconds = 30
const worker = new URL('../bin/solve-assignment.ts', import.meta.url)

export async function bench(): Promise<void> {
  await published()
  await generated()
  for (const [name, program] of [
    ['district, 800 firms × 2,000 units', district(1)],
    ['district, area of each zone scarce (90 %)', districtByArea(1, 0.9)],
    ['district, area of each zone very scarce (60 %)', districtByArea(1, 0.6)],
    ['floors, 800 firms × 160 floors, 96 % full', floors(1, 0.96)],
    ['floors, 800 firms × 160 floors, 90 % full', floors(1, 0.9)],
  ] as const)
    await beside(name, program)
  await latency()
}

/** The files of the OR-Library, one problem each and named a05100 … d20200, where GAP_FILES says which folder they lie in. */
async function published(): Promise<void> {
  const folder = process.env.GAP_FILES
  if (!folder) return console.log('published sets: GAP_FILES names no folder, not measured')
  for (const [name, best] of Object.entries(bestKnown)) {
    const file = join(folder, name)
    if (!existsSync(file)) continue
    const read = readGap(readFileSync(file, 'utf8'), 'minimise')
    if ('fault' in read) throw new Error(`${name}: ${read.fault}`)
    const { objective, ...rest } = await solved(read.program)
    console.log(
      `${name}: ${told({ objective, ...rest })}, best known ${best}: ${percent((objective ?? Number.NaN) / best - 1)} above`,
    )
  }
}

async function generated(): Promise<void> {
  for (const type of ['A', 'B', 'C', 'D', 'E'] satisfies Recipe[])
    for (const [agents, jobs] of [
      [5, 100],
      [10, 100],
      [20, 200],
    ] as const) {
      const program = recipe(type, agents, jobs, 1)
      const alone = type === 'D' ? `; HiGHS alone ${await highsAlone(program, seconds)}` : ''
      console.log(`${type} ${agents}×${jobs}: ${told(await solved(program))}${alone}`)
    }
}

async function beside(name: string, program: Program): Promise<void> {
  console.log(`${name}: ${told(await solved(program))}`)
  console.log(`  plain greedy ${await plainGreedy(program, seconds)}, HiGHS alone ${await highsAlone(program, seconds)}`)
  console.log(hasCbc() ? `  CBC alone ${await cbcAlone(program, seconds)}` : '  CBC is not on the path, not measured')
}

type Outcome = Solution & { first: number }

/** As the server does it, start of the process included. */
async function solved(program: Program, yields = false): Promise<Outcome> {
  const begun = performance.now()
  let first = Number.NaN
  const heard = ({ choice }: Solution) => {
    if (choice && Number.isNaN(first)) first = (performance.now() - begun) / 1000
  }
  const limits = { seconds, megabytes: 3000, yields, busy: '', heard }
  const solution = await startSolving<Program, Solution>(worker, program, limits).answer
  if (!solution) throw new Error('no answer')
  return { ...solution, first, seconds: (performance.now() - begun) / 1000 }
}

const percent = (share: number) => `${(share * 100).toFixed(3)} %`
const told = ({ status, objective, bound, gap, first, seconds }: Outcome) =>
  `${status} ${objective}, bound ${bound}, gap ${gap === null ? 'unknown' : percent(gap)}, ${seconds.toFixed(1)} s, first answer after ${first.toFixed(2)} s`

/** Ninety-nine in a hundred answers of a small server, idle and beside a search that yields. */
async function latency(): Promise<void> {
  const server = createServer((_, response) =>
    response.end(JSON.stringify(Array.from({ length: 2000 }, (_, index) => index * index))),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const p99 = async (span: number) => {
    const times: number[] = []
    for (const until = performance.now() + span * 1000; performance.now() < until; ) {
      const begun = performance.now()
      await (await fetch(url)).text()
      times.push(performance.now() - begun)
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
    return times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)]!
  }
  await p99(2)
  const idle = await p99(10)
  const search = solved(floors(2, 0.9), true)
  await p99(5)
  const during = await p99(10)
  await search
  server.close()
  console.log(`a server's p99: idle ${ms(idle)}, beside a search ${ms(during)}: ${ratio(during, idle)}`)
}
