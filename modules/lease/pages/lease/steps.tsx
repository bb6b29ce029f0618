/** The steps of a lease: signing with the paper, renewing, ending with the settlement shown first. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { z } from 'zod'
import { endKinds } from '#modules/lease/model.ts'
import { day, oneOf, price, text } from '#platform/fields.ts'
import { command, query, upload } from '#web/client.ts'
import { Field, RecordForm } from '#web/form.tsx'
import { useFrame } from '#web/session.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { Dialog, Notice } from '#web/ui/dialog.tsx'
import { Reasons } from '#web/ui/figure/light.tsx'
import { FileDrop } from '#web/ui/form/file-drop.tsx'
import { FormBox } from '#web/ui/form/form-box.tsx'
import { ChoiceInput, DayInput } from '#web/ui/form/inputs.tsx'
import { Row, Stack } from '#web/ui/frame/page.tsx'
import { yuan } from '../words.ts'
import type { Whole } from './account.tsx'

type StepOf = { of: Whole; open: boolean; onClose: () => void }
const papers = ['.pdf', '.jpg', '.jpeg', '.png', '.docx', '.zip'] as const
const signing = z.object({ signedOn: day('签订日期') })

export function SignDialog({ of: { lease, units }, open, onClose }: StepOf) {
  const say = useSay()
  const today = useFrame()?.today
  const [paper, keep] = useState<File | null>(null)
  const sign = useMutation(command('lease/sign'))
  const signWith = useMutation(upload('lease/sign'))
  const taken = units.filter(({ takenTo }) => takenTo !== null)
  return (
    <Dialog title={`签订租约 ${lease.number}`} open={open} onClose={onClose}>
      <Stack>
        {taken.map(({ unit, name, takenTo }) => (
          <Notice key={unit} tone="warning">
            单元“{name}”已租至 {takenTo}，与本租约的租期重叠。
          </Notice>
        ))}
        <p>
          签订后，{units.map(({ name }) => name).join('、')} 自 {lease.from} 至 {lease.to} 由“{lease.tenant}”承租，条款不再改动。
        </p>
        {paper ? <p>合同扫描件：{paper.name}</p> : <FileDrop title="合同扫描件（可不提供）" endings={papers} onFile={keep} />}
        <RecordForm
          of={signing}
          initial={{ signedOn: today }}
          save="签订"
          onCancel={onClose}
          onSave={async ({ signedOn }) => {
            const input = { id: lease.id, signedOn }
            if (paper) await signWith.mutateAsync({ ...input, file: paper })
            else await sign.mutateAsync(input)
            say.done(`租约 ${lease.number} 已签订`)
            onClose()
          }}
        />
      </Stack>
    </Dialog>
  )
}

const renewing = z.object({ to: day('续租到期日'), rent: price('租金').nullable() })

export function RenewDialog({ of: { lease }, open, onClose }: StepOf) {
  const say = useSay()
  const go = useNavigate()
  const renew = useMutation(command('lease/renew'))
  return (
    <Dialog title={`续租 ${lease.number}`} open={open} onClose={onClose}>
      <Stack>
        <p className="quiet">起草一份新租约，自本租约到期次日起，单元、承租方和条款与本租约相同，可在草稿中修改。</p>
        <RecordForm
          of={renewing}
          hints={{ rent: '留空的，按本租约到期时的租金。' }}
          save="起草续租"
          onCancel={onClose}
          onSave={async ({ to, rent }) => {
            const { id, number } = await renew.mutateAsync({ id: lease.id, to, ...(rent === null ? {} : { rent }) })
            say.done(`已起草续租 ${number}`)
            onClose()
            go(`/office/leases/${id}`)
          }}
        />
      </Stack>
    </Dialog>
  )
}

const { early, breach } = endKinds
const kind = oneOf('终止类型', { early, breach })
const reason = text('终止原因', 500)

/** What is left to settle is reckoned before anything is decided. */
export function EndDialog({ of: { lease }, open, onClose }: StepOf) {
  const say = useSay()
  const today = useFrame()?.today ?? null
  const [on, set] = useState<string | null>(today)
  const [how, choose] = useState<'early' | 'breach'>('early')
  const asked = useQuery({
    ...query('lease/settling', { id: lease.id, on: on ?? '', kind: how }),
    enabled: open && !!on,
    retry: false,
  })
  const end = useMutation(command('lease/end'))
  return (
    <Dialog title={`终止租约 ${lease.number}`} open={open} onClose={onClose}>
      <Stack>
        <Row>
          <span>自</span>
          <div className="lease-narrow">
            <DayInput name="终止日期" value={on} onChange={set} />
          </div>
          <span>起终止，类型</span>
          <ChoiceInput
            name="终止类型"
            width={136}
            choices={Object.entries({ early, breach }).map(([value, label]) => ({ value, label }))}
            value={how}
            onChange={(value) => choose(kind.parse(value))}
          />
        </Row>
        {asked.error && <Notice tone="error">{asked.error.message}</Notice>}
        {asked.data && (
          <Notice
            title={
              asked.data.refund > 0
                ? `应退 ${yuan(asked.data.refund)} 元`
                : asked.data.owed > 0
                  ? `尚欠 ${yuan(asked.data.owed)} 元`
                  : '款项已结清'
            }
          >
            <Reasons of={asked.data.sentences} />
          </Notice>
        )}
        <FormBox
          save="终止租约"
          onCancel={onClose}
          onSave={async (answers) => {
            await end.mutateAsync({ id: lease.id, on: on ?? '', kind: how, reason: reason.parse(answers.reason) })
            say.done(`租约 ${lease.number} 自 ${on} 起终止，单元届时可另行出租`)
            onClose()
          }}
        >
          <Field name="reason" field={reason} />
        </FormBox>
      </Stack>
    </Dialog>
  )
}
