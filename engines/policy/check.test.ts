/** Files of policies held against themselves: examples that come out otherwise, and files that do not go together. */
import { describe, expect, it } from 'vitest'
import { checkPolicies, checkPolicy } from './check.ts'
import type { Fact } from './fact.ts'
import { sample } from './read/sample.ts'

const changed = (from: string, to: string) => {
  expect(sample).toContain(from)
  return sample.replace(from, () => to)
}
const other = changed('代码: sample-measures', '代码: other-policy')
  .replace('other-policy/several', 'sample-measures/several')
  .replace('文号: 示例府发〔2024〕1号\n', '')
const told = (checked: ReturnType<typeof checkPolicies>) =>
  checked.flaws.map(({ file, line, column, sentence }) => `${file}:${line}:${column} ${sentence}`)

it('a policy whose examples come out as told is taken', () => {
  const { policy, flaws } = checkPolicy(sample)
  expect(flaws).toEqual([])
  expect(policy?.clauses).toHaveLength(4)
})

it('an example that comes out otherwise is told where it stands, with what came out and why', () => {
  const { policy, flaws } = checkPolicy(changed('金额: 180000元', '金额: 180001元'))
  expect(policy).toBeNull()
  expect(flaws).toEqual([
    {
      line: sample.split('\n').findIndex((line) => line.includes('五十人以上')) + 1,
      column: 9,
      sentence: '样例“五十人以上”应为支持 180,001 元，算得支持 18 万元：符合条件，支持 18 万元',
    },
  ])
  const refused = checkPolicy(changed('结论: 支持, 金额: 30万元', '结论: 不予支持'))
  expect(refused.flaws).toMatchObject([{ sentence: expect.stringMatching(/^样例“一千平方米”应为不予支持，算得支持 30 万元：/) }])
})

it('counts what was read', () => {
  const checked = checkPolicies(
    [
      { name: 'a.yaml', text: sample },
      { name: 'b.yaml', text: other },
    ],
    true,
  )
  expect(told(checked)).toEqual([])
  expect(checked).toMatchObject({ files: 2, clauses: 8, examples: 10 })
})

it('a clause of another policy has to be there where all policies are', () => {
  const files = [
    { name: 'a.yaml', text: changed('other-policy/several', 'other-policy/severed') },
    { name: 'b.yaml', text: other },
  ]
  expect(told(checkPolicies(files, true))).toEqual([
    expect.stringMatching(/^a\.yaml:\d+:\d+ 没有代码为“other-policy\/severed”的条款，是否指“other-policy\/several”？$/),
  ])
  expect(told(checkPolicies([{ name: 'a.yaml', text: sample }], true))).toHaveLength(1)
  expect(told(checkPolicies([{ name: 'a.yaml', text: sample }], false))).toEqual([])
})

it('a code belongs to one file, and a title means one fact', () => {
  const files = [
    { name: 'a.yaml', text: other },
    { name: 'b.yaml', text: other },
    { name: 'c.yaml', text: changed('单位: 名, 来源: 核定', '单位: 位, 来源: 核定') },
  ]
  expect(told(checkPolicies(files, true))).toEqual([
    'b.yaml:1:1 政策代码“other-policy”已用于 a.yaml',
    expect.stringMatching(/^c\.yaml:\d+:5 事实“运营名次”的单位“位”与 a\.yaml 中的“名”不同，请与之一致，或换用其他名称$/),
  ])
})

describe('what others declare', () => {
  const facts = checkPolicy(sample).policy!.facts
  const level = facts.find(({ title }) => title === '认证等级')!
  const reformed = facts.find(({ title }) => title === '完成股改')!
  const beside = (fact: Fact, code = 'other-policy') => checkPolicy(sample, [{ code, name: '《别的措施》', facts: [fact] }])

  it.each<[string, Fact, number, string]>([
    [
      'fewer values',
      { ...level, values: ['三级', '四级'] },
      12,
      '认证等级”的取值“三级、四级、五级”与《别的措施》中的“三级、四级”',
    ],
    [
      'another order',
      { ...level, values: ['五级', '四级', '三级'] },
      12,
      '认证等级”的取值“三级、四级、五级”与《别的措施》中的“五级、四级、三级”',
    ],
    ['any value', { ...level, values: [] }, 12, '认证等级”的取值“三级、四级、五级”与《别的措施》中的“不限”'],
    [
      'other words',
      { ...reformed, words: ['已股改', '未股改'] },
      13,
      '完成股改”的说法“已完成股改、未完成股改”与《别的措施》中的“已股改、未股改”',
    ],
    ['another kind', { ...reformed, kind: 'text' }, 13, '完成股改”的类型“是否”与《别的措施》中的“文字”'],
  ])('is refused where it differs, at the line of the fact: %s', (_, theirs, line, words) => {
    const sentence = `事实“${words}不同，请与之一致，或换用其他名称`
    expect(beside(theirs)).toEqual({ policy: null, flaws: [{ line, column: 5, sentence }] })
  })

  it('is nothing to another version of the same policy, nor where it is the same', () => {
    expect(beside({ ...level, values: ['三级'] }, 'sample-measures').flaws).toEqual([])
    expect(beside({ ...level, hint: '另有说明' }).flaws).toEqual([])
  })
})
