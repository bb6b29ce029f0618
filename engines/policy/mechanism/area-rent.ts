/** Unit price × the least of the areas × months, never above the rent really paid. */
import type { Step } from '../decision.ts'
import { nothingBefore } from '../fact.ts'
import { slotsOf } from '../formula/evaluate.ts'
import { type Sum, sumOf } from '../formula/explain.ts'
import {
  atLeastNothing,
  constant,
  isUnknown,
  least,
  type Numerator,
  needing,
  numeratorOf,
  scaled,
  times,
} from '../formula/quantity.ts'
import type { Mechanism, Row } from '../policy.ts'
import { amountSaying, fraction, lackOf, sayingOf } from '../wording.ts'
import { choosingOf } from './choosing.ts'
import { due, type Ground, notDue, nothing, picked, undecided, type Worth } from './worth.ts'

const sayPrice = sayingOf({ kind: 'rent', unit: '元/㎡·月' })

export function areaRent(mechanism: Extract<Mechanism, { is: 'area-rent' }>, ground: Ground): Worth {
  const { prices } = mechanism
  const sum = (formula: (typeof mechanism)['months']) => sumOf(formula, ground.layout, ground.fact)
  const [areas, months] = [mechanism.areas.map(sum), sum(mechanism.months)]
  const ceiling = mechanism.ceiling && sum(mechanism.ceiling)
  const { choose, missing: missingOfPrice } = choosingOf(prices, ground)
  const area = least(areas.map(({ quantity }) => quantity))
  const price = picked(
    prices.map((one) => constant(one.price)),
    choose,
  )
  const rent = atLeastNothing(times(times(area, months.quantity), price))
  const paid = ceiling && scaled(ceiling.quantity, 100n, 1n)
  const formulas = [...mechanism.areas, mechanism.months, ...(mechanism.ceiling ? [mechanism.ceiling] : [])]
  const slots = formulas.flatMap(({ node }) => slotsOf(node, ground.layout))
  const quantity = needing(slots, paid ? atLeastNothing(least([rent, paid])) : rent)
  const sums: Sum[] = ceiling ? [...areas, months, ceiling] : [...areas, months]

  const areaScale = Number(area.scale)
  const [sayRent, sayPaid, sayWhole] = [
    amountSaying(rent.scale),
    amountSaying((paid ?? rent).scale),
    amountSaying(quantity.scale),
  ]
  const stepsOf = (row: Row, at: number, value: Numerator): Step[] => {
    const of = numeratorOf(area, row, nothingBefore)
    const [square, rate, time] = [`${fraction(of, areaScale)} ㎡`, sayPrice(prices[at]!.price), months.result(row)]
    const full = sayRent(numeratorOf(rent, row, nothingBefore))
    const steps = [
      { title: '补贴面积', sum: leastInWords(areas, row), result: square },
      { title: '补贴单价', sum: prices[at]!.title, result: rate },
      { title: '租金补贴', sum: `${square} × ${rate} × ${time}`, result: full },
    ]
    if (!ceiling || !paid) return steps
    const most = sayPaid(numeratorOf(paid, row, nothingBefore))
    const result = sayWhole(value)
    return [...steps, { title: '不超过', sum: `较小(${full}, ${most})`, result }]
  }

  return {
    quantity,
    tell: (row, _past, value) => {
      const at = choose(row)
      if (at === nothing) return notDue('不符合任何一种单价的适用情形')
      if (isUnknown(value)) {
        const missing = [
          ...new Set([...sums.flatMap((one) => one.missing(row)), ...(at === undecided ? missingOfPrice(row) : [])]),
        ]
        return notDue(missing.length > 0 ? lackOf(missing) : '单价的适用标准待补', missing)
      }
      const steps = stepsOf(row, at, value)
      const last = steps.at(-1)!
      return value > 0 ? due(steps) : notDue(`按规定计算的金额为 0（${last.sum}）`)
    },
    settles: false,
  }
}

const leastInWords = (areas: readonly Sum[], row: Row) =>
  areas.length === 1 ? areas[0]!.inWords(row) : `较小(${areas.map((one) => one.inWords(row)).join(', ')})`
