/** Meetings to come, for the home page; for the office also those that wait for their minutes. */
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { query } from '#web/client.ts'
import { StatusTag } from '#web/ui/figure/light.tsx'
import { moment } from '#web/ui/figure/number.ts'
import { Panel } from '#web/ui/frame/page.tsx'
import { meetingStates } from '../flow.ts'
import { meetingTones } from './words.ts'
import './council.css'

/** Nothing where nothing waits. */
export function MeetingDutyPanel() {
  const found = useQuery(query('council/meetingDuties', {})).data
  if (!found?.length) return null
  return (
    <Panel title={`会议（${found.length}）`} flush actions={<Link to="/office/meetings">查看全部</Link>}>
      <ul className="present">
        {found.map(({ id, title, startsAt, place, status }) => (
          <li key={id}>
            <span className="present-who">
              <span className="sentence">
                <Link to={`/office/meetings/${id}`}>{title}</Link>
              </span>{' '}
              <span className="quiet">
                <span className="number">{moment(startsAt)}</span> {place}
              </span>
            </span>
            <StatusTag of={meetingStates} is={status} tone={meetingTones[status]} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}
