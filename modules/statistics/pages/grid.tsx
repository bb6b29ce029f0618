/** A table of totals to read: rows and columns as they were split, the totals last, hidden figures as a mark. */
import { amountShown, gridOf, hiddenMark, hiddenNote, type PublishedCell, type StatTable, splits, unitShown } from '../model.ts'
import './grid.css'

type Cell = Pick<PublishedCell, 'row' | 'column' | 'enterprises' | 'amount'> & { hidden?: PublishedCell['hidden'] }
type GridOf = Pick<StatTable, 'cell' | 'rows' | 'columns'> & { name: string; cells: readonly Cell[] }

/** Why a figure will be hidden; only its maker sees both, figure and reason. */
const reasons = { 'fewer-than-three': '企业少于 3 家', 'protects-another': '可据以推算其他企业' } as const

export function Grid({ name, cell, rows, columns, cells }: GridOf) {
  const grid = gridOf(cells)
  const hides = cells.some(({ hidden, amount }) => hidden || amount === null)
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways can be scrolled by keyboard */}
      <section className="grid-frame" aria-label={name} tabIndex={0}>
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">{splits[rows]}</th>
              {columns
                ? grid.columns.map((column) => (
                    <th key={column} scope="col" className="grid-number">
                      {column ?? '合计'}
                    </th>
                  ))
                : ['企业数（家）', unitShown(cell)].map((word) => (
                    <th key={word} scope="col" className="grid-number">
                      {word}
                    </th>
                  ))}
            </tr>
          </thead>
          <tbody>
            {grid.rows.map((row) => (
              <tr key={row} className={row === null ? 'grid-total' : undefined}>
                <th scope="row">{row ?? '合计'}</th>
                {columns ? (
                  grid.columns.map((column) => <Crossing key={column} cell={cell} of={grid.at(row, column)} />)
                ) : (
                  <Line cell={cell} of={grid.at(row, null)} />
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="quiet grid-note">
        单位：{unitShown(cell)}
        {columns && '，括号内为企业数'}。{hides && hiddenNote}
      </p>
    </>
  )
}

type In = { cell: GridOf['cell']; of: Cell | undefined }

const Line = ({ cell, of }: In) => (
  <>
    <td className="grid-number">{of?.enterprises ?? hiddenMark}</td>
    <td className={of?.hidden ? 'grid-number grid-hidden' : 'grid-number'}>
      {amountShown(cell, of?.amount)}
      <Reason of={of} />
    </td>
  </>
)

const Crossing = ({ cell, of }: In) => (
  <td className={of?.hidden ? 'grid-number grid-hidden' : 'grid-number'}>
    {of?.enterprises === 0 ? <span className="quiet">—</span> : amountShown(cell, of?.amount)}
    {!!of?.enterprises && <small className="quiet">（{of.enterprises}）</small>}
    <Reason of={of} />
  </td>
)

const Reason = ({ of }: Pick<In, 'of'>) => of?.hidden && <small className="grid-reason">隐去：{reasons[of.hidden]}</small>
