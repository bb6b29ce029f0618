/** Formulas: read whatever the width of their signs, checked for what they measure, printed as they are read. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Node } from '../policy.ts'
import { ledgerVocabulary } from '../vocabulary.ts'
import { dimensionInWords } from './dimension.ts'
import { parseFormula } from './parse.ts'
import { print } from './print.ts'

function nodeOf(text: string): Node {
  const read = parseFormula(text, ledgerVocabulary)
  if ('fault' in read) throw new Error(`${text}：${read.fault}`)
  return read.formula.node
}
const faultOf = (text: string) => {
  const read = parseFormula(text, ledgerVocabulary)
  return 'fault' in read ? `${read.at} ${read.fault}` : dimensionInWords(read.formula.dimension)
}

describe('a formula', () => {
  it('binds × ÷ before + −, from the left', () => {
    expect(nodeOf('营业收入 − 研发费用 − 境内研发费用 × 2')).toMatchObject({
      is: 'minus',
      left: { is: 'minus', left: { title: '营业收入' }, right: { title: '研发费用' } },
      right: { is: 'times', left: { title: '境内研发费用' }, right: { value: 2, scale: 1 } },
    })
  })

  it('reads full-width and half-width forms alike', () => {
    const plain = nodeOf('较小(从业人员 * 1.50万元, (研发费用 + 10元) / 3, 营业收入 - 5元) × 15%')
    expect(nodeOf('较小（从业人员　×　１．５０万元，（研发费用＋１０元）÷３，营业收入－５元）＊１５％')).toEqual(plain)
  })

  it('takes the longest title', () => {
    expect(nodeOf('再上一年度研发费用 + 研发费用')).toMatchObject({
      left: { title: '再上一年度研发费用' },
      right: { title: '研发费用' },
    })
  })

  it('keeps figures whole, over the scale of their node', () => {
    expect(nodeOf('2000万元')).toMatchObject({ value: 20_000_000, scale: 1 })
    expect(nodeOf('1.5万元')).toMatchObject({ value: 15_000, scale: 1 })
    expect(nodeOf('12.5%')).toMatchObject({ value: 125, scale: 1000 })
    expect(nodeOf('租用面积 × 2.5元/㎡·月')).toMatchObject({ scale: 1000 })
    expect(nodeOf('营业收入 ÷ 3 + 研发费用')).toMatchObject({ scale: 300 })
  })

  it.each([
    ['从业人员 × 4000元/人', '金额'],
    ['租用面积 × 30元/㎡·月 × 当年租赁月数', '金额'],
    ['租用面积 × 30元/平方米', '金额'],
    ['从业人员 × 10㎡', '面积'],
    ['租用面积 ÷ 10㎡', '数量'],
    ['较小(当年租赁月数, 12个月)', '月数'],
    ['租金单价 × 50%', '单价（元/㎡·月）'],
    ['营业收入 × 租用面积', '“元·㎡”'],
    ['300元/㎡', '“元/㎡”'],
  ])('%s measures %s', (text, measure) => expect(faultOf(text)).toBe(measure))

  it.each([
    ['', '0 公式是空的'],
    ['营业收入 +', '6 公式不完整'],
    ['营业收入 研发费用', '5 “研发费用”前缺少运算符'],
    ['(营业收入', '5 缺少右括号'],
    ['营业收入 + 从业人员', '7 “营业收入”（金额）与“从业人员”（数量）不同类，不能相加'],
    ['较大(营业收入, 10㎡)', '9 “营业收入”（金额）与“10㎡”（面积）不同类，不能比较'],
    ['超过(营业收入, 1元, 2元)', '0 “超过”应有两项，各项之间用逗号隔开'],
    ['较小(营业收入)', '0 “较小”应有至少两项，各项之间用逗号隔开'],
    ['营业收入 ÷ 从业人员', '7 只能除以写明的数，不能除以“从业人员”'],
    ['营业收入 ÷ 0', '7 不能除以 0'],
    ['营业收入 ÷ 50%', '7 只能除以整数，不能除以“50%”，请改写为乘法'],
    ['营收 × 1%', '0 没有名为“营收”的事实，是否指“营业收入”？'],
    ['从业人员数 × 10㎡', '0 没有名为“从业人员数”的事实，是否指“从业人员”？'],
    ['注册地在本区 × 3', '0 “注册地在本区”不是数，不能用于计算'],
    ['5千元', '0 “5千元”的单位不能识别，可写作如 2000万元、10㎡、30元/㎡·月、4000元/人、12个月、15%、3'],
    ['较小(从业人员,1,200)', '8 “1,200”有歧义：数中不写千位分隔，各项之间的逗号后请空一格'],
    ['营业收入 # 2', '5 公式中不能有“#”'],
    ['9'.repeat(20), `0 “${'9'.repeat(20)}”位数过多`],
    ['资产负债率 × 资产负债率 × 资产负债率', '16 连乘、连除的项过多，无法精确计算'],
    ['('.repeat(100), '30 括号嵌套过深'],
    ['1 + '.repeat(200), '500 公式过长，最多 500 字'],
  ])('%s is refused where it is wrong', (text, fault) => expect(faultOf(text)).toBe(fault))

  it('printed and read again is the same', () => {
    const leaf = fc.constantFrom('营业收入', '研发费用', '当年实付租金', '2000万元', '0.5元')
    const count = fc.constantFrom('从业人员', '3', '15%', '2.5')
    const { sum } = fc.letrec<{ sum: string }>((tie) => ({
      sum: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.tuple(tie('sum'), fc.constantFrom('+', '-'), tie('sum')).map(([a, sign, b]) => `(${a} ${sign} ${b})`),
        fc.tuple(tie('sum'), fc.constantFrom('+', '-'), leaf).map(([a, sign, b]) => `${a} ${sign} ${b}`),
        fc.tuple(tie('sum'), count).map(([a, by]) => `(${a}) × ${by}`),
        fc.tuple(count, tie('sum')).map(([by, a]) => `${by} × (${a})`),
        fc.tuple(tie('sum'), fc.integer({ min: 1, max: 9 })).map(([a, by]) => `(${a}) ÷ ${by}`),
        fc.tuple(fc.constantFrom('较小', '较大', '超过'), tie('sum'), tie('sum')).map(([word, a, b]) => `${word}(${a}, ${b})`),
      ),
    }))
    fc.assert(
      fc.property(sum, (text) => {
        const read = parseFormula(text, ledgerVocabulary)
        if ('fault' in read) expect(read.fault).toMatch(/过多|过长/)
        else expect(nodeOf(print(read.formula.node))).toEqual(read.formula.node)
      }),
    )
  })

  it('has an answer to any text, at a place within it', () => {
    const piece = fc.constantFrom(
      '营业收入',
      '从业人员',
      '较小',
      '超过',
      '(',
      '）',
      '，',
      '+',
      '÷',
      '×',
      '10㎡',
      '15%',
      '3',
      '元',
      '万',
      '/',
      '·',
      '.',
      ' ',
      '😀',
      '-',
    )
    const text = fc.oneof(
      fc.array(piece, { maxLength: 30 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(text, (written) => {
        const read = parseFormula(written, ledgerVocabulary)
        if (!('fault' in read)) return
        expect(read.at).toBeGreaterThanOrEqual(0)
        expect(read.at).toBeLessThanOrEqual(written.length)
        expect(read.fault).toMatch(/\p{Script=Han}/u)
      }),
      { numRuns: 1000 },
    )
  })
})
