/** A new version of the clocks and limits of moving in. */
import { useMutation } from '@tanstack/react-query'
import { z } from 'zod'
import { moveInStates, timed } from '#modules/movein/flow.ts'
import { checkKinds, moveInRule } from '#modules/movein/model.ts'
import { count, text } from '#platform/fields.ts'
import { command } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import type { Rules } from '../rules.tsx'

const { since, jointArea, checkDays, basis } = moveInRule.shape
const kinds = Object.keys(checkKinds) as (keyof typeof checkKinds)[] // the keys of the record
const days = Object.fromEntries(timed.map((state) => [`${state}Days`, count(moveInStates[state], '个工作日')]))
const owners = Object.fromEntries(kinds.map((kind) => [`${kind}Owner`, text(`${checkKinds[kind]}责任单位`, 60).nullable()]))
const form = z.object({ since, jointArea, checkDays, ...days, ...owners, basis })

export function ClockRuleForm({ of, onClose }: { of: Rules['now']; onClose: () => void }) {
  const say = useSay()
  const enact = useMutation(command('movein/enactRule'))
  const initial = {
    jointArea: of.jointArea,
    checkDays: of.checkDays,
    ...Object.fromEntries(timed.map((state) => [`${state}Days`, of.days[state]])),
    ...Object.fromEntries(kinds.map((kind) => [`${kind}Owner`, of.owners[kind] ?? null])),
  }
  return (
    <RecordForm
      of={form}
      columns={2}
      initial={initial}
      hints={{ basis: '责任单位填写单位简称；不填的由园城办理' }}
      save="发布"
      onCancel={onClose}
      onSave={async ({ since, jointArea, checkDays, basis, ...rest }) => {
        const given = rest as Record<string, number | string | null>
        await enact.mutateAsync({
          ...{ since, jointArea, checkDays, basis },
          days: Object.fromEntries(timed.map((state) => [state, Number(given[`${state}Days`])])) as Rules['now']['days'],
          owners: Object.fromEntries(
            kinds.flatMap((kind) => (given[`${kind}Owner`] ? [[kind, String(given[`${kind}Owner`])]] : [])),
          ),
        })
        say.done(`新规则自 ${since} 起生效`)
        onClose()
      }}
    />
  )
}
