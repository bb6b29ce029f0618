/** How an amount comes about, in the words of an official text: one way each, the parts of a way below it. */
import { boundInWords } from '../condition/said.ts'
import type { Vocabulary } from '../fact.ts'
import type { Formula, Mechanism, Priced, Rung } from '../policy.ts'
import { money, sayingOf, share } from '../wording.ts'
import { allInWords } from './condition.ts'
import { deeper, type Line, line } from './line.ts'

export function amountInWords(mechanism: Mechanism, vocabulary: Vocabulary): Line[] {
  const inner = (of: Mechanism) => amountInWords(of, vocabulary)
  switch (mechanism.is) {
    case 'flat':
      return [line(`定额 ${money(mechanism.amount)}`)]
    case 'rate':
      return [line(`按${named(mechanism.base)}的 ${share(mechanism.rate)} 计算`)]
    case 'unit':
      return [line(`每${mechanism.unit} ${money(mechanism.each)}，数量按${named(mechanism.count)}计`)]
    case 'formula':
      return [line(isFact(mechanism.formula) ? `按${mechanism.formula.text}计` : `按公式计算：${mechanism.formula.text}`)]
    case 'tier':
    case 'ladder':
      return stepsInWords(mechanism, vocabulary)
    case 'area-rent':
      return areaRentInWords(mechanism, vocabulary)
    case 'yearly':
      return [
        line(`按${named(mechanism.base)}逐年计算（年次按${mechanism.year}）`),
        ...deeper(mechanism.rates.map((rate, at) => line(share(rate), `第 ${at + 1} 年`))),
      ]
    case 'stages':
      return [
        line('分阶段给予，每个阶段一次'),
        ...deeper(mechanism.stages.map(({ title, amount }) => line(money(amount), title))),
      ]
    case 'matching':
      return [line(`按${mechanism.upper}的 ${share(mechanism.rate)} 配套`)]
    case 'ranking':
      return [
        line(`按${mechanism.rank}奖励`),
        ...deeper(mechanism.prizes.map((prize, at) => line(money(prize), `第 ${at + 1} 名`))),
      ]
    case 'voucher':
      return [line(`以券的形式发放，由${mechanism.redeemer}承兑，面额如下`), ...deeper(inner(mechanism.face))]
    case 'split': {
      const parts = mechanism.among.map((one) => `${one.payee} ${share(one.share)}`).join('，')
      return [line(`总额按以下方式计算，由各方分享：${parts}`), ...deeper(inner(mechanism.whole))]
    }
    case 'sum':
    case 'least':
    case 'most':
      return [line(together[mechanism.is]), ...deeper(mechanism.of.flatMap(inner))]
    case 'cases':
      return [
        line('按所属情形计算，符合多种的按排列在前的'),
        ...deeper(
          mechanism.cases.flatMap(({ title, when, amount }) => {
            const [first, ...rest] = inner(amount)
            return [line(first!.words, caseTitle(title, when, vocabulary)), ...rest]
          }),
        ),
      ]
    case 'people':
      return [line(mechanism.atMost === null ? '一事一议' : `一事一议，不超过 ${money(mechanism.atMost)}`)]
    case 'pending':
      return [line('金额标准待补')]
  }
}

const together = { sum: '以下各项合计', least: '以下各项中取最低', most: '以下各项中取最高' } as const

const isFact = ({ node }: Formula) => node.is === 'fact'
/** A sum is set apart from the words around it. */
const named = (formula: Formula) => (isFact(formula) ? formula.text : `（${formula.text}）`)

function stepsInWords({ is, fact, rungs }: Extract<Mechanism, { is: 'tier' | 'ladder' }>, vocabulary: Vocabulary): Line[] {
  const rule = is === 'ladder' ? '晋级的补足差额' : '达到多档的按最高一档'
  return [
    line(`按${fact}分档，${rule}`),
    ...deeper(rungs.map((rung) => line(money(rung.amount), rungTitle(rung, fact, vocabulary)))),
  ]
}

function rungTitle({ title, lower, values }: Rung, fact: string, vocabulary: Vocabulary): string {
  if (values) return values.join('、')
  const of = vocabulary.get(fact)
  return lower && of ? boundInWords(sayingOf(of), lower, 'lower') : title
}

function areaRentInWords(
  { areas, prices, months, ceiling }: Extract<Mechanism, { is: 'area-rent' }>,
  vocabulary: Vocabulary,
): Line[] {
  const list = areas.map(({ text }) => text).join('、')
  return [
    line('补贴面积 × 单价 × 月数'),
    ...deeper([
      line(areas.length > 1 ? `${list}，取最小的` : list, '补贴面积'),
      ...prices.map((one) => line(`${money(one.price)}/㎡·月`, priceTitle(one, prices.length, vocabulary))),
      line(months.text, '月数'),
      ...(ceiling ? [line(ceiling.text, '不超过')] : []),
    ]),
  ]
}

const priceTitle = ({ title, when }: Priced, count: number, vocabulary: Vocabulary) =>
  count === 1 && when.length === 0 ? '单价' : `单价（${caseTitle(title, when, vocabulary)}）`

/** What a case asks for says more than its name, where they are not the same. */
const caseTitle = (title: string, when: Priced['when'], vocabulary: Vocabulary) =>
  when.length === 0 ? title : `${title}：${allInWords(when, vocabulary)}`
