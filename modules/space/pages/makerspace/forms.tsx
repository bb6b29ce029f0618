/** Dual-innovation space entered, given up and set right. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { useOwnPlace, usePlaces } from '#modules/enterprise/pages/choices.ts'
import { makerspace } from '#modules/space/model.ts'
import { day, text } from '#platform/fields.ts'
import { command } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { PaperDrop, usePapered } from '#web/papered.tsx'
import { useFrame } from '#web/session.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Stack } from '#web/ui/frame/page.tsx'
import type { Entry } from '../makerspaces.tsx'
import { Annul } from '../record/annul.tsx'
import { useOwnBuildings } from '../record/pickers.tsx'

const { name, kind, building, zone, town, operator, area, note } = makerspace.shape
const started = z.object({ name, kind, building, zone, town: town.nullable(), operator, area, since: day('投用日期'), note })

export function StartDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const say = useSay()
  const today = useFrame()?.today
  const buildings = useOwnBuildings()
  const own = useOwnPlace()
  const { towns, zones } = usePlaces()
  const [file, keep] = useState<File | null>(null)
  const send = usePapered('space/startMakerspace')
  return (
    <Dialog title="登记双创空间" open={open} onClose={onClose} wide>
      <Stack>
        <PaperDrop title="佐证材料（验收单、授牌文件、现场照片等）" file={file} onFile={keep} />
        <RecordForm
          key={own.zone}
          of={started}
          initial={{ since: today, ...(own.zone && { zone: own.zone }) }}
          choices={{ building: buildings, zone: zones, town: towns }}
          hints={{ building: '在楼宇台账中的，选择楼宇即可；园城和镇街随楼宇。', name: '分期建设的，在名称中注明期次。' }}
          columns={2}
          save="登记"
          onCancel={onClose}
          onSave={async (values) => {
            await send(values, file)
            say.done(`已登记“${values.name}”`)
            keep(null)
            onClose()
          }}
        />
      </Stack>
    </Dialog>
  )
}

const stopped = z.object({ on: day('停用日期'), note })

export function StopDialog({ of, onClose }: { of: Entry | null; onClose: () => void }) {
  const say = useSay()
  const today = useFrame()?.today
  const stop = useMutation(command('space/stopMakerspace'))
  return (
    <Dialog title={of ? `停用“${of.name}”` : ''} open={of !== null} onClose={onClose}>
      {of && (
        <RecordForm
          of={stopped}
          initial={{ on: today }}
          hints={{ on: '自这一天起不再计入。' }}
          save="停用"
          onCancel={onClose}
          onSave={async (values) => {
            await stop.mutateAsync({ ...values, id: of.id })
            say.done('已停用')
            onClose()
          }}
        />
      )}
    </Dialog>
  )
}

const righted = z.object({
  name,
  kind,
  operator,
  area,
  since: day('投用日期'),
  until: day('停用日期').nullable(),
  reason: text('更正理由', 500),
})

export const CorrectSpaceDialog = ({ of, onClose }: { of: Entry | null; onClose: () => void }) => (
  <Dialog title={of ? `更正“${of.name}”` : ''} open={of !== null} onClose={onClose} wide>
    {of && <CorrectForm key={of.id} of={of} onClose={onClose} />}
  </Dialog>
)

function CorrectForm({ of, onClose }: { of: Entry; onClose: () => void }) {
  const say = useSay()
  const [file, keep] = useState<File | null>(null)
  const send = usePapered('space/correctMakerspace')
  const annul = useMutation(command('space/annulMakerspace'))
  return (
    <Stack>
      <p className="quiet">原登记作废并保留可查；此前各日已公布的数据不受影响。</p>
      <PaperDrop title="佐证材料（不更换的不提供）" file={file} onFile={keep} />
      <RecordForm
        of={righted}
        initial={{ name: of.name, kind: of.kind, operator: of.operator, area: of.area, since: of.since, until: of.until }}
        hints={{ until: '仍在使用的留空。' }}
        columns={2}
        save="更正"
        onCancel={onClose}
        onSave={async (values) => {
          await send({ ...values, id: of.id }, file)
          say.done('已更正，原登记保留可查')
          onClose()
        }}
      />
      <Annul
        title="从未投用的，作废这条登记"
        about="作废后视为从未投用。"
        onAnnul={(reason) => annul.mutateAsync({ id: of.id, reason })}
        onClose={onClose}
      />
    </Stack>
  )
}
