/** Naming the one keeper of a building (楼长). */
import { useMutation } from '@tanstack/react-query'
import { z } from 'zod'
import type { Building } from '#modules/space/model.ts'
import { text } from '#platform/fields.ts'
import { command } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'

const asked = z.object({ name: text('楼长', 40), phone: text('楼长电话', 30) })

export function KeeperDialog({ of, open, onClose }: { of: Building; open: boolean; onClose: () => void }) {
  const say = useSay()
  const appoint = useMutation(command('space/appointKeeper'))
  return (
    <Dialog title={of.keeperName ? '更换楼长' : '指定楼长'} open={open} onClose={onClose}>
      <RecordForm
        of={asked}
        initial={{ name: of.keeperName ?? undefined, phone: of.keeperPhone ?? undefined }}
        hints={{ name: '每幢楼宇一名，负责台账的及时准确。', phone: '仅公职人员可见，不对外公布。' }}
        onCancel={onClose}
        onSave={async (values) => {
          await appoint.mutateAsync({ id: of.id, ...values })
          say.done(`已指定${values.name}为楼长`)
          onClose()
        }}
      />
    </Dialog>
  )
}
