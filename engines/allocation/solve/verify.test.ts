/** The checker sees each kind of broken rule, and adds up by itself. */
import { expect, it } from 'vitest'
import type { Choice, Program } from './program.ts'
import { verify } from './verify.ts'

const place = (unit: number, zone: string, rent: number, area = 50) => ({
  name: `${unit}号`,
  uses: [[unit, area]] as [number, number][],
  counts: [[0, 1]] as [number, number][],
  parts: { fit: 10, rent },
  labels: { zone },
})
const program: Program = {
  sense: 'maximise',
  weights: { rent: 2 },
  resources: [
    { name: '一层', capacity: 100 },
    { name: '二层', capacity: 100 },
  ],
  quotas: [{ name: '软件企业', least: 2, most: 3 }],
  firms: ['甲公司', '乙公司', '丙公司', '丁公司'].map((name, index) => ({
    name,
    options: [place(0, '东区', 1), place(1, '西区', 3)],
    unplaced: index === 3 ? -5 : null,
  })),
  near: [{ name: '上下游', firms: [0, 1], kind: 'zone' }],
  apart: [{ name: '同业', firms: [1, 2], kind: 'zone' }],
  locks: [
    { firm: 0, option: 0, rule: 'take' },
    { firm: 3, option: 0, rule: 'avoid' },
  ],
}

it('finds nothing in an answer that keeps all rules', () => {
  expect(verify(program, [0, 0, 1, null])).toEqual({ broken: [], objective: 12 + 12 + 16 - 5 })
})

const brokenBy: [Choice, string][] = [
  [[0, 0, 1], '方案给出 3 家企业的去处，应为 4 家'],
  [[0, 0, 2, null], '“丙公司”的去处（第 3 个）不在其可选范围内'],
  [[0, 0, null, null], '“丙公司”没有安排去处'],
  [[0, 0, 0, null], '“一层”用了 150，超过容量 100'],
  [[0, 0, 1, 1], '“软件企业”为 4，高于上限 3'],
  [[0, null, null, null], '“软件企业”为 1，低于下限 2'],
  [[0, 1, 0, null], '“上下游”须相邻，但“甲公司”与“乙公司”不在一处'],
  [[1, 1, 1, null], '“同业”须分开，但“乙公司”与“丙公司”同在“西区”'],
  [[1, 1, 0, null], '“甲公司”已锁定在“0号”，方案改动了它'],
  [[0, 0, 1, 0], '“丁公司”不得安排在“0号”'],
]
it.each(brokenBy)('%j breaks a rule', (choice, sentence) => {
  expect(verify(program, choice).broken).toContain(sentence)
})

it('a firm that must be near and whose place has no label is told', () => {
  const [first, ...rest] = program.firms
  const nowhere = { ...first!, options: first!.options.map((option) => ({ ...option, labels: {} })) }
  expect(verify({ ...program, firms: [nowhere, ...rest] }, [0, 0, 1, null]).broken).toContain(
    '“上下游”须相邻，但“甲公司”的去处没有标明位置',
  )
})
