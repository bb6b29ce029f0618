/** Stages of an effort set right: one recorded wrongly, or the last step taken back. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { acquisitionStages } from '#modules/space/flow.ts'
import { acquisition } from '#modules/space/model.ts'
import { day, text } from '#platform/fields.ts'
import { command } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { PaperDrop, usePapered } from '#web/papered.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Stack } from '#web/ui/frame/page.tsx'
import type { Shown, Told } from '../acquisition.tsx'

const { area, mode } = acquisition.shape
const reason = text('理由', 500)
const righted = z.object({ since: day('进入日期'), area, mode, reason })

export const RectifyDialog = ({ of, wrong, onClose }: { of: Shown; wrong: Told | null; onClose: () => void }) => (
  <Dialog title={wrong ? `更正“${acquisitionStages[wrong.stage]}”` : ''} open={wrong !== null} onClose={onClose} wide>
    {wrong && <Rectify key={wrong.id} of={of} wrong={wrong} onClose={onClose} />}
  </Dialog>
)

function Rectify({ of, wrong, onClose }: { of: Shown; wrong: Told; onClose: () => void }) {
  const say = useSay()
  const [file, keep] = useState<File | null>(null)
  const send = usePapered('space/rectifyStage')
  return (
    <Stack>
      <p className="quiet">原登记作废并保留可查；此前各日已公布的数据不受影响。</p>
      <PaperDrop title="佐证材料（不更换的不提供）" file={file} onFile={keep} />
      <RecordForm
        of={righted}
        initial={{ since: wrong.since, area: wrong.area, mode: wrong.mode }}
        columns={2}
        save="更正"
        onCancel={onClose}
        onSave={async (values) => {
          await send({ ...values, id: of.effort.id, stage: wrong.id }, file)
          say.done('已更正，原登记保留可查')
          onClose()
        }}
      />
    </Stack>
  )
}

const undone = z.object({ area, reason })

export function UndoDialog({ of, open, onClose }: { of: Shown; open: boolean; onClose: () => void }) {
  const say = useSay()
  const undo = useMutation(command('space/undoStage'))
  const [before, last] = of.way.slice(-2)
  return (
    <Dialog title="撤销最近一步" open={open} onClose={onClose}>
      {before && last && (
        <Stack>
          <p className="quiet">
            “{acquisitionStages[last.stage]}”登记有误时办理，项目回到“{acquisitionStages[before.stage]}
            ”。不再推进的，请办理“终止收储”。
          </p>
          <RecordForm
            of={undone}
            initial={{ area: before.area }}
            hints={{ area: '撤销后的项目面积；已分出余下部分的，不含该部分。' }}
            save="撤销"
            onCancel={onClose}
            onSave={async (values) => {
              await undo.mutateAsync({ ...values, id: of.effort.id })
              say.done('已撤销，原登记保留可查')
              onClose()
            }}
          />
        </Stack>
      )}
    </Dialog>
  )
}
