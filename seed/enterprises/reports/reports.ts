/** Every report of every enterprise: its values, its days, and why a cell is as unusual as it is. */
import { checkFiling, type Finding } from '#engines/filing/checks.ts'
import { prefill, typedCells } from '#engines/filing/prefill.ts'
import type { Filing, Values } from '#modules/filing/model.ts'
import { isQuarterEnd } from '#modules/filing/model.ts'
import { months, yearOf } from '../calendar.ts'
import type { Firm } from '../firms/firms.ts'
import { type Course, coursesOf } from '../firms/growth.ts'
import { valuesOf } from '../firms/values.ts'
import { ruleFor } from './rules.ts'
import { type Correction, correctionsOf, type Schedule, scheduleOf } from './schedule.ts'

export type Report = {
  firm: Firm
  month: string
  revision: 1 | 2
  values: Values
  schedule: Schedule
  explanations: Filing['explanations']
  typed: number
  /** Of the second revision. */
  correction: string | null
}

/** Oldest first within each enterprise. */
export function reportsOf(firms: Firm[]): Report[] {
  const courses = coursesOf(firms)
  const corrections = correctionsOf(firms)
  return firms
    .filter(({ frequency }) => frequency !== 'none')
    .flatMap((firm) => ofFirm(firm, courses.get(firm.serial)!, corrections))
}

type Filed = { month: string; values: Values }

function ofFirm(firm: Firm, course: Course, corrections: Map<string, Correction>): Report[] {
  const values = valuesOf(firm, course)
  const filed: Filed[] = []
  return course.flatMap(({ month, windfall }, at): Report[] => {
    const schedule = scheduleOf(firm, month)
    if (!schedule || (firm.frequency === 'quarter' && !isQuarterEnd(month))) return []
    const checked = month >= checkedSince
    const history = checked ? lookedBackUpon(filed, month) : []
    const told = (cells: Values) => (checked ? explained(firm, month, cells, history, windfall) : {})
    const typed = checked ? typedCells(values[at]!, prefill({ month, history: history.slice(-3) })) : 0
    filed.push({ month, values: values[at]! })
    const report = { firm, month, revision: 1 as const, schedule, typed, correction: null }
    const right = { ...report, values: values[at]!, explanations: told(values[at]!) }
    const correction = corrections.get(`${firm.serial} ${month}`)
    if (!correction) return [right]
    const wrong = valuesOf(firm, course.with(at, { ...course[at]!, revenue: Math.round(course[at]!.revenue * 0.8) }))[at]!
    return [
      { ...report, values: wrong, explanations: told(wrong) },
      { ...right, revision: 2, correction: correction.reason, schedule: { ...correction, begunOn: null, returned: null } },
    ]
  })
}

/** The same month last year and the two months before; at the end of a quarter the two quarters before. */
function lookedBackUpon(filed: Filed[], month: string): Filed[] {
  const lastYear = `${yearOf(month) - 1}${month.slice(4)}`
  return [...filed.filter((one) => one.month === lastYear), ...filed.slice(isQuarterEnd(month) ? -6 : -2)]
}

/** What was reported on paper before was taken over as it was. */
const checkedSince = '2022-10'

function explained(firm: Firm, month: string, values: Values, history: Filed[], windfall: boolean): Filing['explanations'] {
  const { swing, least } = ruleFor(month)
  const findings = checkFiling({ month, values, history, reasons: {}, rule: { swing, minimum: least, persons: 5 } })
  return Object.fromEntries(
    findings.filter(({ kind }) => kind === 'explain').map((finding) => [finding.cell, reasonFor(firm, month, finding, windfall)]),
  )
}

function reasonFor({ settledOn, originKind, serial }: Firm, month: string, { cell }: Finding, windfall: boolean): string {
  if (windfall) return '本月集中确认项目验收收入'
  const young = originKind !== 'existing' && yearOf(month) - Number(settledOn.slice(0, 4)) <= 2
  if (young)
    return cell === 'headcount' || cell === 'rndStaff' || cell === 'bachelors'
      ? '落户后团队扩充'
      : '落户后业务逐步开展，上年同期基数较小'
  return (serial + months.indexOf(month)) % 2 ? '项目验收时间与上年不同' : '新签合同陆续交付，收入随之变化'
}
