/** Use recorded, ended and set right. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { occupancy } from '#modules/space/model.ts'
import { day, text } from '#platform/fields.ts'
import { command } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { PaperDrop, usePapered } from '#web/papered.tsx'
import { useFrame } from '#web/session.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Stack } from '#web/ui/frame/page.tsx'
import { Annul } from '../record/annul.tsx'
import { UnitPicker, type Whom, WhomPicker } from '../record/pickers.tsx'
import type { Stay } from './panel.tsx'

const { area, note } = occupancy.shape
const entered = z.object({ area, since: day('入驻日期'), until: day('退出日期').nullable(), note })
const nobody: Whom = { enterprise: null, occupant: null }

type Enter = { open: boolean; unit: { id: string; area: number } | null; onClose: () => void }
export const EnterDialog = ({ open, unit, onClose }: Enter) => (
  <Dialog title="登记使用" open={open} onClose={onClose} wide>
    {open && <EnterForm unit={unit} onClose={onClose} />}
  </Dialog>
)

function EnterForm({ unit, onClose }: Omit<Enter, 'open'>) {
  const say = useSay()
  const today = useFrame()?.today
  const [picked, pick] = useState(unit)
  const [whom, name] = useState<Whom>(nobody)
  const [file, keep] = useState<File | null>(null)
  const send = usePapered('space/recordOccupancy')
  return (
    <Stack>
      {!unit && <UnitPicker value={picked?.id ?? null} onPick={pick} />}
      <WhomPicker of={whom} onChange={name} />
      <PaperDrop title="佐证材料（入驻确认单、现场照片等）" file={file} onFile={keep} />
      {picked ? (
        <RecordForm
          key={picked.id}
          of={entered}
          initial={{ area: picked.area, since: today }}
          hints={{ until: '仍在使用的留空。', area: `单元面积 ${picked.area} ㎡。` }}
          columns={2}
          save="登记"
          onCancel={onClose}
          onSave={async (values) => {
            await send({ ...values, ...whom, unit: picked.id }, file)
            say.done('使用已登记')
            onClose()
          }}
        />
      ) : (
        <p className="quiet">选择单元后填写面积和日期。</p>
      )}
    </Stack>
  )
}

const left = z.object({ on: day('退出日期'), note })

export function LeaveDialog({ of, onClose }: { of: Stay | null; onClose: () => void }) {
  const say = useSay()
  const today = useFrame()?.today
  const end = useMutation(command('space/endOccupancy'))
  return (
    <Dialog title={of ? `${of.occupant}退出 ${of.unitName}` : ''} open={of !== null} onClose={onClose}>
      {of && (
        <RecordForm
          of={left}
          initial={{ on: today }}
          hints={{ on: '自这一天起不再使用。' }}
          save="办理退出"
          onCancel={onClose}
          onSave={async (values) => {
            await end.mutateAsync({ ...values, unit: of.unit })
            say.done('已办理退出')
            onClose()
          }}
        />
      )}
    </Dialog>
  )
}

const righted = entered.omit({ note: true }).extend({ reason: text('更正理由', 500) })

export const CorrectDialog = ({ of, onClose }: { of: Stay | null; onClose: () => void }) => (
  <Dialog title={of ? `更正 ${of.unitName} 的使用记录` : ''} open={of !== null} onClose={onClose} wide>
    {of && <CorrectForm key={of.id} of={of} onClose={onClose} />}
  </Dialog>
)

function CorrectForm({ of, onClose }: { of: Stay; onClose: () => void }) {
  const say = useSay()
  const [whom, name] = useState<Whom>(of)
  const [file, keep] = useState<File | null>(null)
  const send = usePapered('space/correctOccupancy')
  const annul = useMutation(command('space/annulOccupancy'))
  return (
    <Stack>
      <p className="quiet">原登记作废并保留可查；此前各日已公布的数据不受影响。</p>
      <WhomPicker of={whom} onChange={name} />
      <PaperDrop title="佐证材料（不更换的不提供）" file={file} onFile={keep} />
      <RecordForm
        of={righted}
        initial={{ area: of.area, since: of.since, until: of.until }}
        hints={{ until: '仍在使用的留空。' }}
        columns={2}
        save="更正"
        onCancel={onClose}
        onSave={async (values) => {
          const { enterprise, occupant } = whom
          await send({ ...values, enterprise, occupant, id: of.id }, file)
          say.done('已更正，原登记保留可查')
          onClose()
        }}
      />
      <Annul
        title="从未入驻的，作废这条记录"
        about="作废后视为该单位从未使用该单元。"
        onAnnul={(reason) => annul.mutateAsync({ id: of.id, reason })}
        onClose={onClose}
      />
    </Stack>
  )
}
