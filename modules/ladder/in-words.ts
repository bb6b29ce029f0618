/** Criteria in the words of an official text, line by line; cases of a choice stand one step in. */
import { facts } from '#engines/criteria/facts.ts'
import { type Criterion, type Demand, isChoice } from '#engines/criteria/scheme.ts'
import { boundInWords } from '#engines/criteria/wording.ts'

export type Line = { depth: number; title: string; words: string }

export const criteriaInWords = (criteria: Criterion[], depth = 0): Line[] =>
  criteria.flatMap((criterion) => {
    if (!isChoice(criterion)) return [{ depth, title: criterion.title, words: demandInWords(criterion) }]
    const cases = criterion.anyOf.flatMap(({ title, when, all }) => [
      { depth: depth + 1, title, words: when.length ? `适用：${when.map(demandInWords).join('，')}` : '' },
      ...criteriaInWords(all, depth + 2),
    ])
    return [{ depth, title: criterion.title, words: '符合下列情形之一' }, ...cases]
  })

function demandInWords({ fact, over, test }: Demand): string {
  const { title, words } = facts[fact]
  if (test.kind === 'pending') return '标准待补'
  if (test.kind === 'is') return words![test.yes ? 0 : 1]
  if (test.kind === 'among') return `${title}为 ${test.values.join('、')}`
  const of = over === null ? fact : null
  const bounds = [test.lower && boundInWords(of, test.lower, 'lower'), test.upper && boundInWords(of, test.upper, 'upper')]
  return `${over === null ? title : `${title}占${facts[over].title}`}${bounds.filter((part) => part !== null).join('且')}`
}
