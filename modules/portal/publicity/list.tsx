/** One list: who is to have how much by which clause, and the form anyone objects with. */
import { money } from '#engines/policy/wording.ts'
import type { publicityList } from '#modules/claim/actions/publicity.ts'
import { publicityStates } from '#modules/claim/flow.ts'
import { Entry, Trouble, type Typed, Words } from '../frame/form.tsx'
import { remaining } from './lists.tsx'

export type Found = Awaited<ReturnType<typeof publicityList>>

type Props = { of: Found; typed: Typed; problem: string | null }
export const List = ({ of, typed, problem }: Props) => (
  <article className="wide publicity">
    <h1>{of.title}</h1>
    <p className="figures">
      <span>{of.number}</span>
      <span>{publicityStates[of.status]}</span>
      <span>
        公示期 {of.since} 至 {of.until}（{of.days} 个工作日）
      </span>
      {of.status === 'open' && <strong>{remaining(of)}</strong>}
    </p>
    <p>
      公示单位：{of.orgName ?? '—'}　监督电话：{of.phone}
    </p>
    <div className="scroll">
      <table className="table">
        <caption className="hidden">公示内容</caption>
        <thead>
          <tr>
            <th scope="col">企业</th>
            <th scope="col">条款</th>
            <th scope="col" className="number">
              申报金额
            </th>
            <th scope="col" className="number">
              拟支持金额
            </th>
          </tr>
        </thead>
        <tbody>
          {of.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                {row.name}
                {row.takenOut && <small>（已撤下，重新审核）</small>}
              </th>
              <td>
                {row.title} <small>{row.article}</small>
              </td>
              <td className="number">{row.asked === null ? '—' : money(row.asked)}</td>
              <td className="number">{money(row.approved)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
    {of.status === 'open' ? (
      <Form of={of} typed={typed} problem={problem} />
    ) : (
      <p>
        公示已办结。如仍有意见，可致电公示单位反映。审定和拨付情况见<a href="/funds">资金公开</a>。
      </p>
    )}
  </article>
)

function Form({ of, typed, problem }: Props) {
  return (
    <section id="object">
      <h2>提出异议</h2>
      <form className="ask upright" method="post" action={`/publicities/${of.number}#object`}>
        <Trouble is={problem} />
        <label className="whole">
          <span>对哪一项</span>
          <select name="item" defaultValue={typed.item ?? ''} required>
            <option value="">请选择</option>
            {of.rows
              .filter(({ takenOut }) => !takenOut)
              .map(({ id, name, title }) => (
                <option key={id} value={id}>
                  {name}　{title}
                </option>
              ))}
          </select>
        </label>
        <Entry name="name" title="姓名或单位" typed={typed} required maxLength={60} autoComplete="name" />
        <Entry name="phone" title="联系电话" typed={typed} required type="tel" maxLength={30} autoComplete="tel" />
        <Words name="text" title="异议内容" typed={typed} rows={4} required maxLength={2000} />
        <p className="quiet whole">姓名和电话只用于核查，不向被公示的企业透露。</p>
        <button type="submit">提交异议</button>
      </form>
    </section>
  )
}
