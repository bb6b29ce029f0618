/** A shared room put on the ledger, or what is known of it brought up to date. */
import { useMutation } from '@tanstack/react-query'
import { useOwnBuildings } from '#modules/space/pages/record/pickers.tsx'
import { sharedRoom } from '#modules/upkeep/model.ts'
import { command } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import type { Room } from './strip.tsx'

type DialogOf = { of: Room | 'new' | null; onClose: () => void }

export const RoomDialog = ({ of, onClose }: DialogOf) => (
  <Dialog title={of === 'new' ? '登记共享设施' : `更新${of?.name ?? ''}`} open={of !== null} onClose={onClose}>
    {of === 'new' && <Add onClose={onClose} />}
    {of !== null && of !== 'new' && <Change of={of} onClose={onClose} />}
  </Dialog>
)

const added = sharedRoom.omit({ zone: true })
const changed = added.omit({ building: true })
const hints = {
  opensAt: '整点，0—23',
  closesAt: '整点，1—24',
  open: '停用或维修期间选“否”，已有预订不受影响。',
}

function Add({ onClose }: Pick<DialogOf, 'onClose'>) {
  const say = useSay()
  const add = useMutation(command('upkeep/addRoom'))
  return (
    <RecordForm
      of={added}
      choices={{ building: useOwnBuildings() }}
      initial={{ kind: 'meeting', opensAt: 9, closesAt: 18, open: true }}
      hints={hints}
      columns={2}
      save="登记"
      onCancel={onClose}
      onSave={async (values) => {
        await add.mutateAsync(values)
        say.done(`已登记“${values.name}”`)
        onClose()
      }}
    />
  )
}

function Change({ of, onClose }: { of: Room; onClose: () => void }) {
  const say = useSay()
  const change = useMutation(command('upkeep/changeRoom'))
  return (
    <RecordForm
      of={changed}
      initial={of}
      hints={hints}
      columns={2}
      onCancel={onClose}
      onSave={async (values) => {
        await change.mutateAsync({ id: of.id, values })
        say.done(`“${values.name}”已更新`)
        onClose()
      }}
    />
  )
}
