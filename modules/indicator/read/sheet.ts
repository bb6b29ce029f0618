/** The rows behind a figure as an Excel sheet, written row by row: what each adds to it or takes away. */
import type { Definition, Read } from '#engines/indicator/definition.ts'
import { sayRead, sides } from '#engines/indicator/figure/say.ts'
import { planInForce } from '#modules/plan/queries.ts'
import type { Ctx } from '#platform/context.ts'
import { sheetBuffer } from '#platform/sheet.ts'
import type { View } from '../figures.ts'
import { ledgers } from '../ledgers.ts'
import { eachRow, type Row, type Within } from './rows.ts'

export async function rowsSheet(ctx: Ctx, of: Definition, view: View, within?: Within): Promise<Buffer> {
  const demo = (await planInForce(ctx))?.demo
  const notes = [`截至 ${view.day}，口径第 ${of.version} 版；只列出您有权查看的记录`, ...(demo ? ['演示数据，仅供演示'] : [])]
  return sheetBuffer<Row & { read: Read }>({
    title: `${of.name}明细`,
    note: notes.join('；'),
    rows: eachRow(ctx, of, view, within),
    columns: [
      { heading: '项目', width: 36, value: ({ read }) => sayRead(takenBy(read)) },
      { heading: '用于', width: 9, value: ({ read }) => sides[read.side] },
      { heading: '加减', width: 7, value: ({ read }) => (read.sign === 1 ? '加' : '减') },
      { heading: '企业', width: 36, value: ({ name }) => name },
      { heading: '记录', width: 36, value: ({ label }) => label },
      { heading: '日期或报告期', width: 15, value: ({ from }) => from },
      { heading: '数值', width: 20, value: ({ amount }) => amount, format: 'number' },
      { heading: '单位', width: 9, value: ({ read }) => takenBy(read).unit },
    ],
  })
}

/** What a read takes, in the words of its ledger. */
export function takenBy({ measure: { ledger: name, take }, window }: Read) {
  const { title, fields } = ledgers.find((ledger) => ledger.name === name)!
  const field = take === null ? null : fields[take]!
  return {
    window,
    take: field?.title ?? null,
    unit: field ? (field.unit ?? '') : '条',
    cumulative: field?.nature === 'flow',
    ledgerTitle: title,
  }
}
