/** What is to do now with a claim: the steps of its state, why one cannot be taken yet, and the dialog of the step that is. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { claimFlow } from '#modules/claim/flow.ts'
import { amount, text } from '#platform/fields.ts'
import { command } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { fenOf, yuanOf } from '#web/money.ts'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Dialog, Notice } from '#web/ui/dialog.tsx'
import { Panel, Row, Stack } from '#web/ui/frame/page.tsx'
import { Permitted } from '#web/ui/permitted.tsx'
import { money, type Whole } from '../words.ts'
import { Examine } from './examine.tsx'

export type StepName = Whole['next'][number]['step']
const quiet: readonly StepName[] = ['giveBack', 'refuse', 'withdraw', 'decline']
const about: Partial<Record<Whole['claim']['status'], string>> = {
  draft: '核对台账数据，填报台账没有的内容，上传材料并登记收款账户后提交。',
  consenting: '请确认是否享受该项政策，并核对收款账户；确认后即进入公示。',
  accepting: '核对申报内容和材料，符合受理要求的予以受理，并按测算金额预留资金。',
  correcting: '请按补正内容完善申报；提交后回到原环节，先后顺序不变。',
  screening: '核实数据，符合条件的转会审部门。',
  joint: '会审部门分别提出意见，全部提出后由牵头单位办结。',
  ranking: '与同批次事项一并列入公示。',
  public: '公示期满且没有待核查的异议后，自动转入审定。',
  deciding: '由办公室审定；资金不足的转入轮候。',
  queued: '资金到位后按轮候顺序兑付。',
  paying: '列入拨付清单，送财政拨付。',
  appealed: '复核期间暂停拨付；维持的按原金额兑付，调增的重新公示和审定。',
}
const bad: readonly Whole['claim']['status'][] = ['refused', 'lapsed']

export function Now({ of }: { of: Whole }) {
  const { claim, next, why, place } = of
  const [step, take] = useState<StepName | null>(null)
  const [examining, examine] = useState(false)
  const words = about[claim.status]
  if (!words) {
    if (!claim.outcome) return null
    return <Notice tone={bad.includes(claim.status) ? 'warning' : 'info'}>{claim.outcome}</Notice>
  }
  const main = next.filter((one) => !quiet.includes(one.step))
  const mayExamine = why === null && (claim.status === 'screening' || claim.status === 'joint') && next.length > 0
  return (
    <Panel title="现在要办">
      <Stack tight>
        <p>
          {why && next.length > 0 ? why : words}
          {place !== null && `目前排在第 ${place} 位。`}
        </p>
        {why === null && (
          <Row>
            {main.map((one) => (
              <Permitted
                key={one.step}
                main={one.why === null}
                when={one.why === null}
                because={one.why ?? ''}
                onClick={() => take(one.step)}
              >
                {one.label}
              </Permitted>
            ))}
            {mayExamine && <Act onClick={() => examine(true)}>核定数据</Act>}
            {next
              .filter((one) => quiet.includes(one.step) && one.why === null)
              .map((one) => (
                <Act key={one.step} inline danger={one.step === 'refuse'} onClick={() => take(one.step)}>
                  {one.label}
                </Act>
              ))}
          </Row>
        )}
        {why === null &&
          main
            .filter((one) => one.why !== null)
            .map((one) => (
              <p key={one.step} className="quiet">
                {one.label}：{one.why}
              </p>
            ))}
      </Stack>
      {step && (
        <Dialog title={claimFlow.steps[step].label} open onClose={() => take(null)}>
          <StepForm of={of} step={step} onClose={() => take(null)} />
        </Dialog>
      )}
      <Dialog title="核定数据" open={examining} onClose={() => examine(false)}>
        <Examine of={of} onClose={() => examine(false)} />
      </Dialog>
    </Panel>
  )
}

const optional = z.object({ words: text('意见', 1000).nullable() })
const needed = (title: string) => z.object({ words: text(title, 500) })
const forms: Partial<Record<StepName, z.ZodObject<{ words: z.ZodType<string | null> }>>> = {
  giveBack: needed('补正内容'),
  refuse: needed('理由'),
  withdraw: needed('撤回原因'),
  accept: optional,
  pass: optional,
}
const summed = z.object({ yuan: amount('金额', '元').nullable(), words: text('说明', 500).nullable() })

function StepForm({ of, step, onClose }: { of: Whole; step: StepName; onClose: () => void }) {
  const say = useSay()
  const { label } = claimFlow.steps[step]
  const take = useSteps(of.claim.id)
  const { computed, approved, asked } = of.claim
  const finish = async (words: string | null, fen: number | null = null) => {
    await take(step, words, fen)
    say.done(`已${label}`)
    onClose()
  }
  if (step === 'conclude' || step === 'approve') {
    const most = step === 'approve' ? approved : (computed ?? asked)
    return (
      <RecordForm
        of={summed}
        initial={{ yuan: yuanOf(most) }}
        hints={{ yuan: `最多 ${money(most)}`, words: '核减金额、有部门不同意或一事一议的，须写明理由' }}
        save={label}
        onCancel={onClose}
        onSave={({ yuan, words }) => finish(words, fenOf(yuan))}
      />
    )
  }
  const form = forms[step]
  if (form) return <RecordForm of={form} save={label} onCancel={onClose} onSave={({ words }) => finish(words)} />
  return (
    <Stack>
      <p>{step === 'decline' ? '放弃后本年度不再就该项政策通知本企业。' : `确定${label}吗？`}</p>
      <Confirm word={label} onYes={() => finish(null)} />
    </Stack>
  )
}

function Confirm({ word, onYes }: { word: string; onYes: () => Promise<unknown> }) {
  const say = useSay()
  const yes = useMutation({ mutationFn: onYes, onError: say.failed })
  return (
    <Row>
      <Act main busy={yes.isPending} onClick={() => yes.mutate()}>
        {word}
      </Act>
    </Row>
  )
}

/** Each step by its command. */
function useSteps(id: string) {
  const accept = useMutation(command('claim/accept'))
  const giveBack = useMutation(command('claim/giveBack'))
  const pass = useMutation(command('claim/pass'))
  const conclude = useMutation(command('claim/conclude'))
  const approve = useMutation(command('claim/approve'))
  const refuse = useMutation(command('claim/refuse'))
  const withdraw = useMutation(command('claim/withdraw'))
  const submit = useMutation(command('claim/submit'))
  const resubmit = useMutation(command('claim/resubmit'))
  const consent = useMutation(command('claim/consent'))
  const decline = useMutation(command('claim/decline'))
  return (step: StepName, words: string | null, amount: number | null): Promise<unknown> => {
    const said = words ?? ''
    if (step === 'accept') return accept.mutateAsync({ id, opinion: words })
    if (step === 'giveBack') return giveBack.mutateAsync({ id, opinion: said })
    if (step === 'pass') return pass.mutateAsync({ id, opinion: words })
    if (step === 'conclude') return conclude.mutateAsync({ id, amount, opinion: words })
    if (step === 'approve') return approve.mutateAsync({ id, amount, opinion: words })
    if (step === 'refuse') return refuse.mutateAsync({ id, reason: said })
    if (step === 'withdraw') return withdraw.mutateAsync({ id, reason: said })
    if (step === 'submit') return submit.mutateAsync({ id })
    if (step === 'resubmit') return resubmit.mutateAsync({ id })
    return step === 'consent' ? consent.mutateAsync({ id }) : decline.mutateAsync({ id })
  }
}
