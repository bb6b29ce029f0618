/** What a space must have so much of: load, height, power, lifts, parking. */
import { type Demand, demandTitles, remedy } from './demand.ts'
import { hundredths } from './measure.ts'
import type { Need } from './need.ts'
import type { Space } from './unit.ts'
import { inUnit } from './wording.ts'

type Minimum = { name: 'load' | 'height' | 'power' | 'lifts' | 'parking'; unit: string }
const minima: Minimum[] = [
  { name: 'load', unit: 'kN/㎡' },
  { name: 'height', unit: 'm' },
  { name: 'power', unit: 'kW' },
  { name: 'lifts', unit: '部' },
  { name: 'parking', unit: '个' },
]

export const minimumDemands = (need: Need): Demand[] =>
  minima.flatMap((minimum) => {
    const asked = need[minimum.name]
    return asked === null ? [] : minimumDemand(minimum, hundredths(asked))
  })

function minimumDemand({ name, unit: measure }: Minimum, asked: number): Demand {
  // The power of units that are joined adds up; of everything else the least decides.
  const adds = name === 'power'
  const known = (space: Space) => {
    let [value, sure]: [number | null, boolean] = [null, true]
    for (const unit of space) {
      const own = unit[name]
      if (own === null) sure = false
      else if (value === null) value = hundredths(own)
      else value = adds ? value + hundredths(own) : Math.min(value, hundredths(own))
    }
    return { value, sure }
  }
  const title = demandTitles[name]
  return {
    name,
    further: adds ? 'helps' : null,
    test(space) {
      const { value, sure } = known(space)
      if (adds) return (value ?? 0) >= asked ? 'met' : sure ? 'not-met' : 'unknown'
      return value !== null && value < asked ? 'not-met' : sure ? 'met' : 'unknown'
    },
    say(space) {
      const { value, sure } = known(space)
      const need = `需 ${inUnit(asked, measure)}`
      const shown = value === null ? '' : `${adds && space.length > 1 ? '合计' : ''} ${inUnit(value, measure)}`
      if (value !== null && value >= asked && (sure || adds)) return `${title}${shown}，不低于 ${inUnit(asked, measure)}`
      if (value !== null && value < asked && (sure || !adds))
        return `${title}${shown}，差 ${inUnit(asked - value, measure)}（${need}）`
      return `${title}待核实（${need}）`
    },
    lack: (unit) => (asked - hundredths(unit[name] ?? 0)) / asked,
    remedies(unit) {
      const own = unit[name] ?? 0
      const relaxed = remedy(`${title}要求放宽到 ${inUnit(hundredths(own), measure)}即符合`, { need: { [name]: own } })
      if (!adds) return [relaxed]
      return [remedy(`增容 ${inUnit(asked - hundredths(own), measure)}即符合`, { unit: { power: asked / 100 } }), relaxed]
    },
  }
}
