/** What a policy document is: entered, and corrected. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { policy } from '#modules/policy/model.ts'
import { command, query } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useMe } from '#web/session.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import type { Policy } from '../words.ts'

const identity = policy.pick({
  ...{ title: true, level: true, issuer: true, number: true, issuedOn: true, since: true, until: true, org: true, source: true },
})
const entered = identity.extend(policy.pick({ code: true, demonstration: true }).shape)

const hints = {
  code: '小写英文字母和数字，用连字符分开，与条款文件一致，如 example-measures',
  org: '留空由领导小组办公室牵头',
  source: '网址，或所见的出处',
}

/** Units that lead policies; a department leads its own. */
export function useLeads() {
  const { role, org } = useMe()
  const all = useQuery(query('org/list', {})).data ?? []
  return all
    .filter(({ id, kind }) => (role === 'department' ? id === org?.id : kind === 'department' || kind === 'office'))
    .map(({ id, shortName }) => ({ value: id, label: shortName }))
}

export function AddForm({ onDone, onCancel }: { onDone: (id: string) => void; onCancel: () => void }) {
  const leads = useLeads()
  const add = useMutation(command('policy/addDocument'))
  return (
    <RecordForm
      of={entered}
      columns={2}
      initial={{ level: 'district', demonstration: false }}
      choices={{ org: leads }}
      hints={hints}
      save="登记"
      onCancel={onCancel}
      onSave={async (values) => onDone((await add.mutateAsync(values)).id)}
    />
  )
}

export function CorrectForm({ of, onClose }: { of: Policy; onClose: () => void }) {
  const say = useSay()
  const known = useQueryClient()
  const leads = useLeads()
  const revise = useMutation(command('policy/reviseDocument'))
  return (
    <RecordForm
      of={identity}
      columns={2}
      initial={of}
      choices={{ org: leads }}
      hints={{ ...hints, since: of.version ? '已发布条款的，以条款为准' : undefined }}
      onCancel={onClose}
      onSave={async (values) => {
        await revise.mutateAsync({ id: of.id, ...values })
        void known.invalidateQueries()
        say.done('已更正')
        onClose()
      }}
    />
  )
}
