/** Steps (分档): the first bound that is reached says which share of the weight. */
import { compare, exactly, type Fraction, fraction, minus, over, times } from '../exact.ts'
import type { Scoring } from '../scheme.ts'
import { equals, percent, said, weight } from '../wording.ts'
import { earned, type Mark, marked, share, type Told } from './mark.ts'

type Steps = Extract<Scoring, { is: 'steps' }>
const hundred = fraction(100n)

export function steps(entry: Told, scoring: Steps): Mark {
  const { item, exact } = entry
  const rated = scoring.of === 'completion' ? over(exact, entry.target!) : exact
  const reached = scoring.steps.find(({ from }) => compare(rated, boundOf(scoring, from)) >= 0)
  const got = reached?.share ?? scoring.below
  const shown =
    scoring.of === 'completion'
      ? `完成率＝${said(exact, item.unit)}÷${said(entry.target!, item.unit)}${equals(times(rated, hundred), 2)}%，`
      : ''
  const bound = (from: number) => (scoring.of === 'completion' ? percent(from) : said(exactly(from), item.unit))
  const where = reached ? `达到“不低于 ${bound(reached.from)}”一档` : `低于最低一档 ${bound(scoring.steps.at(-1)!.from)}`
  const sentence = `${shown}${where}，${earned(entry, share(got), `${weight(entry.weight)}×${percent(got)}`)}`
  return marked(entry, share(got), [sentence], moreOf(entry, scoring))
}

const boundOf = ({ of }: Steps, from: number): Fraction => (of === 'completion' ? share(from) : exactly(from))

/** Where less is better the best step is the one below all bounds. */
function moreOf({ item, exact, target }: Told, scoring: Steps): string {
  const inUnit = (from: number) => (scoring.of === 'completion' ? times(share(from), target!) : exactly(from))
  const best = Math.max(...scoring.steps.map((step) => step.share))
  if (scoring.below >= best) return `降到 ${said(inUnit(scoring.steps.at(-1)!.from), item.unit)} 以下`
  const goal = inUnit(scoring.steps.find((step) => step.share === best)!.from)
  if (compare(goal, exact) > 0) return `达到 ${said(goal, item.unit)}，还差 ${said(minus(goal, exact), item.unit)}，补足`
  return `回到得 ${percent(best)} 的一档`
}
