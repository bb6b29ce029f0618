/** Monthly and quarterly reports of enterprises (运行监测): what each earned, spent and employed, cumulative since January. */
import { z } from 'zod'
import { type Cell, cellNames, isQuarterEnd, cells as rules, softwareParts } from '#engines/filing/cells.ts'
import { checkFiling, type Finding, filingRule as usual } from '#engines/filing/checks.ts'
import { amount, count, day, entity, month, oneOf, ref, structure, text, yes, yuan } from '#platform/fields.ts'
import { filingStates } from './flow.ts'

export { type Cell, cellNames, isQuarterEnd }

const usd = (title: string) => yuan(title).meta({ title, unit: '美元', storage: 'money' })
const part = (title: string, cell: Cell) => (softwareParts.some((each) => each === cell) ? `其中：${title}` : title)

/** The cells as fields. Amounts are cumulative since January; persons are those at the end of the month. */
export const cells = Object.fromEntries(
  cellNames.map((cell) => {
    const { title, unit, due } = rules[cell]
    const heading = due === 'free' ? `${title}（选填）` : part(title, cell)
    return [cell, (unit === '人' ? count(heading, unit) : unit === '元' ? yuan(heading) : usd(heading)).nullable()]
  }),
) as Record<Cell, ReturnType<ReturnType<typeof yuan>['nullable']>>
export const cell = z.enum(cellNames as [Cell, ...Cell[]])
/** Asked for at the end of a quarter. */
export const quarterly = cellNames.filter((cell) => rules[cell].due === 'quarter')

const notes = (title: string) => structure(title, z.record(z.string(), z.string().trim().min(1).max(500)))

export const filing = entity('filing', '运行监测报表', {
  enterprise: ref('企业', 'enterprise'),
  month: month('报告期'),
  /** 1, and one more for every correction of what was accepted. */
  revision: count('修订次数', ''),
  status: oneOf('状态', filingStates),
  ...cells,
  /** Why a cell is as unusual as it is, by its name. */
  explanations: notes('情况说明'),
  /** What the checker wants changed, by cell. */
  objections: notes('退回意见'),
  /** Why an accepted report is corrected. */
  correction: text('更正原因', 500).nullable(),
  /** Confirmed as pre-filled, without a key pressed. */
  unchanged: yes('与预填一致'),
  /** Cells typed by hand. */
  typed: count('手工填写项数', '项'),
  submittedOn: day('报送日期').nullable(),
  submittedBy: text('报送人', 40).nullable(),
  decidedOn: day('审核日期').nullable(),
  decidedBy: text('审核人', 40).nullable(),
  /** Where the enterprise was at the end of the month: settles who checks, and which totals it counts in. */
  town: ref('镇街', 'org'),
  zone: ref('园城', 'org').nullable(),
  industry: text('行业', 4),
  division: text('行业大类', 2),
  direction: text('重点方向', 60).nullable(),
  /** The days between which this is the accepted figure; none before it is accepted. */
  knownFrom: day('生效日期').nullable(),
  knownUntil: day('失效日期').nullable(),
})
export const filingRow = filing.extend({ id: z.uuid() })
export type Filing = z.infer<typeof filingRow>
/** The cells of a report on their own. */
export const values = z.object(cells)
export type Values = z.infer<typeof values>
/** The cells of a report without the rest of it. */
export const valuesIn = (report: Values): Values => values.parse(report)

/** An accepted report that others are compared with. */
export const filed = z.object({ month: z.string(), values })
export type Filed = z.infer<typeof filed>
export type Notes = Partial<Record<string, string>>

/** Where the report of an enterprise asked for one stands, from best to worst; `none` where nothing was begun. */
export const standings = {
  accepted: '已审核',
  submitted: '待审核',
  returned: '已退回',
  draft: '填报中',
  none: '未填报',
} as const
export type Standing = keyof typeof standings

/** How reports are to be filed and checked, from a day on. */
export const filingRule = entity('filing_rule', '监测规则', {
  since: day('生效日期'),
  /** The working day of the following month by which a report is due. */
  dueWorkday: count('报送期限', '个工作日'),
  /**
   * A month counts as told once so large a part of the reports accepted for the month before is accepted for it: sums of
   * half a month's reports would be taken for a fall.
   */
  enough: amount('纳入汇总的最低审核比例'),
  /** A change beyond this part of the value before has to be explained. */
  swing: amount('波动幅度'),
  /** Changes below this amount are never asked about. */
  least: yuan('起核金额'),
  /** A file nobody confirmed for so long counts as stale. */
  staleDays: count('档案确认周期', '天'),
  /** Warn so long before a title runs out. */
  renewalDays: count('到期提醒', '天'),
  basis: text('依据', 300),
})

type Checked = Values & { month: string; explanations: Notes }

export type { Finding }
/** What the checks say of a report under the rule of its month: the same in the form, on submission and to who accepts it. */
export const findingsIn = (report: Checked, { swing, least }: Band, history: Filed[]): Finding[] =>
  checkFiling({
    month: report.month,
    values: valuesIn(report),
    reasons: report.explanations,
    history,
    rule: { ...usual, swing, minimum: least },
  })
type Band = Pick<z.infer<typeof filingRule>, 'swing' | 'least'>

export const findingRow = z.object({
  cell,
  kind: z.enum(['must', 'explain']),
  sentence: z.string(),
  /** The explanation given for the cell. */
  reason: z.string().nullable(),
})
