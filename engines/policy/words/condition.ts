/** What a clause asks for, in the words of an official text. */
import { rangeInWords } from '../condition/said.ts'
import type { Vocabulary } from '../fact.ts'
import { type Condition, type Demand, isChoice } from '../policy.ts'
import { sayingOf, share } from '../wording.ts'
import { deeper, type Line, line } from './line.ts'

export function conditionInWords(condition: Condition, vocabulary: Vocabulary): Line[] {
  if (!isChoice(condition)) return [line(demandInWords(condition, vocabulary), condition.title)]
  const cases = condition.anyOf.flatMap(({ title, when, all }) => [
    line(when.length > 0 ? `适用于${allInWords(when, vocabulary)}的` : '须同时满足', title),
    ...deeper(all.flatMap((one) => conditionInWords(one, vocabulary))),
  ])
  return [line('满足下列任一情形', condition.title), ...deeper(cases)]
}

/** 软件从业人员不低于 50 人 */
export function demandInWords({ fact, over, test }: Demand, vocabulary: Vocabulary): string {
  const of = vocabulary.get(fact)
  const subject = over === null ? fact : `${fact}占${over}`
  switch (test.kind) {
    case 'pending':
      return `${subject}，标准待补`
    case 'is':
      return of?.words ? of.words[test.yes ? 0 : 1] : `${subject}：${test.yes ? '是' : '否'}`
    case 'among':
      return `${subject}为${test.values.join('、')}${test.values.length > 1 ? '之一' : ''}`
    case 'days':
      return `${subject}${[test.from && `不早于 ${test.from}`, test.until && `不晚于 ${test.until}`].filter(Boolean).join(' 且')}`
    case 'range': {
      const say = over === null && of ? sayingOf(of) : share
      return `${subject}${rangeInWords(say, test.lower, test.upper)}`
    }
  }
}

export const allInWords = (demands: readonly Demand[], vocabulary: Vocabulary): string =>
  demands.map((one) => demandInWords(one, vocabulary)).join('，且')
