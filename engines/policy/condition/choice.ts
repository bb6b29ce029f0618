/** The reason of a choice: which case holds, or what stands against each that applies. */
import type { Reason } from '../decision.ts'
import type { Case, Choice, Condition } from '../policy.ts'
import { type Reasoning, type Seen, worstOf } from './said.ts'
import type { Ground } from './test.ts'
import { met, notMet, type Truth, truthInWords } from './truth.ts'

type Told = { title: string; applies: Truth; truth: Truth; reasons: readonly Reason[] }
type ReasoningOf = (condition: Condition, ground: Ground) => Reasoning

export function reasoningOfChoice({ title, anyOf: cases }: Choice, ground: Ground, of: ReasoningOf): Reasoning {
  const telling = cases.map((one) => tellingOf(one, ground, of))
  return (seen) => {
    const told: Told[] = []
    const within: Reason[] = []
    let truth: Truth = notMet
    for (const tell of telling) {
      const one = tell(seen)
      told.push(one)
      within.push(blank(one.title, one.truth, againstCase(one), one.reasons))
      if (one.truth > truth) truth = one.truth
    }
    return blank(title, truth, choiceInWords(title, truth, told), within)
  }
}

function tellingOf({ title, when, all }: Case, ground: Ground, of: ReasoningOf): (seen: Seen) => Told {
  const [applying, asked] = [when.map((one) => of(one, ground)), all.map((one) => of(one, ground))]
  return (seen) => {
    const reasons: Reason[] = []
    for (const reasoning of applying) reasons.push(reasoning(seen))
    const applies = worstOf(reasons)
    for (const reasoning of asked) reasons.push(reasoning(seen))
    return { title, applies, truth: worstOf(reasons), reasons }
  }
}

const blank = (title: string, truth: Truth, sentence: string, within: readonly Reason[]): Reason => ({
  title,
  met: truthInWords[truth],
  sentence,
  fact: null,
  asOf: null,
  source: null,
  gap: null,
  within,
})

/** Only cases that apply are told, unless none does. */
function choiceInWords(title: string, truth: Truth, cases: readonly Told[]): string {
  if (truth === met) return `${title}：符合“${cases.find((one) => one.truth === met)!.title}”`
  const applying = cases.filter(({ applies }) => applies !== notMet)
  const open = (applying.length > 0 ? applying : cases).filter((one) => truth === notMet || one.truth !== notMet)
  const told = open.map((one) => `${one.title}——${againstCase(one)}`)
  return told.length === 1
    ? `${title}：${told[0]}`
    : `${title}须符合其一：${told.map((words, at) => `（${at + 1}）${words}`).join('；')}`
}

/** What the case misses, or else what is not known of it. */
function againstCase({ truth, reasons }: Told): string {
  if (truth === met) return '符合'
  let against = ''
  for (const { met: how, sentence } of reasons)
    if (how === truthInWords[truth]) against = against === '' ? sentence : `${against}，${sentence}`
  return against
}
