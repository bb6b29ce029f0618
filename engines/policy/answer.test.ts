/** Answers are those of deciding clause by clause, together the best lawful ones; few questions are those most clauses ask. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { answersOf, nearMiss, questionsOf } from './answer.ts'
import { decide } from './decide.ts'
import { type Facts, nothingBefore, type Value } from './fact.ts'
import { readPolicy } from './read/policy.ts'

const policy = readPolicy(readFileSync(new URL('../../seed/policies/demo-measures.yaml', import.meta.url), 'utf8')).policy!
const day = '2025-12-02'
const told = (of: Record<string, Value>): Facts =>
  Object.fromEntries(Object.entries(of).map(([title, value]) => [title, { value, asOf: day, source: '测试' }]))
const software = { 注册地在本区: true, 位于两江直管区: false, 正常存续: true, 行业大类: '65', 按时报送报表: true }
const titled = {
  ...software,
  ...{ 高新技术企业: '首次认定', 高新技术企业认定日期: '2025-10-28' },
  ...{ 专精特新梯度: '专精特新中小企业', 专精特新认定日期: '2025-04-10', 小巨人认定日期: '' },
}

describe('answers', () => {
  it('are the decisions of every clause, in the order of the document', () => {
    const facts = told(titled)
    const { answers } = answersOf([policy], facts, nothingBefore, day)
    expect(answers.map(({ decision }) => decision)).toEqual(
      policy.clauses.map(({ code }) => decide(policy, code, facts, nothingBefore, day)),
    )
  })

  it('go together as far as the rules let them, and say what is dropped', () => {
    const { combination } = answersOf([policy], told(titled), nothingBefore, day)
    expect(combination.total).toBe(20_000_000)
    expect(combination.dropped.map(({ because }) => because)).toEqual([expect.stringContaining('同一年度')])
  })

  it('tell a near miss where one condition alone is missed, with how much is missing', () => {
    const near = (staff: number, more = {}) => {
      const facts = told({ ...software, 新增从业人员: staff, ...more })
      return nearMiss(decide(policy, 'jobs', facts, nothingBefore, day))?.sentence ?? null
    }
    expect(near(2)).toBe('新增从业人员差 3 人（现 2 人，需达 5 人）')
    expect(near(5)).toBeNull()
    expect(near(2, { 注册地在本区: false })).toBeNull()
  })

  it('to a title that was never granted are no, not unknown', () => {
    const facts = told({ ...software, 升规入统日期: '', 统计关系在本区: true })
    const { verdict, reasons } = decide(policy, 'above-scale', facts, nothingBefore, day)
    expect(verdict).toBe('refused')
    expect(reasons.map(({ sentence }) => sentence)).toContain('尚无升规入统日期，须不早于 2025-01-01且不晚于 2027-12-31')
  })
})

describe('questions', () => {
  it('are as few as wanted, and those most clauses ask come first of all', () => {
    const titles = questionsOf([policy], 10).map(({ title }) => title)
    expect(titles).toHaveLength(10)
    expect(titles).toEqual(expect.arrayContaining(['注册地在本区', '正常存续', '行业大类', '按时报送报表']))
    expect(titles).not.toContain('项目')
    expect(questionsOf([policy], 3)).toHaveLength(3)
  })
})
