/** Published figures for the public: a month at a time, with what each means, and every restatement with its reason. */
import { percent } from '#engines/indicator/figure/formula.ts'
import type { Out } from '../facts.ts'
import { dayInWords, monthInWords } from '../frame/words.ts'

type Props = { of: Out; meanings: Map<string, string> }

export function Published({ of: { months, month, rows }, meanings }: Props) {
  return (
    <article className="wide narrow">
      <header>
        <h1>数据公布</h1>
        <p className="intro">数据由各类台账按公布的口径计算，公布后如有更正，注明原因。企业单户数据不予公开。</p>
      </header>
      {month === null && <p className="quiet">目前没有公布的数据。</p>}
      {month !== null && (
        <>
          <form className="ask" method="get" action="/figures">
            <label>
              <span>报告期</span>
              <select name="month" defaultValue={month}>
                {months.toReversed().map((each) => (
                  <option key={each} value={each}>
                    {monthInWords(each)}
                  </option>
                ))}
              </select>
            </label>
            <button type="submit">查看</button>
          </form>
          <table className="table stacked">
            <caption>{monthInWords(month)}</caption>
            <thead>
              <tr>
                <th scope="col">指标</th>
                <th scope="col">数值</th>
                <th scope="col">公布</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ code, name, unit, decimals, figure, reason, restatement, publishedOn, earlier }) => (
                <tr key={code} id={code}>
                  <th scope="row">
                    {name}
                    <small>{meanings.get(code)}</small>
                  </th>
                  <td data-label="数值" className="number">
                    {figureInWords(figure.value, unit, decimals)}
                    {figure.month !== null && figure.month !== month && <small>截至 {monthInWords(figure.month)}</small>}
                    {figure.value === null && <small>{figure.missing}</small>}
                  </td>
                  <td className="day" data-label="公布">
                    {dayInWords(publishedOn)}
                    {restatement > 0 && (
                      <small>
                        第 {restatement} 次更正：{reason}。更正前为
                        {earlier.map((told) => figureInWords(told.figure.value, unit, decimals)).join('、')}
                      </small>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </article>
  )
}

const figureInWords = (value: number | null, unit: string, decimals: number): string => {
  if (value === null) return '—'
  if (unit === '%') return percent(value, decimals)
  return `${value.toLocaleString('zh-CN', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })} ${unit}`
}
