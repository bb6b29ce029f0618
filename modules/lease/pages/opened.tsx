/** One lease: what it lays down, its account, what came in, what does not agree, what happened to it. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import { standings } from '#modules/lease/model.ts'
import { command, download, query } from '#web/client.ts'
import { Timeline } from '#web/timeline.tsx'
import { Act, ConfirmButton, GoTo, useSay } from '#web/ui/buttons.tsx'
import { Notice, PageTabs } from '#web/ui/dialog.tsx'
import { Reasons, StatusTag } from '#web/ui/figure/light.tsx'
import { PageFrame, Panel, Stack } from '#web/ui/frame/page.tsx'
import { Loaded } from '#web/ui/frame/states.tsx'
import { icons } from '#web/ui/icons.tsx'
import { Schedule, Sums, type Whole } from './lease/account.tsx'
import { LeaseFacts } from './lease/facts.tsx'
import { Receipts } from './lease/receipts.tsx'
import { EndDialog, RenewDialog, SignDialog } from './lease/steps.tsx'
import { toneOf } from './words.ts'
import './lease.css'

export default function LeasePage() {
  const { id = '' } = useParams()
  const asked = useQuery(query('lease/show', { id }))
  return <Loaded from={asked}>{(whole) => <Opened key={whole.lease.id} of={whole} />}</Loaded>
}

function Opened({ of }: { of: Whole }) {
  const { lease, standing, names } = of
  return (
    <PageFrame
      title={`租约 ${lease.number}`}
      description={[lease.tenant, names.building, `${lease.from} 至 ${lease.to}`].join(' · ')}
      marks={<StatusTag of={standings} is={standing} tone={toneOf[standing]} />}
      crumbs={[{ title: '租约', to: '/office/leases' }, { title: lease.number }]}
      actions={<Steps of={of} />}
    >
      <Concerns of={of} />
      <Sums of={of} />
      <PageTabs
        of={[
          {
            key: 'terms',
            title: '合同条款',
            content: (
              <Stack>
                <LeaseFacts of={of} inside />
              </Stack>
            ),
          },
          { key: 'account', title: '应付明细', content: <Schedule of={of} /> },
          { key: 'receipts', title: `收款（${of.receipts.length}）`, content: <Receipts of={of} /> },
          {
            key: 'timeline',
            title: '办理记录',
            content: (
              <Panel>
                <Timeline subjects={[lease.id]} />
              </Panel>
            ),
          },
        ]}
      />
    </PageFrame>
  )
}

type Step = 'sign' | 'renew' | 'end'
function Steps({ of }: { of: Whole }) {
  const say = useSay()
  const { lease, steps, standing, keeps, renewedBy } = of
  const [step, take] = useState<Step | null>(null)
  const print = useMutation({ ...download('lease/contract'), onError: say.failed })
  const scan = useMutation({ ...download('lease/paper'), onError: say.failed })
  const cancel = useMutation({ ...command('lease/cancel'), onSuccess: () => say.done('草稿已作废'), onError: say.failed })
  const dialog = (name: Step) => ({ of, open: step === name, onClose: () => take(null) })
  const renewable = keeps && (standing === 'running' || standing === 'expired') && !lease.endedOn && !renewedBy
  return (
    <>
      <Act icon={icons.download} busy={print.isPending} onClick={() => print.mutate({ id: lease.id })}>
        合同文本
      </Act>
      {lease.contract && (
        <Act icon={icons.download} busy={scan.isPending} onClick={() => scan.mutate({ id: lease.id })}>
          合同扫描件
        </Act>
      )}
      {steps.includes('cancel') && (
        <>
          <GoTo icon={icons.edit} to={`/office/leases/${lease.id}/edit`}>
            修改
          </GoTo>
          <ConfirmButton danger ask="确定作废这份草稿吗？" yes="作废" onConfirm={() => cancel.mutate({ id: lease.id })}>
            作废
          </ConfirmButton>
        </>
      )}
      {steps.includes('end') && <Act onClick={() => take('end')}>终止</Act>}
      {renewable && <Act onClick={() => take('renew')}>续租</Act>}
      {steps.includes('sign') && (
        <Act main onClick={() => take('sign')}>
          签订
        </Act>
      )}
      <SignDialog {...dialog('sign')} />
      <RenewDialog {...dialog('renew')} />
      <EndDialog {...dialog('end')} />
    </>
  )
}

/** What wants attention, before anything else. */
function Concerns({ of: { standing, daysLeft, renewedBy, mismatches, lease, units } }: { of: Whole }) {
  const taken = units.filter(({ takenTo }) => takenTo !== null)
  return (
    <>
      {taken.length > 0 && (
        <Notice tone="warning" title="有单元在本租期内已租给他人，不能签订">
          {taken.map(({ name, takenTo }) => `单元“${name}”已租至 ${takenTo}`).join('；')}
        </Notice>
      )}
      {standing === 'running' && lease.endedOn && <Notice tone="warning">本租约自 {lease.endedOn} 起终止。</Notice>}
      {daysLeft !== null && daysLeft <= 90 && !lease.endedOn && renewedBy?.standing !== 'upcoming' && (
        <Notice tone="warning">
          {daysLeft === 0 ? '本租约今天到期' : `本租约还有 ${daysLeft} 天到期`}，
          {renewedBy ? `续租 ${renewedBy.number} 待签订。` : '尚未办理续租。'}
        </Notice>
      )}
      {mismatches.length > 0 && (
        <Notice tone="warning" title={`三账比对有 ${mismatches.length} 项不符`}>
          <Reasons of={mismatches.map(({ sentence }) => sentence)} />
        </Notice>
      )}
    </>
  )
}
