/** `space assign FILE [--json] [--time SECONDS] [--maximise]`: the best assignment of many firms to spaces. */
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Gap, readGap } from '#engines/allocation/solve/gap.ts'
import type { Program } from '#engines/allocation/solve/program.ts'
import type { Solution } from '#engines/allocation/solve/solve.ts'
import { verify } from '#engines/allocation/solve/verify.ts'
import { invalid, Problem, tooLarge } from '#platform/problem.ts'
import { startSolving } from '#platform/solver.ts'

const usage = '用法：mantianxing space assign 文件 --json --time 秒数 [--maximise]'
const largestFile = 100 * 1024 * 1024
const time = { usual: 30, longest: 24 * 3600 }
/** The share of the time, and the seconds at most, for the start before this process and for writing out the answer. */
const margin = { share: 0.1, most: 0.8 }

type Words = { file: string; json: boolean; seconds: number; sense: Program['sense'] }

/** `args` are the words after `space`; returns the exit code. */
export async function space(args: string[]): Promise<number> {
  const { file, json, seconds, sense } = readArguments(args)
  const gap = await readFrom(file, sense)
  const left = seconds - performance.now() / 1000 - Math.min(margin.most, seconds * margin.share)
  const { answer } = startSolving<Program, Solution>(new URL('../solve-assignment.ts', import.meta.url), gap.program, {
    seconds: Math.max(0.5, left),
    megabytes: 3000,
    yields: false,
    busy: '',
    heard: () => {},
  })
  const result = resultOf(gap, await answer)
  process.stdout.write(json ? `${JSON.stringify(result)}\n` : summary(gap, result))
  if (result.verified || result.status === 'infeasible') return 0
  process.stderr.write(`在 ${seconds} 秒内没有找到可行的方案，也没有证明无解，请延长时间后重试\n`)
  return 1
}

type Result = {
  status: Solution['status']
  objective: number | null
  bound: number | null
  gap: number | null
  assignment: number[] | null
  verified: boolean
  seconds: number
}

/** The answer in the file's own figures, checked once more here. */
function resultOf({ program, scale }: Gap, solution: Solution | null): Result {
  const seconds = Math.round(performance.now()) / 1000
  const { status, objective, bound, gap, choice } = solution ?? nothing
  const verdict = choice && verify(program, choice)
  if (!verdict || verdict.broken.length > 0 || verdict.objective !== objective) {
    const known = bound === null ? null : bound / scale
    return {
      status: status === 'infeasible' ? status : 'unknown',
      objective: null,
      bound: known,
      gap: null,
      assignment: null,
      verified: false,
      seconds,
    }
  }
  const inFile = { objective: objective / scale, bound: bound === null ? null : bound / scale }
  // Whole figures have the gap they were proven with; it is taken anew where the file's are decimals.
  const distance =
    inFile.bound === null ? null : Math.abs(inFile.objective - inFile.bound) / Math.max(1, Math.abs(inFile.objective))
  return { status, ...inFile, gap: scale === 1 ? gap : distance, assignment: choice as number[], verified: true, seconds }
}

const nothing: Solution = {
  status: 'unknown',
  objective: null,
  bound: null,
  gap: null,
  choice: null,
  verified: false,
  seconds: 0,
}

function readArguments(args: string[]): Words {
  const [verb, ...rest] = args
  if (verb !== 'assign') throw invalid(usage)
  const words: Words = { file: '', json: false, seconds: time.usual, sense: 'minimise' }
  while (rest.length > 0) {
    const word = rest.shift()!
    if (word === '--json') words.json = true
    else if (word === '--maximise') words.sense = 'maximise'
    else if (word === '--time' || word.startsWith('--time=')) words.seconds = readTime(word.split('=')[1] ?? rest.shift())
    else if (/^--?[a-z]/i.test(word)) throw invalid(`不认识的选项“${word}”，${usage}`)
    else if (words.file !== '') throw invalid(`只能给出一个文件，多了“${word}”，${usage}`)
    else words.file = word
  }
  if (words.file === '') throw invalid(`请给出一个文件，${usage}`)
  return words
}

function readTime(word: string | undefined): number {
  const seconds = Number(word)
  if (word === undefined || word.trim() === '' || !(seconds > 0 && seconds <= time.longest))
    throw invalid(`--time 应为大于 0、不超过 ${time.longest} 的秒数，现为“${word ?? '（没有）'}”，${usage}`)
  return seconds
}

async function readFrom(file: string, sense: Program['sense']): Promise<Gap> {
  const gap = readGap(await readText(file), sense)
  if ('fault' in gap) throw invalid(`文件“${basename(file)}”无法使用：${gap.fault}`)
  return gap
}

async function readText(file: string): Promise<string> {
  try {
    const found = await stat(file)
    if (found.isDirectory()) throw invalid(`“${file}”是文件夹，请给出其中的一个文件`)
    if (found.size > largestFile) throw tooLarge(`文件“${basename(file)}”超过 ${largestFile / 1024 / 1024} MB`)
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Problem) throw error
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT') throw invalid(`没有找到文件“${file}”，请检查路径`)
    if (code === 'EACCES' || code === 'EPERM') throw invalid(`没有读取文件“${file}”的权限`)
    throw invalid(`文件“${file}”无法读取，请检查后重试`)
  }
}

function summary({ agents, jobs }: Gap, { status, objective, bound, gap, assignment, seconds }: Result): string {
  const size = `空间 ${agents} 处，企业 ${jobs} 家，用时 ${seconds.toFixed(1)} 秒`
  if (status === 'infeasible') return `${size}\n已证明：没有能满足全部容量的方案\n`
  if (assignment === null) return `${size}\n没有找到可行的方案\n`
  const known =
    status === 'optimal'
      ? '已证明最优'
      : `目标值的界 ${bound ?? '未知'}，差距不超过 ${gap === null ? '未知' : `${(gap * 100).toFixed(3)}%`}`
  return [
    size,
    `目标值 ${objective}，${known}；已由独立程序核对`,
    ...assignment.map((agent, job) => `  第 ${job + 1} 家企业 → 第 ${agent + 1} 处空间`),
    '',
  ].join('\n')
}
