/** What a sum measures: money, area and months are kept apart, so that persons are never added to yuan. */
import type { NumberKind } from '../fact.ts'
import type { Dimension } from '../policy.ts'

const of = (money: number, area: number, months: number): Dimension => ({ money, area, months })

export const dimensions: Record<NumberKind, Dimension> = {
  count: of(0, 0, 0),
  money: of(1, 0, 0),
  area: of(0, 1, 0),
  share: of(0, 0, 0),
  months: of(0, 0, 1),
  years: of(0, 0, 0),
  score: of(0, 0, 0),
  rent: of(1, -1, -1),
}

export const alike = (a: Dimension, b: Dimension): boolean => a.money === b.money && a.area === b.area && a.months === b.months

/** Of a product; of a quotient where the second is taken the other way round. */
export const product = (a: Dimension, b: Dimension): Dimension => of(a.money + b.money, a.area + b.area, a.months + b.months)
export const inverse = ({ money, area, months }: Dimension): Dimension => product(of(-money, -area, -months), of(0, 0, 0))

/** 金额, 面积; what has no name of its own by its units: 元·月, 元/㎡. */
export function dimensionInWords(dimension: Dimension): string {
  const named = names.find(([kind]) => alike(dimensions[kind], dimension))
  if (named) return named[1]
  const units = Object.entries({ 元: dimension.money, '㎡': dimension.area, 月: dimension.months })
  const said = (sign: number) =>
    units.flatMap(([unit, power]) => Array.from({ length: Math.max(0, power * sign) }, () => unit)).join('·')
  return `“${said(1) || '1'}${said(-1) && `/${said(-1)}`}”`
}

const names: [NumberKind, string][] = [
  ['count', '数量'],
  ['money', '金额'],
  ['area', '面积'],
  ['months', '月数'],
  ['rent', '单价（元/㎡·月）'],
]
