/** Files of the OR-Library: figures as they stand, decimals exactly, and what is wrong said with its place. */
import { expect, it } from 'vitest'
import { readGap } from './gap.ts'
import { verify } from './verify.ts'

it('reads costs, needs and capacities in their order', () => {
  const read = readGap('2 3\n 1 2 3\n 4 5 6\n 7 8 9\n 1 2 3\n 10 20\n', 'minimise')
  if ('fault' in read) throw new Error(read.fault)
  const { program } = read
  expect(program.resources.map(({ capacity }) => capacity)).toEqual([10, 20])
  expect(program.firms[2]!.options.map(({ uses, parts }) => [uses, parts.cost])).toEqual([
    [[[0, 9]], 3],
    [[[1, 3]], 6],
  ])
  expect(verify(program, [0, 1, 1])).toEqual({ broken: [], objective: 12 })
})

it('decimals are made whole without rounding, costs and amounts each in their own unit', () => {
  const read = readGap('1 2  0.1 -2.25e0  1.5 1e-1  +1.60', 'minimise')
  if ('fault' in read) throw new Error(read.fault)
  const { program, scale } = read
  expect(scale).toBe(100)
  expect(program.firms.map(({ options }) => options[0]!.parts.cost)).toEqual([10, -225])
  expect(program.firms.map(({ options }) => options[0]!.uses[0]![1])).toEqual([15, 1])
  expect(program.resources[0]!.capacity).toBe(16)
})

const unusable: [string, string][] = [
  ['', '文件是空的'],
  ['2', '第 2 个数是企业数，应为正整数，现为“（没有）”'],
  ['0 3', '第 1 个数是空间数，应为正整数，现为“0”'],
  ['2 -3', '第 2 个数是企业数，应为正整数，现为“-3”'],
  ['1 1 5 x 3', '第 4 个数“x”不是数'],
  ['1 1 NaN 2 3', '第 3 个数“NaN”不是数'],
  ['1 1 5 3', '应有 5 个数，现有 4 个，少了 1 个'],
  ['1 1 5 3 4 4', '应有 5 个数，现有 6 个，多了 1 个'],
  ['1 2 5 5 3 3 -4', '第 7 个数是第 1 处空间的容量，不能为负数（-4）'],
  ['2 2 1 1 1 1 3 3 3 -2 9 9', '第 10 个数是第 2 家企业在第 2 处空间的需求，不能为负数（-2）'],
  ['1 1 5 3e300 4', '需求或容量的位数过多'],
  ['1 1 0.12345678901234567890123 3 4', '成本的位数过多'],
  ['100000 100000', '超过一次可以计算的规模'],
]
it.each(unusable)('refuses “%s”', (text, sentence) => {
  const read = readGap(text, 'minimise')
  expect('fault' in read ? read.fault : '').toContain(sentence)
})
