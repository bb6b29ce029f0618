/** The form of a task with its responsible units as printed. */
import { useMutation } from '@tanstack/react-query'
import { task } from '#modules/plan/model.ts'
import { command } from '#web/client.ts'
import { Field } from '#web/form.tsx'
import { type Answers, FieldBox, FormBox } from '#web/ui/form/form-box.tsx'
import { useDesk } from '../desk.ts'
import { headed } from './prefill.ts'
import { type FormOf, type Saved, useSave } from './save-item.ts'
import { type UnitRow, UnitRows } from './unit-rows.tsx'

type Values = Extract<Saved, { kind: 'task' }>['values']
type Filled = Pick<Values, 'number' | 'title' | 'text' | 'taskGroup'> & { units: UnitRow[] | null }

export function TaskForm({ editing, onDone }: FormOf) {
  const { whole } = useDesk()
  const { at, store, finish } = useSave({ editing, onDone })
  const staff = useMutation(command('plan/staff'))
  const present = whole.tasks.find(({ id }) => id === editing.id)
  const printed = printedOf(whole.units.filter((unit) => unit.task === editing.id))
  const { span, ...where } = at
  const save = async (answers: Answers) => {
    const { units, ...values } = answers as Filled
    const { id } = await store({ kind: 'task', ...where, values: { ...values, ...span } })
    // An added task whose units are refused is corrected next time, not added twice.
    where.id = id
    if (JSON.stringify(units ?? []) !== JSON.stringify(printed))
      await staff.mutateAsync({ plan: whole.plan.id, task: id, units: units ?? [] })
    finish()
  }
  const groups = whole.groups.map(({ id, number, title }) => ({ value: id, label: `${number ?? ''}${title}` }))
  const { number, title, taskGroup, text } = task.shape
  return (
    <FormBox initial={{ taskGroup: null, ...(present ?? headed(editing.words)), units: printed }} onSave={save} onCancel={onDone}>
      <Field name="number" field={number} />
      <Field name="title" field={title} />
      <Field name="taskGroup" field={taskGroup} choices={groups} />
      <Field name="text" field={text} />
      <FieldBox name="units" title="责任单位" optional hint="按原文名称填写；牵头单位至多一个" check={complain}>
        <UnitRows known={[...new Set(whole.units.map((unit) => unit.printed))]} />
      </FieldBox>
    </FormBox>
  )
}

/** Printed names once each, in printed order. */
const printedOf = (rows: readonly { printed: string; duty: 'lead' | 'partner'; ordinal: number }[]): UnitRow[] =>
  [...new Map([...rows].sort((a, b) => a.ordinal - b.ordinal).map((row) => [row.printed, row])).values()].map(
    ({ printed, duty }) => ({ printed, duty }),
  )

function complain(value: unknown): string | null {
  const rows = (value as UnitRow[] | null) ?? []
  if (rows.some(({ printed }) => !printed.trim())) return '请填写单位名称，或移除空行'
  if (rows.filter(({ duty }) => duty === 'lead').length > 1) return '一项任务只有一个牵头单位'
  return null
}
