/** What speaks for a space without ever excluding it: firms alike in the building, one unit rather than several, fresh facts. */
import type { Aspect } from './demand.ts'
import { daysFrom } from './measure.ts'
import type { Need } from './need.ts'
import type { MatchRules } from './rules.ts'
import type { Space } from './unit.ts'
import { listed } from './wording.ts'

/** Firms of the direction in the building; null where that is not known. */
export const alike = ([{ tenants }]: Space, direction: string): number | null => tenants && (tenants[direction] ?? 0)

export const clusterAspect = (direction: string, rules: MatchRules): Aspect => ({
  test(space) {
    const count = alike(space, direction)
    return count === null ? 'unknown' : count > 0 ? 'met' : 'not-met'
  },
  share: (space) => Math.min(1, alike(space, direction)! / rules.cluster),
  say(space) {
    const count = alike(space, direction)
    if (count === null) return `楼内${direction}企业数待核实`
    return count > 0 ? `楼内已有${direction}企业 ${count} 家` : `楼内尚无${direction}企业`
  },
})

export const wholeAspect = ({ parts }: Need): Aspect => ({
  test: (space) => (space.length === 1 ? 'met' : 'not-met'),
  share: (space) => Math.max(0, 1 - (space.length + floorsOf(space) - 2) / Math.max(1, parts)),
  say(space) {
    if (space.length === 1) return '整间，无需与相邻单元合并'
    const floors = floorsOf(space)
    return `由相邻的 ${listed(space.map(({ name }) => name))} 合并，共 ${space.length} 间${floors > 1 ? `，跨 ${floors} 层` : ''}`
  },
})

const floorsOf = (space: Space) => new Set(space.map(({ floor }) => floor)).size

export function freshAspect({ fresh, stale }: MatchRules, today: string): Aspect {
  const since = daysFrom(today)
  /** The day of the row that was confirmed longest ago; null where one never was. */
  const oldest = (space: Space) => {
    let day = today
    for (const { confirmedOn } of space) {
      if (confirmedOn === null) return null
      if (confirmedOn < day) day = confirmedOn
    }
    return day
  }
  const age = (space: Space) => {
    const day = oldest(space)
    return day === null ? null : -since(day)
  }
  return {
    test(space) {
      const days = age(space)
      return days === null ? 'unknown' : days <= fresh ? 'met' : 'not-met'
    },
    share: (space) => Math.max(0, Math.min(1, (stale - age(space)!) / Math.max(1, stale - fresh))),
    say(space) {
      const days = age(space)
      if (days === null) return '资料核实日期不详'
      const last = oldest(space)
      return days <= fresh ? `资料于 ${last} 核实` : `资料于 ${last} 核实，距今 ${days} 天，超过 ${fresh} 天`
    },
  }
}
