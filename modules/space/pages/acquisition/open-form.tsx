/** Putting an effort to secure space on the board. */
import { useState } from 'react'
import { z } from 'zod'
import { acquisition } from '#modules/space/model.ts'
import { day } from '#platform/fields.ts'
import { RecordForm } from '#web/form.tsx'
import { PaperDrop, usePapered } from '#web/papered.tsx'
import { useFrame } from '#web/session.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Stack } from '#web/ui/frame/page.tsx'
import { useOwnBuildings } from '../record/pickers.tsx'

const { building, name, area, mode, holder, note } = acquisition.shape
const asked = z.object({ building, name, area, since: day('摸排日期'), mode, holder, note })

export function OpenDialog({ open, onClose, of }: { open: boolean; onClose: () => void; of?: string }) {
  const say = useSay()
  const today = useFrame()?.today
  const buildings = useOwnBuildings()
  const [paper, keep] = useState<File | null>(null)
  const send = usePapered('space/openAcquisition')
  return (
    <Dialog title="登记收储项目" open={open} onClose={onClose} wide>
      <Stack>
        <PaperDrop title="摸排资料（可不提供）" file={paper} onFile={keep} />
        <RecordForm
          of={asked}
          initial={{ since: today, building: of }}
          choices={{ building: buildings }}
          hints={{ area: '可分项登记；一幢楼各项目面积合计不超过其建筑面积。', mode: '尚未明确的，签约时再填。' }}
          columns={2}
          save="登记"
          onCancel={onClose}
          onSave={async (values) => {
            await send(values, paper)
            say.done(`已登记“${values.name}”`)
            keep(null)
            onClose()
          }}
        />
      </Stack>
    </Dialog>
  )
}
