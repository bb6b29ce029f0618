/** The opinions of the departments that are asked, side by side; one's own is given here. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { opinions } from '#modules/claim/model.ts'
import { amount, oneOf, text } from '#platform/fields.ts'
import { command } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { fenOf } from '#web/money.ts'
import { useFrame } from '#web/session.tsx'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Mark, type Tone } from '#web/ui/figure/light.tsx'
import { Panel } from '#web/ui/frame/page.tsx'
import { money, type Whole } from '../words.ts'
import '../claim.css'

const tones: Record<keyof typeof opinions, Tone> = { agree: 'good', reduce: 'warn', refuse: 'bad', absent: 'quiet' }
const form = z.object({
  opinion: oneOf('意见', opinions),
  amount: amount('建议金额', '元').nullable(),
  text: text('说明', 1000).nullable(),
})

export function Opinions({ of: { claim, opinions: given } }: { of: Whole }) {
  const say = useSay()
  const today = useFrame()?.today
  const [open, turn] = useState(false)
  const opine = useMutation(command('claim/opine'))
  if (!given.length) return null
  const own = given.find(({ mine }) => mine)
  const waiting = given.filter(({ opinion }) => opinion === null).length
  return (
    <Panel
      title={waiting ? `会审意见（${given.length - waiting}/${given.length}）` : '会审意见'}
      flush
      actions={
        own && (
          <Act main={own.opinion === null} onClick={() => turn(true)}>
            {own.opinion === null ? '提出意见' : '修改意见'}
          </Act>
        )
      }
    >
      <ul className="claim-lines">
        {given.map(({ id, departmentName, opinion, amount, text, givenOn, by, dueOn }) => (
          <li key={id}>
            <span className="name">
              {departmentName}
              {text && <div>{text}</div>}
              <div className="quiet claim-small">
                {givenOn ? `${by ?? ''} ${givenOn}` : `请于 ${dueOn} 前提出`}
                {givenOn === null && today !== undefined && dueOn < today && '，已逾期'}
              </div>
            </span>
            {amount !== null && <span className="number">建议 {money(amount)}</span>}
            {opinion ? <Mark tone={tones[opinion]}>{opinions[opinion]}</Mark> : <Mark>未提出</Mark>}
          </li>
        ))}
      </ul>
      <Dialog title="会审意见" open={open} onClose={() => turn(false)}>
        <RecordForm
          of={form}
          initial={own ? { opinion: own.opinion ?? 'agree', text: own.text } : {}}
          hints={{ amount: '仅在核减时填写', text: '核减或不同意的，须说明理由' }}
          save="提出"
          onCancel={() => turn(false)}
          onSave={async ({ opinion, amount, text }) => {
            await opine.mutateAsync({ id: claim.id, opinion, amount: fenOf(amount), text })
            say.done('意见已提出')
            turn(false)
          }}
        />
      </Dialog>
    </Panel>
  )
}
