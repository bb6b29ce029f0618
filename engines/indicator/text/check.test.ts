/** Everything a definition can have wrong, each with its sentence. */
import { describe, expect, it } from 'vitest'
import type { Condition, Definition } from '../definition.ts'
import { counting, definition, ledgers, taking } from '../samples.ts'
import { check } from './check.ts'

const said = (changes: Partial<Definition>) => check(definition(changes), ledgers)
const revenue = { of: taking('monthly', 'revenue'), unit: '万元', period: 'year-to-date' } as const
const share = { form: 'share', unit: '%', decimals: 3, over: counting('enterprise') } as const
const growth = { form: 'growth', unit: '%', decimals: 3 } as const

describe('nothing is wrong with', () => {
  it.each<[string, Partial<Definition>]>([
    ['a count', {}],
    ['a cumulative amount', revenue],
    ['an increase', { form: 'increase', baseline: '2024-06-15' }],
    ['an increase of monthly reports', { ...revenue, form: 'increase', baseline: '2024-12-31' }],
    ['a growth', { ...revenue, ...growth, period: 'trailing-year' }],
    ['a share', { ...share, of: counting('enterprise') }],
    ['the people of a year', { of: taking('monthly', 'people'), unit: '万人', period: 'full-year' }],
    ['events by month', { of: counting('copyright'), unit: '件', period: 'year-to-date', dimensions: ['month', 'zone'] }],
    ['what arrived since', { of: { ...counting('enterprise'), where: [{ field: 'arrived', atLeast: '2025-01-01' }] } }],
  ])('%s', (_, changes) => expect(said(changes)).toEqual([]))
})

describe('what is counted', () => {
  it.each<[Partial<Definition>, string[]]>([
    [{ of: counting('shops'), dimensions: [] }, ['没有名为“shops”的台账']],
    [{ of: taking('enterprise', 'constructor') }, ['企业台账没有名为“constructor”的字段']],
    [{ of: taking('enterprise', 'zone') }, ['企业台账的“园城”是分类，不能合计']],
    [{ of: taking('enterprise', 'arrived') }, ['企业台账的“入驻日期”是日期，不能合计']],
    [{ period: 'month' }, ['企业台账是存续台账，期间只能是“时点”']],
    [{ ...revenue, period: 'as-of' }, ['“营业收入”是一月起的累计数，期间不能是“时点”，请用“本年累计”']],
    [
      { of: taking('monthly', 'people'), unit: '人', period: 'year-to-date' },
      ['“从业人员”是月末数，期间只能是“时点”或“最近完整年度”'],
    ],
    [{ of: counting('monthly'), period: 'month' }, ['企业月报按月计数，期间只能是“时点”或“最近完整年度”']],
    [{ ...share, over: counting('shops') }, ['没有名为“shops”的台账']],
  ])('%j', (changes, sentences) => expect(said(changes)).toEqual(sentences))
})

describe('conditions', () => {
  it.each<[Condition, string]>([
    [{ field: 'building', is: ['a'] }, '企业台账没有名为“building”的字段'],
    [{ field: 'capital', is: ['5'] }, '“注册资本”是数值，不能用“属于”'],
    [{ field: 'industry', is: ['software', 'food'] }, '“行业”没有“food”这一项'],
    [{ field: 'industry', yes: true }, '“行业”不是“是”“否”两项，不能用“为”'],
    [{ field: 'capital', yes: true }, '“注册资本”不是“是”“否”两项，不能用“为”'],
    [{ field: 'street', is: ['北温泉街道'] }, '“镇街”不能作为条件，请写入“维度”，按其拆分'],
    [{ field: 'street', yes: true }, '“镇街”不是“是”“否”两项，不能用“为”'],
    [{ field: 'zone', yes: true }, '“园城”不是“是”“否”两项，不能用“为”'],
    [{ field: 'scaled', is: ['是'] }, '“规上”只有“是”“否”两项，请用“为”'],
    [{ field: 'zone', below: 'b' }, '“园城”是分类，不能比较大小'],
    [{ field: 'arrived', atLeast: 20_250_101 }, '“入驻日期”应与日期比较，如 2025-01-01'],
    [{ field: 'arrived', below: '2025-02-30' }, '“入驻日期”应与日期比较，如 2025-01-01'],
    [{ field: 'arrived', atLeast: '0000-01-01' }, '“入驻日期”应与日期比较，如 2025-01-01'],
    [{ field: 'capital', atLeast: '2025-01-01' }, '“注册资本”应与数字比较'],
    [{ field: 'capital', atLeast: 1e16 }, '“注册资本”所比的数过大'],
    [{ field: 'capital', atLeast: 5, below: 5 }, '“注册资本”不低于 5 又低于 5，没有记录能够满足'],
  ])('%j', (condition, sentence) => {
    expect(said({ of: { ...counting('enterprise'), where: [condition] } })).toEqual([sentence])
  })

  it('on changing amounts do not go with differences of months', () => {
    const where = [{ field: 'revenue', atLeast: 1 }]
    const differs = said({ ...revenue, of: { ...revenue.of, where }, period: 'trailing-year' })
    expect(differs).toEqual(['期间为“近十二个月”时由各月累计数相减得出，不能以逐月变化的“营业收入”为条件'])
    expect(said({ ...revenue, of: { ...revenue.of, where } })).toEqual([])
    const zone = [{ field: 'zone', is: ['星汇园'] }]
    expect(said({ ...revenue, of: { ...revenue.of, where: zone }, period: 'trailing-year' })).toEqual([])
  })
})

describe('form, baseline and whole', () => {
  it.each<[Partial<Definition>, string[]]>([
    [{ form: 'increase' }, ['“比基期增加”应写明基期']],
    [{ ...revenue, period: 'since-baseline' }, ['“基期以来累计”应写明基期']],
    [{ baseline: '2024-12-31' }, ['只有“比基期增加”和“基期以来累计”才需要基期']],
    [{ ...revenue, form: 'increase', baseline: '2024-12-30' }, ['取数于月报台账，基期应为某月的最后一天']],
    [{ ...revenue, ...growth, period: 'since-baseline', baseline: '2024-12-31' }, ['期间为“基期以来累计”，算法不能是“同比增长”']],
    [{ ...share, over: null }, ['算法为“占比”，应写明占比母数']],
    [{ over: counting('enterprise') }, ['算法为“合计”，不应有占比母数']],
    [
      { ...share, of: taking('enterprise', 'capital'), over: taking('monthly', 'people'), dimensions: [] },
      ['占比母数的单位是“人”，与取数的单位“元”不同'],
    ],
    [{ ...share, period: 'month' }, ['企业台账是存续台账，期间只能是“时点”']],
  ])('%j', (changes, sentences) => expect(said(changes)).toEqual(sentences))
})

describe('the unit', () => {
  it.each<[Partial<Definition>, string[]]>([
    [{ ...revenue, unit: '万人' }, ['单位“万人”与所取字段的单位“元”不符']],
    [{ unit: '万元' }, ['取数为计数，单位不能是“万元”']],
    [{ unit: '%' }, ['单位“%”不能用于“合计”']],
    [{ unit: '' }, ['单位“”不能用于“合计”']],
    [{ ...share, unit: '家' }, ['算法为“占比”，单位应为“%”']],
    [{ ...share, decimals: 1 }, ['百分数的小数位数应为 2 至 6：2 显示为 13%，3 显示为 12.5%']],
  ])('%j', (changes, sentences) => expect(said(changes)).toEqual(sentences))
})

describe('dimensions and target', () => {
  it.each<[Partial<Definition>, string[]]>([
    [{ dimensions: ['town'] }, ['企业台账没有“镇街”，不能按其拆分']],
    [{ dimensions: ['zone', 'zone'] }, ['维度“园城”重复']],
    [{ dimensions: ['month'] }, ['只有事项台账的“合计”和“占比”才能按月份拆分']],
    [{ ...share, over: counting('copyright'), dimensions: ['industry'] }, ['著作权台账没有“行业”，不能按其拆分']],
    [{ target: { subject: '企业(' } }, ['“企业(”不能用来查找目标：不是正确的正则表达式']],
    [{ target: { subject: ' ' } }, ['“ ”不能用来查找目标：不是正确的正则表达式']],
    [{ target: { subject: '(收入+)+$' } }, ['“(收入+)+$”不能用来查找目标：过长或过于复杂']],
    [{ target: { subject: '(a?|b)\\1' } }, ['“(a?|b)\\1”不能用来查找目标：过长或过于复杂']],
    [{ target: { subject: '.*新.*增.*' } }, ['“.*新.*增.*”不能用来查找目标：过长或过于复杂']],
    [{ target: { subject: '新'.repeat(101) } }, [`“${'新'.repeat(100)}”不能用来查找目标：过长或过于复杂`]],
    [{ target: { subject: '(?:收入)新增|新增.*收入' } }, []],
    [{ target: { subject: '企业', kind: 'sum' } }, ['没有“sum”这种目标类型']],
  ])('%j', (changes, sentences) => expect(said(changes)).toEqual(sentences))
})
