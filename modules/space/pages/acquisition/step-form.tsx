/** The next step of an effort, with its day, its area, its paper, and what becomes of the rest. */
import { useState } from 'react'
import { z } from 'zod'
import { acquisitionFlow } from '#modules/space/flow.ts'
import { acquisition } from '#modules/space/model.ts'
import { day, oneOf, text } from '#platform/fields.ts'
import { RecordForm } from '#web/form.tsx'
import { PaperDrop, usePapered } from '#web/papered.tsx'
import { useFrame } from '#web/session.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Stack } from '#web/ui/frame/page.tsx'
import type { Shown } from '../acquisition.tsx'

export type StepName = keyof typeof acquisitionFlow.steps

const { area, mode, holder, note } = acquisition.shape
const rests = { gone: '不再收储', stays: '留在当前阶段，另立项目' } as const
const rest = oneOf('余下部分', rests).nullable()
const on = day('办理日期')
const bare = z.object({ on, area, rest, note })
const bound = z.object({ on, area, mode: mode.unwrap(), holder: holder.unwrap(), rest, note })
const dropped = z.object({ on, area, rest, note: text('终止原因', 500) })
type Given = z.output<typeof bare> & Partial<z.output<typeof bound>>

type Of = { of: Shown; step: StepName | null; onClose: () => void }
export const StepDialog = ({ of, step, onClose }: Of) => (
  <Dialog title={step ? acquisitionFlow.steps[step].label : ''} open={step !== null} onClose={onClose} wide>
    {step && <Step key={step} of={of} step={step} onClose={onClose} />}
  </Dialog>
)

function Step({ of: { effort, steps }, step, onClose }: { of: Shown; step: StepName; onClose: () => void }) {
  const say = useSay()
  const today = useFrame()?.today
  const [file, keep] = useState<File | null>(null)
  const send = usePapered('space/stepAcquisition')
  const paper = steps.find((one) => one.step === step)?.paper ?? null
  const hand = async ({ rest, ...values }: Given) => {
    const { rest: left } = await send({ ...values, id: effort.id, step, restStays: rest === 'stays' }, file)
    say.done(
      left ? `已办理“${acquisitionFlow.steps[step].label}”，余下部分已另立项目` : `已办理“${acquisitionFlow.steps[step].label}”`,
    )
    onClose()
  }
  const shared = {
    initial: { on: today, area: effort.area, mode: effort.mode ?? undefined, holder: effort.holder ?? undefined },
    hints: { area: `当前 ${effort.area} ㎡。`, rest: '本次办理面积小于当前面积时选择。' },
    columns: 2,
    save: acquisitionFlow.steps[step].label,
    onCancel: onClose,
  } as const
  return (
    <Stack>
      <PaperDrop title={paper ?? '佐证材料（可不提供）'} file={file} onFile={keep} />
      {step === 'drop' ? (
        <RecordForm {...shared} of={dropped} onSave={hand} />
      ) : paper ? (
        <RecordForm {...shared} of={bound} onSave={hand} />
      ) : (
        <RecordForm {...shared} of={bare} onSave={hand} />
      )}
    </Stack>
  )
}
