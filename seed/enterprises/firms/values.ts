/** The cells of the reports of one enterprise: cumulative since January, parts adding up to the yuan. */
import { isQuarterEnd, type Values } from '#modules/filing/model.ts'
import { type Chance, chanceOf } from '#seed/history/chance.ts'
import { yearOf } from '../calendar.ts'
import { intensityOf } from '../titles/backbones.ts'
import type { Firm } from './firms.ts'
import type { Course, Month } from './growth.ts'

/** What an enterprise is like, whatever the month. */
type Nature = {
  rndStaff: number
  bachelors: number
  intensity: number
  margin: number
  exports: number
  tax: number
}

/** The values of every month of the course, in its order. */
export function valuesOf(firm: Firm, course: Course): Values[] {
  const nature = natureOf(chanceOf('nature', firm.serial))
  let sums = nothing()
  return course.map((month) => {
    sums = added(month.month.endsWith('-01') ? nothing() : sums, firm, month)
    return cellsOf(firm, month, sums, nature)
  })
}

type Sums = { revenue: number; softwareProducts: number; itServices: number; security: number; embedded: number }
const nothing = (): Sums => ({ revenue: 0, softwareProducts: 0, itServices: 0, security: 0, embedded: 0 })

/** What a month adds never takes anything away, so no sum ever falls. */
function added(sums: Sums, { trade: { software, parts } }: Firm, { revenue }: Month): Sums {
  const part = (nth: 0 | 1 | 2 | 3) => Math.floor(revenue * software * parts[nth])
  return {
    revenue: sums.revenue + revenue,
    softwareProducts: sums.softwareProducts + part(0),
    itServices: sums.itServices + part(1),
    security: sums.security + part(2),
    embedded: sums.embedded + part(3),
  }
}

function cellsOf(firm: Firm, { month, headcount }: Month, sums: Sums, nature: Nature): Values {
  const { revenue, softwareProducts, itServices, security, embedded } = sums
  const softwareRevenue = softwareProducts + itServices + security + embedded
  const quarter = isQuarterEnd(month)
  return {
    ...sums,
    softwareRevenue,
    headcount,
    rndStaff: Math.floor(headcount * nature.rndStaff),
    bachelors: quarter ? Math.floor(headcount * nature.bachelors) : null,
    rndSpend: quarter ? Math.round(revenue * (intensityOf(firm, yearOf(month)) ?? nature.intensity)) : null,
    profit: quarter ? Math.round(revenue * (nature.margin + luckOf(firm, month))) : null,
    exports: quarter ? Math.round((softwareRevenue * nature.exports) / 7) : null,
    tax: Math.round(revenue * nature.tax),
  }
}

const luckOf = ({ serial }: Firm, month: string) => 0.02 * (chanceOf('quarter', serial, month).fraction() - 0.5)

const natureOf = (chance: Chance): Nature => ({
  rndStaff: 0.25 + 0.35 * chance.fraction(),
  bachelors: 0.55 + 0.35 * chance.fraction(),
  intensity: 0.03 + 0.09 * chance.fraction(),
  margin: -0.04 + 0.2 * chance.fraction(),
  exports: chance.happens(0.06) ? 0.05 + 0.3 * chance.fraction() : 0,
  tax: 0.025 + 0.035 * chance.fraction(),
})
