/** Rent and property fee against the budget of a month, and the rent of a ㎡ against the highest the firm will pay. */
import { type Demand, remedy } from './demand.ts'
import { charge, hundredths, monthlyOf } from './measure.ts'
import type { Need } from './need.ts'
import type { MatchRules } from './rules.ts'
import type { Space, Unit } from './unit.ts'
import { perSquareMetre, yuan } from './wording.ts'

export function priceDemands(need: Need, rules: MatchRules): Demand[] {
  const budget = need.budget === null ? null : hundredths(need.budget)
  const ceiling = need.maxRent === null ? null : hundredths(need.maxRent)
  if (budget === null && ceiling === null) return []
  /** Fen to come off the rent of a ㎡. */
  const drop = (unit: Unit) =>
    Math.max(
      ceiling === null || unit.rent === null ? 0 : hundredths(unit.rent) - ceiling,
      budget === null ? 0 : dropFor(unit, budget),
    )
  return [
    {
      name: 'price',
      further: 'hurts',
      test(space) {
        const { fen, rentKnown, feeKnown } = monthlyOf(space)
        if (ceiling !== null && (highestRent(space) ?? 0) > ceiling) return 'not-met'
        if (budget !== null && fen > budget) return 'not-met'
        return rentKnown && (feeKnown || budget === null) ? 'met' : 'unknown'
      },
      share(space) {
        const { fen } = monthlyOf(space)
        const ofBudget = budget === null ? 1 : ease(fen / Math.max(1, budget), rules.comfortable)
        const ofCeiling = ceiling === null ? 1 : ease((highestRent(space) ?? 0) / Math.max(1, ceiling), rules.comfortable)
        return Math.min(ofBudget, ofCeiling)
      },
      say: (space) =>
        [budget === null ? null : budgetInWords(space, budget), ceiling === null ? null : rentInWords(space, ceiling)]
          .filter((part) => part !== null)
          .join('；'),
      lack(unit) {
        const over = budget === null ? 0 : monthlyOf([unit]).fen / Math.max(1, budget) - 1
        const above = ceiling === null ? 0 : hundredths(unit.rent ?? 0) / Math.max(1, ceiling) - 1
        return Math.max(over, above)
      },
      remedies(unit) {
        const off = drop(unit)
        const { fen } = monthlyOf([unit])
        const most = {
          ...(budget !== null && fen > budget && { budget: Math.ceil(fen / 100) }),
          ...(ceiling !== null && unit.rent !== null && hundredths(unit.rent) > ceiling && { maxRent: unit.rent }),
        }
        const raised = [
          most.budget !== undefined && `月预算提高到 ${yuan(most.budget * 100)}`,
          most.maxRent !== undefined && `租金上限提高到 ${perSquareMetre(hundredths(most.maxRent))}`,
        ].filter((part) => part !== false)
        const wider = remedy(`${raised.join('、')}即符合`, { need: most })
        if (unit.rent === null || off > hundredths(unit.rent)) return [wider]
        const rent = (hundredths(unit.rent) - off) / 100
        return [
          remedy(`租金再降 ${perSquareMetre(off)}${budget === null ? '即不高于上限' : '即在预算内'}`, { unit: { rent } }),
          wider,
        ]
      },
    },
  ]
}

/** The least fen off the rent of a ㎡ that brings the month into the budget. */
function dropFor(unit: Unit, budget: number): number {
  const over = monthlyOf([unit]).fen - budget
  if (over <= 0 || unit.rent === null) return 0
  const rent = hundredths(unit.rent)
  const fits = (off: number) => charge(unit.area, rent / 100) - charge(unit.area, (rent - off) / 100) >= over
  const enough = Math.ceil((over * 100) / hundredths(unit.area))
  return fits(enough - 1) ? enough - 1 : enough
}

/** All points up to a comfortable share of what may be paid, half of them at its limit, none beyond. */
function ease(part: number, comfortable: number): number {
  if (part > 1) return 0
  return part <= comfortable ? 1 : 1 - (0.5 * (part - comfortable)) / (1 - comfortable)
}

function highestRent(space: Space): number | null {
  let highest: number | null = null
  for (const { rent } of space) if (rent !== null) highest = Math.max(highest ?? 0, hundredths(rent))
  return highest
}

function budgetInWords(space: Space, budget: number): string {
  const { fen, rentKnown, feeKnown } = monthlyOf(space)
  const known = rentKnown && feeKnown
  const limit = `预算每月 ${yuan(budget)}`
  if (fen > budget) return `${known ? '' : '已知'}租金和物业费每月 ${yuan(fen)}，超出 ${yuan(fen - budget)}（${limit}）`
  if (!known) return `${rentKnown ? '物业费' : feeKnown ? '租金' : '租金和物业费'}待核实（${limit}）`
  return `租金和物业费每月 ${yuan(fen)}，${fen === budget ? '正合' : `比`}${limit}${fen === budget ? '' : `少 ${yuan(budget - fen)}`}`
}

function rentInWords(space: Space, ceiling: number): string {
  const highest = highestRent(space)
  const limit = perSquareMetre(ceiling)
  if (highest !== null && highest > ceiling)
    return `租金 ${perSquareMetre(highest)}，高出 ${perSquareMetre(highest - ceiling)}（上限 ${limit}）`
  if (highest === null || space.some(({ rent }) => rent === null)) return `租金待核实（上限 ${limit}）`
  return `租金 ${perSquareMetre(highest)}，不高于 ${limit}`
}
