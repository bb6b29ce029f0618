/** Putting an enterprise on file, or one made of part of another; names much like it are shown before anything is recorded. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { z } from 'zod'
import { enterprise, originKinds } from '#modules/enterprise/model.ts'
import { oneOf } from '#platform/fields.ts'
import { command, type Out } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useFrame } from '#web/session.tsx'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Dialog, Notice } from '#web/ui/dialog.tsx'
import { Row, Stack } from '#web/ui/frame/page.tsx'
import { industryChoices, useDirections, useOwnPlace, usePlaces } from '../choices.ts'
import { source } from './groups.ts'

const { 'spun-off': _, ...ways } = originKinds
const asked = enterprise
  .pick({
    creditCode: true,
    name: true,
    status: true,
    legalForm: true,
    town: true,
    zone: true,
    building: true,
    industry: true,
    direction: true,
  })
  .extend({ originKind: oneOf('来源', ways) })
  .extend(
    enterprise.pick({
      settledOn: true,
      registeredOn: true,
      capital: true,
      address: true,
      frequency: true,
      products: true,
      saas: true,
      contact: true,
      phone: true,
    }).shape,
  )
  .extend({ source, asOf: enterprise.shape.asOf })
const askedOfPart = asked.omit({ originKind: true })
type Asked = z.output<typeof asked>
type Part = Omit<Asked, 'originKind'>

type RegisterOf = { open: boolean; onClose: () => void; from?: { id: string; name: string } }
type Alike = Out<'enterprise/register'>['similar']

export function RegisterDialog({ open, onClose, from }: RegisterOf) {
  const [held, hold] = useState<{ values: Asked | Part; similar: Alike } | null>(null)
  const close = () => {
    hold(null)
    onClose()
  }
  const { send, busy } = useSend(from, close, hold)
  return (
    <Dialog title={from ? `分立设立：由“${from.name}”分立` : '登记企业'} open={open} onClose={close} wide>
      {held && (
        <Similar
          of={held.similar}
          busy={busy}
          onBack={() => hold(null)}
          onAnyway={() => void send(held.values, true).catch(() => {})}
        />
      )}
      <div hidden={held !== null}>
        <Form part={from !== undefined} onCancel={close} onSave={(values) => send(values, false)} />
      </div>
    </Dialog>
  )
}

/** Registers; where others on file are alike, what was written is held until it is said to be another. */
function useSend(from: RegisterOf['from'], close: () => void, hold: (held: { values: Asked | Part; similar: Alike }) => void) {
  const go = useNavigate()
  const say = useSay()
  const register = useMutation(command('enterprise/register'))
  const spinOff = useMutation(command('enterprise/spinOff'))
  const send = async (values: Asked | Part, anyway: boolean) => {
    try {
      const { id, similar } = from
        ? await spinOff.mutateAsync({ ...values, from: from.id, anyway })
        : await register.mutateAsync({ ...(values as Asked), anyway }) // without `from` the whole form was asked
      if (!id) return hold({ values, similar })
      close()
      say.done(`已登记“${values.name}”`)
      go(`/office/enterprises/${id}`)
    } catch (error) {
      if (anyway) say.failed(error)
      throw error
    }
  }
  return { send, busy: register.isPending || spinOff.isPending }
}

type FormProps = { part: boolean; onCancel: () => void; onSave: (values: Asked | Part) => Promise<unknown> }
function Form({ part, onCancel, onSave }: FormProps) {
  const today = useFrame()?.today
  const own = useOwnPlace()
  const { towns, zones } = usePlaces()
  const directions = useDirections()
  const shared = {
    initial: { status: 'active', legalForm: 'limited', frequency: 'month', source: 'visit', asOf: today, ...own } as const,
    columns: 2 as const,
    choices: { town: towns, zone: zones, industry: industryChoices, direction: directions },
    hints: {
      creditCode: '营业执照上的 18 位代码，录入时校验。',
      industry: '《国民经济行业分类》四位代码。',
      settledOn: '在本区开始经营之日，不能晚于今天。',
    },
    onCancel,
    save: '登记',
  }
  return part ? (
    <RecordForm key={own.zone} of={askedOfPart} {...shared} onSave={onSave} />
  ) : (
    <RecordForm key={own.zone} of={asked} {...shared} onSave={onSave} />
  )
}

type SimilarOf = { of: Alike; busy: boolean; onBack: () => void; onAnyway: () => void }
const Similar = ({ of, busy, onBack, onAnyway }: SimilarOf) => (
  <Stack>
    <Notice tone="warning" title="台账中有名称相近的企业，请核对是否为同一家">
      <ul className="reasons">
        {of.map(({ name, where }) => (
          <li key={name}>
            {name}（{where}）
          </li>
        ))}
      </ul>
    </Notice>
    <Row>
      <Act main busy={busy} onClick={onAnyway}>
        不是同一家，继续登记
      </Act>
      <Act onClick={onBack}>返回修改</Act>
    </Row>
  </Stack>
)
