/**
 * What clauses may ask of: facts, each with one Chinese title, a kind, and where it is known from.
 *
 * A figure is kept as a whole number of the smallest unit of its kind, so that thresholds and amounts are exact: money in 分,
 * area in hundredths of ㎡, shares in millionths, years and scores in hundredths.
 */

/** What a number measures; formulas multiply and compare by it (formula/dimension.ts). */
export type NumberKind = 'count' | 'money' | 'area' | 'share' | 'months' | 'years' | 'score' | 'rent'
export type FactKind = NumberKind | 'day' | 'yes' | 'text'

/** How many of the kept unit make one of the unit that is written: 1 元 = 100 分. `rent` is 元/㎡·月. */
export const scales: Record<NumberKind, number> = {
  count: 1,
  money: 100,
  area: 100,
  share: 1_000_000,
  months: 1,
  years: 100,
  score: 100,
  rent: 100,
}

/** Who knows it: the ledgers of the district, the firm that claims, the unit that examines, or the award of a level above. */
export const origins = { ledger: '台账', claim: '申报', examine: '核定', upper: '上级文件' } as const
export type Origin = keyof typeof origins

export type Fact = {
  title: string
  kind: FactKind
  /** As written behind a figure: 人, 项, 元, ㎡; empty for days, yes and text. */
  unit: string
  from: Origin
  /** Of a text, the values it may have, from the lowest to the highest where they are ranks. */
  values?: readonly string[]
  /** Of a yes: what is said when it holds and when it does not. */
  words?: readonly [yes: string, no: string]
  /** Contained in this fact: whoever adds to the one adds to the other. */
  partOf?: string
  /** What proves it, of a fact the claim tells. */
  proof?: string
  /** How it is counted, in a sentence for whoever fills it in. */
  hint?: string
}

/** All facts clauses of a policy may name: the district's and the policy's own, by title. */
export type Vocabulary = ReadonlyMap<string, Fact>

/** A day is text (YYYY-MM-DD); null is not known. */
export type Value = number | boolean | string | null
/** Of a day: it is known not to have come, as of a title that was never granted. No test of days holds for it. */
export const never = ''
export type Known = { value: Value; asOf: string | null; source: string | null }
/** What is known of one firm (and its project) when a clause is decided, by title; what is left out is not known. */
export type Facts = Readonly<Record<string, Known>>

/** What the firm has had before: what was granted counts against one-off clauses, ladders, milestones, caps and deductions. */
export type Award = {
  /** Of the policy and the clause (`changsha-furong/rent`). */
  clause: string
  /** Calendar year it counts for. */
  year: number
  /** Of a project or a milestone, which. */
  project: string | null
  milestone: string | null
  /** 分 */
  amount: number
  /** What other awards were taken off it, and how much: money is not taken off the same clause again in a later year. */
  less?: readonly TakenOff[]
}
/** So much (分) of what was had under a clause for a year and project. */
export type TakenOff = Pick<Award, 'clause' | 'year' | 'project' | 'amount'>
export type Past = readonly Award[]
export const nothingBefore: Past = []
