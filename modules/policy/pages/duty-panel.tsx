/** Questions that wait for my answer, for the page of what is mine to do; for the office also those others are late with. */
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { query } from '#web/client.ts'
import { Mark } from '#web/ui/figure/light.tsx'
import { Panel } from '#web/ui/frame/page.tsx'
import { Left } from './question/left.tsx'
import { lead } from './words.ts'
import './policy.css'

/** So many are listed. */
const few = 8

/** Nothing where nothing waits. */
export function PolicyQuestionPanel() {
  const found = useQuery(query('policy/questionDuties', {})).data
  if (!found || found.length === 0) return null
  return (
    <Panel title={`政策咨询（${found.length}）`} flush actions={<Link to="/office/policy-questions?state=mine">查看全部</Link>}>
      <ul className="policy-duties">
        {found.slice(0, few).map((one) => (
          <li key={one.id}>
            <Mark tone={one.mine ? 'active' : 'quiet'}>{one.mine ? '待答复' : (one.holderName ?? lead)}</Mark>
            <Link to={`/office/policy-questions?state=all&words=${one.number}`} className="policy-question">
              {one.text}
            </Link>
            <Left of={one} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}
