/** What a policy is once its file is read: clauses with conditions, an amount, caps and worked examples (form: seed/policies/README.md). */
import type { Fact, Facts, Past, Value } from './fact.ts'

export type Bound = { value: number; inclusive: boolean }

/** Figures in the kept unit of the fact, of a share of two facts in millionths; days as text. */
export type Test =
  | { kind: 'range'; lower: Bound | null; upper: Bound | null }
  | { kind: 'days'; from: string | null; until: string | null }
  | { kind: 'is'; yes: boolean }
  | { kind: 'among'; values: readonly string[] }
  /** The standard is not published or not known yet (待补). */
  | { kind: 'pending' }

/** One fact, or its share in another, against a test. */
export type Demand = { title: string; fact: string; over: string | null; test: Test }
/** A case of a choice; it is only considered where all of `when` hold. */
export type Case = { title: string; when: readonly Demand[]; all: readonly Condition[] }
/** Any one of the cases is enough. */
export type Choice = { title: string; anyOf: readonly Case[] }
export type Condition = Demand | Choice
export const isChoice = (condition: Condition): condition is Choice => 'anyOf' in condition

/**
 * A sum as the office writes it (人数 × 10㎡), read and checked for what it measures.
 *
 * Values are whole numerators over the scale of the node, which is known when the formula is read: nothing is rounded within it.
 */
export type Formula = { text: string; node: Node; dimension: Dimension }
/** Exponents; a count or a share has none. */
export type Dimension = { money: number; area: number; months: number }
export type Node =
  | { is: 'number'; text: string; value: number; scale: number }
  | { is: 'fact'; title: string; scale: number }
  | { is: 'plus' | 'minus' | 'times'; left: Node; right: Node; scale: number }
  /** By a figure, never by a fact. */
  | { is: 'over'; left: Node; by: number; text: string; scale: number }
  | { is: 'least' | 'most'; of: readonly Node[]; scale: number }
  /** 超过(a, b): what a is beyond b, never below nothing. */
  | { is: 'beyond'; left: Node; right: Node; scale: number }

/** A step of a ladder: reached from the bound on (or at the value of a ranked text), worth so much (分). */
export type Rung = { title: string; lower: Bound | null; values: readonly string[] | null; amount: number }

/** How an amount comes about; one file each in mechanism/. All money is 分. */
export type Mechanism =
  | { is: 'flat'; amount: number }
  | { is: 'rate'; base: Formula; rate: number }
  /** `unit`: what the money is for each of (人, ㎡·月). */
  | { is: 'unit'; each: number; unit: string; count: Formula }
  | { is: 'formula'; formula: Formula }
  | { is: 'tier'; fact: string; rungs: readonly Rung[] }
  /** The step reached less what was had for lower ones (晋级补差). */
  | { is: 'ladder'; fact: string; rungs: readonly Rung[] }
  /** Unit price × the least of the areas × months, never above the rent really paid. */
  | { is: 'area-rent'; areas: readonly Formula[]; prices: readonly Priced[]; months: Formula; ceiling: Formula | null }
  /** A rate of its own for each year of the way, by the number of the year (1, 2, 3 …). */
  | { is: 'yearly'; year: string; rates: readonly number[]; base: Formula }
  /** Each stage once, when it is reached. */
  | { is: 'stages'; stages: readonly { title: string; fact: string; amount: number }[] }
  | { is: 'matching'; upper: string; rate: number }
  | { is: 'ranking'; rank: string; prizes: readonly number[] }
  | { is: 'voucher'; face: Mechanism; redeemer: string }
  | { is: 'split'; whole: Mechanism; among: readonly { payee: string; share: number }[] }
  | { is: 'sum' | 'least' | 'most'; of: readonly Mechanism[] }
  | { is: 'cases'; cases: readonly { title: string; when: readonly Demand[]; amount: Mechanism }[] }
  /** People decide each case (一事一议); no formula, at most so much. */
  | { is: 'people'; atMost: number | null }
  /** The amount is not known to us yet (待补). */
  | { is: 'pending' }
/** Per ㎡ and month in 分; the first whose conditions hold. */
export type Priced = { title: string; when: readonly Demand[]; price: number }

/** Whose money a cap counts together. */
export const capScopes = {
  claim: '每次',
  year: '每企业每年',
  firm: '每企业累计',
  project: '每项目累计',
  pot: '全部企业每年',
} as const
export type CapScope = keyof typeof capScopes
export type Cap = { scope: CapScope; amount: number }

export const roundings = { down: '舍去', nearest: '四舍五入', up: '进一' } as const
/** `to` in 分: 1 to the 分, 100 to the 元, 1_000_000 to the 万元. */
export type Rounding = { way: keyof typeof roundings; to: number }

/** How often a firm may have it. */
export const frequencies = { once: '一次性', yearly: '每年', project: '每项目', claim: '每次', monthly: '每月' } as const
export const channels = { claim: '申报', direct: '免申即享', people: '一事一议' } as const
/** The four pots of the plan. */
export const potNames = { attract: '招引', talent: '人才', carrier: '载体', platform: '平台' } as const
export type Pot = keyof typeof potNames
export const payees = {
  firm: '企业',
  operator: '载体运营机构',
  team: '管理团队',
  person: '人才',
  provider: '服务机构',
  district: '区县',
} as const

/** Held on to after payment: a lock-up, or a performance that is looked at on a day; missed, the money goes back. */
export type Commitment =
  | { is: 'lock'; title: string; months: number }
  | { is: 'performance'; title: string; afterMonths: number; all: readonly Demand[] }

export type Material = {
  title: string
  required: boolean
  /** The ledger that already holds it: it is never asked for again. */
  ledger: string | null
}

export type Example = {
  title: string
  line: number
  column: number
  day: string
  facts: Facts
  past: Past
  verdict: Verdict
  /** 分; null where none is told. */
  amount: number | null
}

export const verdicts = { granted: '支持', refused: '不予支持', unknown: '待核实', people: '一事一议' } as const
export type Verdict = keyof typeof verdicts

export type Clause = {
  /** Unique within its policy, plain English. */
  code: string
  title: string
  /** As the document counts: 第三条. */
  article: string
  /** Plain-language reading, for firms. */
  plain: string | null
  /** What kind of support it is (房租补贴, 资质奖励 …): 同类型 goes by it. */
  type: string
  payee: keyof typeof payees
  pot: Pot
  frequency: keyof typeof frequencies
  channel: keyof typeof channels
  /** At most so many years (or months, or times) it is had. */
  times: number | null
  conditions: readonly Condition[]
  amount: Mechanism
  caps: readonly Cap[]
  rounding: Rounding
  materials: readonly Material[]
  commitments: readonly Commitment[]
  examples: readonly Example[]
}

/** How clauses bear on one another, of this policy or of others: always by `policy/clause`, whatever the file writes. */
export type Stacking =
  /** At most one of them in a year (互斥), or for the same project. */
  | { is: 'exclusive'; title: string; clauses: readonly string[]; within: 'year' | 'project' }
  /** 从优从高不重复: only the highest. */
  | { is: 'highest'; title: string; clauses: readonly string[]; within: 'year' | 'project' }
  /** What was paid under the earlier clauses is taken off. */
  | { is: 'deduct'; title: string; from: string; paid: readonly string[] }
  /** Together at most so much for a firm in a year. */
  | { is: 'together'; title: string; clauses: readonly string[]; amount: number }

export type Policy = {
  code: string
  title: string
  level: 'national' | 'city' | 'district' | 'other'
  /** Of another district, shown as a demonstration only. */
  demonstration: boolean
  issuer: string
  number: string | null
  issuedOn: string | null
  /** First and last day in force. */
  since: string
  until: string | null
  source: string
  /** Facts only this policy asks for. */
  facts: readonly Fact[]
  /** Hold for every clause. */
  general: readonly Condition[]
  clauses: readonly Clause[]
  stacking: readonly Stacking[]
}

/** Values by slot, as compiled clauses take them: the layout says which fact stands where. */
export type Row = readonly Value[]
export type Layout = {
  readonly titles: readonly string[]
  readonly facts: readonly Fact[]
  readonly slot: ReadonlyMap<string, number>
}

export const clauseId = ({ code }: Pick<Policy, 'code'>, clause: Pick<Clause, 'code'>): string => `${code}/${clause.code}`
