/** A clause before it is claimed: what it would come to by the ledgers, and what would be asked for. */
import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { query } from '#web/client.ts'
import { Act } from '#web/ui/buttons.tsx'
import { Halves, PageFrame, Panel, Stack } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { FactTable } from './matter/facts.tsx'
import { OutcomeView } from './matter/outcome.tsx'
import { useBegin } from './own.tsx'
import './claim.css'

const crumbs = [{ title: '政策兑现', to: '/enterprise/claims' }, { title: '申报' }]

export default function NewClaim() {
  const [search] = useSearchParams()
  const asked = useQuery(query('claim/openClauses', {}))
  return (
    <Loaded from={asked}>
      {(rows) => {
        const found = rows.find(
          ({ policyCode, clause }) => policyCode === search.get('policy') && clause === search.get('clause'),
        )
        if (found) return <Before of={found} />
        return (
          <PageFrame title="申报" crumbs={crumbs}>
            <EmptyState title="该条款目前没有开放申报" about="批次开启后即可申报；免申即享的条款无须申报。" />
          </PageFrame>
        )
      }}
    </Loaded>
  )
}

type Clause = {
  cycle: string
  clause: string
  title: string
  article: string
  policy: string
  plain: string | null
  closesOn: string | null
}
function Before({ of: { cycle, clause, title, article, policy, plain, closesOn } }: { of: Clause }) {
  const told = useQuery(query('claim/preview', { cycle, clause }))
  const begin = useBegin()
  return (
    <PageFrame
      title={title}
      description={`${policy} ${article}${closesOn ? `，${closesOn} 截止` : ''}`}
      crumbs={crumbs}
      actions={
        <Act main busy={begin.isPending} onClick={() => begin.mutate({ cycle, clause })}>
          开始申报
        </Act>
      }
    >
      {plain && (
        <Panel>
          <p>{plain}</p>
        </Panel>
      )}
      <Loaded from={told}>
        {({ outcome, facts, asked, heldByLedgers }) => (
          <Halves>
            <Panel title="按现有数据测算">
              <OutcomeView of={outcome} />
            </Panel>
            <Stack>
              <Panel title="台账已有的数据" flush>
                <FactTable of={facts.filter(({ from }) => from === 'ledger')} />
              </Panel>
              <Panel title="需要提供" flush>
                <ul className="claim-lines">
                  {facts
                    .filter(({ from }) => from === 'claim')
                    .map(({ title, hint }) => (
                      <li key={title}>
                        <span className="name">
                          {title} <span className="quiet">{hint}</span>
                        </span>
                        <span className="quiet">填报</span>
                      </li>
                    ))}
                  {asked.map(({ title, required }) => (
                    <li key={`材料 ${title}`}>
                      <span className="name">{title}</span>
                      <span className="quiet">{required ? '材料' : '材料，可不提供'}</span>
                    </li>
                  ))}
                  {heldByLedgers.map(({ title, ledger }) => (
                    <li key={`台账 ${title}`}>
                      <span className="name">{title}</span>
                      <span className="quiet">台账已有（{ledger}）</span>
                    </li>
                  ))}
                </ul>
              </Panel>
            </Stack>
          </Halves>
        )}
      </Loaded>
    </PageFrame>
  )
}
