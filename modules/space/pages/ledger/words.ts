/** How the ledger is spoken of on its pages: floors, areas, standings, and who may change it. */
import type { standings } from '#modules/space/model.ts'
import { useMe } from '#web/session.tsx'
import type { Tone } from '#web/ui/figure/light.tsx'
import type { StandingUnit } from './whole.ts'

export type StandingWord = keyof typeof standings

export const floorName = (number: number): string => (number < 0 ? `地下 ${-number} 层` : `${number} 层`)
export const squares = (area: number): string => `${area.toLocaleString('zh-CN', { maximumFractionDigits: 2 })} ㎡`
export const shareOf = (part: number, whole: number): string => (whole > 0 ? `${((part / whole) * 100).toFixed(1)}%` : '—')

/** Vacant space is what is looked for here; use without a contract wants mending. */
export const standingTones: Record<StandingWord, Tone> = { vacant: 'good', pending: 'active', let: 'quiet', occupied: 'warn' }

/** Officials who keep buildings; others look. */
export const useKeeps = (): boolean => ['office', 'park'].includes(useMe().role)
export const lookOnly = '楼宇台账由领导小组办公室和所在园城维护'

/** Until when it is let, or from when on it can be used. */
export function untilOf({ standing, readyOn }: Pick<StandingUnit, 'standing' | 'readyOn'>): string | null {
  if (standing.letTo) return `租至 ${standing.letTo}`
  if (standing.is === 'pending') return `${readyOn} 可交付`
  return standing.usedTo ? `用至 ${standing.usedTo}` : null
}
