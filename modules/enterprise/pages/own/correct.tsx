/** What the enterprise may correct itself: its products and how to reach it. */
import { useMutation } from '@tanstack/react-query'
import { enterprise } from '#modules/enterprise/model.ts'
import { text } from '#platform/fields.ts'
import { command } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import type { WholeFile } from '../whole.ts'

const asked = enterprise
  .pick({ contact: true, phone: true, address: true, products: true })
  .extend({ reason: text('理由', 500).nullable() })

type CorrectOf = { of: WholeFile; open: boolean; onClose: () => void }

export function CorrectDialog({ of: { file }, open, onClose }: CorrectOf) {
  const say = useSay()
  const correct = useMutation(command('enterprise/correctOwn'))
  return (
    <Dialog title="更正联系信息" open={open} onClose={onClose}>
      <RecordForm
        of={asked}
        initial={{ contact: file.contact, phone: file.phone, address: file.address, products: file.products }}
        hints={{ reason: '改动登记机关登记的注册地址时，须写明理由。' }}
        onCancel={onClose}
        onSave={async ({ reason, ...given }) => {
          const changed = Object.entries(given).filter(([key, value]) => value !== file[key as keyof typeof given])
          if (!changed.length) return onClose()
          await correct.mutateAsync({ values: Object.fromEntries(changed), reason: reason ?? undefined })
          say.done(`已更正 ${changed.length} 项，来源记为企业填报`)
          onClose()
        }}
      />
    </Dialog>
  )
}
