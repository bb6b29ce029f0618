/** Reading criteria: every flaw is told where it stands, and nothing flawed is taken. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAmount } from './amount.ts'
import { readSchemes } from './read.ts'

const file = (conditions: string[], rest = '') => `名称: 示例企业
代码: sample
版本:
  - 自: 2024-01-01
    依据: {文件: 示例办法}
    条件:
${conditions.map((line) => `      - ${line}`).join('\n')}
    样例:
      - {名称: 空白, 日期: 2024-06-30, 数据: {从业人员: 1人}, 结论: 待定}
${rest}`
const flawsOf = (...conditions: string[]) =>
  readSchemes(file(conditions)).flaws.map(({ line, sentence }) => `${line}：${sentence}`)
const good = '{名称: 人员, 事实: 从业人员, 不低于: 10人}'

describe('a file of criteria', () => {
  it('is read into schemes and examples', () => {
    const { schemes, examples, flaws } = readSchemes(
      file([
        '{名称: 研发占比, 事实: 研发人员, 除以: 从业人员, 不低于: 12.5%}',
        '{名称: 收入, 事实: 营业收入, 高于: 1.5亿元, 不高于: "20,000 万元"}',
      ]),
    )
    expect(flaws).toEqual([])
    expect(schemes).toMatchObject([
      {
        code: 'sample',
        since: '2024-01-01',
        until: null,
        validYears: null,
        criteria: [
          { fact: 'rndStaff', over: 'headcount', test: { lower: { value: 0.125, inclusive: true }, upper: null } },
          {
            fact: 'revenue',
            over: null,
            test: { lower: { value: 150_000_000, inclusive: false }, upper: { value: 200_000_000, inclusive: true } },
          },
        ],
      },
    ])
    expect(examples).toMatchObject([{ verdict: 'unknown', facts: { headcount: { value: 1 } }, lacking: null }])
  })

  it('tells every flaw with line and column, and yields nothing', () => {
    const read = readSchemes(file([good, '{名称: 甲, 事实: 员工数, 不低于: 10}', '{名称: 乙, 事实: 从业人员, 至少: 10}']))
    expect(read).toEqual({
      schemes: [],
      examples: [],
      flaws: [
        { line: 8, column: 21, sentence: '没有名为“员工数”的事实' },
        { line: 9, column: 9, sentence: '条件没有写明要求，可用：不低于、高于、不高于、低于、标准' },
        {
          line: 9,
          column: 27,
          sentence: '条件不能有“至少”，可用：名称、事实、除以、不低于、高于、不高于、低于、为、属于、标准、任一',
        },
      ],
    })
  })

  it('refuses values of the wrong kind', () => {
    expect(
      flawsOf(
        '{名称: 甲, 事实: 从业人员, 不低于: 很多}',
        '{名称: 乙, 事实: 营业收入, 不低于: 2000}',
        '{名称: 丙, 事实: 资产负债率, 不高于: 0.7}',
        '{名称: 丁, 事实: 研发机构, 不低于: 1}',
        '{名称: 戊, 事实: 研发机构, 为: 有}',
        '{名称: 己, 事实: 从业人员, 不低于: 10.5人}',
        '{名称: 庚, 事实: 行业大类, 属于: "65"}',
        '{名称: 辛, 事实: 研发费用, 除以: 从业人员, 不低于: 3%}',
        '{名称: 壬, 事实: 从业人员, 不低于: [10]}',
        '{名称: 癸, 事实: 从业人员, 不低于: 5, 标准: 待补}',
      ),
    ).toEqual([
      '7：“很多”不是从业人员的数值，应写作如 10人',
      '8：“2000”的单位应为元，应写作如 2000万元',
      '9：“0.7”应写作百分数，如 40%，最多两位小数',
      '10：研发机构不能用“不低于”，可用：为、标准',
      '11：“有”应写作“是”或“否”',
      '12：“10.5人”应为整数人',
      '13：属于应为列表，至少一项',
      '14：研发费用与从业人员不能相除',
      '15：“不低于”应为一段文字',
      '16：“标准”只在标准尚不明确时单独使用',
    ])
  })

  it('refuses demands that can never hold together', () => {
    expect(flawsOf('{名称: 甲, 事实: 从业人员, 不低于: 5, 低于: 3}')).toEqual(['7：从业人员的要求不可能达到'])
    expect(flawsOf('{名称: 甲, 事实: 从业人员, 高于: 5, 低于: 6}')).toEqual(['7：从业人员的要求不可能达到'])
    expect(flawsOf('{名称: 甲, 事实: 从业人员, 不低于: 5}', '{名称: 乙, 事实: 从业人员, 低于: 3}')).toEqual([
      '8：从业人员的要求与“甲”矛盾',
    ])
    expect(flawsOf('{名称: 甲, 事实: 研发机构, 为: 是}', '{名称: 乙, 事实: 研发机构, 为: 否}')).toEqual([
      '8：研发机构的要求与“甲”矛盾',
    ])
    expect(flawsOf('{名称: 甲, 事实: 行业大类, 属于: ["65"]}', '{名称: 乙, 事实: 行业大类, 属于: ["64"]}')).toEqual([
      '8：行业大类的要求与“甲”矛盾',
    ])
    expect(flawsOf('{名称: 甲, 事实: 研发人员, 除以: 从业人员, 高于: 100%}')).toEqual([
      '7：研发人员占从业人员的比重的要求不可能达到',
    ])
    expect(flawsOf('{名称: 甲, 事实: 从业人员, 不低于: 5, 不高于: 5}')).toEqual([])
  })

  it('looks for contradictions between a case and what is around it, not between cases', () => {
    const cases = (within: string) =>
      flawsOf(
        good,
        `{名称: 规模, 任一: [{情形: 小, 适用: [{名称: 收入, 事实: 营业收入, 低于: 1亿元}], 条件: [${within}]}, {情形: 大, 条件: [{名称: 大收入, 事实: 营业收入, 不低于: 1亿元}]}]}`,
      )
    expect(cases('{名称: 研发, 事实: 研发费用, 不低于: 1万元}')).toEqual([])
    expect(cases('{名称: 少, 事实: 从业人员, 低于: 10}')).toEqual(['8：从业人员的要求与“人员”矛盾'])
    expect(cases('{名称: 多, 事实: 营业收入, 高于: 1亿元}')).toEqual(['8：营业收入的要求与“收入”矛盾'])
  })

  it('refuses versions that overlap, and days that do not exist', () => {
    const second = `  - 自: 2025-01-01
    依据: {文件: 新办法}
    条件: [${good}]
    样例: [{名称: 空白, 日期: 2025-02-30, 数据: {}, 结论: 待定}]`
    expect(readSchemes(file([good], second)).flaws).toEqual([
      { line: 10, column: 5, sentence: '自 2025-01-01 起的版本与自 2024-01-01 起的版本施行期重叠' },
      { line: 13, column: 23, sentence: '样例日期“2025-02-30”不是实际存在的日期' },
    ])
    const closed = file([good], second.replace('02-30', '02-28')).replace('自: 2024-01-01', '自: 2024-01-01\n    至: 2024-12-31')
    expect(readSchemes(closed).schemes.map(({ until }) => until)).toEqual(['2024-12-31', null])
  })

  it('tells what is no YAML', () => {
    expect(readSchemes('').flaws).toEqual([{ line: 1, column: 1, sentence: '文件为空' }])
    expect(readSchemes('名称: 甲\n名称: 乙').flaws).toMatchObject([{ line: 2, sentence: '同一处有重复的键' }])
    expect(readSchemes('名称: [甲').flaws.length).toBeGreaterThan(0)
    expect(readSchemes('- 甲').flaws).toEqual([{ line: 1, column: 1, sentence: '文件应为一组“键：值”' }])
    expect(readSchemes('名称: &a 甲\n代码: *a\n版本: []').flaws.map(({ sentence }) => sentence)).toContain(
      '代码应为一段文字，不支持引用（*）',
    )
  })

  it('has an answer to any text', () => {
    const words = fc.constantFrom(
      '名称',
      '版本',
      '条件',
      ': ',
      '\n',
      '  ',
      '- ',
      '{',
      '}',
      '[',
      ']',
      '任一',
      '10人',
      '"',
      '&a',
      '*a',
      '自',
      '|',
      '#',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), (parts) => {
        const { schemes, flaws } = readSchemes(parts.join(''))
        expect(schemes.length > 0 || flaws.length > 0).toBe(true)
        for (const { line, column } of flaws) expect(Math.min(line, column)).toBeGreaterThan(0)
      }),
      { numRuns: 500 },
    )
  })
})

describe('an amount', () => {
  it('is exact however it is written', () => {
    expect(readAmount('1.23亿元', 'revenue')).toEqual({ value: 123_000_000 })
    expect(readAmount('２０００ 万元', 'revenue')).toEqual({ value: 20_000_000 })
    expect(readAmount('100万美元', 'exports')).toEqual({ value: 1_000_000 })
    expect(readAmount('-3.5%', 'growthTwoYears')).toEqual({ value: -0.035 })
    expect(readAmount('100万元', 'exports')).toHaveProperty('fault')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (yuan) => {
        expect(readAmount(`${yuan / 10_000}万元`, 'revenue')).toEqual({ value: yuan })
      }),
    )
  })
})
