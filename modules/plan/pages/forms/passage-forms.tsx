/** Forms of goals, safeguards, groups and zones. */
import { goal, group, safeguard, zone } from '#modules/plan/model.ts'
import { RecordForm } from '#web/form.tsx'
import { useDesk } from '../desk.ts'
import { orgChoices } from '../entries/unit-match.tsx'
import { headed } from './prefill.ts'
import { type FormOf, useSave } from './save-item.ts'

const worded = { number: true, title: true, text: true } as const

export function PassageForm({ editing, onDone }: FormOf) {
  const { whole } = useDesk()
  const { at, store, finish } = useSave({ editing, onDone })
  const kind = editing.what === 'goal' ? ('goal' as const) : ('safeguard' as const)
  const rows = kind === 'goal' ? whole.goals : whole.safeguards
  const { span, ...where } = at
  return (
    <RecordForm
      of={(kind === 'goal' ? goal : safeguard).pick(worded)}
      initial={rows.find(({ id }) => id === editing.id) ?? headed(editing.words)}
      onCancel={onDone}
      onSave={async (values) => {
        await store({ kind, ...where, values: { ...values, ...span } })
        finish()
      }}
    />
  )
}

export function GroupForm({ editing, onDone }: FormOf) {
  const { whole } = useDesk()
  const { at, store, finish } = useSave({ editing, onDone })
  const { span, ...where } = at
  return (
    <RecordForm
      of={group.pick({ number: true, title: true })}
      initial={whole.groups.find(({ id }) => id === editing.id)}
      onCancel={onDone}
      onSave={async (values) => {
        await store({ kind: 'group', ...where, values: { ...values, ...span } })
        finish()
      }}
    />
  )
}

export function ZoneForm({ editing, onDone }: FormOf) {
  const { whole, orgs } = useDesk()
  const { at, store, finish } = useSave({ editing, onDone })
  const { span, ...where } = at
  const { words } = editing
  return (
    <RecordForm
      of={zone.pick({ name: true, note: true, org: true, carriers: true, brand: true, text: true })}
      initial={
        whole.zones.find(({ id }) => id === editing.id) ??
        (words ? { name: words.split(/[：:（(，,]/)[0]?.slice(0, 200), text: words } : undefined)
      }
      choices={{ org: orgChoices(orgs, ['park', 'company', 'town']) }}
      hints={{ note: '如：环西南大学生态圈' }}
      onCancel={onDone}
      onSave={async (values) => {
        await store({ kind: 'zone', ...where, values: { ...values, ...span } })
        finish()
      }}
    />
  )
}
