/** The day a space can be had against the day it is needed; a day that has passed means at once. */
import { type Demand, remedy } from './demand.ts'
import { availableOn, daysFrom } from './measure.ts'
import type { Need } from './need.ts'
import type { MatchRules } from './rules.ts'
import type { Space } from './unit.ts'

export function readyDemands({ readyBy }: Need, rules: MatchRules, today: string): Demand[] {
  if (readyBy === null) return []
  const by = readyBy < today ? today : readyBy
  const asked = readyBy < today ? `需 ${readyBy} 前，已过期，按尽快交付计` : `需 ${by} 前`
  const since = daysFrom(by)
  const late = (space: Space) => since(availableOn(space, today).day)
  return [
    {
      name: 'ready',
      further: null,
      test(space) {
        const { day, sure } = availableOn(space, today)
        return day > by ? 'not-met' : sure ? 'met' : 'unknown'
      },
      say(space) {
        const { day, sure } = availableOn(space, today)
        if (day > by) return `${sure ? '' : '最早'} ${day} 起可交付，晚 ${late(space)} 天（${asked}）`.trimStart()
        if (!sure) return `交付日期待核实（${asked}）`
        return `${day === today ? '现' : `${day} 起`}可交付（${asked}）`
      },
      lack: (unit) => late([unit]) / rules.near.days,
      remedies(unit) {
        const { day } = availableOn([unit], today)
        return [remedy(`${day} 起可交付，晚 ${late([unit])} 天，能等到当日即符合`, { need: { readyBy: day } })]
      },
    },
  ]
}
