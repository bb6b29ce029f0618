/** What a policy means and how it is claimed: the reading, the guide, the text as issued. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { guide, policy } from '#modules/policy/model.ts'
import { text } from '#platform/fields.ts'
import { command } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import type { Policy } from '../words.ts'

const guided = {
  who: text('办理对象', 1000).nullable(),
  conditions: text('办理条件', 2000).nullable(),
  materials: text('所需材料', 2000).nullable(),
  timeLimit: text('办理时限', 200).nullable(),
  office: text('办理单位', 200).nullable(),
  phone: text('咨询电话', 60).nullable(),
  address: text('办理地点', 200).nullable(),
}
const readings = z.object({ summary: policy.shape.summary, ...guided, body: policy.shape.body })

export function ReadingForm({ of, onClose }: { of: Policy; onClose: () => void }) {
  const say = useSay()
  const known = useQueryClient()
  const explain = useMutation(command('policy/explainDocument'))
  return (
    <RecordForm
      of={readings}
      columns={2}
      initial={{ summary: of.summary, body: of.body, ...of.guide }}
      hints={{ materials: '留空时，按各条款的材料生成' }}
      onCancel={onClose}
      onSave={async ({ summary, body, ...told }) => {
        const given = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null))
        await explain.mutateAsync({ id: of.id, summary, body, guide: Object.keys(given).length ? guide.parse(given) : null })
        void known.invalidateQueries()
        say.done('已保存，公众门户同步更新')
        onClose()
      }}
    />
  )
}
