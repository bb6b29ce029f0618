/** What an imported report may be: the rules of filing one by one, told at the cell they are about. */
import { openFindings } from '#engines/filing/checks.ts'
import { prefill } from '#engines/filing/prefill.ts'
import { lastDayOf } from '#engines/indicator/months.ts'
import { monthInWords } from '#engines/progress/wording.ts'
import type { Area } from '#modules/enterprise/import/rules.ts'
import type { Fault, Values as Given } from '#modules/intake/importer.ts'
import { overMonth, type Rule, ruleOf } from '../clock.ts'
import { filingFlow } from '../flow.ts'
import { typedIn } from '../form.ts'
import { cellNames, findingsIn, type Values, valuesIn } from '../model.ts'
import { absentSentence, type Row, whyNotAsked } from '../queries.ts'
import type { ImportedKey } from './columns.ts'
import { firstMonth, type Known } from './known.ts'

export type Ground = { today: string; rules: Rule[]; area: Area }
/** What a row becomes: the report of its month as it is begun, or as it changes. */
export type Report = {
  /** Begun and not sent yet, or returned. */
  open: Row | null
  place: Pick<Row, 'town' | 'zone' | 'industry' | 'division' | 'direction'>
  values: Values
  explanations: Record<string, string>
  typed: number
}
type Judged = { report: Report } | { faults: Fault[] }

export function judge(given: Given, known: Known | undefined, ground: Ground): Judged {
  const month = given.month as string | undefined
  if (!known) return refused('creditCode', '没有该企业的档案，请先建档后再导入报表')
  if (month === undefined) return { faults: [] }
  const { owner, stretches, reports } = known.row
  const why = whyNoMonth(month, ground) ?? whyNotAsked(owner, month) ?? whyNotNow(month, reports)
  if (why) return refused('month', why)
  const name = given.name as string | null | undefined
  if (name && plain(name) !== plain(owner.name)) return refused('name', `与档案中该信用代码的企业名称“${owner.name}”不一致`)
  const end = lastDayOf(month)
  const place = stretches.find(({ since, until }) => since <= end && (until === null || until > end))
  const { area } = ground
  if (!place || (area && !area.within.includes(place[area.key] ?? '')))
    return refused('creditCode', absentSentence(owner.name, month, area !== null))
  const { town, zone, industry, division, direction } = place
  return checked(given, month, reports, { town, zone, industry, division, direction }, ruleOf(month, ground.rules)!)
}

function checked(given: Given, month: string, reports: Row[], place: Report['place'], rule: Rule): Judged {
  const values = valuesIn(Object.fromEntries(cellNames.map((cell) => [cell, given[cell] ?? null])) as Values) // every cell
  const history = reports
    .filter((row) => isCurrent(row) && row.month < month && row.month >= `${Number(month.slice(0, 4)) - 1}-01`)
    .map((row) => ({ month: row.month, values: valuesIn(row) }))
  const reason = (given.explanation as string | null | undefined)?.trim()
  const asked = findingsIn({ ...values, month, explanations: {} }, rule, history)
  const explanations: Record<string, string> = reason
    ? Object.fromEntries(asked.flatMap(({ cell, kind }) => (kind === 'explain' ? [[cell, reason]] : [])))
    : {}
  const open = openFindings(findingsIn({ ...values, month, explanations }, rule, history))
  if (open.length)
    return { faults: open.map(({ cell, kind, sentence }) => ({ key: cell, problem: sentenceFor(kind, sentence) })) }
  const current = reports.find((row) => row.month === month && isCurrent(row)) ?? null
  const typed = typedIn(values, { current, prefilled: prefill({ month, history }) })
  return { report: { open: openIn(reports, month), place, values, explanations, typed } }
}

const sentenceFor = (kind: 'must' | 'explain', sentence: string) =>
  kind === 'explain' ? sentence.replace(/请说明原因$/, '请在“情况说明”列写明原因') : sentence

const refused = (key: ImportedKey, problem: string): Judged => ({ faults: [{ key, problem }] })

function whyNoMonth(month: string, { today, rules }: Ground): string | null {
  if (month > overMonth(today)) return `${monthInWords(month)}尚未结束，暂不能填报`
  if (month < firstMonth(today)) return `只能导入${monthInWords(firstMonth(today))}以来的报表，更早的请逐份填报`
  return ruleOf(month, rules) ? null : '该报告期尚无监测规则，请由领导小组办公室设定后再填报'
}

function whyNotNow(month: string, reports: Row[]): string | null {
  const begun = openIn(reports, month)
  if (begun?.status === 'submitted') return `${monthInWords(month)}报表当前为“${filingFlow.states.submitted}”，不能再改动`
  if (begun || !reports.some((row) => row.month === month && isCurrent(row))) return null
  return `${monthInWords(month)}报表已审核，如有误请提交更正`
}

const isCurrent = ({ status, knownUntil }: Row) => status === 'accepted' && knownUntil === null
export const openIn = (reports: Row[], month: string): Row | null =>
  reports.find((row) => row.month === month && row.status !== 'accepted') ?? null

/** Names are written with brackets of either width, and with spaces. */
const plain = (name: string) => name.normalize('NFKC').replace(/\s/g, '')
