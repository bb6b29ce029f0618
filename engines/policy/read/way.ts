/** Ways of an amount that hold no other: a price for each, the area rent, a rate for each year, stages, ranks. */
import { isScalar, type Node } from 'yaml'
import { dimensions, inverse, product } from '../formula/dimension.ts'
import { unitDimension } from '../formula/lex.ts'
import type { Dimension, Mechanism, Priced } from '../policy.ts'
import { readCases } from './cases.ts'
import type { Place, Reading } from './reading.ts'
import { money, readFigure, rent } from './value.ts'

export function readUnit(reading: Reading, place: Node): Mechanism | null {
  const { source } = reading
  const fields = source.fields(place, '单价', ['每', '数量'])
  const text = source.text(fields?.每, '每')
  if (!fields || text === null) return null
  const [, amount = '', unit = ''] = /^([^/／]+)[/／](.+)$/.exec(text) ?? []
  const each = readFigure(amount, { ...money, title: '每' })
  if (unit === '' || 'fault' in each || each.value <= 0) return source.blame(fields.每!, `“${text}”应写作如 4000元/人、300元/㎡`)
  const priced = product(dimensions.money, inverse(unitDimension(unit)))
  const count = reading.formula(fields.数量, '数量', product(dimensions.money, inverse(priced)))
  return count && { is: 'unit', each: each.value, unit, count }
}

export function readAreaRent(reading: Reading, place: Node): Mechanism | null {
  const { source } = reading
  const fields = source.fields(place, '面积补贴', ['面积', '单价', '月数'], ['不超过'])
  if (!fields) return null
  const several = (inner: Node, what: string, wanted: Dimension) =>
    (isScalar(inner) ? [inner] : source.items(inner, what)).flatMap((item) => reading.formula(item, what, wanted) ?? [])
  const areas = several(fields.面积!, '面积', dimensions.area)
  const prices = readPrices(reading, fields.单价!)
  const months = reading.formula(fields.月数, '月数', dimensions.months)
  const ceiling = reading.formula(fields.不超过, '不超过')
  return months && { is: 'area-rent', areas, prices, months, ceiling }
}

function readPrices(reading: Reading, place: Node): Priced[] {
  const price = (inner: Place) => reading.figure(inner, '单价', rent)
  if (isScalar(place)) {
    const only = price(place)
    return only === null ? [] : [{ title: '单价', when: [], price: only }]
  }
  const cases = readCases(reading, place, '单价', '单价', price)
  return cases.map(({ title, when, value }) => ({ title, when, price: value }))
}

export function readYearly(reading: Reading, place: Node): Mechanism | null {
  const fields = reading.source.fields(place, '逐年', ['年次', '比率', '基数'])
  const year = reading.factOf(fields?.年次, '年次', 'count')
  const rates = reading.source.items(fields?.比率, '比率').flatMap((item) => reading.share(item, '比率') ?? [])
  const base = reading.formula(fields?.基数, '基数')
  return year !== null && base ? { is: 'yearly', year, rates, base } : null
}

export function readStages(reading: Reading, place: Node): Mechanism | null {
  const { source } = reading
  const seen = new Set<string>()
  const stages = source.items(place, '分阶段').flatMap((item) => {
    const fields = source.fields(item, '阶段', ['名称', '事实', '金额'])
    const title = source.text(fields?.名称, '名称')
    const fact = reading.factOf(fields?.事实, '事实', 'yes')
    const amount = reading.money(fields?.金额, '金额')
    if (title === null || fact === null || amount === null) return []
    if (seen.has(title)) source.blame(item, `阶段“${title}”重复`)
    seen.add(title)
    return [{ title, fact, amount }]
  })
  return { is: 'stages', stages }
}

export function readMatching(reading: Reading, place: Node): Mechanism | null {
  const fields = reading.source.fields(place, '配套', ['上级奖励', '比率'])
  const upper = reading.factOf(fields?.上级奖励, '上级奖励', 'money')
  const rate = reading.share(fields?.比率, '比率')
  return upper !== null && rate !== null ? { is: 'matching', upper, rate } : null
}

export function readRanking(reading: Reading, place: Node): Mechanism | null {
  const fields = reading.source.fields(place, '排名奖', ['名次', '奖金'])
  const rank = reading.factOf(fields?.名次, '名次', 'count')
  const prizes = reading.source.items(fields?.奖金, '奖金').flatMap((item) => reading.money(item, '奖金') ?? [])
  return rank !== null && prizes.length > 0 ? { is: 'ranking', rank, prizes } : null
}
