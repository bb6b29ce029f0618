/** Putting a carrier, a park of buildings, on the ledger. */
import { useMutation } from '@tanstack/react-query'
import { useOwnPlace, usePlaces } from '#modules/enterprise/pages/choices.ts'
import { carrier } from '#modules/space/model.ts'
import { command } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'

export function CarrierDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const say = useSay()
  const own = useOwnPlace()
  const { towns, zones } = usePlaces()
  const save = useMutation(command('space/saveCarrier'))
  return (
    <Dialog title="登记载体" open={open} onClose={onClose}>
      <RecordForm
        key={own.zone}
        of={carrier}
        initial={own}
        choices={{ town: towns, zone: zones }}
        hints={{ name: '若干幢楼宇所在的园区，如某某产业园。' }}
        onCancel={onClose}
        save="登记"
        onSave={async (values) => {
          await save.mutateAsync(values)
          say.done(`已登记“${values.name}”`)
          onClose()
        }}
      />
    </Dialog>
  )
}
