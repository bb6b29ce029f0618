/** A call of a level above, entered and corrected. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { upperCall } from '#modules/policy/model.ts'
import { command } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useFrame, useMe } from '#web/session.tsx'
import { useLeads } from '../policy/document-form.tsx'
import type { Call } from '../words.ts'

const fields = upperCall.omit({ file: true })

type FormOf = { of?: Call; onDone: (id: string) => void; onCancel: () => void }

export function CallForm({ of, onDone, onCancel }: FormOf) {
  const { role, org } = useMe()
  const today = useFrame()?.today
  const known = useQueryClient()
  const leads = useLeads()
  const open = useMutation(command('policy/openCall'))
  const revise = useMutation(command('policy/reviseCall'))
  return (
    <RecordForm
      of={fields}
      columns={2}
      initial={of ?? { level: 'city', openedOn: today, org: role === 'department' ? (org?.id ?? undefined) : undefined }}
      choices={{ org: leads }}
      hints={{ innerDeadline: '企业向本区报送的最后一天，不晚于申报截止', most: '没有限额的留空' }}
      onCancel={onCancel}
      onSave={async (values) => {
        const { id } = await (of ? revise.mutateAsync({ id: of.id, ...values }) : open.mutateAsync(values))
        void known.invalidateQueries()
        onDone(id)
      }}
    />
  )
}
