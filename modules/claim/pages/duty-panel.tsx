/** What waits in granting, for the home pages: claims whose turn is mine, objections and appeals to be decided; for a firm what it is asked. */
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { claimStates } from '#modules/claim/flow.ts'
import { query } from '#web/client.ts'
import { useFrame, useMe } from '#web/session.tsx'
import { GoTo } from '#web/ui/buttons.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { Panel } from '#web/ui/frame/page.tsx'
import { TimeLeft } from './list.tsx'
import { money, toneOf } from './words.ts'
import './claim.css'

/** So many are listed. */
const few = 8

/** Parks, towns and the statistician have no part in granting. */
const readers: readonly string[] = ['leader', 'office', 'department']

/** Nothing where nothing waits. */
export function ClaimDutyPanel() {
  const { role } = useMe()
  return readers.includes(role) ? <Duties /> : null
}

function Duties() {
  const today = useFrame()?.today
  const found = useQuery(query('claim/claimDuties', {})).data
  if (!found) return null
  const { claims, objections, appeals } = found
  const total = claims.length + objections.length + appeals.length
  if (!total) return null
  return (
    <Panel title={`政策兑现（${total}）`} flush actions={<Link to="/office/claims?mine=1">查看全部</Link>}>
      <ul className="claim-lines">
        {objections.slice(0, few).map(({ id, number, name, dueOn }) => (
          <li key={id}>
            <Mark tone="warn">公示异议</Mark>
            <span className="name">
              <Link to="/office/objections?state=open">{name}</Link> <span className="quiet">{number}</span>
            </span>
            <Mark tone={today !== undefined && dueOn < today ? 'bad' : 'quiet'}>{dueOn} 前核查</Mark>
          </li>
        ))}
        {appeals.slice(0, few).map(({ claim, number, name, dueOn }) => (
          <li key={claim}>
            <Mark tone="warn">复核</Mark>
            <span className="name">
              <Link to={`/office/claims/${claim}`}>{name}</Link> <span className="quiet">{number}</span>
            </span>
            <Mark tone={today !== undefined && dueOn < today ? 'bad' : 'quiet'}>{dueOn} 前办结</Mark>
          </li>
        ))}
        {claims.slice(0, few).map((line) => (
          <li key={line.id}>
            <Mark tone={toneOf[line.status]}>{claimStates[line.status]}</Mark>
            <span className="name">
              <Link to={`/office/claims/${line.id}`}>{line.name}</Link>{' '}
              <span className="quiet">
                {line.title} {line.computed !== null && money(line.computed)}
              </span>
              {line.reminder && <span className="claim-small claim-warn">{line.reminder}</span>}
            </span>
            <TimeLeft of={line} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** To a firm: what it may have without applying, what was returned to it, what it has not handed in. */
export function OwnClaimPanel() {
  const found = useQuery(query('claim/claimDuties', {})).data
  if (!found?.claims.length) return null
  return (
    <Panel title={`政策兑现（${found.claims.length}）`} flush actions={<Link to="/enterprise/claims">查看全部</Link>}>
      <ul className="claim-lines">
        {found.claims.map((line) => (
          <li key={line.id}>
            <Mark tone={toneOf[line.status]}>{line.status === 'consenting' ? '免申即享' : claimStates[line.status]}</Mark>
            <span className="name">
              {line.status === 'consenting'
                ? `本企业符合“${line.title}”，可享受 ${money(line.computed)}，无须申报，请确认`
                : `${line.title}（${line.number}）`}
              {line.reminder && <span className="claim-small claim-warn">{line.reminder}</span>}
            </span>
            <TimeLeft of={line} />
            <GoTo inline to={`/enterprise/claims/${line.id}`}>
              {line.status === 'consenting' ? '确认' : '办理'}
            </GoTo>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
