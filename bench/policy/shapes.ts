/** Clauses of every mechanism three times: as data, as a programmer would write them by hand, and as an expression of CEL. */
import { type Bare, people, refused, unknown } from '#engines/policy/bare.ts'
import type { Award, Past } from '#engines/policy/fact.ts'
import { parseFormula } from '#engines/policy/formula/parse.ts'
import type { Clause, Condition, Formula, Mechanism, Policy, Rung } from '#engines/policy/policy.ts'
import { vocabularyOf } from '#engines/policy/vocabulary.ts'
import { declared, type Firm } from './firms.ts'

export type ByHand = (firm: Firm, past: Past, day: string) => Bare
export type Shape = { clause: Clause; byHand: ByHand; cel: string }

const vocabulary = vocabularyOf(declared)
function formula(text: string): Formula {
  const read = parseFormula(text, vocabulary)
  if ('fault' in read) throw new Error(`${text}: ${read.fault}`)
  return read.formula
}

const yuan = 100
const wan = 10_000 * yuan
const from = '2022-03-01'
const since = '2023-01-01'
const until = '2026-12-31'
const code = 'measured'

/** Conditions, in words of the law, of the hand and of CEL: 0 missed, 1 not known, 2 met. */
type Asked = { conditions: readonly Condition[]; byHand: (firm: Firm) => number; refuses: string; unsure: string }

const staffed = (least: number): Asked => ({
  conditions: [
    settled,
    {
      title: '人员规模',
      fact: '从业人员',
      over: null,
      test: { kind: 'range', lower: { value: least, inclusive: true }, upper: null },
    },
  ],
  byHand: ({ registered, statistics, settledOn, staff }) => {
    if (registered === false || statistics === false) return 0
    if ((settledOn !== null && settledOn < from) || (staff !== null && staff < least)) return 0
    return registered === null || statistics === null || settledOn === null || staff === null ? 1 : 2
  },
  refuses: `registered == 0.0 || statistics == 0.0 || (settledOn != "" && settledOn < "${from}") || (staff != -1.0 && staff < ${least}.0)`,
  unsure: 'registered == -1.0 || statistics == -1.0 || settledOn == "" || staff == -1.0',
})

const researching = (percent: number): Asked => ({
  conditions: [
    settled,
    {
      title: '研发占比',
      fact: '研发费用',
      over: '营业收入',
      test: { kind: 'range', lower: { value: percent * 10_000, inclusive: true }, upper: null },
    },
  ],
  byHand: ({ registered, statistics, settledOn, research, revenue }) => {
    if (registered === false || statistics === false || (settledOn !== null && settledOn < from)) return 0
    const shared = research !== null && revenue !== null && revenue > 0
    if (shared && research * 100 < percent * revenue) return 0
    return registered === null || statistics === null || settledOn === null || !shared ? 1 : 2
  },
  refuses: `registered == 0.0 || statistics == 0.0 || (settledOn != "" && settledOn < "${from}") || (research != -1.0 && revenue > 0.0 && research * 100.0 < ${percent}.0 * revenue)`,
  unsure: 'registered == -1.0 || statistics == -1.0 || settledOn == "" || research == -1.0 || revenue <= 0.0',
})

const specialised = (least: number): Asked => ({
  conditions: [
    {
      title: '企业类型',
      anyOf: [
        {
          title: '软件企业',
          when: [],
          all: [
            {
              title: '软件人员',
              fact: '软件从业人员',
              over: null,
              test: { kind: 'range', lower: { value: least, inclusive: true }, upper: null },
            },
          ],
        },
        {
          title: '专精特新企业',
          when: [
            {
              title: '梯度',
              fact: '专精特新梯度',
              over: null,
              test: { kind: 'among', values: ['专精特新中小企业', '专精特新“小巨人”企业'] },
            },
          ],
          all: [
            {
              title: '人员',
              fact: '从业人员',
              over: null,
              test: { kind: 'range', lower: { value: 20, inclusive: true }, upper: null },
            },
          ],
        },
      ],
    },
  ],
  byHand: ({ registered, statistics, developers, grade, staff }) => {
    if (registered === false || statistics === false) return 0
    const first = developers === null ? 1 : developers >= least ? 2 : 0
    const named = grade === null ? 1 : grade === '专精特新中小企业' || grade === '专精特新“小巨人”企业' ? 2 : 0
    const enough = staff === null ? 1 : staff >= 20 ? 2 : 0
    const any = Math.max(first, Math.min(named, enough))
    if (any === 0) return 0
    return registered === null || statistics === null || any === 1 ? 1 : 2
  },
  refuses: `registered == 0.0 || statistics == 0.0 || ((developers != -1.0 && developers < ${least}.0) && ((grade != "" && grade != "专精特新中小企业" && grade != "专精特新“小巨人”企业") || (staff != -1.0 && staff < 20.0)))`,
  unsure: `registered == -1.0 || statistics == -1.0 || !(developers >= ${least}.0 || ((grade == "专精特新中小企业" || grade == "专精特新“小巨人”企业") && staff >= 20.0))`,
})

const yes = (fact: string): Condition => ({ title: fact, fact, over: null, test: { kind: 'is', yes: true } })
const settled: Condition = { title: '落户时间', fact: '落户日期', over: null, test: { kind: 'days', from, until: null } }

/** An amount: as data, by hand (分, NaN not known), in CEL (-1 not known, -2 people). */
type Amount = {
  amount: Mechanism
  byHand: (firm: Firm, before: Past) => number
  cel: string
  more?: Partial<Clause>
  limit?: number
}

const rungs = (n: number): Rung[] =>
  [5000, 10_000, 50_000].map((bound, at) => ({
    title: `${bound} 万元以上`,
    lower: { value: bound * wan, inclusive: true },
    values: null,
    amount: (10 + at * 20 + n) * wan,
  }))
const rungByHand = (n: number) => (revenue: number) =>
  revenue >= 50_000 * wan ? (50 + n) * wan : revenue >= 10_000 * wan ? (30 + n) * wan : revenue >= 5000 * wan ? (10 + n) * wan : 0
const rungInCel = (n: number) =>
  [50_000, 10_000, 5000].reduceRight(
    (below, bound, at) => `revenue >= ${bound * wan}.0 ? ${(50 - at * 20 + n) * wan}.0 : ${below}`,
    '0.0',
  )
const total = (past: Past) => past.reduce((sum, { amount }) => sum + amount, 0)
const known = (value: number | null) => (value === null ? Number.NaN : value)
const eachDeveloper = (rate: number) => ({ is: 'unit', each: rate * yuan, unit: '人', count: formula('软件从业人员') }) as const
const halfRent = { is: 'rate', base: formula('当年实付租金'), rate: 500_000 } as const

const amounts: ((n: number) => Amount)[] = [
  (n) => ({
    amount: { is: 'flat', amount: (10 + n) * wan },
    byHand: () => (10 + n) * wan,
    cel: `${(10 + n) * wan}.0`,
    more: { frequency: 'once' },
  }),
  (n) => ({
    amount: { is: 'rate', base: formula('研发费用'), rate: (5 + n) * 10_000 },
    byHand: ({ research }) => (known(research) * (5 + n)) / 100,
    cel: `research == -1.0 ? -1.0 : research * ${5 + n}.0 / 100.0`,
    limit: (100 + n) * wan,
  }),
  (n) => ({
    amount: { is: 'unit', each: (4000 + n) * yuan, unit: '人', count: formula('软件从业人员') },
    byHand: ({ developers }) => known(developers) * (4000 + n) * yuan,
    cel: `developers == -1.0 ? -1.0 : developers * ${(4000 + n) * yuan}.0`,
    limit: 50 * wan,
  }),
  (n) => ({
    amount: { is: 'formula', formula: formula(`超过(营业收入, ${2000 + n}万元) × 1%`) },
    byHand: ({ revenue }) => Math.max(0, known(revenue) - (2000 + n) * wan) / 100,
    cel: `revenue == -1.0 ? -1.0 : revenue <= ${(2000 + n) * wan}.0 ? 0.0 : (revenue - ${(2000 + n) * wan}.0) / 100.0`,
    limit: 500 * wan,
  }),
  (n) => ({
    amount: { is: 'tier', fact: '营业收入', rungs: rungs(n) },
    byHand: ({ revenue }) => (revenue === null ? Number.NaN : rungByHand(n)(revenue)),
    cel: `revenue == -1.0 ? -1.0 : ${rungInCel(n)}`,
  }),
  (n) => ({
    amount: { is: 'ladder', fact: '营业收入', rungs: rungs(n) },
    byHand: ({ revenue }, before) => (revenue === null ? Number.NaN : Math.max(0, rungByHand(n)(revenue) - total(before))),
    cel: `revenue == -1.0 ? -1.0 : ${rungInCel(n)}`,
  }),
  (n) => ({
    amount: {
      is: 'area-rent',
      areas: [formula('软件从业人员 × 10㎡'), formula('租用面积'), formula(`${1000 + n * 100}㎡`)],
      prices: [
        {
          title: '50 人以上',
          when: [
            {
              title: '软件人员',
              fact: '软件从业人员',
              over: null,
              test: { kind: 'range', lower: { value: 50, inclusive: true }, upper: null },
            },
          ],
          price: 30 * yuan,
        },
        { title: '其他', when: [], price: 20 * yuan },
      ],
      months: formula('当年租赁月数'),
      ceiling: formula('当年实付租金'),
    },
    byHand: ({ developers, leased, months, rentPaid }) => {
      const area = Math.min(known(developers) * 1000, known(leased), 100_000 + n * 10_000)
      return Math.min((area * known(months) * (developers! >= 50 ? 3000 : 2000)) / 100, known(rentPaid))
    },
    cel: `developers == -1.0 || leased == -1.0 || months == -1.0 || rentPaid == -1.0 ? -1.0 : least(least(least(developers * 1000.0, leased), ${100_000 + n * 10_000}.0) * months * (developers >= 50.0 ? 3000.0 : 2000.0) / 100.0, rentPaid)`,
    limit: 80 * wan,
    more: { frequency: 'yearly', times: 3 },
  }),
  (n) => ({
    amount: { is: 'yearly', year: '租赁年次', rates: [1_000_000, 500_000, (50 - n) * 10_000], base: formula('当年实付租金') },
    byHand: ({ leaseYear, rentPaid }) => {
      if (leaseYear !== null && (leaseYear < 1 || leaseYear > 3)) return 0
      if (leaseYear === null || rentPaid === null) return Number.NaN
      return leaseYear === 1 ? rentPaid : leaseYear === 2 ? rentPaid / 2 : (rentPaid * (50 - n)) / 100
    },
    cel: `leaseYear == -1.0 ? -1.0 : leaseYear > 3.0 ? 0.0 : rentPaid == -1.0 ? -1.0 : leaseYear == 1.0 ? rentPaid : leaseYear == 2.0 ? rentPaid / 2.0 : rentPaid * ${50 - n}.0 / 100.0`,
    limit: 60 * wan,
    more: { frequency: 'yearly' },
  }),
  (n) => ({
    amount: {
      is: 'stages',
      stages: [
        { title: '完成股改', fact: '完成股改', amount: (5 + n) * wan },
        { title: '申报受理', fact: '上市申报获受理', amount: 30 * wan },
      ],
    },
    byHand: ({ reformed, filed }, before) => {
      const open = !before.some(({ milestone }) => milestone === '完成股改')
      if ((open && reformed === null) || filed === null) return Number.NaN
      return (open && reformed ? (5 + n) * wan : 0) + (filed ? 30 * wan : 0)
    },
    cel: `reformed == -1.0 || filed == -1.0 ? -1.0 : (reformed == 1.0 ? ${(5 + n) * wan}.0 : 0.0) + (filed == 1.0 ? ${30 * wan}.0 : 0.0)`,
    more: { frequency: 'once' },
  }),
  (n) => ({
    amount: { is: 'matching', upper: '上级奖励', rate: (10 + n) * 10_000 },
    byHand: ({ upper }) => (known(upper) * (10 + n)) / 100,
    cel: `upper == -1.0 ? -1.0 : upper * ${10 + n}.0 / 100.0`,
  }),
  (n) => ({
    amount: { is: 'ranking', rank: '评价名次', prizes: [50, 40, 30, 20, 10 + n].map((prize) => prize * wan) },
    byHand: ({ rank }) => (rank === null ? Number.NaN : rank < 1 || rank > 5 ? 0 : (rank === 5 ? 10 + n : 60 - rank * 10) * wan),
    cel: `rank == -1.0 ? -1.0 : rank > 5.0 ? 0.0 : (rank == 5.0 ? ${10 + n}.0 : 60.0 - rank * 10.0) * ${wan}.0`,
    more: { frequency: 'yearly' },
  }),
  (n) => ({
    amount: { is: 'voucher', face: eachDeveloper(300 + n), redeemer: '云服务商' },
    byHand: ({ developers }) => known(developers) * (300 + n) * yuan,
    cel: `developers == -1.0 ? -1.0 : developers * ${(300 + n) * yuan}.0`,
    limit: 3 * wan,
  }),
  (n) => ({
    amount: {
      is: 'split',
      whole: { is: 'rate', base: formula('营业收入'), rate: (1 + n) * 1000 },
      among: [
        { payee: '引荐机构', share: 200_000 },
        { payee: '被投企业', share: 800_000 },
      ],
    },
    byHand: ({ revenue }) => (known(revenue) * (1 + n)) / 1000,
    cel: `revenue == -1.0 ? -1.0 : revenue * ${1 + n}.0 / 1000.0`,
    limit: 200 * wan,
  }),
  (n) => ({
    amount: { is: 'sum', of: [eachDeveloper(100 + n), { is: 'tier', fact: '营业收入', rungs: rungs(n) }] },
    byHand: ({ developers, revenue }) =>
      known(developers) * (100 + n) * yuan + (revenue === null ? Number.NaN : rungByHand(n)(revenue)),
    cel: `developers == -1.0 || revenue == -1.0 ? -1.0 : developers * ${(100 + n) * yuan}.0 + (${rungInCel(n)})`,
  }),
  (n) => ({
    amount: { is: 'least', of: [halfRent, eachDeveloper(2000 + n)] },
    byHand: ({ developers, rentPaid }) => Math.min(known(rentPaid) / 2, known(developers) * (2000 + n) * yuan),
    cel: `developers == -1.0 || rentPaid == -1.0 ? -1.0 : least(rentPaid / 2.0, developers * ${(2000 + n) * yuan}.0)`,
  }),
  (n) => ({
    amount: { is: 'most', of: [halfRent, { is: 'flat', amount: (5 + n) * wan }] },
    byHand: ({ rentPaid }) => Math.max(known(rentPaid) / 2, (5 + n) * wan),
    cel: `rentPaid == -1.0 ? -1.0 : rentPaid / 2.0 > ${(5 + n) * wan}.0 ? rentPaid / 2.0 : ${(5 + n) * wan}.0`,
    limit: 90 * wan,
  }),
  (n) => ({
    amount: {
      is: 'cases',
      cases: [
        {
          title: '五级',
          when: [{ title: '等级', fact: '认证等级', over: null, test: { kind: 'among', values: ['五级'] } }],
          amount: { is: 'people', atMost: null },
        },
        {
          title: '四级',
          when: [{ title: '等级', fact: '认证等级', over: null, test: { kind: 'among', values: ['四级'] } }],
          amount: { is: 'flat', amount: (30 + n) * wan },
        },
        { title: '其他', when: [], amount: eachDeveloper(500) },
      ],
    },
    byHand: ({ level, developers }) => {
      if (level === null) return Number.NaN
      return level === '五级' ? -1 : level === '四级' ? (30 + n) * wan : known(developers) * 500 * yuan
    },
    cel: `level == "" ? -1.0 : level == "五级" ? -2.0 : level == "四级" ? ${(30 + n) * wan}.0 : developers == -1.0 ? -1.0 : developers * ${500 * yuan}.0`,
  }),
  (n) => ({ amount: { is: 'people', atMost: (100 + n) * wan }, byHand: () => -1, cel: '-2.0' }),
  () => ({ amount: { is: 'pending' }, byHand: () => Number.NaN, cel: '-1.0' }),
]

const asked: ((n: number) => Asked)[] = [(n) => staffed(20 + n * 10), (n) => researching(3 + n), (n) => specialised(30 + n * 10)]

/** The same order of mechanisms again and again, each time with other figures and other conditions. */
export const shapes = (count: number): Shape[] =>
  Array.from({ length: count }, (_, at) => {
    const n = Math.floor(at / amounts.length)
    return shapeOf(`c${at}`, asked[(at + n) % asked.length]!(n), amounts[at % amounts.length]!(n), at % 2 === 0 ? yuan : 1)
  })

function shapeOf(name: string, { conditions, byHand: truthOf, refuses, unsure }: Asked, amount: Amount, to: number): Shape {
  const { limit, more } = amount
  const clause: Clause = {
    code: name,
    title: name,
    article: '第一条',
    plain: null,
    type: '补贴',
    payee: 'firm',
    pot: 'carrier',
    frequency: 'claim',
    channel: 'claim',
    times: null,
    conditions,
    amount: amount.amount,
    caps: limit === undefined ? [] : [{ scope: 'year', amount: limit }],
    rounding: { way: 'down', to },
    materials: [],
    commitments: [],
    examples: [],
    ...more,
  }
  const rounded = `double(int(x / ${to}.0)) * ${to}.0`
  const capped = limit === undefined ? rounded : `least(${rounded}, ${limit}.0)`
  return {
    clause,
    byHand: byHandOf(`${code}/${name}`, clause, truthOf, amount.byHand, limit ?? Number.POSITIVE_INFINITY, to),
    cel: `day < "${since}" || day > "${until}" || ${refuses} ? -1.0 : cel.bind(x, ${amount.cel}, x == 0.0 ? -1.0 : x == -1.0 ? -2.0 : ${unsure} ? (x == -2.0 ? -2.0 : ${capped} == 0.0 ? -1.0 : -2.0) : x == -2.0 ? -3.0 : cel.bind(a, ${capped}, a == 0.0 ? -1.0 : a))`,
  }
}

function byHandOf(
  id: string,
  { frequency, times, amount: { is } }: Clause,
  truthOf: (firm: Firm) => number,
  worthOf: (firm: Firm, before: Past) => number,
  limit: number,
  to: number,
): ByHand {
  const again = frequency === 'once' && is !== 'stages'
  return (firm, past, day) => {
    if (day < since || day > until) return refused
    const before = past.length === 0 ? past : past.filter(({ clause }) => clause === id)
    const year = before.length === 0 ? 0 : Number(day.slice(0, 4))
    if (before.length > 0) {
      if (again || (frequency === 'yearly' && before.some((award) => award.year === year))) return refused
      if (times !== null && yearsOf(before) >= times) return refused
    }
    const truth = truthOf(firm)
    if (truth === 0) return refused
    const worth = worthOf(firm, before)
    if (worth === -1) return truth === 2 ? people : unknown
    if (Number.isNaN(worth)) return unknown
    const left = before.length === 0 ? limit : limit - total(before.filter((award) => award.year === year))
    const amount = Math.min(Math.floor(worth / to) * to, left)
    return amount <= 0 ? refused : truth === 2 ? amount : unknown
  }
}
const yearsOf = (before: readonly Award[]) => new Set(before.map(({ year }) => year)).size

export const policyOf = (clauses: readonly Clause[]): Policy => ({
  code,
  title: '示例措施',
  level: 'other',
  demonstration: true,
  issuer: '示例区人民政府',
  number: null,
  issuedOn: null,
  since,
  until,
  source: '演示数据',
  facts: declared,
  general: [yes('注册地在本区'), yes('统计关系在本区')],
  clauses,
  stacking: [],
})
