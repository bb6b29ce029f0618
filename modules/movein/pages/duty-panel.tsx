/** What waits in moving in, for the home pages: matters whose turn is mine, and items of checklists. */
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { moveInStates } from '#modules/movein/flow.ts'
import { query } from '#web/client.ts'
import { useFrame } from '#web/session.tsx'
import { Clock } from '#web/ui/figure/clock.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { Panel } from '#web/ui/frame/page.tsx'
import { TimeLeft } from './list.tsx'
import './move-in.css'

/** So many are listed. */
const few = 8

/** Nothing where nothing waits. */
export function MoveInDutyPanel({ own = false }: { own?: boolean }) {
  const today = useFrame()?.today
  const found = useQuery(query('movein/duties', {})).data
  if (!found || found.matters.length + found.items.length === 0) return null
  const { matters, items } = found
  const to = own ? '/enterprise/move-in' : '/office/move-ins?mine=1'
  return (
    <Panel title={`企业入驻（${matters.length + items.length}）`} flush actions={<Link to={to}>查看全部</Link>}>
      <ul className="move-in-list">
        {matters.slice(0, few).map((line) => (
          <li key={line.id}>
            <Mark>{moveInStates[line.status]}</Mark>
            <span className="name">
              <Link to={own ? to : `/office/move-ins/${line.id}`}>{line.name}</Link> <span className="quiet">{line.need}</span>
            </span>
            <TimeLeft of={line} />
          </li>
        ))}
        {items.slice(0, few).map(({ id, moveIn, name, kind, dueOn, left }) => (
          <li key={id}>
            <Mark>{kind}</Mark>
            <span className="name">
              <Link to={`/office/move-ins/${moveIn}`}>{name}</Link>
            </span>
            <Clock left={left} dueOn={dueOn} today={today} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}
