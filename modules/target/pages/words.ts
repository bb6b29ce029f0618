/** Targets in the words and units of people: 2025年不低于 19万㎡. */
import { comparators, targetKinds } from '#modules/plan/model.ts'
import { rounded, written, writtenRange } from '#modules/plan/quantity.ts'
import type { Out } from '#web/client.ts'

export type Listed = Out<'target/list'>[number]
export type TargetDetail = Out<'target/show'>
export type Target = TargetDetail['target']

/** A share without a unit is written in per cent. */
export const unitOf = ({ unit, kind }: Pick<Target, 'unit' | 'kind'>): string | null =>
  unit ?? (kind === 'share' || kind === 'growth-per-year' ? '%' : null)

export const amountOf = (target: Pick<Target, 'unit' | 'kind'>, value: number | null | undefined) =>
  written(value, unitOf(target))

/** For what was reckoned rather than stated: 13.25万㎡. */
export function roundedOf(target: Pick<Target, 'unit' | 'kind'>, value: number | null | undefined): string {
  if (value === null || value === undefined) return '—'
  const { figure, unit } = rounded(value, unitOf(target))
  return `${figure}${unit}`
}

/** What the plan asks for: 2025年，总量不低于 19万㎡. */
export function aimOf({ comparator, kind, value, upper, unit, year }: Target): string {
  const when = year ? `${year}年` : ''
  if (comparator === 'qualitative' || value === null) return `${when}${targetKinds.qualitative}目标`
  const amount = writtenRange(value, comparator === 'range' ? upper : null, unitOf({ unit, kind }))
  const relation = comparator === 'range' || comparator === '=' ? '' : comparators[comparator]
  return `${when}${targetKinds[kind]}${relation}${amount}`
}

/** Fraction of the whole done and due; null where the figure is held rather than built up. */
export function progressOf({ comparator, kind, value, standing }: Target): { done: number; due: number | null } | null {
  const builds = ['total', 'cumulative', 'new'].includes(kind) && ['>=', '>', '=', '~', 'range'].includes(comparator)
  if (!builds || !value || !standing.latest) return null
  return { done: standing.latest.value / value, due: standing.expected === null ? null : standing.expected / value }
}
