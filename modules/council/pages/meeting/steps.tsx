/** The steps of a meeting as buttons, its plan to change, its minutes to print and to issue. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { meetingFlow } from '#modules/council/flow.ts'
import { meeting } from '#modules/council/model.ts'
import { command, download } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useMe } from '#web/session.tsx'
import { Act, ConfirmButton, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { moment } from '#web/ui/figure/number.ts'
import { icons } from '#web/ui/icons.tsx'
import { PlanDialog } from '../plan-form.tsx'
import type { Meeting } from '../words.ts'

const words = meetingFlow.steps
const plain = {
  call: {
    path: 'council/callMeeting',
    said: '会议通知已发出',
    ask: '确定发出会议通知吗？',
    about: '参会人员将收到时间、地点和议题。',
  },
  begin: { path: 'council/beginMeeting', said: '会议已开始', ask: '确定会议开始吗？', about: '此后可登记议定事项。' },
  end: {
    path: 'council/endMeeting',
    said: '会议已结束',
    ask: '确定会议结束吗？',
    about: '此后不能再扫码签到，仍可补登议定事项。',
  },
} as const
const cancelling = z.object({ reason: meeting.shape.cancelReason.unwrap() })
const issuing = z.object({ signer: meeting.shape.signer.unwrap() })

export function MeetingSteps({ of }: { of: Meeting }) {
  const { role } = useMe()
  const say = useSay()
  const [open, show] = useState<'plan' | 'cancel' | 'minute' | null>(null)
  const close = () => show(null)
  const change = useMutation(command('council/changeMeeting'))
  const cancel = useMutation(command('council/cancelMeeting'))
  const issue = useMutation(command('council/issueMinutes'))
  const print = useMutation({ ...download('council/printMinutes'), onError: say.failed })
  const { id, status, steps } = of
  const prints = status === 'minuted' || (status === 'closed' && (role === 'office' || role === 'leader'))
  return (
    <>
      {steps.includes('cancel') && (
        <Act danger onClick={() => show('cancel')}>
          {words.cancel.label}
        </Act>
      )}
      {role === 'office' && (status === 'preparing' || status === 'called') && <Act onClick={() => show('plan')}>修改安排</Act>}
      {prints && (
        <Act icon={icons.download} busy={print.isPending} onClick={() => print.mutate({ id })}>
          {status === 'minuted' ? '下载纪要' : '下载送审稿'}
        </Act>
      )}
      {(['call', 'begin', 'end'] as const).map((step) => steps.includes(step) && <Plain key={step} id={id} step={step} />)}
      {steps.includes('minute') && (
        <Act main onClick={() => show('minute')}>
          {words.minute.label}
        </Act>
      )}
      <PlanDialog
        title="修改会议安排"
        open={open === 'plan'}
        onClose={close}
        initial={{
          ...{ title: of.title, kind: of.kind, body: of.body, chair: of.chair, place: of.place },
          ...{ day: of.day, time: moment(of.startsAt).slice(11) },
        }}
        onSave={async (given) => {
          await change.mutateAsync({ id, ...given })
          say.done('会议安排已修改')
          close()
        }}
      />
      <Dialog title={words.cancel.label} open={open === 'cancel'} onClose={close}>
        <RecordForm
          of={cancelling}
          save="取消会议"
          hints={{ reason: status === 'called' ? '将告知全部参会人员。' : '' }}
          onCancel={close}
          onSave={async ({ reason }) => {
            await cancel.mutateAsync({ id, reason })
            say.done('会议已取消')
            close()
          }}
        />
      </Dialog>
      <Dialog title={words.minute.label} open={open === 'minute'} onClose={close}>
        <RecordForm
          of={issuing}
          initial={{ signer: of.chairName }}
          save="印发"
          hints={{ signer: '印发后自动编号，会议记录和议定事项不能再改动。' }}
          onCancel={close}
          onSave={async ({ signer }) => {
            const { number } = await issue.mutateAsync({ id, signer })
            say.done(`会议纪要${number}已印发`)
            close()
          }}
        />
      </Dialog>
    </>
  )
}

function Plain({ id, step }: { id: string; step: keyof typeof plain }) {
  const say = useSay()
  const { path, said, ask, about } = plain[step]
  const take = useMutation({ ...command(path), onSuccess: () => say.done(said), onError: say.failed })
  return (
    <ConfirmButton main ask={ask} about={about} yes={words[step].label} onConfirm={() => take.mutate({ id })}>
      {words[step].label}
    </ConfirmButton>
  )
}
