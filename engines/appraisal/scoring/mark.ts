/** What every way of scoring answers: points with the steps to them, and how there could be more. */
import type { Entry } from '../entry.ts'
import { type Fraction, fraction, rounded, times } from '../exact.ts'
import type { Step } from '../result.ts'
import { pointScale, type Scoring, shareScale } from '../scheme.ts'
import { equals, points } from '../wording.ts'

export type Mark = {
  /** Null while they cannot be told; then between `least` and `most`, which are the same once they can. */
  points: number | null
  least: number
  most: number
  /** The most there is to be had. */
  full: number
  place: number | null
  steps: readonly Step[]
  /** What would bring more; null where nothing can. */
  more: string | null
}

/** An entry whose value is there. */
export type Told = Entry & { exact: Fraction }

export const share = (millionths: number): Fraction => fraction(millionths, shareScale)

/** Of the weight, in ten-thousandths, rounded to the digits of the scheme. */
export function pointsOf({ weight, decimals }: Entry, part: Fraction): number {
  return Number(rounded(times(fraction(weight, pointScale), part), decimals)) * 10 ** (4 - decimals)
}

/** `得 20×84%＝16.80 分`; `how` is the calculation as it is written. */
export const earned = (entry: Entry, part: Fraction, how: string): string =>
  `得 ${how}${equals(times(fraction(entry.weight, pointScale), part), entry.decimals)} 分`

export const fullOf = (entry: Entry): number => pointsOf(entry, share(topShare(entry.item.scoring)))

export function topShare(scoring: Scoring): number {
  switch (scoring.is) {
    case 'completion':
      return scoring.cap
    case 'ranking':
      return scoring.shares?.[0] ?? shareScale
    case 'steps':
      return Math.max(scoring.below, ...scoring.steps.map(({ share }) => share))
    case 'deduction':
    case 'hundred':
      return shareScale
  }
}

export function marked(entry: Entry, part: Fraction, steps: readonly string[], more: string, place: number | null = null): Mark {
  const found = pointsOf(entry, part)
  const full = fullOf(entry)
  return {
    points: found,
    least: found,
    most: found,
    full,
    place,
    steps: [...entry.steps, ...steps.map((sentence) => ({ sentence }))],
    more: full > found ? more : null,
  }
}

export const none = (entry: Entry): string => `得 ${points(0, entry.decimals)} 分`
