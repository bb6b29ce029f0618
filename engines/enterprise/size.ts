/**
 * The size of an enterprise of software and information technology services, and whether it is 规模以上, by dated rules.
 *
 * A class asks for headcount and revenue at once, so the lower of the two decides; where one is not known, the other
 * decides only if it is already the lowest.
 */
import { grouped, wan } from './wording.ts'

export const sizes = { large: '大型', medium: '中型', small: '小型', micro: '微型' } as const
export type Size = keyof typeof sizes

type Dated = { since: string; source: string }
/** Least headcount and revenue (yuan) of each class, from the largest. */
type SizeRule = Dated & { classes: [size: Size, headcount: number, revenue: number][] }

/** Newest first. */
export const sizeRules: SizeRule[] = [
  {
    since: '2017-12-28',
    source: '《统计上大中小微型企业划分办法（2017）》（国统字〔2017〕213号）',
    classes: [
      ['large', 300, 100_000_000],
      ['medium', 100, 10_000_000],
      ['small', 10, 500_000],
      ['micro', 0, 0],
    ],
  },
]

/** Least yearly revenue (yuan) of a 规模以上 enterprise of section I, newest first. */
export const scaleRules: (Dated & { revenue: number })[] = [
  { since: '2020-01-01', source: '国家统计局规模以上服务业统计范围', revenue: 20_000_000 },
]

export type SizeState = { size: Size | null; reasons: string[]; source: string | null }

export function sizeOf({ headcount, revenue }: { headcount: number | null; revenue: number | null }, day: string): SizeState {
  const rule = inForce(sizeRules, day)
  if (!rule) return { size: null, reasons: ['当日没有可适用的划型标准'], source: null }
  const reach = (value: number | null, least: 1 | 2) =>
    value === null ? null : rule.classes.findIndex((row) => value >= row[least])
  const byHeadcount = reach(headcount, 1)
  const byRevenue = reach(revenue, 2)
  const line = (title: string, at: number | null, shown: () => string) =>
    at === null ? `缺少${title}，无法对照` : `${title} ${shown()}，达到${sizes[rule.classes[at]![0]]}标准`
  const reasons = [
    line('从业人员', byHeadcount, () => `${grouped(headcount!)} 人`),
    line('营业收入', byRevenue, () => wan(revenue!)),
  ]
  const lowest = rule.classes.length - 1
  const known = [byHeadcount, byRevenue].filter((at) => at !== null)
  const decided = known.length === 2 || known.includes(lowest)
  const size = decided ? rule.classes[Math.max(...known)]![0] : null
  if (size && known.length === 2 && byHeadcount !== byRevenue) reasons.push(`两项须同时达到，划为${sizes[size]}企业`)
  return { size, reasons, source: rule.source }
}

/** Whether the yearly revenue is on or above the line of 规模以上; null where it cannot be told. */
export function aboveScale(
  revenue: number | null,
  day: string,
): { above: boolean | null; sentence: string; source: string | null } {
  const rule = inForce(scaleRules, day)
  if (!rule) return { above: null, sentence: '当日没有可适用的规模以上标准', source: null }
  const { source } = rule
  if (revenue === null) return { above: null, sentence: '缺少年营业收入，无法对照规模以上标准', source }
  const line = wan(rule.revenue)
  if (revenue >= rule.revenue) return { above: true, sentence: `年营业收入 ${wan(revenue)}，达到 ${line}`, source }
  return { above: false, sentence: `年营业收入差 ${wan(rule.revenue - revenue)}（现 ${wan(revenue)}，需达 ${line}）`, source }
}

const inForce = <Rule extends Dated>(rules: Rule[], day: string) => rules.find(({ since }) => since <= day)
