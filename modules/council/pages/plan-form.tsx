/** The plan of a meeting: what, of which body, when, where, under whom; to begin with, or changed. */
import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { orgKinds } from '#modules/org/model.ts'
import { day } from '#platform/fields.ts'
import { query } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import type { Choice } from '#web/ui/form/inputs.tsx'
import { meeting } from '../model.ts'

const time = z
  .string({ error: '请填写时间' })
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间应为时分，如 09:30')
  .meta({ title: '时间', storage: 'text' })
const planned = meeting.pick({ title: true, kind: true, body: true, chair: true }).extend({
  day: day('日期'),
  time,
  place: meeting.shape.place,
})
export type Planned = z.infer<typeof planned>

const bodyKinds = ['board', 'office', 'team']
export function useBodies(): Choice[] {
  const asked = useQuery({ ...query('org/list', {}), staleTime: 300_000 })
  return (asked.data ?? [])
    .filter(({ kind, until }) => bodyKinds.includes(kind) && until === null)
    .map(({ id, shortName, kind }) => ({ value: id, label: shortName, group: orgKinds[kind] }))
}

/** Posts of today, by unit. */
export function usePosts(): Choice[] {
  const asked = useQuery({ ...query('council/deputyChoices', {}), staleTime: 60_000 })
  return (asked.data ?? []).map(({ post, name, title, orgName }) => ({
    value: post,
    label: `${name}（${title}）`,
    group: orgName,
  }))
}

type FormOf = { title: string; open: boolean; initial?: Partial<Planned>; onSave: (given: Planned) => Promise<unknown> }
export const PlanDialog = ({ title, open, onClose, ...form }: FormOf & { onClose: () => void }) => (
  <Dialog title={title} open={open} onClose={onClose}>
    <PlanForm {...form} onClose={onClose} />
  </Dialog>
)

function PlanForm({ initial, onSave, onClose }: Omit<FormOf, 'title' | 'open'> & { onClose: () => void }) {
  const [bodies, posts] = [useBodies(), usePosts()]
  return (
    <RecordForm
      of={planned}
      columns={2}
      initial={{ time: '09:30', ...initial }}
      choices={{ body: bodies, chair: posts }}
      hints={{ body: '参会人员按该机构的成员单位拟定。', time: '24 小时制，如 09:30。' }}
      onCancel={onClose}
      onSave={onSave}
    />
  )
}
