/** Targets in the words and units of people: 2025年不低于 19万㎡. */
import { isCounted, whole } from '#engines/progress/wording.ts'
import { comparators, targetKinds } from '#modules/plan/model.ts'
import { rounded, written, writtenRange } from '#modules/plan/quantity.ts'
import type { Out } from '#web/client.ts'

export type Listed = Out<'target/list'>[number]
export type TargetDetail = Out<'target/show'>
export type Target = TargetDetail['target']

type Measured = Pick<Target, 'unit' | 'kind' | 'comparator'>

/** A share without a unit is written in per cent, and so is how far a qualitative target has come. */
export const unitOf = ({ unit, kind, comparator }: Measured): string | null =>
  comparator === 'qualitative' ? '%' : (unit ?? (kind === 'share' || kind === 'growth-per-year' ? '%' : null))

export const amountOf = (target: Measured, value: number | null | undefined) => written(value, unitOf(target))

/** For what was reckoned rather than stated: 13.25万㎡. */
export function roundedOf(target: Measured, value: number | null | undefined): string {
  if (value === null || value === undefined) return '—'
  const unit = unitOf(target)
  const size = isCounted(unit) ? whole(value) : value
  const { figure, unit: shown } = rounded(size, unit, unit === '%' || Math.abs(size) >= 1e4 ? 2 : 1)
  return `${figure}${shown}`
}

/** What the plan asks for: 到2025年累计19万㎡; 年均增长不低于30%（至2025年）. */
export function aimOf({ comparator, kind, value, upper, unit, year }: Target): string {
  if (comparator === 'qualitative' || value === null) return year ? `定性目标（至${year}年）` : '定性目标'
  const amount = writtenRange(value, comparator === 'range' ? upper : null, unitOf({ unit, kind, comparator }))
  const relation = comparator === 'range' || comparator === '=' ? '' : comparators[comparator]
  const words = `${targetKinds[kind]}${relation}${amount}`
  if (!year) return words
  return kind === 'growth-per-year' || kind === 'budget-per-year' ? `${words}（至${year}年）` : `到${year}年${words}`
}

/** Fraction of the whole done and due; null where the figure is held rather than built up. */
export function progressOf({ comparator, kind, value, standing }: Target): { done: number; due: number | null } | null {
  const builds = ['total', 'cumulative', 'new'].includes(kind) && ['>=', '>', '=', '~', 'range'].includes(comparator)
  if (!builds || !value || !standing.latest) return null
  return { done: standing.latest.value / value, due: standing.expected === null ? null : standing.expected / value }
}
