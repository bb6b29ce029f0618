/** Forms of a plan's particulars and of its directions. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { plan as planEntity } from '#modules/plan/model.ts'
import { command, query } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { useDesk } from '../desk.ts'
import type { Plan } from '../kinds.ts'

const described = planEntity.pick({
  title: true,
  documentNumber: true,
  issuer: true,
  issuedOn: true,
  from: true,
  to: true,
  follows: true,
  workingGroups: true,
  copiedTo: true,
})
const directed = planEntity.pick({ directions: true })

const describing = ({
  id,
  title,
  documentNumber,
  issuer,
  issuedOn,
  from,
  to,
  follows,
  directions,
  workingGroups,
  copiedTo,
}: Plan) => ({
  ...{ id, title, documentNumber, issuer, issuedOn, from, to, follows, directions, workingGroups, copiedTo },
})

function useDescribe(onDone: () => void) {
  const { plan } = useDesk().whole
  const say = useSay()
  const describe = useMutation(command('plan/describe'))
  return async (values: Partial<ReturnType<typeof describing>>) => {
    await describe.mutateAsync({ ...describing(plan), ...values })
    say.done('已更正')
    onDone()
  }
}

export function AboutForm({ onDone }: { onDone: () => void }) {
  const { plan } = useDesk().whole
  const save = useDescribe(onDone)
  const others = useQuery(query('plan/list', {})).data ?? []
  const series = new Map(others.filter((other) => other.series !== plan.series).map((other) => [other.series, other.title]))
  return (
    <RecordForm
      of={described}
      initial={plan}
      choices={{ follows: [...series].map(([value, label]) => ({ value, label })) }}
      hints={{ documentNumber: '如：渝府办〔2022〕21号', follows: '前一期方案；进展与读数由此延续' }}
      onSave={save}
      onCancel={onDone}
    />
  )
}

export function DirectionForm({ onDone }: { onDone: () => void }) {
  const { plan } = useDesk().whole
  return <RecordForm of={directed} initial={plan} onSave={useDescribe(onDone)} onCancel={onDone} />
}
