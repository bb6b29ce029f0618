/** One claim of a firm: filled in where nobody else knows, the answer beside it at once, then handed in and followed. */
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { claimStates } from '#modules/claim/flow.ts'
import { query } from '#web/client.ts'
import { StatusTag } from '#web/ui/figure/light.tsx'
import { Facts, Halves, PageFrame, Panel, Stack } from '#web/ui/frame/page.tsx'
import { Loaded } from '#web/ui/frame/states.tsx'
import { Account } from './matter/account.tsx'
import { Appeals } from './matter/appeals.tsx'
import { Declare, Known } from './matter/declare.tsx'
import { Materials } from './matter/materials.tsx'
import { Now } from './matter/now.tsx'
import { OutcomeView } from './matter/outcome.tsx'
import { Replay } from './matter/replay.tsx'
import { Way } from './matter/way.tsx'
import { approvedTitle, isWritten, money, toneOf, type Whole } from './words.ts'

export default function OwnClaim() {
  const { id = '' } = useParams()
  const asked = useQuery(query('claim/one', { id }))
  return <Loaded from={asked}>{(whole) => <Opened key={whole.claim.id} of={whole} />}</Loaded>
}

function Opened({ of }: { of: Whole }) {
  const { claim, names, outcome } = of
  const writable = isWritten(of)
  return (
    <PageFrame
      title={claim.title}
      description={[claim.number, names.policy, names.article, claim.project].filter(Boolean).join(' · ')}
      marks={<StatusTag of={claimStates} is={claim.status} tone={toneOf[claim.status]} />}
      crumbs={[{ title: '政策兑现', to: '/enterprise/claims' }, { title: claim.number }]}
    >
      <Now of={of} />
      <Halves shares={['2fr', '1fr']}>
        <Stack>
          {writable && <Declare of={of} />}
          {outcome && (
            <Panel title="测算结论" actions={claim.submittedAt && <Replay id={claim.id} />}>
              <OutcomeView of={outcome} />
            </Panel>
          )}
          <Appeals of={of} />
          <Known of={of} title={writable ? '台账已有的数据' : '认定依据'} />
          <Panel title="申报材料" flush>
            <Materials of={of} writable={writable} />
          </Panel>
        </Stack>
        <Stack>
          <Panel title="办理环节">
            <Way of={of} />
          </Panel>
          <Panel title="金额">
            <Facts
              of={[
                { title: '申报金额', value: money(claim.asked) },
                { title: '测算金额', value: money(outcome?.computed ?? claim.computed) },
                { title: approvedTitle(claim.status), value: money(claim.approved) },
                ...(claim.reason ? [{ title: '说明', value: claim.reason, wide: true }] : []),
                ...(names.publicity
                  ? [{ title: '公示', value: <a href={`/publicities/${names.publicity}`}>{names.publicity}</a> }]
                  : []),
                ...(claim.enteredBy
                  ? [{ title: '代录', value: `${claim.enteredOn} 由领导小组办公室${claim.enteredBy}代录`, wide: true }]
                  : []),
              ]}
            />
          </Panel>
          <Account of={of} />
        </Stack>
      </Halves>
    </PageFrame>
  )
}
