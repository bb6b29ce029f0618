/** A published table as an Excel sheet: figures as they are in yuan and persons, hidden ones as a mark. */
import { metaOf } from '#platform/fields.ts'
import { sheetBuffer } from '#platform/sheet.ts'
import { hiddenMark, hiddenNote, type PublishedCell, returnCells, type StatTable, splits } from './model.ts'

export function tableSheet({ title, cell, rows, columns, cells, publishedOn, publishedBy }: StatTable): Promise<Buffer> {
  const lines = [...new Set(cells.map(({ row }) => row))]
  const across = [...new Set(cells.map(({ column }) => column))]
  const at = (row: string | null, column: string | null) => cells.find((one) => one.row === row && one.column === column)
  const shown = (found: PublishedCell | undefined, of: 'amount' | 'enterprises') => found?.[of] ?? hiddenMark
  const { unit } = metaOf(returnCells[cell])
  const notes = [`公布日期：${publishedOn}；公布人：${publishedBy}；单位：${unit}`]
  if (cells.some(({ hidden }) => hidden)) notes.push(hiddenNote)
  return sheetBuffer<string | null>({
    title,
    note: notes.join('\n'),
    rows: lines,
    columns: [
      { heading: splits[rows], width: 26, value: (row) => row ?? '合计' },
      ...across.flatMap((column) => {
        const of = columns ? `${column ?? '合计'}：` : ''
        const value = (kind: 'amount' | 'enterprises') => (row: string | null) => shown(at(row, column), kind)
        return [
          { heading: `${of}企业数（家）`, width: 16, value: value('enterprises'), format: 'integer' as const },
          {
            heading: `${of}金额`.replace('金额', unit === '人' ? '人数（人）' : `金额（${unit}）`),
            width: 20,
            value: value('amount'),
            format: 'number' as const,
          },
        ]
      }),
    ],
  })
}
