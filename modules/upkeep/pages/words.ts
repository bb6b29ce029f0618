/** How services of a building are spoken of on their pages: states, times, marks, and who keeps what. */
import { useOwnPlace } from '#modules/enterprise/pages/choices.ts'
import type { ticketStates } from '#modules/upkeep/flow.ts'
import { useMe } from '#web/session.tsx'
import type { Tone } from '#web/ui/figure/light.tsx'
import { moment } from '#web/ui/figure/number.ts'

export const ticketTones: Record<keyof typeof ticketStates, Tone> = {
  raised: 'warn',
  accepted: 'active',
  done: 'active',
  closed: 'good',
  withdrawn: 'quiet',
}

/** What tenants think of it, from one to five. */
export const marks: Record<string, string> = { 5: '很满意', 4: '满意', 3: '一般', 2: '不满意', 1: '很不满意' }
export const markOf = (score: number | null): string | null => (score === null ? null : `${marks[score]}（${score} 分）`)

export const keepOnly = '楼宇服务由领导小组办公室和所在园城办理'
/** Whether the reader keeps what stands in a zone. */
export function useKeeping(): (zone: string | null) => boolean {
  const { role, org } = useMe()
  const own = useOwnPlace().zone
  return (zone) => role === 'office' || (role === 'park' && zone !== null && (zone === own || zone === org?.id))
}

/** What a park is shown of things that stand in zones: its own. */
export function useOwnShare(): <R extends { zone: string | null }>(rows: readonly R[]) => readonly R[] {
  const { role } = useMe()
  const keeps = useKeeping()
  return (rows) => (role === 'park' ? rows.filter(({ zone }) => keeps(zone)) : rows)
}

const dayLength = 86_400_000
export const daysAfter = (day: string, count: number): string =>
  new Date(Date.parse(day) + count * dayLength).toISOString().slice(0, 10)

/** 2025-12-02 09:30—11:00 */
export const spanWritten = (from: string, to: string): string => {
  const end = moment(to)
  return `${moment(from)}—${end.slice(11) === '00:00' ? '24:00' : end.slice(11)}`
}
export const wholeHour = (hour: number): string => `${String(hour).padStart(2, '0')}:00`
