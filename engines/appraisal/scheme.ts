/** What an appraisal scheme (考核办法) is once its file is read: whom it appraises, by which indicators, and how points come about (form: seed/appraisals/README.md). */

/** Half a year is advice, the whole year has consequences. */
export const terms = { half: '半年评估', year: '全年考核' } as const
export type Term = keyof typeof terms

export const subjectKinds = { department: '部门', park: '园城', town: '镇街', building: '楼宇' } as const
export type SubjectKind = keyof typeof subjectKinds

/** Of an indicator's published figure, the part that is the subject's. */
export const readings = {
  /** As published for the last month of the term. */
  end: '期末数',
  /** The end less the last published month before the term began. */
  growth: '期间增量',
} as const
/** Where the value of an item comes from; nothing is typed by whoever is appraised but his own evaluation. */
export type Source =
  | { is: 'indicator'; code: string; reading: keyof typeof readings }
  /** Experts give 0 to 100 each, without knowing the others'; the highest and the lowest are left out from so many on. */
  | { is: 'experts'; trimFrom: number | null }
  /** Work that no ledger counts: the subject tells of it with evidence, the office verifies the number. */
  | { is: 'verified'; asks: string; evidence: string }

/** Shares are in millionths, points in ten-thousandths (`pointScale`): nothing is lost to binary fractions. */
export const shareScale = 1_000_000
export const pointScale = 10_000

/** How a value becomes points of at most the weight; more only where a completion's cap is above the target. */
export type Scoring =
  /** weight × value ÷ target, at most `cap`; below `floor` nothing at all. */
  | { is: 'completion'; floor: number; cap: number }
  /** By the place among the subjects of the group; equals share the better place. Shares of the weight by place, or evenly from full down to `last`. */
  | { is: 'ranking'; of: 'value' | 'completion'; better: 'more' | 'less'; shares: readonly number[] | null; last: number }
  /** Full weight less so many points for each. */
  | { is: 'deduction'; each: number }
  /** The first step whose bound is reached: of the value itself, or of value ÷ target in millionths. */
  | { is: 'steps'; of: 'value' | 'completion'; steps: readonly { from: number; share: number }[]; below: number }
  /** The points of a hundred, as a share of the weight. */
  | { is: 'hundred' }

export type Item = {
  code: string
  title: string
  /** Where the scheme says so. */
  article: string
  weight: number
  unit: string
  source: Source
  /** Set for each subject, or the same for all; items scored without one have none. */
  target: { is: 'each' } | { is: 'all'; value: number } | null
  scoring: Scoring
  line: number
  column: number
}
/** Beside the hundred: points for each on top or taken off, together at most so many. */
export type Extra = {
  code: string
  title: string
  article: string
  sign: 1 | -1
  each: number
  cap: number
  unit: string
  source: Source
}
/** From so many on the subject is put into that grade at best, whatever its points. */
export type Veto = { code: string; title: string; article: string; from: number; grade: string; unit: string; source: Source }
/** From the best down; `atMost` is a share of the group's subjects, rounded down. */
export type Grade = { title: string; from: number; atMost: number | null }

export type Group = {
  code: string
  title: string
  kind: SubjectKind
  items: readonly Item[]
  extras: readonly Extra[]
  vetoes: readonly Veto[]
  grades: readonly Grade[]
}

/** The reward fund among the subjects of the groups named whose grade is one of `grades`; exact to the 分. */
export type AwardRule = {
  groups: readonly string[]
  grades: readonly string[]
  /** Fixed sums by place; or the whole pot in proportion to the points; or in equal parts. */
  way: { is: 'places'; amounts: readonly number[] } | { is: 'points' } | { is: 'equal' }
  /** For one subject, 分; what a cap cuts off goes to the others in proportion. */
  cap: number | null
  use: string
}

export const missings = { pending: '待补', zero: '计零分' } as const
export const exempts = { spread: '权重分摊', full: '计满分' } as const

export type Scheme = {
  code: string
  title: string
  basis: string
  since: string
  until: string | null
  terms: readonly Term[]
  /** Digits after the point of every score; rounded half up, item by item, so that what is shown adds up. */
  decimals: number
  /** What is not told by the data. */
  missing: keyof typeof missings
  /** What does not concern a subject. */
  exempt: keyof typeof exempts
  groups: readonly Group[]
  award: AwardRule | null
  examples: readonly Example[]
}

/** A worked example of the file: the data of a whole group, and what must come of it. */
export type Example = {
  title: string
  group: string
  line: number
  column: number
  subjects: readonly {
    name: string
    data: SubjectData
    score: number | null
    place: number | null
    grade: string | null
    award: number | null
  }[]
  pot: number | null
}

/** A value with where it was read, told to whoever opens the score. */
export type Value = { value: number | null; source: string; missing: string | null }
/** By code of item, extra or veto. */
export type SubjectData = {
  values: Readonly<Record<string, Value>>
  targets: Readonly<Record<string, number>>
  /** Points of 0 to 100, one an expert. */
  experts: Readonly<Record<string, readonly number[]>>
  /** Items that do not concern the subject, with the reason. */
  exempt: Readonly<Record<string, string>>
}
export type Subject = { id: string; name: string; data: SubjectData }
