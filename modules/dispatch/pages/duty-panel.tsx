/** Dispatch on the home page: the own unit's sheet that waits, and for the office rounds to gather and to issue. */
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { roundStates } from '#modules/dispatch/flow.ts'
import { query } from '#web/client.ts'
import { useFrame } from '#web/session.tsx'
import { GoTo } from '#web/ui/buttons.tsx'
import { Clock } from '#web/ui/figure/clock.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { Panel } from '#web/ui/frame/page.tsx'
import './dispatch.css'

/** Nothing where nothing waits. */
export function DispatchDutyPanel() {
  const today = useFrame()?.today
  const found = useQuery(query('dispatch/duties', {})).data
  if (!found || found.sheets.length + found.rounds.length === 0) return null
  return (
    <Panel title="调度" flush actions={<Link to="/office/dispatch">查看全部</Link>}>
      <ul className="dispatch-duties">
        {found.sheets.map(({ id, title, left, dueOn, grave }) => (
          <li key={id}>
            <span className="name">
              <Link to={`/office/dispatch/sheets/${id}`}>{title}：确认本单位调度单</Link>
            </span>
            {grave > 0 && <Mark tone="bad">{grave} 项需关注</Mark>}
            <Clock left={left} dueOn={dueOn} today={today} />
            <GoTo inline to={`/office/dispatch/sheets/${id}`}>
              确认
            </GoTo>
          </li>
        ))}
        {found.rounds.map(({ id, title, status, waiting }) => (
          <li key={id}>
            <span className="name">
              <Link to={`/office/dispatch/${id}`}>{title}</Link>
            </span>
            {waiting > 0 && <Mark tone="warn">{waiting} 个单位待确认</Mark>}
            <Mark tone="active">{status === 'closed' ? '待印发通报' : roundStates[status]}</Mark>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
