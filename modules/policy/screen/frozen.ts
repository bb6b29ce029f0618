/** A row as it is kept: facts frozen with day and source, outcomes by clause; the engine tells every sentence again from it. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { answersOf } from '#engines/policy/answer.ts'
import type { Decision } from '#engines/policy/decision.ts'
import type { Award, Facts, Known, Past, Value } from '#engines/policy/fact.ts'
import type { Combination } from '#engines/policy/stack/combination.ts'
import type { Outcome, Screened } from './firm.ts'
import type { Ground } from './ground.ts'

/** Value, day, source. */
type Frozen = [value: Value, asOf: string | null, source: string | null]
export type Kept = {
  enterprise: string
  facts: Record<string, Frozen>
  past: Past
  decisions: Record<string, Outcome>
  granted: number
  amount: number
}

/** The JSON of a row's parts, keys in their one order: what is sealed is what is written. */
export function written(ground: Ground, facts: Facts, past: Past, { outcomes }: Screened) {
  let told = ''
  for (const title of ground.titles) {
    const one = facts[title]
    if (one) told += `${told && ','}${quoted(title)}:${frozenText(one)}`
  }
  const decisions = ground.clauses.map(({ code }, at) => {
    const [verdict, amount, said] = outcomes[at]!
    return `"${code}":["${verdict}",${amount},"${said}"]`
  })
  return {
    facts: `{${told}}`,
    past: past.length === 0 ? '[]' : JSON.stringify(past.map(inOrder)),
    decisions: `{${decisions.join()}}`,
  }
}
export type Written = ReturnType<typeof written>

const texts = new Map<string, string>()
/** Titles, days and sources come again and again. */
function quoted(text: string): string {
  const known = texts.get(text)
  if (known !== undefined) return known
  if (texts.size > 20_000) texts.clear()
  const said = JSON.stringify(text)
  texts.set(text, said)
  return said
}
const frozenText = ({ value, asOf, source }: Known): string =>
  `[${typeof value === 'string' ? quoted(value) : value},${asOf === null ? null : quoted(asOf)},${source === null ? null : quoted(source)}]`

/** Over all rows in the order of firms. */
export function sealing() {
  const hash = createHash('sha256')
  return {
    add: (enterprise: string, { facts, past, decisions }: Written, { granted, amount }: Pick<Kept, 'granted' | 'amount'>) =>
      void hash.update(`${enterprise}\n${facts}\n${past}\n${decisions}\n${granted} ${amount}\n`),
    digest: () => hash.digest('hex'),
  }
}

/** As `written` has it, of a row that was read back: the database keeps keys in an order of its own. */
export function rewritten({ facts, past, decisions }: Pick<Kept, 'facts' | 'past' | 'decisions'>): Written {
  const sorted = <T>(of: Record<string, T>) =>
    JSON.stringify(Object.fromEntries(Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1))))
  return { facts: sorted(facts), past: JSON.stringify(past.map(inOrder)), decisions: sorted(decisions) }
}
const inOrder = ({ clause, year, project, milestone, amount, less }: Award): Award => ({
  ...{ clause, year, project, milestone, amount },
  ...(less ? { less: less.map(({ clause, year, project, amount }) => ({ clause, year, project, amount })) } : {}),
})

export const factsIn = ({ facts }: Pick<Kept, 'facts'>): Facts =>
  Object.fromEntries(Object.entries(facts).map(([title, [value, asOf, source]]) => [title, { value, asOf, source }]))

export type Explained = { decisions: Decision[]; combination: Combination }
export const explained = z.object({ decisions: z.array(z.custom<Decision>()), combination: z.custom<Combination>() })

/** Every clause in full, in the order of the document, and which of them go together. */
export const explainRow = (ground: Ground, row: Pick<Kept, 'facts' | 'past'>, day: string): Explained =>
  explainFacts(ground, factsIn(row), row.past, day)

export function explainFacts({ policy }: Ground, facts: Facts, past: Past, day: string): Explained {
  const { answers, combination } = answersOf([policy], facts, past, day)
  return { decisions: answers.map(({ decision }) => decision), combination }
}
