/** Definitions as text: what is read, every complaint with its place, and that writing and reading are one another's undoing. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Condition, type Definition, type Form, forms, type Measure, type Period, periods } from '../definition.ts'
import { definition, ledgers } from '../samples.ts'
import { check } from './check.ts'
import { DefinitionFaults, readDefinitions } from './read.ts'
import { targetKinds } from './vocabulary.ts'
import { writeDefinition } from './write.ts'

const text = `代码: software-share
名称: 规上软件企业占比
版本: 2
生效: 2025-01-01
口径: 规模以上软件企业占企业总数的比例
单位: "%"
方向: 越高越好
期间: 时点
算法: 占比
取数:
  台账: 企业台账
  条件:
    - 字段: 行业
      属于: [软件业]
    - 字段: 规上
      为: 是
    - 字段: 入驻日期
      不低于: 2024-01-01
占比母数:
  台账: 企业台账
维度: [园城, 行业]
小数: 3
责任单位: 区经济信息委
对应目标:
  指标: 规上软件企业.*占比
  类型: 占比
  年份: 2027
`
const complaints = (written: string) => {
  try {
    readDefinitions(written, ledgers)
  } catch (error) {
    if (error instanceof DefinitionFaults)
      return error.problems.map(({ line, column, sentence }) => `${line}:${column} ${sentence}`)
    throw error
  }
  return []
}
const changed = (from: string, to: string) => {
  if (!text.includes(from)) throw new Error(`not in the text: ${from}`)
  return complaints(text.replace(from, to))
}

describe('a text', () => {
  it('in the words of the ledgers becomes a definition', () => {
    expect(readDefinitions(text, ledgers)).toEqual([
      definition({
        code: 'software-share',
        name: '规上软件企业占比',
        version: 2,
        since: '2025-01-01',
        meaning: '规模以上软件企业占企业总数的比例',
        unit: '%',
        form: 'share',
        of: {
          ledger: 'enterprise',
          take: null,
          where: [
            { field: 'industry', is: ['software'] },
            { field: 'scaled', yes: true },
            { field: 'arrived', atLeast: '2024-01-01' },
          ],
        },
        over: { ledger: 'enterprise', take: null, where: [] },
        dimensions: ['zone', 'industry'],
        decimals: 3,
        target: { subject: '规上软件企业.*占比', kind: 'share', year: 2027 },
      }),
    ])
  })

  it('may hold a list of them', () => {
    const list = ['a1', 'b1'].map((code) =>
      writeDefinition(definition({ code }), ledgers).replace(/^/gm, '  ').replace('  ', '- '),
    )
    expect(readDefinitions(list.map((each) => each.trimEnd()).join('\n'), ledgers).map(({ code }) => code)).toEqual(['a1', 'b1'])
  })
})

describe('a complaint names its place', () => {
  it.each([
    ['名称: 规上软件企业占比', '名子: 规上软件企业占比', /^2:1 指标中没有“名子”这一项，可以写的有：代码、名称、/],
    ['版本: 2', '版本: 二', /^3:5 “版本”应为数字$/],
    ['版本: 2', '版本: 0', /^3:5 “版本”应为正整数$/],
    ['版本: 2', '版本:', /^1:1 指标缺少“版本”$/],
    ['代码: software-share', '代码: 占比', /^1:5 “代码”应为 2 至 61 个小写英文字母/],
    ['生效: 2025-01-01', '生效: 2025年1月1日', /^4:5 “生效”应为日期，如 2025-01-01$/],
    ['期间: 时点', '期间: 每周', /^8:5 “期间”不能是“每周”，可以写的有：时点、当月、/],
    ['台账: 企业台账', '台账: 商户台账', /^11:7 “台账”不能是“商户台账”，可以写的有：企业台账、/],
    ['字段: 行业', '字段: 行当', /^13:11 “字段”不能是“行当”，可以写的有：园城、镇街、行业、/],
    ['属于: [软件业]', '属于: 软件业', /^14:11 “属于”应写成列表/],
    ['属于: [软件业]', '属于: [软件业, 餐饮业]', /^14:17 “行业”没有“餐饮业”这一项$/],
    ['属于: [软件业]', '属于: []', /^14:11 “属于”至少应列出一项$/],
    ['为: 是', '为: 对', /^16:10 “为”不能是“对”，可以写的有：是、否$/],
    ['      为: 是\n', '', /^15:7 条件没有写明要求$/],
    ['不低于: 2024-01-01', '不低于: 2024', /^18:12 “入驻日期”应与日期比较，如 2025-01-01$/],
    ['维度: [园城, 行业]', '维度: [园城, 镇街]', /^21:10 企业台账没有“镇街”，不能按其拆分$/],
    ['指标: 规上软件企业.*占比', '指标: 规上（(', /^25:7 “规上（\(”不能用来查找目标：不是正确的正则表达式$/],
    ['对应目标:', '对应目标: 无\n旧目标:', /^24:7 “对应目标”应逐项写明/],
    ['名称: 规上', '版本: 3\n名称: 规上', /同一项写了两次$/],
    ['  台账: 企业台账\n  条件', '\t台账: 企业台账\n  条件', /缩进应使用空格，不能使用制表符$/],
  ])('%j → %j', (from, to, expected) => {
    const found = changed(from, to)
    expect(found.filter((each) => expected.test(each))).toHaveLength(1)
  })

  it('every complaint at once, in the order of the text', () => {
    const bad = text.replace('版本: 2', '版本: 两').replace('期间: 时点', '期间: 每周').replace('小数: 3', '小数: 9\n备注: 无')
    expect(complaints(bad).map((each) => each.split(' ')[0])).toEqual(['3:5', '8:5', '22:5', '23:1'])
  })

  it.each(['', '\n\n', '一段话', '[]', '- 1'])('a text without definitions is refused: %j', (nothing) => {
    expect(complaints(nothing)).toHaveLength(1)
  })
})

describe('versions', () => {
  const both = (first: Partial<Definition>, second: Partial<Definition>) =>
    complaints(
      [first, second]
        .map((each) => writeDefinition(definition(each), ledgers).trimEnd().replace(/^/gm, '  ').replace('  ', '- '))
        .join('\n'),
    )

  it('are written once', () => expect(both({}, {})).toEqual(['18:7 指标“enterprises”的第 1 版写了两次']))

  it('come into force one after the other, in whatever order they are written', () => {
    const [older, later] = [
      { version: 1, since: '2024-01-01' },
      { version: 2, since: '2025-01-01' },
    ]
    expect(both(older, later)).toEqual([])
    expect(both(later, older)).toEqual([])
    expect(both(older, { ...later, since: '2024-01-01' })).toEqual(['19:7 第 2 版的“生效”应晚于第 1 版的 2024-01-01'])
  })
})

describe('writing', () => {
  const words = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }).filter((each) => each.trim() !== '')
  const likeNumbers = fc.constantFrom('001', '1e3', 'true', '是', '~', 'null', '2024-01-01', '- a', '#', 'a: b', '一\n二', ' x ')
  const someText = fc.oneof(words, likeNumbers)
  const condition = fc.oneof<fc.Arbitrary<Condition>[]>(
    fc.record({ field: fc.constant('zone'), is: fc.array(someText, { minLength: 1, maxLength: 3 }) }),
    fc.record({ field: fc.constant('industry'), is: fc.constantFrom(['software'], ['design', 'software']) }),
    fc.record({ field: fc.constant('scaled'), yes: fc.boolean() }),
    fc.record({ field: fc.constant('capital'), atLeast: fc.integer(), below: fc.constant(1e12) }),
    fc.record({ field: fc.constant('arrived'), below: fc.constant('2025-01-01') }),
  )
  const measure = fc.record<Measure>({
    ledger: fc.constant('enterprise'),
    take: fc.constantFrom(null, 'capital'),
    where: fc.array(condition, { maxLength: 3 }),
  })
  const any = fc.record<Definition>({
    code: fc.stringMatching(/^[a-z][a-z0-9-]{1,60}$/),
    name: someText,
    theme: fc.constantFrom('市场主体', '001'),
    version: fc.integer({ min: 1, max: 99 }),
    since: fc.constantFrom('2024-01-01', '2024-02-29'),
    meaning: someText,
    unit: fc.constantFrom('家', '%', '万元', '元'),
    direction: fc.constantFrom('up', 'down'),
    period: fc.constantFrom(...(Object.keys(periods) as Period[])),
    form: fc.constantFrom(...(Object.keys(forms) as Form[])),
    of: measure,
    over: fc.option(measure),
    baseline: fc.constantFrom(null, '2023-12-31'),
    dimensions: fc.subarray(['zone', 'industry'] as const),
    decimals: fc.integer({ min: 0, max: 6 }),
    keeper: someText,
    target: fc.option(
      fc.record(
        { subject: someText, kind: fc.constantFrom(...Object.keys(targetKinds)), year: fc.integer({ min: 2000, max: 2099 }) },
        { requiredKeys: ['subject'] },
      ),
    ),
  })

  it('and reading give back a definition nothing is wrong with', () => {
    let sound = 0
    fc.assert(
      fc.property(any, (each) => {
        fc.pre(check(each, ledgers).length === 0)
        sound += 1
        expect(readDefinitions(writeDefinition(each, ledgers), ledgers)).toEqual([each])
      }),
      { numRuns: 200, maxSkipsPerRun: 1000 },
    )
    expect(sound).toBeGreaterThan(100)
  })

  it('is complained of with the words of the check where something is wrong', () => {
    fc.assert(
      fc.property(any, (each) => {
        const sentences = complaints(writeDefinition(each, ledgers)).map((line) => line.slice(line.indexOf(' ') + 1))
        expect(sentences.toSorted()).toEqual(check(each, ledgers).toSorted())
      }),
      { numRuns: 300 },
    )
  })
})
