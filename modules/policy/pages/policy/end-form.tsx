/** A document comes to its end: amended or repealed from a day on, with what takes its place. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { day, oneOf, ref } from '#platform/fields.ts'
import { command, query } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useFrame } from '#web/session.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import type { Policy } from '../words.ts'

const ending = z.object({
  status: oneOf('办理', { amended: '修订', repealed: '废止' }),
  until: day('最后施行日'),
  successor: ref('替代文件', 'policy').nullable(),
})

export function EndForm({ of, onClose }: { of: Policy; onClose: () => void }) {
  const say = useSay()
  const known = useQueryClient()
  const today = useFrame()?.today
  const others = useQuery(query('policy/documentChoices', {})).data ?? []
  const end = useMutation(command('policy/endDocument'))
  return (
    <RecordForm
      of={ending}
      initial={{ until: today }}
      choices={{
        successor: others
          .filter(({ id, level, demonstration }) => id !== of.id && level === of.level && !demonstration)
          .map(({ id, title }) => ({ value: id, label: title })),
      }}
      hints={{ until: '条款施行到这一天为止；此前的决定仍按当日条款', successor: '修订的须选择；应与该文件级别相同' }}
      save="确定"
      onCancel={onClose}
      onSave={async (values) => {
        await end.mutateAsync({ id: of.id, ...values })
        void known.invalidateQueries()
        say.done(values.status === 'amended' ? '已登记修订' : '已登记废止')
        onClose()
      }}
    />
  )
}
