/** One fact to be filled in: a number in the unit people write, a day, yes or no, a choice or words; kept in the unit of the engine. */
import { FieldBox } from '#web/ui/form/form-box.tsx'
import { ChoiceInput, DayInput, NumberInput, TextInput } from '#web/ui/form/inputs.tsx'
import type { FactLine } from '../words.ts'

type Value = string | number | boolean | null

export function FactField({ of, optional = false }: { of: FactLine; optional?: boolean }) {
  const hint = [of.hint, of.proof && `须提供${of.proof}`].filter(Boolean).join('；')
  return (
    <FieldBox name={of.title} title={of.title} optional={optional} hint={hint || undefined}>
      {controlOf(of)}
    </FieldBox>
  )
}

function controlOf({ kind, unit, values, words }: FactLine) {
  if (kind === 'day') return <DayInput />
  if (kind === 'yes') {
    const [yes, no] = words ?? ['是', '否']
    return (
      <ChoiceInput
        clearable
        placeholder="请选择"
        choices={[
          { value: 'yes', label: yes },
          { value: 'no', label: no },
        ]}
      />
    )
  }
  if (kind !== 'text') return <NumberInput unit={kind === 'share' ? '%' : unit} />
  if (!values) return <TextInput maxLength={200} />
  return <ChoiceInput clearable placeholder="请选择" choices={values.map((value) => ({ value, label: value }))} />
}

const perUnit = ({ kind, scale }: FactLine) => (kind === 'share' ? scale / 100 : scale)

/** As it stands in the form. */
export function written(of: FactLine): Value {
  if (typeof of.value === 'boolean') return of.value ? 'yes' : 'no'
  return typeof of.value === 'number' ? of.value / perUnit(of) : of.value
}

/** As the engine keeps it. */
export function kept(of: FactLine, typed: unknown): Value {
  if (typed === null || typed === undefined || typed === '') return null
  if (of.kind === 'yes') return typed === 'yes'
  return typeof typed === 'number' ? Math.round(typed * perUnit(of)) : String(typed)
}
