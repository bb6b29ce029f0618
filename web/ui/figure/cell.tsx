/** What a unit did about a month, as one character in a tinted box: the matrix, the strips and the heat map speak the same signs. */
import { type Cell, cells } from '#modules/work/model.ts'
import './cell.css'

const signs: Record<Cell, string> = {
  accepted: '采',
  submitted: '报',
  returned: '退',
  draft: '稿',
  due: '待',
  late: '逾',
  none: '·',
}

/** `is` null: the month has not come yet. Small, what is in order keeps silent, so that the rest is seen. */
export const CellMark = ({ is, small }: { is: Cell | null; small?: boolean }) => (
  <span className={`cell cell-${is ?? 'future'}${small ? ' small' : ''}`} aria-hidden="true">
    {is && !(small && is === 'accepted') && signs[is]}
  </span>
)

export const cellWord = (is: Cell | null): string => (is ? cells[is] : '未到月份')

const explained: Cell[] = ['accepted', 'submitted', 'returned', 'draft', 'due', 'late']
export const CellLegend = () => (
  <ul className="cell-legend" aria-label="图例">
    {explained.map((is) => (
      <li key={is}>
        <CellMark is={is} /> {cells[is]}
      </li>
    ))}
  </ul>
)
