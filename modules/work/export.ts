/** The task breakdown (任务分解表) as an Excel sheet and as an official document, from plain rows. */
import { sheetBuffer } from '#platform/sheet.ts'
import { type Cell, dateInWords, officialDocument, type TableContent, table } from '#platform/word.ts'
import { type LightName, lights } from './model.ts'

/** One milestone of a task; a task or measure without any has one row with nulls. */
export type BreakdownRow = {
  group: string | null
  taskNumber: string | null
  taskTitle: string
  lead: string
  partners: string[]
  measure: string | null
  milestone: string | null
  dueOn: string | null
  owner: string | null
  /** How the milestone stands, in words. */
  status: string | null
  /** The light of the task. */
  light: LightName
}

export type Breakdown = { planTitle: string; asOf: string; demo: boolean; rows: BreakdownRow[] }

const titleOf = ({ planTitle }: Breakdown) => `${planTitle}重点任务分解表`

/** A row for every milestone and every cell filled, so that it can be filtered and sorted. */
export const breakdownSheet = (of: Breakdown): Promise<Buffer> =>
  sheetBuffer<BreakdownRow>({
    title: titleOf(of),
    note: `截至${dateInWords(of.asOf)}${of.demo ? '；演示数据，仅供演示，不作为工作依据' : ''}`,
    rows: of.rows,
    columns: [
      { heading: '任务类别', width: 20, value: ({ group }) => group },
      { heading: '序号', width: 7, value: ({ taskNumber }) => taskNumber },
      { heading: '重点任务', width: 30, value: ({ taskTitle }) => taskTitle },
      { heading: '牵头单位', width: 16, value: ({ lead }) => lead },
      { heading: '配合单位', width: 24, value: ({ partners }) => partners.join('、') || null },
      { heading: '工作举措', width: 30, value: ({ measure }) => measure },
      { heading: '节点', width: 32, value: ({ milestone }) => milestone },
      { heading: '完成期限', width: 13, value: ({ dueOn }) => dueOn, format: 'day' },
      { heading: '责任单位', width: 16, value: ({ owner }) => owner },
      { heading: '完成情况', width: 14, value: ({ status }) => status },
      { heading: '灯色', width: 9, value: ({ light }) => lights[light] },
    ],
  })

/** A landscape table; what holds for a whole task or measure is said once. */
export const breakdownDocument = (of: Breakdown): Promise<Buffer> =>
  officialDocument({
    title: titleOf(of),
    subtitle: `（${of.demo ? '演示数据，' : ''}截至${dateInWords(of.asOf)}）`,
    landscape: true,
    body: [table({ headings, rows: rowsOf(of.rows) })],
  })

const headings: TableContent['headings'] = [
  { text: '序号', width: 5.5, align: 'center' },
  { text: '重点任务', width: 11.5 },
  { text: '责任分工', width: 12.5 },
  { text: '工作举措', width: 12.5 },
  { text: '节点', width: 16.5 },
  { text: '完成期限', width: 15, align: 'center' },
  { text: '责任单位', width: 11.5, align: 'center' },
  { text: '完成情况', width: 8.5, align: 'center' },
  { text: '灯色', width: 7, align: 'center' },
]

/** Dark enough to be read in print; the word says it without the colour. */
const colours: Record<LightName, string> = { green: '1E7B34', yellow: '8A5A00', red: 'C00000', grey: '595959', blue: '1F4E9E' }

function rowsOf(rows: BreakdownRow[]): Cell[][] {
  return rows.flatMap((row, at) => {
    const { taskNumber, taskTitle, group, measure, milestone, dueOn, owner, status, light } = row
    const task = spanOf(rows, at, sameTask)
    const measures = spanOf(rows, at, sameMeasure)
    const cells: Cell[] = [
      over(task, taskNumber ?? ''),
      over(task, taskTitle),
      over(task, dutiesOf(row)),
      over(measures, measure ?? '尚未分解'),
      milestone ?? '',
      dueOn ? dateInWords(dueOn) : '',
      owner ?? '',
      status ?? '',
      over(task, lights[light], colours[light]),
    ]
    const heads = group !== null && group !== rows[at - 1]?.group
    return heads
      ? [[{ text: group, columns: headings.length, align: 'left' }, ...headings.slice(1).map(() => null)], cells]
      : [cells]
  })
}

const over = (rows: number | null, text: string, colour?: string): Cell =>
  rows === null ? null : { text, rows, ...(colour ? { colour } : {}) }

const dutiesOf = ({ lead, partners }: BreakdownRow) =>
  [`牵头：${lead}`, ...(partners.length ? [`配合：${partners.join('、')}`] : [])].join('\n')

const sameTask = (a: BreakdownRow, b: BreakdownRow) =>
  a.group === b.group && a.taskNumber === b.taskNumber && a.taskTitle === b.taskTitle
const sameMeasure = (a: BreakdownRow, b: BreakdownRow) => sameTask(a, b) && a.measure === b.measure

/** How many rows from here on are the same; null where a row above already covers this one. */
function spanOf(rows: BreakdownRow[], at: number, same: (a: BreakdownRow, b: BreakdownRow) => boolean): number | null {
  const row = rows[at]!
  const above = rows[at - 1]
  if (above && same(above, row)) return null
  const end = rows.findIndex((other, index) => index > at && !same(row, other))
  return (end < 0 ? rows.length : end) - at
}
