/** Backbone enterprises (骨干企业) of the demo district: the largest, and what they spend on research. */
import { chanceOf } from '#seed/history/chance.ts'
import type { Firm } from '../firms/firms.ts'

/** Of revenue in 2021 to 2025, all of them together. */
const intensities = [0.11, 0.117, 0.128, 0.139, 0.147]

/** The four known by name, and those who earned most when the list was made. */
const large = ({ inIndustry, level, settledOn, special, fate }: Firm) =>
  inIndustry &&
  settledOn < '2021' &&
  fate === null &&
  (special ? special.yearly !== undefined && !special.claimed : level > 2_500_000)

export const backbonesOf = (firms: Firm[]): Firm[] => firms.filter(large)

/** A share of its own around that of all; null for whoever is no backbone. */
export function intensityOf(firm: Firm, year: number): number | null {
  if (!large(firm)) return null
  const own = firm.special ? 1 : 0.88 + 0.24 * chanceOf('intensity', firm.serial).fraction()
  return intensities[year - 2021]! * own
}
