/** Several units that lie beside one another become one. */
import { useMutation } from '@tanstack/react-query'
import { z } from 'zod'
import { unit } from '#modules/space/model.ts'
import { day } from '#platform/fields.ts'
import { command } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useFrame } from '#web/session.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Stack } from '#web/ui/frame/page.tsx'
import type { StandingUnit } from '../ledger/whole.ts'
import { squares } from '../ledger/words.ts'

const asked = z.object({ name: unit.shape.name, on: day('合并日期') })

type MergeOf = { units: StandingUnit[]; open: boolean; onClose: () => void; onDone: () => void }
export function MergeDialog({ units, open, onClose, onDone }: MergeOf) {
  const say = useSay()
  const today = useFrame()?.today
  const merge = useMutation(command('space/mergeUnits'))
  const area = units.reduce((sum, { area }) => sum + Math.round(area * 100), 0) / 100
  return (
    <Dialog title="合并单元" open={open} onClose={onClose}>
      <Stack>
        <p>
          {units.map(({ name }) => name).join('、')} 合并为一个单元，建筑面积 {squares(area)}。原单元自合并之日起停用，历史保留。
        </p>
        <RecordForm
          of={asked}
          initial={{ name: units[0]?.name, on: today }}
          hints={{ name: '可沿用其中一个单元号。' }}
          save="合并"
          onCancel={onClose}
          onSave={async ({ name, on }) => {
            await merge.mutateAsync({ ids: units.map(({ id }) => id), name, on })
            say.done(`已合并为单元 ${name}`)
            onDone()
            onClose()
          }}
        />
      </Stack>
    </Dialog>
  )
}
