/** The money of a year in public: what each line has, holds and has paid, and who was granted how much by which clause (plan task 3). */
import { potNames } from '#engines/policy/policy.ts'
import { inTenThousands } from '#engines/policy/wording.ts'
import type { publishedFunds } from '#modules/payout/actions/publication.ts'
import { Pager } from '../frame/pager.tsx'
import { dayInWords } from '../frame/words.ts'
import { type Asked, addressOf } from './asked.ts'

type Found = Awaited<ReturnType<typeof publishedFunds>>
type Props = { of: Found; asked: Asked; today: string; size: number }

export const Funds = ({ of, asked, today, size }: Props) => (
  <article className="wide funds">
    <header>
      <h1>资金公开</h1>
      <p className="intro">
        政策资金每年的安排、占用和支付情况，以及公示期满后审定的每一笔资金。公示中的见
        <a href="/publicities">兑现公示</a>。单位：万元。
      </p>
    </header>
    <Years of={of} asked={asked} />
    {of.lines.length === 0 ? <p className="quiet">{of.year} 年度资金尚未安排。</p> : <Balances of={of} today={today} />}
    <Grants {...{ of, asked, today, size }} />
  </article>
)

const Years = ({ of: { year, years }, asked }: Pick<Props, 'of' | 'asked'>) => (
  <search>
    <form className="ask" method="get" action="/funds">
      <label>
        <span>年度</span>
        <select name="year" defaultValue={year}>
          {[...new Set([year, ...years])].sort().map((one) => (
            <option key={one} value={one}>
              {one} 年
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>资金</span>
        <select name="line" defaultValue={asked.line ?? ''}>
          <option value="">全部</option>
          {Object.entries(potNames).map(([line, name]) => (
            <option key={line} value={line}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">查询</button>
    </form>
  </search>
)

const sums = { amount: '安排', reserved: '已预留', committed: '已承诺', paid: '已支付', free: '可用' } as const
type Sum = keyof typeof sums

function Balances({ of: { year, lines }, today }: Pick<Props, 'of' | 'today'>) {
  const total = (of: Sum) => lines.reduce((sum, line) => sum + line[of], 0)
  const row = (name: string, figure: (of: Sum) => number) => (
    <tr key={name}>
      <th scope="row">{name}</th>
      {(Object.keys(sums) as Sum[]).map((of) => (
        <td key={of}>{inTenThousands(figure(of))}</td>
      ))}
    </tr>
  )
  return (
    <Scrolling title={`${year} 年度资金`}>
      <table className="table figures">
        <caption>
          {year} 年度资金<small>（截至{dayInWords(today)}）</small>
        </caption>
        <thead>
          <tr>
            <th scope="col">资金</th>
            {Object.values(sums).map((word) => (
              <th key={word} scope="col">
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => row(potNames[line.line], (of) => line[of]))}
          {row('合计', total)}
        </tbody>
      </table>
    </Scrolling>
  )
}

function Grants({ of: { year, grants, total }, asked, size }: Props) {
  const input = encodeURIComponent(JSON.stringify({ year, ...(asked.line && { line: asked.line }) }))
  return (
    <section aria-labelledby="grants">
      <h2 id="grants">审定和拨付（{total}）</h2>
      {total === 0 ? (
        <p className="quiet">没有公示期满并审定的资金。</p>
      ) : (
        <>
          <p className="quiet">
            每一笔均已公示。<a href={`/api/payout/publishedFundsSheet?input=${input}`}>下载 Excel 表</a>
          </p>
          <table className="table stacked grants">
            <caption className="hidden">审定和拨付的资金</caption>
            <thead>
              <tr>
                <th scope="col">企业</th>
                <th scope="col">条款</th>
                <th scope="col">申报</th>
                <th scope="col">审定</th>
                <th scope="col">已拨付</th>
                <th scope="col">公示</th>
              </tr>
            </thead>
            <tbody>
              {grants.map((one) => (
                <Grant key={one.id} of={one} />
              ))}
            </tbody>
          </table>
        </>
      )}
      <Pager page={asked.page} total={total} size={size} at={(page) => addressOf(year, asked, page)} />
    </section>
  )
}

const Grant = ({ of }: { of: Found['grants'][number] }) => (
  <tr>
    <th scope="row">{of.name}</th>
    <td data-label="条款">
      {of.title}
      <small>
        {of.article}，{potNames[of.line]}资金
      </small>
    </td>
    <td data-label="申报" className="number">
      {of.asked === null ? '—' : inTenThousands(of.asked)}
    </td>
    <td data-label="审定" className="number">
      {of.granted === null ? '—' : inTenThousands(of.granted)}
      {of.granted !== of.proposed && <small>公示 {inTenThousands(of.proposed)}</small>}
    </td>
    <td data-label="已拨付" className="number">
      {of.paid === 0 ? '待拨付' : inTenThousands(of.paid)}
      {of.paidOn && <small>{dayInWords(of.paidOn)}</small>}
    </td>
    <td data-label="公示">
      <a href={`/publicities/${of.publicity}`}>{of.publicity}</a>
    </td>
  </tr>
)

function Scrolling({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways can be scrolled by keyboard
    <section className="wide-table" aria-label={title} tabIndex={0}>
      {children}
    </section>
  )
}
