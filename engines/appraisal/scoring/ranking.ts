/** Ranking (排名): by the place among the subjects of the group; equals share the better place. */
import type { Entry } from '../entry.ts'
import { compare, type Fraction, fraction, minus, over, times, whole } from '../exact.ts'
import { type Scoring, shareScale } from '../scheme.ts'
import { percent, weight } from '../wording.ts'
import { earned, fullOf, type Mark, marked, pointsOf, share, type Told } from './mark.ts'

type Ranking = Extract<Scoring, { is: 'ranking' }>

/** `field`: all the item concerns, the entry among them. Whose value is not told and counts nothing comes last. */
export function ranking(entry: Told, scoring: Ranking, field: readonly Entry[]): Mark {
  const own = keyOf(entry, scoring)
  const keys = field.filter(isTold).map((other) => keyOf(other, scoring))
  const place = 1 + keys.filter((key) => betters(scoring, key, own)).length
  const waiting = field.filter(({ waits }) => waits !== null).length
  if (waiting > 0) return undecided(entry, scoring, place, place + waiting, field.length)
  const equal = keys.filter((key) => compare(key, own) === 0).length > 1 ? '（并列）' : ''
  const { part, how } = partOf(scoring, place, field.length, weight(entry.weight))
  const sentence = `在本组 ${field.length} 个对象中列第 ${place} 名${equal}，${earned(entry, part, how)}`
  return marked(entry, part, [sentence], `现列第 ${place} 名，升至第 1 名`, place)
}

const isTold = (entry: Entry): entry is Told => entry.exact !== null && entry.waits === null

const keyOf = ({ exact, target }: Told, { of }: Ranking): Fraction => (of === 'completion' ? over(exact, target!) : exact)

const betters = ({ better }: Ranking, a: Fraction, b: Fraction) => compare(a, b) * (better === 'more' ? 1 : -1) > 0

/** While others may still come before it: somewhere between the best place left to it and the worst. */
function undecided(entry: Told, scoring: Ranking, best: number, worst: number, all: number): Mark {
  const at = (place: number) => pointsOf(entry, partOf(scoring, place, all, '').part)
  const sentence = `本组还有 ${worst - best} 个对象缺数据或目标，名次在第 ${best} 至第 ${worst} 名之间，暂不计分`
  const more = `名次待定，升至第 1 名`
  return {
    points: null,
    least: at(worst),
    most: at(best),
    full: fullOf(entry),
    place: null,
    steps: [...entry.steps, { sentence }],
    more,
  }
}

/** Of the weight: what the list says for the place, or evenly from all of it for the first down to `last` for the last. */
function partOf({ shares, last }: Ranking, place: number, all: number, full: string): { part: Fraction; how: string } {
  if (shares !== null || place === 1) {
    const got = shares === null ? shareScale : (shares[place - 1] ?? last)
    return { part: share(got), how: `${full}×${percent(got)}` }
  }
  const part = minus(whole, times(minus(whole, share(last)), fraction(place - 1, all - 1)))
  return { part, how: `${full}×[100%－(100%－${percent(last)})×${place - 1}÷${all - 1}]` }
}
