/** Viewings of a matter: asked for, agreed on, held and what was said. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { viewingStates } from '#modules/movein/flow.ts'
import { halves, viewing } from '#modules/movein/model.ts'
import { text } from '#platform/fields.ts'
import { command } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useMe } from '#web/session.tsx'
import { Act, ConfirmButton, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { StatusTag, type Tone } from '#web/ui/figure/light.tsx'
import { Panel } from '#web/ui/frame/page.tsx'
import { EmptyState } from '#web/ui/frame/states.tsx'
import type { Whole } from '../words.ts'

type Viewing = Whole['viewings'][number]
const toneOf: Record<Viewing['status'], Tone> = {
  asked: 'warn',
  confirmed: 'active',
  done: 'good',
  declined: 'quiet',
  cancelled: 'quiet',
}
const { wantedOn, half } = viewing.shape
const booking = z.object({ wantedOn, half })

export function Viewings({ of }: { of: Whole }) {
  const [booked, book] = useState(false)
  const say = useSay()
  const add = useMutation(command('movein/bookViewing'))
  const { matter, viewings, why } = of
  const bookable = why === null && (matter.status === 'viewing' || matter.status === 'applying')
  return (
    <Panel
      title="看房"
      flush
      actions={
        bookable && (
          <Act inline onClick={() => book(true)}>
            预约看房
          </Act>
        )
      }
    >
      {viewings.length === 0 ? (
        <EmptyState title="尚未预约看房" />
      ) : (
        <ul className="move-in-list">
          {viewings.map((one) => (
            <Line key={one.id} of={one} />
          ))}
        </ul>
      )}
      <Dialog title="预约看房" open={booked} onClose={() => book(false)}>
        <RecordForm
          of={booking}
          hints={{ wantedOn: '30 天以内的工作日' }}
          save="预约"
          onCancel={() => book(false)}
          onSave={async (asked) => {
            await add.mutateAsync({ moveIn: matter.id, ...asked })
            say.done('已预约')
            book(false)
          }}
        />
      </Dialog>
    </Panel>
  )
}

type Asked = 'confirm' | 'finish' | 'decline'
const forms = {
  confirm: { title: '确认预约', of: z.object({ said: text('接待人', 40) }) },
  finish: { title: '登记已看', of: z.object({ said: text('看房反馈', 500) }) },
  decline: { title: '不能安排', of: z.object({ said: text('原因', 500) }) },
} as const

function Line({ of }: { of: Viewing }) {
  const { id, wantedOn, half, status, unitName, guide, feedback } = of
  const { role, name } = useMe()
  const say = useSay()
  const [asked, ask] = useState<Asked | null>(null)
  const confirm = useMutation(command('movein/confirmViewing'))
  const finish = useMutation(command('movein/finishViewing'))
  const decline = useMutation(command('movein/declineViewing'))
  const cancel = useMutation({ ...command('movein/cancelViewing'), onSuccess: () => say.done('已取消'), onError: say.failed })
  const open = status === 'asked' || status === 'confirmed'
  const keeps = role === 'office' || role === 'park'
  const take = (said: string) => {
    if (asked === 'confirm') return confirm.mutateAsync({ id, guide: said })
    if (asked === 'finish') return finish.mutateAsync({ id, feedback: said })
    return decline.mutateAsync({ id, reason: said })
  }
  return (
    <li>
      <StatusTag of={viewingStates} is={status} tone={toneOf[status]} />
      <span className="name">
        <span className="number">{wantedOn}</span> {halves[half]}
        {unitName && ` · ${unitName}`}
        {guide && ` · ${guide}接待`}
        {feedback && <div className="quiet">{feedback}</div>}
      </span>
      {open && keeps && (
        <>
          {status === 'asked' && (
            <Act inline onClick={() => ask('confirm')}>
              确认
            </Act>
          )}
          <Act inline onClick={() => ask('finish')}>
            登记已看
          </Act>
          <Act inline onClick={() => ask('decline')}>
            不能安排
          </Act>
        </>
      )}
      {open && !keeps && (
        <ConfirmButton inline ask="确定取消这次看房吗？" yes="取消看房" onConfirm={() => cancel.mutate({ id })}>
          取消预约
        </ConfirmButton>
      )}
      {asked && (
        <Dialog title={forms[asked].title} open onClose={() => ask(null)}>
          <RecordForm
            of={forms[asked].of}
            initial={asked === 'confirm' ? { said: name } : {}}
            save={forms[asked].title}
            onCancel={() => ask(null)}
            onSave={async ({ said }) => {
              await take(said)
              say.done('已登记')
              ask(null)
            }}
          />
        </Dialog>
      )}
    </li>
  )
}
