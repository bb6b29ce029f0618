/** How complete the reports of the last month are: who has reported, and how long there is left. */
import { Link } from 'react-router'
import { standings } from '#modules/filing/model.ts'
import { dated } from '#web/ui/figure/number.ts'
import { EmptyState } from '#web/ui/frame/states.tsx'
import type { Overview } from './overview.ts'
import './completeness.css'

const order = ['accepted', 'submitted', 'returned', 'draft', 'none'] as const

export function Completeness({ of: { filing } }: { of: Overview }) {
  const { total, month, dueOn, workdaysLeft, late } = filing
  const asked = order.reduce((sum, standing) => sum + total[standing], 0)
  if (asked === 0) return <EmptyState title="没有应报企业" />
  const reported = total.accepted + total.submitted
  return (
    <Link className="completeness" to={`/office/filings?month=${month}`}>
      <span className="completeness-figure">
        <b className="number">{((reported / asked) * 100).toFixed(1)}%</b>
        <span className="quiet number">
          已报 {reported.toLocaleString('zh-CN')} / {asked.toLocaleString('zh-CN')} 家
        </span>
        {dueOn && (
          <span className={late && reported < asked ? 'completeness-late' : 'quiet'}>
            {late ? `${dated(dueOn)}已截止` : `${dated(dueOn)}截止，还有 ${workdaysLeft} 个工作日`}
          </span>
        )}
      </span>
      <span className="completeness-bar">
        {order.map((standing) => (
          <span key={standing} className={standing} style={{ flexGrow: total[standing] }} />
        ))}
      </span>
      <span className="completeness-parts">
        {order.map((standing) => (
          <span key={standing}>
            <i className={standing} />
            {standings[standing]} <b className="number">{total[standing].toLocaleString('zh-CN')}</b>
          </span>
        ))}
      </span>
    </Link>
  )
}
