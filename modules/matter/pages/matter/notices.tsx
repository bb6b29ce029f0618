/** The supervision notices of a matter: number, clock, who signed, and their steps. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { supervisionFlow, supervisionStates } from '#modules/matter/flow.ts'
import { matterReply } from '#modules/matter/model.ts'
import { text } from '#platform/fields.ts'
import { command, download } from '#web/client.ts'
import { Field, RecordForm } from '#web/form.tsx'
import { PaperDrop, usePapered } from '#web/papered.tsx'
import { useFrame } from '#web/session.tsx'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Clock } from '#web/ui/figure/clock.tsx'
import { StatusTag } from '#web/ui/figure/light.tsx'
import { moment } from '#web/ui/figure/number.ts'
import { FormBox } from '#web/ui/form/form-box.tsx'
import { Panel } from '#web/ui/frame/page.tsx'
import { Permitted } from '#web/ui/permitted.tsx'
import { noticeTone, type Whole } from '../words.ts'

type Notice = Whole['notices'][number]
type Step = Notice['can'][number]['step']

/** Nothing where none was issued. */
export function Notices({ of }: { of: Whole }) {
  if (of.notices.length === 0) return null
  return (
    <Panel title="督办通知" flush>
      <ul className="matter-notices">
        {of.notices.map((notice) => (
          <NoticeRow key={notice.id} of={notice} names={of.names} />
        ))}
      </ul>
    </Panel>
  )
}

function NoticeRow({ of, names }: { of: Notice; names: Whole['names'] }) {
  const say = useSay()
  const today = useFrame()?.today
  const [step, take] = useState<Exclude<Step, 'sign'> | null>(null)
  const print = useMutation({ ...download('matter/printSupervision'), onError: say.failed })
  const sign = useMutation({
    ...command('matter/signSupervision'),
    onSuccess: ({ number }) => say.done(`已签收 ${number}，请于 ${of.replyDueOn} 前回复`),
    onError: say.failed,
  })
  const { id, number, title, status, org, issuedOn, signedAt, signedBy, signDueOn, replyDueOn, left } = of
  const start = (one: Step) => (one === 'sign' ? sign.mutate({ id }) : take(one))
  return (
    <li>
      <div className="row">
        <b className="number">{number}</b>
        <StatusTag of={supervisionStates} is={status} tone={noticeTone[status]} />
        {left !== null && <Clock left={left} dueOn={status === 'issued' ? signDueOn : replyDueOn} today={today} />}
      </div>
      <span>关于{title}的督办通知</span>
      <span className="quiet matter-small">
        发给{names[org]}，<span className="number">{issuedOn}</span> 印发
        {signedAt && `，${signedBy} ${moment(signedAt)} 签收`}，回复时限 <span className="number">{replyDueOn}</span>
      </span>
      <p className="matter-text">{of.text}</p>
      <div className="row">
        <Act inline busy={print.isPending} onClick={() => print.mutate({ id })}>
          下载公文
        </Act>
        {of.can.map(({ step, why }) => (
          <Permitted
            key={step}
            main={step === 'sign' || step === 'reply' || step === 'close'}
            when={why === null}
            because={why ?? ''}
            onClick={() => start(step)}
          >
            {supervisionFlow.steps[step].label.replace('督办', '')}
          </Permitted>
        ))}
      </div>
      <Dialog
        title={step ? `${supervisionFlow.steps[step].label}：${number}` : ''}
        open={step !== null}
        onClose={() => take(null)}
      >
        {step === 'reply' && <ReplyForm of={of} onClose={() => take(null)} />}
        {step && step !== 'reply' && <WordForm of={of} step={step} onClose={() => take(null)} />}
      </Dialog>
    </li>
  )
}

type FormOf = { of: Notice; onClose: () => void }
const { text: answer } = matterReply.shape

function ReplyForm({ of, onClose }: FormOf) {
  const say = useSay()
  const [file, keep] = useState<File | null>(null)
  const reply = usePapered('matter/replySupervision')
  return (
    <FormBox
      initial={{ text: null }}
      save="回复"
      onCancel={onClose}
      onSave={async (answers) => {
        await reply({ id: of.id, ...z.object({ text: answer }).parse(answers) }, file)
        say.done('已回复，待审核')
        onClose()
      }}
    >
      <Field name="text" field={answer} />
      <div className="wide">
        <PaperDrop title="佐证材料（必须提供）" file={file} onFile={keep} />
      </div>
    </FormBox>
  )
}

function WordForm({ of: { id }, step, onClose }: FormOf & { step: 'close' | 'giveBack' | 'withdraw' }) {
  const say = useSay()
  const close = useMutation(command('matter/closeSupervision'))
  const giveBack = useMutation(command('matter/returnSupervision'))
  const withdraw = useMutation(command('matter/withdrawSupervision'))
  const send = (word: string): Promise<unknown> =>
    ({
      close: () => close.mutateAsync({ id, opinion: word }),
      giveBack: () => giveBack.mutateAsync({ id, opinion: word }),
      withdraw: () => withdraw.mutateAsync({ id, reason: word }),
    })[step]()
  return (
    <RecordForm
      of={z.object({ word: step === 'withdraw' ? text('撤回原因', 500) : text('审核意见', 1000) })}
      save={supervisionFlow.steps[step].label.slice(0, 2)}
      onCancel={onClose}
      onSave={async ({ word }) => {
        await send(word)
        say.done('已办理')
        onClose()
      }}
    />
  )
}
