/** One obligation opened beside the list: its finding with the reasons, and what is decided of it. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { z } from 'zod'
import { commitmentKinds } from '#modules/payout/model.ts'
import { cash, day, text } from '#platform/fields.ts'
import { command, type Out, query } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { yuan } from '#web/money.ts'
import { useMe } from '#web/session.tsx'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Notice, Sheet } from '#web/ui/dialog.tsx'
import { Reasons } from '#web/ui/figure/light.tsx'
import { Facts, Panel, Row, Stack } from '#web/ui/frame/page.tsx'
import { Loaded } from '#web/ui/frame/states.tsx'

type Whole = Out<'payout/showCommitment'>
const kept = z.object({ note: text('核实情况', 500) })
const missed = z.object({ amount: cash('应追回金额'), dueOn: day('追回期限'), note: text('认定依据', 500) })
const waived = z.object({ reason: text('豁免理由', 500) })
const back = z.object({ amount: cash('追回金额'), voucher: text('凭证号', 80) })

export function CommitmentSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const asked = useQuery(query('payout/showCommitment', { id }))
  return (
    <Sheet title={asked.data ? `${asked.data.firm}：${asked.data.title}` : '后续义务'} open onClose={onClose}>
      <Loaded from={asked}>{(whole) => <Opened of={whole} />}</Loaded>
    </Sheet>
  )
}

const tone = { met: 'success', 'not-met': 'error', unknown: 'warning' } as const

function Opened({ of }: { of: Whole }) {
  const { kind, dueOn, claim, claimNumber, clause, paid, recover, recovered, note, closedOn, outcome } = of
  return (
    <Stack>
      <Facts
        of={[
          { title: '类型', value: commitmentKinds[kind] },
          { title: '到期日', value: dueOn },
          {
            title: '事项',
            value: (
              <>
                <Link to={`/office/claims/${claim}`}>{claimNumber}</Link> {clause}
              </>
            ),
            wide: true,
          },
          { title: '已拨付', value: `${yuan(paid)} 元` },
          ...(recover > 0 ? [{ title: '应追回', value: `${yuan(recover)} 元，已追回 ${yuan(recovered)} 元` }] : []),
          ...(closedOn ? [{ title: '办结日期', value: closedOn }] : []),
          ...(note ? [{ title: '说明', value: note, wide: true }] : []),
        ]}
      />
      {outcome && (
        <Notice tone={tone[outcome.met]} title={`${outcome.day} 核查：${outcome.sentence}`}>
          {outcome.reasons.length > 0 && <Reasons of={outcome.reasons.map(({ title, sentence }) => `${title}：${sentence}`)} />}
        </Notice>
      )}
      {of.status === 'open' && <Steps of={of} />}
    </Stack>
  )
}

type Step = 'keep' | 'miss' | 'waive' | 'recover' | null

function Steps({ of }: { of: Whole }) {
  const say = useSay()
  const { role } = useMe()
  const [step, take] = useState<Step>(null)
  const check = useMutation({
    ...command('payout/checkCommitment'),
    onSuccess: () => say.done('已按今天的数据核查'),
    onError: say.failed,
  })
  const due = of.daysLeft <= 0 || of.outcome?.met === 'not-met'
  const recovery = of.kind === 'recovery'
  return (
    <Stack>
      <Row>
        {!recovery && role !== 'leader' && (
          <Act busy={check.isPending} onClick={() => check.mutate({ id: of.id })}>
            立即核查
          </Act>
        )}
        {recovery && role !== 'leader' && (
          <Act main onClick={() => take('recover')}>
            登记追回
          </Act>
        )}
        {of.decides && !recovery && of.daysLeft <= 0 && <Act onClick={() => take('keep')}>确认已履约</Act>}
        {of.decides && !recovery && due && (
          <Act danger onClick={() => take('miss')}>
            认定未履约
          </Act>
        )}
        {of.decides && <Act onClick={() => take('waive')}>豁免</Act>}
      </Row>
      {step && (
        <Panel>
          <StepForm of={of} step={step} onClose={() => take(null)} />
        </Panel>
      )}
    </Stack>
  )
}

function StepForm({
  of: { id, paid, recover: whole, recovered },
  step,
  onClose,
}: {
  of: Whole
  step: NonNullable<Step>
  onClose: () => void
}) {
  const say = useSay()
  const keep = useMutation(command('payout/confirmKept'))
  const miss = useMutation(command('payout/declareMissed'))
  const waive = useMutation(command('payout/waiveCommitment'))
  const recover = useMutation(command('payout/recordRecovery'))
  const told = (sentence: string) => {
    say.done(sentence)
    onClose()
  }
  if (step === 'keep')
    return (
      <RecordForm
        of={kept}
        hints={{ note: '核实所依据的材料和结论。' }}
        save="确认已履约"
        onCancel={onClose}
        onSave={async (values) => {
          await keep.mutateAsync({ id, ...values })
          told('已确认履约')
        }}
      />
    )
  if (step === 'miss')
    return (
      <RecordForm
        of={missed}
        initial={{ amount: paid / 100 }}
        hints={{ amount: `已拨付 ${yuan(paid)} 元。` }}
        save="认定未履约"
        onCancel={onClose}
        onSave={async (values) => {
          await miss.mutateAsync({ id, ...values })
          told('已认定未履约，转入资金追回')
        }}
      />
    )
  if (step === 'waive')
    return (
      <RecordForm
        of={waived}
        hints={{ reason: '企业会看到豁免理由。' }}
        save="豁免"
        onCancel={onClose}
        onSave={async (values) => {
          await waive.mutateAsync({ id, ...values })
          told('已豁免')
        }}
      />
    )
  return (
    <RecordForm
      of={back}
      initial={{ amount: (whole - recovered) / 100 }}
      hints={{ amount: `尚应追回 ${yuan(whole - recovered)} 元；追回后回到资金余额。` }}
      save="登记追回"
      onCancel={onClose}
      onSave={async (values) => {
        await recover.mutateAsync({ id, ...values })
        told('已登记追回，资金回到余额')
      }}
    />
  )
}
