/** The steps of a matter: each asks for what it needs and no more. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { moveInFlow } from '#modules/movein/flow.ts'
import { day, text } from '#platform/fields.ts'
import { command } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { PaperDrop, usePapered } from '#web/papered.tsx'
import { useFrame } from '#web/session.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Stack } from '#web/ui/frame/page.tsx'
import { squareMetres, type Whole } from '../words.ts'
import { CompleteForm } from './complete.tsx'

export type StepName = Whole['next'][number]['step']
type StepOf = { of: Whole; onClose: () => void }

/** Steps that are taken elsewhere on the page: by choosing rooms, and by what came of a viewing. */
export const elsewhere: readonly StepName[] = ['offer', 'view']

export function StepDialog({ of, step, onClose }: StepOf & { step: StepName | null }) {
  if (step === null || elsewhere.includes(step)) return null
  return (
    <Dialog title={moveInFlow.steps[step].label} wide={step === 'complete'} open onClose={onClose}>
      <StepForm of={of} step={step} onClose={onClose} />
    </Dialog>
  )
}

function StepForm({ of, step, onClose }: StepOf & { step: StepName }) {
  if (step === 'apply') return <Apply of={of} onClose={onClose} />
  if (step === 'agree') return <Agree of={of} onClose={onClose} />
  if (step === 'contract') return <Contract of={of} onClose={onClose} />
  if (step === 'handOver') return <HandOver of={of} onClose={onClose} />
  if (step === 'complete') return <CompleteForm of={of} onClose={onClose} />
  return <Opinion of={of} step={step} onClose={onClose} />
}

const opinions = {
  return: z.object({ opinion: text('退回原因', 1000) }),
  approve: z.object({ opinion: text('审核意见', 1000).nullable() }),
  submit: z.object({ opinion: text('提请理由', 1000) }),
  refuse: z.object({ opinion: text('原因', 500) }),
  withdraw: z.object({ opinion: text('撤回原因', 500) }),
}
function Opinion({ of: { matter }, step, onClose }: StepOf & { step: StepName }) {
  const say = useSay()
  const back = useMutation(command('movein/giveBack'))
  const approve = useMutation(command('movein/approve'))
  const submit = useMutation(command('movein/submit'))
  const refuse = useMutation(command('movein/refuse'))
  const withdraw = useMutation(command('movein/withdraw'))
  const { id } = matter
  const take = (opinion: string | null) => {
    if (step === 'approve') return approve.mutateAsync({ id, opinion })
    if (step === 'return') return back.mutateAsync({ id, opinion: opinion ?? '' })
    if (step === 'submit') return submit.mutateAsync({ id, opinion: opinion ?? '' })
    if (step === 'refuse') return refuse.mutateAsync({ id, reason: opinion ?? '' })
    return withdraw.mutateAsync({ id, reason: opinion ?? '' })
  }
  const { label } = moveInFlow.steps[step]
  return (
    <RecordForm
      of={opinions[step as keyof typeof opinions] as z.ZodObject<{ opinion: z.ZodNullable<z.ZodString> }>}
      save={label}
      onCancel={onClose}
      onSave={async ({ opinion }) => {
        await take(opinion)
        say.done(`已${label}`)
        onClose()
      }}
    />
  )
}

const applying = z.object({ opinion: text('申请说明', 1000).nullable() })
function Apply({ of: { matter, units, area }, onClose }: StepOf) {
  const say = useSay()
  const [paper, keep] = useState<File | null>(null)
  const apply = usePapered('movein/apply')
  return (
    <Stack>
      <p>
        申请入驻 {units.map(({ name }) => name).join('、')}，共 {squareMetres(area)}。提交后由园城审核。
      </p>
      <PaperDrop title="申请材料（可不提供）" file={paper} onFile={keep} />
      <RecordForm
        of={applying}
        save="提交申请"
        onCancel={onClose}
        onSave={async ({ opinion }) => {
          await apply({ id: matter.id, opinion }, paper)
          say.done('已提交申请')
          onClose()
        }}
      />
    </Stack>
  )
}

const agreeing = z.object({ opinion: text('会商意见', 1000) })
function Agree({ of: { matter }, onClose }: StepOf) {
  const say = useSay()
  const [paper, keep] = useState<File | null>(null)
  const agree = usePapered('movein/agree')
  return (
    <Stack>
      <PaperDrop title="会商纪要（可不提供）" file={paper} onFile={keep} />
      <RecordForm
        of={agreeing}
        save="会商通过"
        onCancel={onClose}
        onSave={async ({ opinion }) => {
          await agree({ id: matter.id, opinion }, paper)
          say.done('已登记会商通过')
          onClose()
        }}
      />
    </Stack>
  )
}

const signing = z.object({ signedOn: day('签订日期') })
function Contract({ of: { matter, lease }, onClose }: StepOf) {
  const say = useSay()
  const today = useFrame()?.today
  const [paper, keep] = useState<File | null>(null)
  const sign = usePapered('movein/contract')
  return (
    <Stack>
      <p>
        合同 {lease?.number}，租期 {lease?.from} 至 {lease?.to}。登记签订后，单元由该企业承租，条款不再改动。
      </p>
      <PaperDrop title="合同扫描件（可不提供）" file={paper} onFile={keep} />
      <RecordForm
        of={signing}
        initial={{ signedOn: today }}
        save="登记签订"
        onCancel={onClose}
        onSave={async ({ signedOn }) => {
          await sign({ id: matter.id, signedOn }, paper)
          say.done('合同已签订')
          onClose()
        }}
      />
    </Stack>
  )
}

const handing = z.object({ handedOn: day('交付日期'), note: text('说明', 300).nullable() })
function HandOver({ of: { matter }, onClose }: StepOf) {
  const say = useSay()
  const today = useFrame()?.today
  const [paper, keep] = useState<File | null>(null)
  const hand = usePapered('movein/handOver')
  return (
    <Stack>
      <p>登记交付后，系统列出网络、装修、注册、社保、统计等入驻清单，分送各责任单位。</p>
      <PaperDrop title="交付确认单" file={paper} onFile={keep} />
      <RecordForm
        of={handing}
        initial={{ handedOn: today }}
        save="登记交付"
        onCancel={onClose}
        onSave={async ({ handedOn, note }) => {
          await hand({ id: matter.id, handedOn, note }, paper)
          say.done('已登记交付')
          onClose()
        }}
      />
    </Stack>
  )
}
