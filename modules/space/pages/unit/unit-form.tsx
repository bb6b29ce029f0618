/** The forms of a unit: put on the ledger, kept up, taken out of use. */
import { useMutation } from '@tanstack/react-query'
import { z } from 'zod'
import { unit } from '#modules/space/model.ts'
import { day } from '#platform/fields.ts'
import { command } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useFrame } from '#web/session.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import type { StandingUnit, Storey } from '../ledger/whole.ts'
import { floorName, squares } from '../ledger/words.ts'

const asked = unit.pick({
  name: true,
  use: true,
  area: true,
  netArea: true,
  height: true,
  load: true,
  power: true,
  fitOut: true,
  rent: true,
  fee: true,
  readyOn: true,
  since: true,
  about: true,
})

/** With a storey a new unit of it, with a unit that one. */
type DialogOf = { storey?: Storey | null; of?: StandingUnit; onClose: () => void }

export function UnitDialog({ storey, of, onClose }: DialogOf) {
  const title = storey ? `在${floorName(storey.number)}登记单元` : `更新单元 ${of?.name ?? ''}`
  return (
    <Dialog title={title} open={Boolean(storey || of)} onClose={onClose} wide>
      <Form storey={storey} of={of} onClose={onClose} />
    </Dialog>
  )
}

function Form({ storey, of, onClose }: DialogOf) {
  const say = useSay()
  const today = useFrame()?.today
  const add = useMutation(command('space/addUnit'))
  const change = useMutation(command('space/changeUnit'))
  const free =
    storey && Math.max(0, Math.round((storey.area - storey.units.reduce((sum, { area }) => sum + area, 0)) * 100)) / 100
  return (
    <RecordForm
      of={asked}
      initial={of ?? { use: 'office', since: today, height: storey?.height, load: storey?.load }}
      columns={2}
      hints={{
        area: free === null || free === undefined ? undefined : `该层尚有 ${squares(free)} 未划分单元。`,
        readyOn: '从哪一天起可以交付使用；已可使用的填当天或更早。',
        about: '对外推介时显示。',
      }}
      save={storey ? '登记' : '保存'}
      onCancel={onClose}
      onSave={async (values) => {
        if (storey) await add.mutateAsync({ ...values, floor: storey.id })
        else if (of) await change.mutateAsync({ id: of.id, values })
        say.done(storey ? `已登记单元 ${values.name}` : '单元已更新')
        onClose()
      }}
    />
  )
}

const ending = z.object({ on: day('停用日期') })
export function EndDialog({ of, open, onClose }: { of: StandingUnit; open: boolean; onClose: () => void }) {
  const say = useSay()
  const today = useFrame()?.today
  const end = useMutation(command('space/endUnit'))
  return (
    <Dialog title={`停用单元 ${of.name}`} open={open} onClose={onClose}>
      <RecordForm
        of={ending}
        initial={{ on: today }}
        hints={{ on: '自这一天起不再计入台账；此前各日的数据不受影响。' }}
        save="停用"
        onCancel={onClose}
        onSave={async ({ on }) => {
          await end.mutateAsync({ id: of.id, on })
          say.done(`单元 ${of.name} 已停用`)
          onClose()
        }}
      />
    </Dialog>
  )
}
