/**
 * The plain form of the OR-Library for the generalised assignment problem: `m n`, then for each of m agents its n costs, for
 * each agent its n needs, and m capacities, all separated by white space.
 *
 * Decimals are made whole exactly: costs by one power of ten, needs and capacities by another.
 */
import type { Program } from './program.ts'

/** `scale`: what objectives of the program are to be divided by. */
export type Gap = { program: Program; scale: number; agents: number; jobs: number }

/** Room for a sum of whole numbers that a double still holds exactly, with bits to spare for prices. */
const largest = 2 ** 40
const most = { agents: 10_000, jobs: 100_000, cells: 2_000_000 }

/** The program, or one sentence in Chinese on what makes the text unusable. */
export function readGap(text: string, sense: Program['sense']): Gap | { fault: string } {
  const words = text
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\s+/)
  if (words[0] === '') return { fault: '文件是空的，应以“空间数 企业数”开头' }
  const strange = words.findIndex((word) => !number.test(word))
  if (strange >= 0) return { fault: `第 ${strange + 1} 个数“${words[strange]!.slice(0, 20)}”不是数` }
  const [agents, jobs] = [Number(words[0]), Number(words[1] ?? Number.NaN)]
  if (!isCount(agents)) return { fault: `第 1 个数是空间数，应为正整数，现为“${words[0]}”` }
  if (!isCount(jobs)) return { fault: `第 2 个数是企业数，应为正整数，现为“${words[1] ?? '（没有）'}”` }
  if (agents > most.agents || jobs > most.jobs || agents * jobs > most.cells)
    return { fault: `空间 ${agents} 处、企业 ${jobs} 家，超过一次可以计算的规模（两数相乘不超过 ${most.cells}）` }
  const cells = agents * jobs
  const expected = 2 + 2 * cells + agents
  if (words.length !== expected)
    return {
      fault: `空间 ${agents} 处、企业 ${jobs} 家应有 ${expected} 个数，现有 ${words.length} 个，${words.length < expected ? '少了' : '多了'} ${Math.abs(expected - words.length)} 个`,
    }
  const costs = whole(words.slice(2, 2 + cells))
  const room = whole(words.slice(2 + cells))
  if (!costs || costs.values.reduce((sum, each) => sum + Math.abs(each), 0) / agents > largest)
    return { fault: '成本的位数过多，无法精确计算，请换用较大的单位' }
  if (!room || room.values.some((each) => each > largest))
    return { fault: '需求或容量的位数过多，无法精确计算，请换用较大的单位' }
  const negative = room.values.findIndex((each) => each < 0)
  if (negative >= 0) {
    const place = 3 + cells + negative
    if (negative >= cells)
      return { fault: `第 ${place} 个数是第 ${negative - cells + 1} 处空间的容量，不能为负数（${words[place - 1]}）` }
    const [agent, job] = [Math.floor(negative / jobs) + 1, (negative % jobs) + 1]
    return { fault: `第 ${place} 个数是第 ${job} 家企业在第 ${agent} 处空间的需求，不能为负数（${words[place - 1]}）` }
  }
  return { program: programOf(agents, jobs, costs.values, room.values, sense), scale: costs.scale, agents, jobs }
}

const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i
const isCount = (value: number) => Number.isInteger(value) && value > 0

/** All values times the smallest power of ten that makes them whole; null where a double cannot hold them. */
function whole(words: string[]): { values: number[]; scale: number } | null {
  const parts = words.map(partsOf)
  const places = parts.reduce((deepest, { exponent }) => Math.max(deepest, -exponent), 0)
  if (places > 15) return null
  const values = parts.map(({ digits, exponent }) =>
    digits === '0' || digits === '-0'
      ? 0
      : exponent + places > 20
        ? Number.POSITIVE_INFINITY
        : Number(digits) * 10 ** (exponent + places),
  )
  return values.every(Number.isSafeInteger) ? { values, scale: 10 ** places } : null
}

/** 12.50 is 125 × 10⁻¹. */
function partsOf(word: string): { digits: string; exponent: number } {
  const [mantissa = '', power = '0'] = word.toLowerCase().split('e')
  const [before = '', after = ''] = mantissa.replace('+', '').split('.')
  const digits = `${before}${after.replace(/0+$/, '')}`.replace(/^(-?)0+(?=\d)/, '$1')
  return { digits: digits === '' || digits === '-' ? '0' : digits, exponent: Number(power) - after.replace(/0+$/, '').length }
}

function programOf(agents: number, jobs: number, costs: number[], room: number[], sense: Program['sense']): Program {
  const cells = agents * jobs
  const all = (count: number) => Array.from({ length: count }, (_, index) => index)
  return {
    sense,
    weights: {},
    resources: all(agents).map((agent) => ({ name: `空间${agent}`, capacity: room[cells + agent]! })),
    quotas: [],
    firms: all(jobs).map((job) => ({
      name: `企业${job}`,
      unplaced: null,
      options: all(agents).map((agent) => ({
        name: `空间${agent}`,
        uses: [[agent, room[agent * jobs + job]!]],
        counts: [],
        parts: { cost: costs[agent * jobs + job]! },
        labels: {},
      })),
    })),
    near: [],
    apart: [],
    locks: [],
  }
}
