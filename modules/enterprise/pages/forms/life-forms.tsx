/** The forms of life events: a move within the district, leaving it, coming back, and a record set right. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { endings, presence } from '#modules/enterprise/model.ts'
import { day, oneOf, text } from '#platform/fields.ts'
import { command, upload } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useFrame } from '#web/session.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { FileDrop } from '#web/ui/form/file-drop.tsx'
import { Stack } from '#web/ui/frame/page.tsx'
import { industryChoices, useDirections, useOwnPlace, usePlaces } from '../choices.ts'
import type { WholeFile } from '../whole.ts'
import { MergedInto } from './merged-into.tsx'

export type Event = 'move' | 'leave' | 'resettle' | 'rectify'
export const eventTitles: Record<Event, string> = {
  move: '办理区内迁移',
  leave: '办理离区',
  resettle: '重新落户',
  rectify: '更正在区记录',
}
type EventOf = { of: WholeFile; event: Event | null; onClose: () => void }

export const LifeDialog = ({ of, event, onClose }: EventOf) => (
  <Dialog title={event ? eventTitles[event] : ''} open={event !== null} onClose={onClose} wide>
    {(event === 'move' || event === 'resettle') && <Arrive of={of} back={event === 'resettle'} onClose={onClose} />}
    {event === 'leave' && <Leave of={of} onClose={onClose} />}
    {event === 'rectify' && <Rectify of={of} onClose={onClose} />}
  </Dialog>
)

type FormOf = { of: WholeFile; onClose: () => void }
const { town, zone, building } = presence.shape
const endingsOf = ['.pdf', '.jpg', '.jpeg', '.png', '.docx', '.zip'] as const

/** One paper that shows it; may be left out. */
function Paper({ file, onFile }: { file: File | null; onFile: (file: File) => void }) {
  return file ? <p>佐证材料：{file.name}</p> : <FileDrop title="佐证材料（可不提供）" endings={endingsOf} onFile={onFile} />
}

const arrival = (word: string) => z.object({ town, zone, building, on: day(word), reason: text('说明', 500).nullable() })

function Arrive({ of: { file }, back, onClose }: FormOf & { back: boolean }) {
  const say = useSay()
  const today = useFrame()?.today
  const own = useOwnPlace()
  const { towns, zones } = usePlaces()
  const [paper, keep] = useState<File | null>(null)
  const move = useMutation(command('enterprise/move'))
  const moveShown = useMutation(upload('enterprise/move'))
  const settle = useMutation(command('enterprise/resettle'))
  const settleShown = useMutation(upload('enterprise/resettle'))
  const shape = arrival(back ? '落户日期' : '迁移日期')
  const place = back ? own : { town: file.town, zone: file.zone, building: file.building }
  return (
    <Stack>
      <Paper file={paper} onFile={keep} />
      <RecordForm
        key={place.zone}
        of={shape}
        initial={{ ...place, on: today }}
        choices={{ town: towns, zone: zones }}
        columns={2}
        save={back ? '重新落户' : '办理迁移'}
        onCancel={onClose}
        onSave={async ({ reason, ...to }) => {
          const input = { ...to, id: file.id, reason: reason ?? undefined }
          if (paper) await (back ? settleShown : moveShown).mutateAsync({ ...input, file: paper })
          else await (back ? settle : move).mutateAsync(input)
          say.done(back ? '已重新落户' : '迁移已记入档案')
          onClose()
        }}
      />
    </Stack>
  )
}

const ways = { left: endings.left, merged: endings.merged, closed: endings.closed }
const leaving = z.object({
  how: oneOf('离区方式', ways),
  on: day('离区日期'),
  destination: presence.shape.destination,
  reason: text('说明', 500),
})

function Leave({ of: { file }, onClose }: FormOf) {
  const say = useSay()
  const today = useFrame()?.today
  const [paper, keep] = useState<File | null>(null)
  const [into, merge] = useState<string | null>(null)
  const leave = useMutation(command('enterprise/leave'))
  const leaveShown = useMutation(upload('enterprise/leave'))
  return (
    <Stack>
      <Paper file={paper} onFile={keep} />
      <MergedInto except={file.id} value={into} onChange={merge} />
      <RecordForm
        of={leaving}
        initial={{ on: today }}
        columns={2}
        hints={{ on: '自这一天起不再在区。', destination: '迁出本区的，填写迁往哪里。' }}
        save="办理离区"
        onCancel={onClose}
        onSave={async (values) => {
          const input = { ...values, id: file.id, into }
          if (paper) await leaveShown.mutateAsync({ ...input, file: paper })
          else await leave.mutateAsync(input)
          say.done('离区已记入档案')
          onClose()
        }}
      />
    </Stack>
  )
}

const { industry, direction, saas, since, until } = presence.shape
const righted = z.object({ town, zone, building, industry, direction, saas, since, until, reason: text('更正理由', 500) })

function Rectify({ of: { file, stretches }, onClose }: FormOf) {
  const say = useSay()
  const { towns, zones } = usePlaces()
  const directions = useDirections()
  const rectify = useMutation(command('enterprise/rectify'))
  return (
    <Stack>
      <p className="quiet">最近一段在区记录按下列内容重新登记，原记录作废并保留可查；此前各日的统计不受影响。</p>
      <RecordForm
        of={righted}
        initial={{ ...stretches.at(-1), reason: undefined }}
        choices={{ town: towns, zone: zones, industry: industryChoices, direction: directions }}
        columns={2}
        hints={{ until: '仍在区的留空。' }}
        save="更正"
        onCancel={onClose}
        onSave={async (values) => {
          await rectify.mutateAsync({ ...values, id: file.id })
          say.done('在区记录已更正')
          onClose()
        }}
      />
    </Stack>
  )
}
