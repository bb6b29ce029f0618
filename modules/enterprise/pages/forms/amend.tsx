/** Amending one group of a file: only what was changed is sent, with its source and day; a register's value asks a reason. */
import { useMutation } from '@tanstack/react-query'
import { command, type In } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useFrame } from '#web/session.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { industryChoices, useDirections, usePlaces } from '../choices.ts'
import type { WholeFile } from '../whole.ts'
import { formOf, type GroupName, groups, isRelation, relationOf, relationSaid } from './groups.ts'

type AmendOf = { of: WholeFile['file']; group: GroupName | null; onClose: () => void }
type Amending = In<'enterprise/amend'>

export const AmendDialog = ({ of, group, onClose }: AmendOf) => (
  <Dialog title={group ? `更新${groups[group].title}` : ''} open={group !== null} onClose={onClose} wide>
    {group && <Form of={of} group={group} onClose={onClose} />}
  </Dialog>
)

const hints = {
  effectiveOn: '变更镇街、园城、楼宇、行业、重点方向或 SaaS 服务的，填写自哪一天起。',
  reason: '改动市场监管、税务等部门登记的内容时，须写明理由；原内容保留可查。',
  asOf: '所填内容截至哪一天。',
}

function Form({ of, group, onClose }: { of: WholeFile['file']; group: GroupName; onClose: () => void }) {
  const say = useSay()
  const today = useFrame()?.today
  const { towns, zones } = usePlaces()
  const directions = useDirections()
  const amend = useMutation(command('enterprise/amend'))
  const keys: readonly (keyof typeof of)[] = groups[group].keys
  const before = Object.fromEntries(
    keys.map((key) => [key, isRelation(key) ? relationOf(of[key] as boolean | null) : of[key]]),
  ) as Record<string, string | number | boolean | null>
  return (
    <RecordForm
      of={formOf(group)}
      initial={{ ...before, asOf: today, source: 'visit' } as never} // the fields of the group, as the form has them
      columns={2}
      choices={{ town: towns, zone: zones, industry: industryChoices, direction: directions } as object}
      hints={hints}
      onCancel={onClose}
      onSave={async ({ source, asOf, reason, ...given }) => {
        const { effectiveOn, ...answers } = given as Record<string, string | number | boolean | null>
        const changed = Object.entries(answers).filter(([key, value]) => value !== before[key])
        if (!changed.length) return onClose()
        const values = Object.fromEntries(changed.map(([key, value]) => [key, isRelation(key) ? relationSaid(value) : value]))
        await amend.mutateAsync({
          id: of.id,
          values: values as Amending['values'], // the server checks each by the model
          source,
          asOf,
          effectiveOn: (effectiveOn as string | null) ?? undefined,
          reason: reason ?? undefined,
        })
        say.done(`已更新 ${changed.length} 项，来源和日期已记入档案`)
        onClose()
      }}
    />
  )
}
