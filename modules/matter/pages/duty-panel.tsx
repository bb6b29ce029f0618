/** What waits in supervision, for the home page: what is to be judged, notices to sign and to reply to, matters in hand. */
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { query } from '#web/client.ts'
import { useFrame, useMe } from '#web/session.tsx'
import { Clock } from '#web/ui/figure/clock.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { Panel } from '#web/ui/frame/page.tsx'
import { ItemList } from './desk-lists.tsx'
import { TimeLeft } from './time-left.tsx'
import './matter.css'

/** So many are listed. */
const few = 6

/** Nothing where nothing waits. */
export function MatterDutyPanel() {
  const { role } = useMe()
  const today = useFrame()?.today
  const found = useQuery(query('matter/duties', {})).data
  if (!found) return null
  const { waiting, notices, mine, red } = found
  const judges = role === 'office' || role === 'leader'
  const count = waiting.length + notices.length + mine.length
  if (count === 0 && !(judges && red.length)) return null
  return (
    <>
      {(notices.length > 0 || mine.length > 0) && (
        <Panel
          title={`督办（${notices.length + mine.length}）`}
          flush
          actions={<Link to="/office/matters?mine=1">查看全部</Link>}
        >
          <ul className="matter-desk">
            {notices.map(({ matter, number, title, signed, dueOn, left }) => (
              <li key={number}>
                <Link to={`/office/matters/${matter}`} className="matter-desk-title">
                  {number}　关于{title}的督办通知
                </Link>
                <span className="row">
                  <Mark tone="warn">{signed ? '请回复' : '请签收'}</Mark>
                  <Clock left={left} dueOn={dueOn} today={today} />
                </span>
              </li>
            ))}
            {mine.slice(0, few).map((line) => (
              <li key={line.id}>
                <Link to={`/office/matters/${line.id}`} className="matter-desk-title">
                  {line.title}
                </Link>
                <span className="row">
                  <TimeLeft of={line} />
                  <span className="quiet matter-small number">{line.number}</span>
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {waiting.length > 0 && (
        <Panel title={`督办待审定（${waiting.length}）`} flush actions={<Link to="/office/desk">督办速览</Link>}>
          <ItemList of={waiting.slice(0, few)} />
        </Panel>
      )}
      {judges && red.length > 0 && (
        <Panel title={`逾期事项（${red.length}）`} flush actions={<Link to="/office/matters?late=1">查看全部</Link>}>
          <ItemList of={red.slice(0, few)} />
        </Panel>
      )}
    </>
  )
}
