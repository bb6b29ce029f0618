/** A published table as an Excel sheet: figures as they are in yuan and persons, hidden ones as a mark. */
import { metaOf } from '#platform/fields.ts'
import { sheetBuffer } from '#platform/sheet.ts'
import { gridOf, hiddenMark, hiddenNote, returnCells, type StatTable, splits } from './model.ts'

export function tableSheet({ title, cell, rows, columns, cells, publishedOn }: StatTable): Promise<Buffer> {
  const grid = gridOf(cells)
  const { unit } = metaOf(returnCells[cell])
  const notes = [`公布日期：${publishedOn}；单位：${unit}`]
  if (cells.some(({ hidden }) => hidden)) notes.push(hiddenNote)
  return sheetBuffer<string | null>({
    title,
    note: notes.join('\n'),
    rows: grid.rows,
    columns: [
      { heading: splits[rows], width: 26, value: (row) => row ?? '合计' },
      ...grid.columns.flatMap((column) => {
        const of = columns ? `${column ?? '合计'}：` : ''
        return [
          {
            heading: `${of}企业数（家）`,
            width: 16,
            format: 'integer' as const,
            value: (row: string | null) => grid.at(row, column)?.enterprises ?? hiddenMark,
          },
          {
            heading: `${of}${unit === '人' ? '人数' : '金额'}（${unit}）`,
            width: 20,
            format: 'number' as const,
            value: (row: string | null) => grid.at(row, column)?.amount ?? hiddenMark,
          },
        ]
      }),
    ],
  })
}
