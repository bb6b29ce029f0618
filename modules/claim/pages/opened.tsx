/** One claim for officials: what is to do first, then why it comes to what it does, what it rests on, who says what, money and course. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { z } from 'zod'
import { potNames } from '#engines/policy/policy.ts'
import { claimStates } from '#modules/claim/flow.ts'
import { channels } from '#modules/claim/model.ts'
import { text } from '#platform/fields.ts'
import { command, query } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useMe } from '#web/session.tsx'
import { Timeline } from '#web/timeline.tsx'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Mark, StatusTag } from '#web/ui/figure/light.tsx'
import { Facts, Halves, PageFrame, Panel, Stack } from '#web/ui/frame/page.tsx'
import { Loaded } from '#web/ui/frame/states.tsx'
import { Account, asksAccount } from './matter/account.tsx'
import { Appeals } from './matter/appeals.tsx'
import { Declare, Known } from './matter/declare.tsx'
import { Materials } from './matter/materials.tsx'
import { Now } from './matter/now.tsx'
import { Opinions } from './matter/opinions.tsx'
import { OutcomeView } from './matter/outcome.tsx'
import { Replay } from './matter/replay.tsx'
import { Way } from './matter/way.tsx'
import { ObjectionsOf } from './objections.tsx'
import { approvedTitle, isWritten, money, toneOf, type Whole } from './words.ts'

export default function ClaimPage() {
  const { id = '' } = useParams()
  const asked = useQuery(query('claim/one', { id }))
  return <Loaded from={asked}>{(whole) => <Opened key={whole.claim.id} of={whole} />}</Loaded>
}

function Opened({ of }: { of: Whole }) {
  const { claim, outcome } = of
  const written = isWritten(of)
  return (
    <PageFrame
      title={claim.name}
      description={[claim.number, claim.title, `${claim.year} 年度`, claim.project].filter(Boolean).join(' · ')}
      marks={
        <>
          <StatusTag of={claimStates} is={claim.status} tone={toneOf[claim.status]} />
          {claim.enteredBy && <Mark>代录</Mark>}
        </>
      }
      crumbs={[{ title: '政策兑现', to: '/office/claims' }, { title: claim.number }]}
      actions={<Clocking of={of} />}
    >
      <Now of={of} />
      <Halves shares={['2fr', '1fr']}>
        <Stack>
          {written && <Declare of={of} />}
          {outcome && (
            <Panel title="测算结论" actions={claim.submittedAt && <Replay id={claim.id} />}>
              <OutcomeView of={outcome} />
            </Panel>
          )}
          <Opinions of={of} />
          <Appeals of={of} />
          <ObjectionsOf claim={claim.id} />
          <Known of={of} title="认定依据" />
          <Panel title="申报材料" flush>
            <Materials of={of} writable={written} />
          </Panel>
          <Panel title="办理记录">
            <Timeline subjects={[claim.id]} />
          </Panel>
        </Stack>
        <Stack>
          <Panel title="办理环节">
            <Way of={of} />
          </Panel>
          <Money of={of} />
          {asksAccount(of) && <Account of={of} />}
          <About of={of} />
        </Stack>
      </Halves>
    </PageFrame>
  )
}

const pausing = z.object({ reason: text('中止原因', 300) })
/** The clock of a step stands still for a reason, and goes on. */
function Clocking({ of: { claim, steps, why, next } }: { of: Whole }) {
  const say = useSay()
  const [open, turn] = useState(false)
  const pause = useMutation(command('claim/pauseClaim'))
  const resume = useMutation({ ...command('claim/resumeClaim'), onSuccess: () => say.done('时限已恢复'), onError: say.failed })
  const now = steps.find(({ endedOn }) => endedOn === null)
  if (!now || why !== null || !next.length || claim.status === 'public') return null
  return (
    <>
      {now.clock.paused ? (
        <Act busy={resume.isPending} onClick={() => resume.mutate({ id: claim.id })}>
          恢复时限
        </Act>
      ) : (
        <Act onClick={() => turn(true)}>中止时限</Act>
      )}
      <Dialog title="中止时限" open={open} onClose={() => turn(false)}>
        <RecordForm
          of={pausing}
          save="中止"
          onCancel={() => turn(false)}
          onSave={async ({ reason }) => {
            await pause.mutateAsync({ id: claim.id, reason })
            say.done('时限已中止')
            turn(false)
          }}
        />
      </Dialog>
    </>
  )
}

function Money({ of: { claim, money: held } }: { of: Whole }) {
  return (
    <Panel title="资金">
      <Facts
        of={[
          { title: '资金', value: `${claim.year} 年度“${potNames[claim.line]}”` },
          { title: '申报金额', value: money(claim.asked) },
          { title: '测算金额', value: money(claim.computed) },
          { title: approvedTitle(claim.status), value: money(claim.approved) },
          { title: '已预留', value: money(held?.reserved ?? 0) },
          { title: '已承诺', value: money(held?.committed ?? 0) },
          { title: '已支付', value: money(held?.paid ?? 0) },
          ...(claim.reason ? [{ title: '核减说明', value: claim.reason, wide: true }] : []),
          ...(claim.ahead ? [{ title: '提前兑付理由', value: claim.ahead, wide: true }] : []),
        ]}
      />
    </Panel>
  )
}

function About({ of }: { of: Whole }) {
  const { claim, names, account } = of
  const { role } = useMe()
  const hidden = role === 'leader' ? '不显示' : null
  const accountSaid = account ? `${account.holder}，${account.bank}，${account.number}` : hidden
  return (
    <Panel title="事项">
      <Facts
        of={[
          { title: '企业', value: <Link to={`/office/enterprises/${claim.enterprise}`}>{claim.name}</Link>, wide: true },
          { title: '政策', value: names.policy, wide: true },
          { title: '依据条目', value: names.article },
          { title: '方式', value: channels[claim.channel] },
          ...(claim.enteredBy ? [{ title: '代录', value: `${claim.enteredBy} ${claim.enteredOn}` }] : []),
          { title: '兑现批次', value: names.cycle, wide: true },
          {
            title: '公示',
            value: names.publicity ? <a href={`/publicities/${names.publicity}`}>{names.publicity}</a> : '尚未公示',
          },
          ...(asksAccount(of) ? [] : [{ title: '收款账户', value: accountSaid, wide: true }]),
        ]}
      />
    </Panel>
  )
}
