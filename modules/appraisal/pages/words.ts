/** How points, states and clocks of an appraisal read on pages. */
import type { appraisalStates, objectionStates } from '#modules/appraisal/flow.ts'
import type { Out } from '#web/client.ts'
import type { Tone } from '#web/ui/figure/light.tsx'

export type Whole = Out<'appraisal/showAppraisal'>
export type Subject = Out<'appraisal/showSubject'>
export type Part = Subject['parts'][number]
export type State = keyof typeof appraisalStates

export const tones: Record<State, Tone> = {
  preparing: 'quiet',
  self: 'active',
  verifying: 'active',
  drafted: 'warn',
  deciding: 'warn',
  published: 'good',
  archived: 'quiet',
  cancelled: 'quiet',
}
export const objectionTones: Record<keyof typeof objectionStates, Tone> = {
  open: 'active',
  upheld: 'good',
  dismissed: 'quiet',
  withdrawn: 'quiet',
}
export const officeOnly = '由领导小组办公室办理'

/** Whole ten-thousandths as people write points. */
export const pointsWord = (points: number | null, decimals: number): string =>
  points === null ? '—' : (points / 10_000).toFixed(decimals)

/** The day the present stage ends. */
export function dueOf({
  status,
  selfDueOn,
  verifyDueOn,
  objectionDueOn,
}: Pick<Whole, 'status' | 'selfDueOn' | 'verifyDueOn' | 'objectionDueOn'>) {
  if (status === 'self') return selfDueOn
  if (status === 'verifying') return verifyDueOn
  return status === 'drafted' ? objectionDueOn : null
}

/** How far from full: the heat of an item. */
export function heatOf({
  points,
  weight,
  exempt,
}: Whole['subjects'][number]['cells'][number]): 'none' | 'good' | 'fair' | 'poor' | 'bad' {
  if (exempt || points === null || weight === 0) return 'none'
  const share = points / weight
  if (share >= 0.9) return 'good'
  if (share >= 0.75) return 'fair'
  return share >= 0.6 ? 'poor' : 'bad'
}

export const gradeTone = (grade: string | null, grades: readonly string[]): Tone => {
  const at = grade === null ? -1 : grades.indexOf(grade)
  if (at === 0) return 'good'
  return at === grades.length - 1 && at > 0 ? 'bad' : 'quiet'
}
