/** Statistics for the public: the tables that were published, and each of them with what it may show. */
import {
  amountShown,
  cellTitles,
  gridOf,
  hiddenMark,
  hiddenNote,
  type PublishedCell,
  type StatTable,
  schemes,
  splits,
  unitShown,
} from '#modules/statistics/model.ts'
import { dayInWords, monthInWords } from '../frame/words.ts'

export const StatisticsPage = ({ tables }: { tables: readonly StatTable[] }) => (
  <article className="wide narrow">
    <header>
      <h1>统计数据</h1>
    </header>
    <p className="body-text">这里公布软件业统计的汇总数。单个企业的数据依法保密，企业少于3家的不予公布。</p>
    {tables.length === 0 ? (
      <p className="quiet">尚未公布统计表。</p>
    ) : (
      <table className="table stacked">
        <thead>
          <tr>
            <th scope="col">表名</th>
            <th scope="col">报告期</th>
            <th scope="col">公布日期</th>
          </tr>
        </thead>
        <tbody>
          {tables.map(({ id, title, month, publishedOn }) => (
            <tr key={id}>
              <th scope="row">
                <a href={`/statistics/${id}`}>{title}</a>
              </th>
              <td className="day" data-label="报告期">
                {monthInWords(month)}
              </td>
              <td className="day" data-label="公布日期">
                {dayInWords(publishedOn)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </article>
)

export function StatTablePage({ of: { id, title, scheme, month, cell, rows, columns, cells, publishedOn } }: { of: StatTable }) {
  const grid = gridOf(cells)
  return (
    <article className="wide totals">
      <nav className="trail" aria-label="所在位置">
        <a href="/">首页</a>
        <a href="/statistics">统计数据</a>
      </nav>
      <header>
        <h1>{title}</h1>
      </header>
      <p className="quiet">
        {schemes[scheme]}，{monthInWords(month)}，{cellTitles[cell]}，单位：{unitShown(cell)}
        {columns && '，括号内为企业数'}。{dayInWords(publishedOn)}公布。
        <a href={`/api/statistics/sheet?input=${encodeURIComponent(JSON.stringify({ id }))}`}>下载 Excel 表</a>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways can be scrolled by keyboard */}
      <section className="wide-table" aria-label={title} tabIndex={0}>
        <table className="table figures">
          <thead>
            <tr>
              <th scope="col">{splits[rows]}</th>
              {(columns ? grid.columns.map((column) => column ?? '合计') : ['企业数（家）', cellTitles[cell]]).map((word) => (
                <th key={word} scope="col">
                  {word}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {grid.rows.map((row) => (
              <tr key={row}>
                <th scope="row">{row ?? '合计'}</th>
                {columns ? (
                  grid.columns.map((column) => <td key={column}>{crossing(cell, grid.at(row, column))}</td>)
                ) : (
                  <>
                    <td>{grid.at(row, null)?.enterprises ?? hiddenMark}</td>
                    <td>{amountShown(cell, grid.at(row, null)?.amount)}</td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {cells.some(({ amount }) => amount === null) && <p className="quiet">{hiddenNote}</p>}
    </article>
  )
}

function crossing(cell: StatTable['cell'], of: PublishedCell | undefined): string {
  if (!of || of.enterprises === 0) return '—'
  return of.enterprises === null ? hiddenMark : `${amountShown(cell, of.amount)}（${of.enterprises}）`
}
