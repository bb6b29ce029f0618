/** The steps of a ticket as buttons: taken up, done, judged, taken up again, withdrawn. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { ticketFlow } from '#modules/upkeep/flow.ts'
import { ticket } from '#modules/upkeep/model.ts'
import { text } from '#platform/fields.ts'
import { command } from '#web/client.ts'
import { Field, RecordForm } from '#web/form.tsx'
import { useMe } from '#web/session.tsx'
import { Act, ConfirmButton, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { FieldBox, FormBox } from '#web/ui/form/form-box.tsx'
import { ViewSwitch } from '#web/ui/form/inputs.tsx'
import { marks } from '../words.ts'
import type { Ticket } from './left.tsx'

type Asking = Exclude<Ticket['steps'][number], 'withdraw'>
/** What is most likely next stands last and first in sight. */
const order: Asking[] = ['reopen', 'rate', 'accept', 'finish']
const words = ticketFlow.steps

export function TicketSteps({ of }: { of: Ticket }) {
  const say = useSay()
  const [step, take] = useState<Asking | null>(null)
  const withdraw = useMutation({
    ...command('upkeep/withdrawTicket'),
    onSuccess: ({ number }) => say.done(`报事 ${number} 已撤回`),
    onError: say.failed,
  })
  const open = order.filter((one) => of.steps.includes(one))
  const main = open.find((one) => one === 'accept') ?? open.at(-1)
  const close = () => take(null)
  return (
    <>
      {of.steps.includes('withdraw') && (
        <ConfirmButton ask="确定撤回这件报事吗？" yes="撤回" onConfirm={() => withdraw.mutate({ id: of.id })}>
          撤回
        </ConfirmButton>
      )}
      {open.map((one) => (
        <Act key={one} main={one === main} onClick={() => take(one)}>
          {words[one].label}
        </Act>
      ))}
      <Dialog title={step ? `${words[step].label}：${of.title}` : ''} open={step !== null} onClose={close}>
        {step === 'accept' && <Accept of={of} onClose={close} />}
        {step === 'finish' && <Finish of={of} onClose={close} />}
        {step === 'rate' && <Rate of={of} onClose={close} />}
        {step === 'reopen' && <Reopen of={of} onClose={close} />}
      </Dialog>
    </>
  )
}

type StepOf = { of: Ticket; onClose: () => void }
const accepting = z.object({ handler: ticket.shape.handler.unwrap() })

function Accept({ of, onClose }: StepOf) {
  const say = useSay()
  const { name } = useMe()
  const accept = useMutation(command('upkeep/acceptTicket'))
  return (
    <RecordForm
      of={accepting}
      initial={{ handler: of.handler ?? name }}
      save="受理"
      onCancel={onClose}
      onSave={async ({ handler }) => {
        const { number } = await accept.mutateAsync({ id: of.id, handler })
        say.done(`报事 ${number} 已受理，请于 ${of.dueOn} 前办结`)
        onClose()
      }}
    />
  )
}

const finishing = z.object({ answer: ticket.shape.answer.unwrap() })

function Finish({ of, onClose }: StepOf) {
  const say = useSay()
  const finish = useMutation(command('upkeep/finishTicket'))
  return (
    <RecordForm
      of={finishing}
      hints={{ answer: '报事人可见，并据此评价。' }}
      save="登记办结"
      onCancel={onClose}
      onSave={async ({ answer }) => {
        const { number } = await finish.mutateAsync({ id: of.id, answer })
        say.done(`报事 ${number} 已办结，待报事人评价`)
        onClose()
      }}
    />
  )
}

const { remark } = ticket.shape
const markChoices = Object.entries(marks)
  .map(([value, label]) => ({ value, label }))
  .reverse()

function Rate({ of, onClose }: StepOf) {
  const say = useSay()
  const rate = useMutation(command('upkeep/rateTicket'))
  return (
    <FormBox
      initial={{ score: null, remark: null }}
      save="提交评价"
      onCancel={onClose}
      onSave={async (answers) => {
        await rate.mutateAsync({ id: of.id, score: Number(answers.score), remark: remark.parse(answers.remark) })
        say.done('感谢您的评价')
        onClose()
      }}
    >
      <FieldBox name="score" title="满意度" check={(value) => (value ? null : '请选择满意度')}>
        <ViewSwitch name="满意度" choices={markChoices} />
      </FieldBox>
      <Field name="remark" field={remark} />
    </FormBox>
  )
}

const reopening = z.object({ remark: text('未解决的情况', 500) })

function Reopen({ of, onClose }: StepOf) {
  const say = useSay()
  const reopen = useMutation(command('upkeep/reopenTicket'))
  return (
    <RecordForm
      of={reopening}
      hints={{ remark: '编号不变，时限从今天起重新计算。' }}
      save="重新办理"
      onCancel={onClose}
      onSave={async ({ remark }) => {
        const { number } = await reopen.mutateAsync({ id: of.id, remark })
        say.done(`报事 ${number} 已退回重新办理`)
        onClose()
      }}
    />
  )
}
