/** The form of a floor: put on the ledger, or its measures set right. */
import { useMutation } from '@tanstack/react-query'
import { floor } from '#modules/space/model.ts'
import { command } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import type { Storey } from '../ledger/whole.ts'
import { floorName } from '../ledger/words.ts'

const fresh = floor.omit({ building: true })
const measures = fresh.omit({ number: true })

type FloorOf = { building: string; of: Storey | 'new' | null; onClose: () => void }
export function FloorDialog({ building, of, onClose }: FloorOf) {
  const say = useSay()
  const add = useMutation(command('space/addFloor'))
  const change = useMutation(command('space/changeFloor'))
  const there = of === 'new' || of === null ? null : of
  return (
    <Dialog title={there ? `更新${floorName(there.number)}` : '登记楼层'} open={of !== null} onClose={onClose}>
      {there ? (
        <RecordForm
          of={measures}
          initial={there}
          onCancel={onClose}
          onSave={async (values) => {
            await change.mutateAsync({ id: there.id, values })
            say.done(`${floorName(there.number)}已更新`)
            onClose()
          }}
        />
      ) : (
        <RecordForm
          of={fresh}
          hints={{ number: '地下层填负数，如 -1。' }}
          save="登记"
          onCancel={onClose}
          onSave={async (values) => {
            await add.mutateAsync({ ...values, building })
            say.done(`已登记${floorName(values.number)}`)
            onClose()
          }}
        />
      )}
    </Dialog>
  )
}
