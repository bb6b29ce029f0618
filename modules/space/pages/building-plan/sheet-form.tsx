/** The words of a sheet: written anew from a day on, or changed where they stand. */
import { useMutation } from '@tanstack/react-query'
import { useDirections } from '#modules/enterprise/pages/choices.ts'
import { buildingPlan } from '#modules/space/model.ts'
import { command } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useFrame } from '#web/session.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import type { Shown } from '../building-plan.tsx'

const words = buildingPlan.pick({ positioning: true, tenants: true, directions: true, goal: true })
const dated = buildingPlan.pick({ since: true, positioning: true, tenants: true, directions: true, goal: true })

type Of = { of: Shown; writing: 'new' | 'edit' | null; onClose: () => void }
export function SheetDialog({ of: { building, sheet }, writing, onClose }: Of) {
  const say = useSay()
  const today = useFrame()?.today
  const directions = useDirections()
  const write = useMutation(command('space/writeBuildingPlan'))
  const edit = useMutation(command('space/editBuildingPlan'))
  const given = sheet
    ? { positioning: sheet.positioning, tenants: sheet.tenants, directions: sheet.directions, goal: sheet.goal }
    : {}
  const title = writing === 'edit' ? '修改一楼一策' : sheet ? '编制新版本' : '编制一楼一策'
  return (
    <Dialog title={title} open={writing !== null} onClose={onClose} wide>
      {writing === 'new' && (
        <RecordForm
          of={dated}
          initial={{ ...given, since: today }}
          choices={{ directions }}
          hints={{ since: sheet ? '现有版本执行到前一日；未终止的措施转入新版本。' : '自这一天起执行。' }}
          onCancel={onClose}
          onSave={async (values) => {
            await write.mutateAsync({ ...values, building: building.id })
            say.done('已编制')
            onClose()
          }}
        />
      )}
      {writing === 'edit' && sheet && (
        <RecordForm
          of={words}
          initial={given}
          choices={{ directions }}
          onCancel={onClose}
          onSave={async (values) => {
            await edit.mutateAsync({ ...values, id: sheet.id })
            say.done('已修改')
            onClose()
          }}
        />
      )}
    </Dialog>
  )
}
