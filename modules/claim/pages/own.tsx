/** A firm's claims, and what it can claim now. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from 'react-router'
import { claimStates } from '#modules/claim/flow.ts'
import { command, query } from '#web/client.ts'
import { GoTo, useSay } from '#web/ui/buttons.tsx'
import { StatusTag } from '#web/ui/figure/light.tsx'
import { PageFrame, Panel } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { TimeLeft } from './list.tsx'
import { money, toneOf } from './words.ts'
import './claim.css'

export default function OwnClaims() {
  const claims = useQuery(query('claim/ownClaims', {}))
  const open = useQuery(query('claim/openClauses', {}))
  return (
    <PageFrame title="政策兑现" description="可申报的条款即时测算；台账已有的数据和材料不再重复填报，办理进度在此查看。">
      <Panel title="我的兑现事项" flush>
        <Loaded from={claims}>
          {(rows) =>
            rows.length ? (
              <ul className="claim-lines">
                {rows.map((line) => (
                  <li key={line.id}>
                    <StatusTag of={claimStates} is={line.status} tone={toneOf[line.status]} />
                    <span className="name">
                      <Link to={`/enterprise/claims/${line.id}`}>{line.title}</Link>{' '}
                      <span className="quiet number">
                        {line.number} · {line.year} 年{line.project && ` · ${line.project}`}
                      </span>
                    </span>
                    <span className="number">{money(line.approved ?? line.computed ?? line.asked)}</span>
                    {line.closedOn === null && line.clock && <TimeLeft of={line} />}
                  </li>
                ))}
              </ul>
            ) : (
              <EmptyState title="还没有兑现事项" about="从下方选择条款申报；免申即享的事项会自动列在这里。" />
            )
          }
        </Loaded>
      </Panel>
      <Panel title="可申报的条款" flush>
        <Loaded from={open}>
          {(rows) =>
            rows.length ? (
              <ul className="claim-lines">
                {rows.map((one) => (
                  <li key={`${one.cycle} ${one.clause}`}>
                    <span className="name">
                      <b>{one.title}</b> <span className="quiet">{one.article}</span>
                      {one.plain && <div>{one.plain}</div>}
                      <div className="quiet claim-small">
                        {one.policy} · {one.cycleTitle}
                        {one.closesOn && ` · ${one.closesOn} 截止`}
                      </div>
                    </span>
                    <GoTo to={`/enterprise/claims/new?policy=${one.policyCode}&clause=${one.clause}`}>申报</GoTo>
                  </li>
                ))}
              </ul>
            ) : (
              <EmptyState title="目前没有开放申报的条款" about="批次开启后列在这里。" />
            )
          }
        </Loaded>
      </Panel>
    </PageFrame>
  )
}

/** Begins the claim of a clause, or goes on with the one begun: /enterprise/claims/new?policy=&clause= */
export function useBegin() {
  const say = useSay()
  const go = useNavigate()
  return useMutation({
    ...command('claim/start'),
    onSuccess: ({ id }) => void go(`/enterprise/claims/${id}`, { replace: true }),
    onError: say.failed,
  })
}
