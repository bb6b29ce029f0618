/** Facts that criteria for titles ask for as well, in the units policies are kept in. */
import { type FactName, factTitled, facts as rules, type Known as Told } from '#engines/criteria/facts.ts'
import { type Known, scales } from '#engines/policy/fact.ts'
import { ledgerVocabulary } from '#engines/policy/vocabulary.ts'
import { factsOfFiles } from '#modules/ladder/facts.ts'
import type { Source } from './firm.ts'

/** Dollars are no base of a grant. */
const shared = [...factTitled.keys()].filter((title) => ledgerVocabulary.has(title))

export const criteria = (titles: readonly string[]): Source => ({
  titles: shared,
  async add(ctx, firms, days, into, shared) {
    const names = titles.flatMap((title) => factTitled.get(title) ?? [])
    const found = await factsOfFiles(ctx, firms, days, names, shared.reports)
    const wanted = names.map((name) => [name, rules[name].title, scaleOf(name)] as const)
    for (const [id, facts] of found) {
      const own = into.get(id)!
      for (const [name, title, scale] of wanted) {
        const one = facts[name]
        if (one) own[title] = inUnits(one, scale)
      }
    }
  },
})

function scaleOf(name: FactName): number {
  const { kind } = rules[name]
  return kind === 'yes' || kind === 'text' ? 1 : scales[kind]
}

const inUnits = ({ value, asOf, source }: Told, scale: number): Known => ({
  value: typeof value === 'number' ? Math.round(value * scale) : value,
  asOf,
  source,
})
