/** Which fact stands where: clauses are compiled against slots, so that a fact is looked up once for all of them. */
import type { Fact, Facts, Known } from './fact.ts'
import { namedIn } from './formula/named.ts'
import {
  type Clause,
  type Condition,
  type Demand,
  isChoice,
  type Layout,
  type Mechanism,
  type Policy,
  type Row,
} from './policy.ts'
import { projectTitle, vocabularyOf } from './vocabulary.ts'

/** Of all clauses together, each fact once, in the order they name them. */
export function layoutOf(policies: readonly Policy[]): Layout {
  const facts = new Map<string, Fact>()
  for (const policy of policies) {
    for (const clause of policy.clauses) for (const fact of factsOf(policy, clause)) facts.set(fact.title, fact)
  }
  return layoutOfFacts([...facts.values()])
}

/** Of one clause alone. */
export const ownLayout = (policy: Policy, clause: Clause): Layout => layoutOfFacts(factsOf(policy, clause))

const layoutOfFacts = (facts: readonly Fact[]): Layout => ({
  titles: facts.map(({ title }) => title),
  facts,
  slot: new Map(facts.map(({ title }, at) => [title, at])),
})

/** What is not known of the firm on that day is null, and so is what was only known later. */
export function rowOf(facts: Facts, { titles }: Layout, day: string): Row {
  const row = new Array<Row[number]>(titles.length)
  for (let slot = 0; slot < titles.length; slot += 1) row[slot] = seen(facts[titles[slot]!], day).value
  return row
}

const nothing: Known = Object.freeze({ value: null, asOf: null, source: null })
export const seen = (known: Known | undefined, day: string): Known =>
  known === undefined || (known.asOf !== null && known.asOf > day) ? nothing : known

/** The facts a clause asks for, each once. */
export function factsOf(policy: Policy, clause: Clause): Fact[] {
  const vocabulary = vocabularyOf(policy.facts)
  const titles = new Set([...[...policy.general, ...clause.conditions].flatMap(titlesOf), ...namedByMechanism(clause.amount)])
  if (asksForProject(clause)) titles.add(projectTitle)
  return [...titles].map((title) => {
    const fact = vocabulary.get(title)
    if (!fact) throw new Error(`${policy.code}/${clause.code} asks for ${title}, which nobody declares`)
    return fact
  })
}

/** What is counted for each project needs to know which. */
export const asksForProject = ({ frequency, caps }: Clause): boolean =>
  frequency === 'project' || caps.some(({ scope }) => scope === 'project')

const titlesOf = (condition: Condition): string[] =>
  isChoice(condition)
    ? condition.anyOf.flatMap(({ when, all }) => [...when.flatMap(titlesOfDemand), ...all.flatMap(titlesOf)])
    : titlesOfDemand(condition)
const titlesOfDemand = ({ fact, over }: Demand) => (over === null ? [fact] : [fact, over])

export function namedByMechanism(mechanism: Mechanism): string[] {
  switch (mechanism.is) {
    case 'flat':
    case 'people':
    case 'pending':
      return []
    case 'rate':
      return [...namedIn(mechanism.base.node)]
    case 'unit':
      return [...namedIn(mechanism.count.node)]
    case 'formula':
      return [...namedIn(mechanism.formula.node)]
    case 'tier':
    case 'ladder':
      return [mechanism.fact]
    case 'area-rent': {
      const { areas, prices, months, ceiling } = mechanism
      const formulas = ceiling ? [...areas, months, ceiling] : [...areas, months]
      return [...formulas.flatMap(({ node }) => namedIn(node)), ...prices.flatMap(({ when }) => when.flatMap(titlesOfDemand))]
    }
    case 'yearly':
      return [mechanism.year, ...namedIn(mechanism.base.node)]
    case 'stages':
      return mechanism.stages.map(({ fact }) => fact)
    case 'matching':
      return [mechanism.upper]
    case 'ranking':
      return [mechanism.rank]
    case 'voucher':
      return namedByMechanism(mechanism.face)
    case 'split':
      return namedByMechanism(mechanism.whole)
    case 'sum':
    case 'least':
    case 'most':
      return mechanism.of.flatMap(namedByMechanism)
    case 'cases':
      return mechanism.cases.flatMap(({ when, amount }) => [...when.flatMap(titlesOfDemand), ...namedByMechanism(amount)])
  }
}
