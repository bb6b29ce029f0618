/** Reading a policy: every form is taken, every flaw is told where it stands, and nothing flawed is taken. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPolicy } from './policy.ts'
import { sample } from './sample.ts'

const flawsIn = (text: string) => readPolicy(text).flaws.map(({ line, column, sentence }) => `${line}:${column} ${sentence}`)

/** The sample with one thing written otherwise; what is written has to stand there. */
function changed(from: string, to: string): string {
  expect(sample).toContain(from)
  return sample.replace(from, () => to)
}
/** Where the first sign of a text stands in the changed sample. */
function placeOf(text: string, sign: string): string {
  const before = text.slice(0, text.indexOf(sign)).split('\n')
  return `${before.length}:${before.at(-1)!.length + 1}`
}

describe('a policy', () => {
  const { policy, flaws } = readPolicy(sample)
  const clause = (code: string) => policy!.clauses.find((one) => one.code === code)!

  it('is read whole', () => {
    expect(flaws).toEqual([])
    expect(policy).toMatchObject({
      code: 'sample-measures',
      level: 'district',
      demonstration: true,
      since: '2024-01-10',
      until: '2026-12-31',
      general: [{ fact: '注册地在本区', test: { kind: 'is', yes: true } }],
    })
    expect(policy!.facts[0]).toEqual({
      title: '软件从业人员',
      kind: 'count',
      unit: '人',
      from: 'claim',
      proof: '社会保险缴费清单',
      hint: '在本地参保的软件人员',
    })
    expect(policy!.facts[3]).toMatchObject({ kind: 'yes', words: ['辅导备案：是', '辅导备案：否'] })
  })

  it('keeps every figure as a whole number of the unit of its kind', () => {
    expect(clause('rent')).toMatchObject({
      conditions: [
        { test: { kind: 'days', from: '2024-01-01', until: null } },
        { fact: '研发费用', over: '营业收入', test: { lower: { value: 30_000, inclusive: true }, upper: null } },
        { anyOf: [{ when: [], all: [{ test: { lower: { value: 50 } } }] }, { when: [{ fact: '专精特新梯度' }] }] },
      ],
      amount: { is: 'area-rent', prices: [{ price: 3000 }, { price: 2000, when: [] }], ceiling: { text: '当年实付租金' } },
      caps: [
        { scope: 'year', amount: 100_000_000 },
        { scope: 'firm', amount: 300_000_000 },
      ],
      rounding: { way: 'down', to: 100 },
      times: 3,
      materials: [
        { title: '租赁合同', required: true, ledger: '租约' },
        { title: '授权委托书', required: false, ledger: null },
      ],
      commitments: [
        { is: 'lock', months: 60 },
        { is: 'performance', afterMonths: 12 },
      ],
    })
    expect(clause('rent').examples[0]).toMatchObject({
      verdict: 'granted',
      amount: 18_000_000,
      facts: { 租用面积: { value: 80_000 } },
    })
    expect(clause('purchase')).toMatchObject({
      amount: { is: 'unit', each: 30_000, unit: '㎡' },
      rounding: { way: 'nearest', to: 1 },
    })
    expect(clause('grown').conditions[1]).toMatchObject({ test: { kind: 'pending' } })
  })

  it('has every way of an amount', () => {
    const amount = clause('several').amount
    expect(amount.is === 'sum' && amount.of.map(({ is }) => is)).toEqual([
      'flat',
      'rate',
      'formula',
      'most',
      'least',
      'stages',
      'ranking',
      'voucher',
      'split',
      'cases',
      'pending',
    ])
  })

  it('names clauses by policy and code, its own as those of others', () => {
    expect(policy!.stacking).toMatchObject([
      { is: 'exclusive', clauses: ['sample-measures/rent', 'sample-measures/purchase'], within: 'year' },
      { is: 'highest', clauses: ['sample-measures/several', 'other-policy/several'], within: 'project' },
      { is: 'deduct', from: 'sample-measures/purchase', paid: ['sample-measures/rent'] },
      { is: 'together', amount: 200_000_000 },
    ])
    expect(clause('rent').examples[1]!.past).toMatchObject([{ clause: 'sample-measures/rent', year: 2023, amount: 5_000_000 }])
  })

  it('says where each example stands', () => {
    const { line, column } = clause('rent').examples[0]!
    expect(`${line}:${column}`).toBe(placeOf(sample, '名称: 五十人以上'))
  })
})

const grown = '    金额: {定额: 10万元}\n    样例:\n      - {名称: 空白'
const flawed: [rule: string, from: string, to: string, at: string, sentence: string][] = [
  [
    'an unknown key',
    '    解读: ',
    '    解释: ',
    '解释',
    '条款不能有“解释”，可用：代码、名称、条目、类型、对象、资金、周期、办理、金额、样例、解读、年限、条件、上限、取整、材料、后续',
  ],
  [
    'a word of no list',
    '对象: 管理团队',
    '对象: 团队',
    '团队',
    '对象不能是“团队”，可用：企业、载体运营机构、管理团队、人才、服务机构、区县，是否指“管理团队”？',
  ],
  [
    'a fact that does not exist',
    '事实: 研发费用,',
    '事实: 研发经费,',
    '研发经费',
    '没有名为“研发经费”的事实，是否指“研发费用”？',
  ],
  [
    'a formula of unknown facts',
    '软件从业人员 × 100元',
    '软件人员 × 100元',
    '软件人员 × 100元',
    '公式第 1 字：没有名为“软件人员”的事实，是否指“软件从业人员”？',
  ],
  [
    'a formula that comes to something else',
    '软件从业人员 × 100元',
    '软件从业人员 × 100㎡',
    '软件从业人员 × 100㎡',
    '公式算出的是面积，应为金额',
  ],
  ['a price that does not fit what it is for', '每: 300元/㎡', '每: 300元/人', '购房面积}}', '数量算出的是面积，应为数量'],
  [
    'a test that does not fit the kind',
    '落户日期, 不早于: 2024-01-01',
    '落户日期, 不低于: 3',
    '3}\n',
    '落户日期不能用“不低于”，可用：不早于、不晚于、标准',
  ],
  [
    'a figure in the wrong unit',
    '不低于: 50人}]}\n          - 情形',
    '不低于: 50家}]}\n          - 情形',
    '50家',
    '“50家”的单位应为人，应写作如 10人',
  ],
  [
    'money without its unit',
    '定额: 10万元}\n        -',
    '定额: 10万}\n        -',
    '10万}',
    '“10万”的单位应为元，应写作如 2000万元',
  ],
  [
    'a value a text cannot have',
    '属于: [大型]',
    '属于: [特大型]',
    '特大型',
    '企业规模没有“特大型”这一取值，可用：微型、小型、中型、大型，是否指“大型”？',
  ],
  ['a rate over the whole', '比率: 1%', '比率: 101%', '101%', '比率不能超过 100%'],
  [
    'days in force that end before they begin',
    '至: 2026-12-31}\n来源',
    '至: 2023-12-31}\n来源',
    '2023-12-31',
    '“至”不能早于“自” 2024-01-10',
  ],
  ['a code used twice', '代码: grown', '代码: rent', '代码: rent\n    名称: 升规', '条款代码“rent”重复'],
  [
    'stacking of a clause that does not exist',
    '抵扣: purchase',
    '抵扣: purchases',
    'purchases',
    '本政策没有代码为“purchases”的条款，是否指“purchase”？',
  ],
  [
    'steps that do not rise',
    '高于: 1亿元',
    '高于: 4000万元',
    '{高于: 4000万元',
    '这一档的界限应高于前一档“营业收入不低于 5000万元”',
  ],
  [
    'a step worth no more than the one before',
    '高于: 1亿元, 金额: 30万元',
    '高于: 1亿元, 金额: 20万元',
    '{高于: 1亿元',
    '这一档的金额应高于前一档“营业收入不低于 5000万元”',
  ],
  [
    'a case behind one without conditions',
    '{情形: 其他, 单价: 20元/㎡·月}',
    '{情形: 其他, 单价: 20元/㎡·月}\n          - {情形: 再其他, 单价: 10元/㎡·月}',
    '{情形: 再其他',
    '情形“再其他”不会用到：前面的“其他”没有“适用”，总是先成立',
  ],
  [
    'a condition against 通则',
    '- {名称: 入驻时间, 事实: 落户日期, 不早于: 2024-01-01}',
    '- {名称: 区外, 事实: 注册地在本区, 为: 否}',
    '{名称: 区外',
    '注册地在本区的要求与“注册地”矛盾',
  ],
  [
    'a range without anything in it',
    '升规入统日期, 不早于: 2024-01-01, 不晚于: 2026-12-31',
    '升规入统日期, 不早于: 2024-01-01, 不晚于: 2023-12-31',
    '{名称: 升规,',
    '升规入统日期的要求不可能达到',
  ],
  [
    'a case of an amount that the conditions bar',
    grown,
    `    金额: {分情形: [{情形: 早, 适用: [{名称: 早, 事实: 升规入统日期, 不晚于: 2023-12-31}], 金额: {定额: 1万元}}]}${grown.slice(grown.indexOf('\n'))}`,
    '{名称: 早',
    '升规入统日期的要求与“升规”矛盾',
  ],
  [
    'what is granted unasked, of facts from a claim',
    '名称: 成长, 事实: 近两年主营业务收入平均增长率',
    '名称: 成长, 事实: 上云支出',
    '免申即享',
    '免申即享的条款不能用来自申报的事实：“上云支出”',
  ],
  ['shares that are not the whole', '占: 20%', '占: 30%', '[{名称: 引荐', '各方所占合计为 110%，应为 100%'],
  [
    'an amount without being granted',
    '结论: 不予支持',
    '结论: 不予支持\n        金额: 1元',
    '1元',
    '结论为“不予支持”的样例不写金额',
  ],
  [
    'an example of unknown facts',
    '数据: {注册地在本区: 否}',
    '数据: {注册在本区: 否}',
    '注册在本区',
    '没有名为“注册在本区”的事实，是否指“注册地在本区”？',
  ],
  [
    'two ways of one amount',
    '金额: {单价: {每: 300元/㎡, 数量: 购房面积}}',
    '金额: {定额: 1元, 单价: {每: 300元/㎡, 数量: 购房面积}}',
    '{每: 300',
    '金额只能有一种算法，“定额”与“单价”不能并列',
  ],
  [
    'a declared fact the ledgers have',
    '名称: 上云支出, 类型: 金额, 单位: 元',
    '名称: 营业收入, 类型: 金额, 单位: 元',
    '营业收入, 类型',
    '“营业收入”是台账已有的事实，不必再列，换用其他名称或直接使用',
  ],
]

describe('a flaw is told with line and column, and nothing is taken', () => {
  it.each(flawed)('%s', (_, from, to, at, sentence) => {
    const text = changed(from, to)
    expect(flawsIn(text)).toContain(`${placeOf(text, at)} ${sentence}`)
    expect(readPolicy(text).policy).toBeNull()
  })

  it('examples that contradict one another, whatever order they are written in', () => {
    const example = (facts: string, end: string) => `- {名称: 一千平方米, 日期: 2024-06-30, 数据: {${facts}}, 结论: ${end}}`
    const first = example('注册地在本区: 是, 购房面积: 1000㎡', '支持, 金额: 30万元')
    const with2 = (end: string) =>
      flawsIn(changed(first, `${first}\n      ${example('购房面积: 1000㎡, 注册地在本区: 是', end)}`))
    expect(with2('支持, 金额: 20万元')).toEqual([expect.stringContaining('样例“一千平方米”与“一千平方米”情况相同，结果不同')])
    expect(with2('不予支持')).toHaveLength(1)
    expect(with2('支持')).toEqual([])
  })

  it('no value left of several lists of words, though any two of them meet', () => {
    const sizes = (...lists: string[]) =>
      flawsIn(
        changed(
          '{名称: 注册地, 事实: 注册地在本区, 为: 是}',
          `{名称: 注册地, 事实: 注册地在本区, 为: 是}${lists.map((list, at) => `\n  - {名称: 来路${at}, 事实: 落户方式, 属于: [${list}]}`).join('')}`,
        ),
      )
    expect(sizes('存量, 新设立', '新设立, 区外迁入')).toEqual([])
    expect(sizes('存量, 新设立', '新设立, 区外迁入', '存量, 区外迁入')).toEqual([
      expect.stringContaining('落户方式的要求与前面各项合起来不可能达到'),
    ])
  })

  it('a clause that bars every case of a choice of 通则, not only one', () => {
    const choice = (second: string) =>
      `{名称: 注册地, 事实: 注册地在本区, 为: 是}
  - {名称: 成立, 任一: [{情形: 早, 条件: [{名称: 早, 事实: 升规入统日期, 不晚于: 2020-12-31}]}, {情形: 另, 条件: [${second}]}]}`
    const flaws = (second: string) => flawsIn(changed('{名称: 注册地, 事实: 注册地在本区, 为: 是}', choice(second)))
    expect(flaws('{名称: 经营, 事实: 实际经营地在本区, 为: 是}')).toEqual([])
    expect(flaws('{名称: 中, 事实: 升规入统日期, 不晚于: 2022-12-31}')).toEqual([
      expect.stringContaining('条款的条件与通则“成立”的每一种情形都矛盾'),
    ])
  })

  it('a part that would have to be more than its whole', () => {
    const text = changed(
      '{名称: 注册地, 事实: 注册地在本区, 为: 是}',
      '{名称: 少, 事实: 从业人员, 低于: 20人}\n  - {名称: 多, 事实: 研发人员, 不低于: 20人}',
    )
    expect(flawsIn(text)).toContain(`${placeOf(text, '{名称: 多')} 研发人员的要求与“少”矛盾`)
  })
})

/** Every flaw is within the text, and there is a policy or a flaw. */
function answers(text: string) {
  const { policy, flaws } = readPolicy(text)
  expect(policy === null).toBe(flaws.length > 0)
  const lines = text.split('\n')
  for (const { line, column, sentence } of flaws) {
    expect(line).toBeGreaterThanOrEqual(1)
    expect(line).toBeLessThanOrEqual(lines.length)
    expect(column).toBeGreaterThanOrEqual(1)
    expect(column).toBeLessThanOrEqual(lines[line - 1]!.length + 1)
    expect(sentence).toMatch(/\p{Script=Han}/u)
  }
}

describe('whatever is written, there is an answer', () => {
  it('to any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), answers), { numRuns: 500 })
  })

  it('to a policy with pieces taken out, doubled, or put elsewhere', () => {
    const lines = sample.split('\n')
    const words = [...new Set(sample.split(/(?<=[:,[\]{}\s])|(?=[:,[\]{}\s])/))]
    const piece = fc.oneof(
      fc.constantFrom(...words),
      fc.constantFrom('*a', '&a ', '? ', '- ', '|', '"', '0', '-1', '１２', '9'.repeat(400), '~'),
    )
    const cut = fc.tuple(fc.nat(sample.length), fc.nat(12), piece)
    const mutated = fc.oneof(
      fc
        .array(cut, { minLength: 1, maxLength: 3 })
        .map((cuts) => cuts.reduce((text, [at, length, put]) => text.slice(0, at) + put + text.slice(at + length), sample)),
      fc
        .tuple(fc.nat(lines.length - 1), fc.nat(lines.length - 1))
        .map(([from, to]) => lines.toSpliced(to, 0, lines[from]!).join('\n')),
      fc.tuple(fc.nat(lines.length - 1), fc.nat(8)).map(([from, count]) => lines.toSpliced(from, count).join('\n')),
    )
    fc.assert(fc.property(mutated, answers), { numRuns: 400 })
  })
})
