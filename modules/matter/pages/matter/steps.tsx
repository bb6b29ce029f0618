/** What can be done with a matter, as buttons; the forms that go with them. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { supervision } from '#modules/matter/model.ts'
import { day, text, yes } from '#platform/fields.ts'
import { command } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Permitted } from '#web/ui/permitted.tsx'
import type { Whole } from '../words.ts'
import { ReplyForm } from './reply-form.tsx'

type Step = Whole['next'][number]['step']
const labels: Record<Step, string> = {
  ...{ progress: '报告办理进展', finish: '报告办结', askDelay: '申请延期', askHelp: '请求协调', answer: '答复求助' },
  ...{ confirm: '核实办结', giveBack: '退回继续办理', decideDelay: '审核延期申请', issue: '印发督办通知', cancel: '撤销事项' },
}
/** What is most likely next stands last. */
const order: Step[] = [
  'cancel',
  'askHelp',
  'askDelay',
  'issue',
  'progress',
  'giveBack',
  'decideDelay',
  'answer',
  'finish',
  'confirm',
]

export function MatterSteps({ of }: { of: Whole }) {
  const [step, take] = useState<Step | null>(null)
  const open = order.flatMap((one) => of.next.filter(({ step }) => step === one))
  const close = () => take(null)
  return (
    <>
      {open.map(({ step, why }, at) => (
        <Permitted key={step} when={why === null} because={why ?? ''} main={at === open.length - 1} onClick={() => take(step)}>
          {labels[step]}
        </Permitted>
      ))}
      <Dialog title={step ? `${labels[step]}：${of.matter.title}` : ''} open={step !== null} onClose={close}>
        {step && <Form of={of} step={step} onClose={close} />}
      </Dialog>
    </>
  )
}

type FormOf = { of: Whole; onClose: () => void }
function Form({ of, step, onClose }: FormOf & { step: Step }) {
  if (step === 'decideDelay') return <DelayForm of={of} onClose={onClose} />
  if (step === 'issue') return <NoticeForm of={of} onClose={onClose} />
  if (step === 'answer' || step === 'confirm' || step === 'giveBack' || step === 'cancel') {
    return <WordForm of={of} step={step} onClose={onClose} />
  }
  return <ReplyForm of={of} step={step} onClose={onClose} />
}

const words = {
  answer: { field: text('答复意见', 1000), save: '答复', said: '已答复，事项退回责任单位继续办理' },
  confirm: { field: text('办结说明', 1000), save: '核实办结', said: '已核实办结' },
  giveBack: { field: text('退回意见', 1000), save: '退回', said: '已退回继续办理' },
  cancel: { field: text('撤销原因', 1000), save: '撤销', said: '已撤销' },
}

/** One sentence decides. */
function WordForm({ of: { matter }, step, onClose }: FormOf & { step: keyof typeof words }) {
  const say = useSay()
  const { field, save, said } = words[step]
  const answer = useMutation(command('matter/answerHelp'))
  const confirm = useMutation(command('matter/confirm'))
  const giveBack = useMutation(command('matter/giveBack'))
  const cancel = useMutation(command('matter/cancel'))
  const { id } = matter
  const send = (word: string): Promise<unknown> =>
    ({
      answer: () => answer.mutateAsync({ id, opinion: word }),
      confirm: () => confirm.mutateAsync({ id, outcome: word }),
      giveBack: () => giveBack.mutateAsync({ id, opinion: word }),
      cancel: () => cancel.mutateAsync({ id, reason: word }),
    })[step]()
  return (
    <RecordForm
      of={z.object({ word: field })}
      save={save}
      onCancel={onClose}
      onSave={async ({ word }) => {
        await send(word)
        say.done(said)
        onClose()
      }}
    />
  )
}

const deciding = z.object({ granted: yes('同意延期'), opinion: text('审核意见', 1000) })
function DelayForm({ of: { matter, replies }, onClose }: FormOf) {
  const say = useSay()
  const decide = useMutation(command('matter/decideDelay'))
  const asked = replies.find(({ kind, status }) => kind === 'delay' && status === 'waiting')
  return (
    <RecordForm
      of={deciding}
      initial={{ granted: true }}
      hints={{ granted: asked ? `申请由 ${matter.dueOn} 延至 ${asked.until}：${asked.text}` : '' }}
      save="审核"
      onCancel={onClose}
      onSave={async ({ granted, opinion }) => {
        await decide.mutateAsync({ id: matter.id, granted, opinion })
        say.done(granted ? '已同意延期' : '已退回延期申请')
        onClose()
      }}
    />
  )
}

const issuing = z.object({ title: supervision.shape.title, text: supervision.shape.text, replyDueOn: day('回复时限').nullable() })
function NoticeForm({ of: { matter, names }, onClose }: FormOf) {
  const say = useSay()
  const issue = useMutation(command('matter/issueSupervision'))
  return (
    <RecordForm
      of={issuing}
      initial={{ title: matter.title, text: `请抓紧办理“${matter.title}”，按期报送办理情况和佐证材料。` }}
      hints={{
        title: `发给：${names[matter.owner]}；公文标题为“关于……的督办通知”`,
        replyDueOn: '不填的，按督办规则计算回复时限',
      }}
      save="印发"
      onCancel={onClose}
      onSave={async (given) => {
        const { number } = await issue.mutateAsync({ matter: matter.id, ...given })
        say.done(`已印发 ${number}`)
        onClose()
      }}
    />
  )
}
