/** Firms of the measure, drawn by a multiplication so that every run has the same; about one figure in twenty is not known. */
import type { Award, Fact, Facts, Past } from '#engines/policy/fact.ts'

/** As a programmer would hold them: money in 分, areas in hundredths of ㎡, null where not known. */
export type Firm = {
  registered: boolean | null
  statistics: boolean | null
  settledOn: string | null
  staff: number | null
  developers: number | null
  revenue: number | null
  research: number | null
  leased: number | null
  months: number | null
  rentPaid: number | null
  leaseYear: number | null
  grade: string | null
  upper: number | null
  rank: number | null
  reformed: boolean | null
  filed: boolean | null
  level: string | null
}

export const titles: Record<keyof Firm, string> = {
  registered: '注册地在本区',
  statistics: '统计关系在本区',
  settledOn: '落户日期',
  staff: '从业人员',
  developers: '软件从业人员',
  revenue: '营业收入',
  research: '研发费用',
  leased: '租用面积',
  months: '当年租赁月数',
  rentPaid: '当年实付租金',
  leaseYear: '租赁年次',
  grade: '专精特新梯度',
  upper: '上级奖励',
  rank: '评价名次',
  reformed: '完成股改',
  filed: '上市申报获受理',
  level: '认证等级',
}

const claimed = (title: string, kind: Fact['kind'], unit: string, more: Partial<Fact> = {}): Fact => ({
  title,
  kind,
  unit,
  from: 'claim',
  ...more,
})
/** What the vocabulary of the district does not have. */
export const declared: readonly Fact[] = [
  claimed('软件从业人员', 'count', '人', { partOf: '从业人员' }),
  claimed('上级奖励', 'money', '元'),
  claimed('评价名次', 'count', ''),
  claimed('完成股改', 'yes', '', { words: ['已完成股改', '尚未完成股改'] }),
  claimed('上市申报获受理', 'yes', '', { words: ['上市申报已获受理', '上市申报尚未获受理'] }),
  claimed('认证等级', 'text', '', { values: ['三级', '四级', '五级'] }),
]

const grades = ['未入库', '创新型中小企业', '专精特新中小企业', '专精特新“小巨人”企业']
const levels = ['三级', '四级', '五级']

export function firmOf(number: number): Firm {
  let seed = (number * 2_654_435_761 + 97) % 4_294_967_296
  const next = (below: number) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((seed / 4_294_967_296) * below)
  }
  const known = <T>(value: T): T | null => (next(20) === 0 ? null : value)
  const staff = 5 + next(next(4) === 0 ? 400 : 90)
  const months = 1 + next(12)
  const leased = (50 + next(1800)) * 100 + next(100)
  return {
    registered: known(next(8) > 0),
    statistics: known(next(10) > 0),
    settledOn: known(`202${1 + next(4)}-0${1 + next(9)}-1${next(10)}`),
    staff: known(staff),
    developers: known(Math.floor((staff * (4 + next(7))) / 10)),
    revenue: known(next(next(3) === 0 ? 2_000_000_000 : 9_000_000) * 100 + next(100)),
    research: known(next(40_000_000) * 10),
    leased: known(leased),
    months: known(months),
    rentPaid: known(Math.floor((leased * months * (15 + next(40))) / 100) * 100 + next(100)),
    leaseYear: known(1 + next(5)),
    grade: known(grades[next(4)]!),
    upper: known(next(3) === 0 ? 0 : next(2_000_000) * 100),
    rank: known(1 + next(9)),
    reformed: known(next(2) === 0),
    filed: known(next(4) === 0),
    level: known(levels[next(3)]!),
  }
}

export function factsOf(firm: Firm): Facts {
  const keys = Object.keys(titles) as (keyof Firm)[] // the keys of the record
  return Object.fromEntries(
    keys.map((key, at) => [
      titles[key],
      { value: firm[key], asOf: firm[key] === null ? null : '2024-12-31', source: sources[at % 3]! },
    ]),
  )
}
const sources = ['企业档案', '运行监测报表', '租约台账']

/** What one firm in eight has had before, of clauses drawn from those named. */
export function pastOf(number: number, clauses: readonly string[]): Past {
  if (number % 8 !== 0) return []
  return [0, 1, 2].map(
    (at): Award => ({
      clause: clauses[(number * 7 + at * 13) % clauses.length]!,
      year: 2023 + ((number + at) % 3),
      project: null,
      milestone: at === 0 ? '完成股改' : null,
      amount: ((number % 90) + 1) * 1_000_000,
    }),
  )
}
