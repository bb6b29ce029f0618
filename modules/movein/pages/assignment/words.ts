/** How pages speak of assignments: tones of states, points, gaps, where a firm goes. */
import type { assignmentStates } from '#modules/movein/flow.ts'
import { written } from '#modules/plan/quantity.ts'
import type { In, Out } from '#web/client.ts'
import type { Tone } from '#web/ui/figure/light.tsx'

export type Choices = Out<'movein/assignmentChoices'>
export type Run = Out<'movein/assignment'>
export type Line = Out<'movein/assignments'>[number]
export type Answer = NonNullable<Run['answer']>
export type Placed = Answer['placed'][number]
export type Asked = In<'movein/assign'>
export type Lock = NonNullable<Asked['locks']>[number]
export type Progress = NonNullable<Out<'movein/assignmentProgress'>>

export const toneOf: Record<keyof typeof assignmentStates, Tone> = {
  solving: 'active',
  solved: 'warn',
  accepted: 'good',
  stopped: 'quiet',
  failed: 'bad',
}

export const phases: Record<Progress['phase'], string> = {
  match: '匹配房源',
  start: '求初始方案',
  search: '改进方案',
  exact: '精确求解',
  words: '整理并校验方案',
}

export const points = (value: number | null): string =>
  value === null ? '—' : value.toLocaleString('zh-CN', { maximumFractionDigits: 1 })

/** To the tenth of a percent, never down to nothing where there is something. */
export function gapWords(gap: number | null): string {
  if (gap === null) return '—'
  if (gap === 0) return '0%'
  return gap < 0.001 ? '不足 0.1%' : `${(gap * 100).toFixed(1)}%`
}

export const area = (value: number): string => written(value, '㎡')
export const roomsOf = ({ units }: Pick<Placed, 'units'>): string => units.map(({ name }) => name).join('、')
export const keyOf = (units: readonly string[]): string => [...units].sort().join('+')

/** 七月统筹 → 七月统筹（2） → 七月统筹（3） */
export function againTitle(title: string): string {
  const [, name = title, nth = '1'] = /^(.*?)（(\d+)）$/.exec(title) ?? []
  return `${name.slice(0, 94)}（${Number(nth) + 1}）`
}

export const lasted = (seconds: number | null): string => (seconds === null || seconds < 0.1 ? '不足 0.1 秒' : ` ${seconds} 秒`)
