/** What can be applied for today, with the days left and the way to apply. */
import { levels } from '#modules/policy/model.ts'
import type { OpenBatch, OpenUpperCall } from './open.ts'

export type Open = { batches: OpenBatch[]; calls: OpenUpperCall[] }

export function OpenNow({ batches, calls }: Open) {
  if (batches.length + calls.length === 0) return null
  return (
    <section className="open-now" aria-labelledby="open-now">
      <h2 id="open-now">正在受理（{batches.length + calls.length}）</h2>
      <ul className="firms">
        {batches.map((batch) => (
          <li key={batch.id}>
            <h3>
              {batch.title}
              <Left of={batch.left} />
            </h3>
            <p className="quiet">
              依据 <a href={`/policies/${batch.policy.code}`}>{batch.policy.title}</a>
              {batch.closesOn ? `，${batch.closesOn} 截止` : '，长期受理'}
            </p>
            <Clauses of={batch} />
          </li>
        ))}
        {calls.map((call) => (
          <li key={call.id}>
            <h3>
              {call.title}
              <Left of={call.left} />
            </h3>
            <p className="quiet">
              {[levels[call.level], call.issuer, call.number, `推荐单位 ${call.orgName}`].filter(Boolean).join(' · ')}
            </p>
            <p className="quiet">
              区内 {call.innerDeadline} 截止，{call.deadline} 申报截止
            </p>
            <p className="ways">
              <a className="press" href="/enterprise/bids">
                登录申报
              </a>
              {call.paper && (
                <a href={`/api/policy/callPaper?input=${encodeURIComponent(JSON.stringify({ id: call.id }))}`}>下载通知</a>
              )}
            </p>
          </li>
        ))}
      </ul>
      <p className="quiet">申报须以企业账号登录；平台已有的数据和材料不必再交。</p>
    </section>
  )
}

export const Clauses = ({ of: { policy, clauses } }: { of: OpenBatch }) => (
  <p className="ways">
    {clauses.map(({ code, title, article }) => (
      <a key={code} className="press" href={applyAt(policy.code, code)}>
        申报：{title}
        <small>（{article}）</small>
      </a>
    ))}
  </p>
)

/** Behind the door of firms; whoever has not signed in comes there after it. */
const applyAt = (policy: string, clause: string) => `/enterprise/claims/new?${new URLSearchParams({ policy, clause })}`

export const Left = ({ of }: { of: number | null }) =>
  of === null ? null : <span className={of <= 7 ? 'mark soon' : 'mark running'}>{of === 0 ? '今天截止' : `还有 ${of} 天`}</span>
