/** Controls that take a plain value and give one back: words, numbers, days as YYYY-MM-DD, choices. */
import { Checkbox, DatePicker, Input, InputNumber, Segmented, Select, type SelectProps, Switch } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import './form.css'

export type Choice = { value: string; label: string; group?: string }
type Control<T> = {
  id?: string
  value?: T | null
  onChange?: (value: T | null) => void
  disabled?: boolean
  /** Name for those who do not see a label. */
  name?: string
  placeholder?: string
}

export const TextInput = ({
  value,
  onChange,
  name,
  ...rest
}: Control<string> & { autoComplete?: string; maxLength?: number }) => (
  <Input {...rest} aria-label={name} value={value ?? ''} onChange={({ target }) => onChange?.(target.value || null)} />
)

export const LongTextInput = ({
  value,
  onChange,
  name,
  rows = 3,
  ...rest
}: Control<string> & { rows?: number; maxLength?: number }) => (
  <Input.TextArea
    {...rest}
    aria-label={name}
    autoSize={{ minRows: rows, maxRows: Math.max(16, rows) }}
    value={value ?? ''}
    onChange={({ target }) => onChange?.(target.value || null)}
  />
)

export const PasswordInput = ({ value, onChange, name, ...rest }: Control<string> & { autoComplete?: string }) => (
  <Input.Password {...rest} aria-label={name} value={value ?? ''} onChange={({ target }) => onChange?.(target.value || null)} />
)

/** Six digits of a one-time code. */
export const CodeInput = ({ value, onChange, name, ...rest }: Control<string>) => (
  <Input
    {...rest}
    aria-label={name}
    inputMode="numeric"
    autoComplete="one-time-code"
    maxLength={6}
    value={value ?? ''}
    onChange={({ target }) => onChange?.(target.value.replace(/\D/g, '') || null)}
  />
)

export const NumberInput = ({ value, onChange, name, unit, ...rest }: Control<number> & { unit?: string }) => (
  <InputNumber<number>
    {...rest}
    aria-label={name}
    style={{ width: '100%' }}
    controls={false}
    value={value ?? null}
    suffix={unit}
    onChange={(number) => onChange?.(number)}
  />
)

type Pick = 'date' | 'month' | 'year'
const forms: Record<Pick, string> = { date: 'YYYY-MM-DD', month: 'YYYY-MM', year: 'YYYY' }
const picker = (pick: Pick) =>
  function DayPicker({ value, onChange, name, ...rest }: Control<string>) {
    return (
      <DatePicker
        {...rest}
        aria-label={name}
        picker={pick}
        style={{ width: '100%' }}
        value={value ? dayjs(value, forms[pick]) : null}
        onChange={(chosen: Dayjs | null) => onChange?.(chosen?.format(forms[pick]) ?? null)}
      />
    )
  }
/** Give and take YYYY-MM-DD and YYYY-MM. */
export const DayInput = picker('date')
export const MonthInput = picker('month')

type Choices = { choices: readonly Choice[]; clearable?: boolean; width?: number | string }
type Options = NonNullable<SelectProps['options']>
const optionsOf = (choices: readonly Choice[]): Options => {
  const groups = [...new Set(choices.map(({ group }) => group))]
  const plain = (group?: string) =>
    choices.filter((choice) => choice.group === group).map(({ value, label }) => ({ value, label }))
  return groups.flatMap((group): Options => (group ? [{ label: group, options: plain(group) }] : plain()))
}

/** One of a list, found by typing. */
export const ChoiceInput = ({
  value,
  onChange,
  name,
  choices,
  clearable,
  width = '100%',
  ...rest
}: Control<string> & Choices) => (
  <Select<string>
    {...rest}
    aria-label={name}
    style={{ width, maxWidth: '100%' }}
    showSearch={choices.length > 8 && { optionFilterProp: 'label' }}
    allowClear={clearable}
    options={optionsOf(choices)}
    value={value ?? undefined}
    onChange={(chosen) => onChange?.(chosen ?? null)}
  />
)

/** Several of a list. */
export const ChoicesInput = ({ value, onChange, name, choices, width = '100%', ...rest }: Control<string[]> & Choices) => (
  <Select<string[]>
    {...rest}
    aria-label={name}
    mode="multiple"
    style={{ width, maxWidth: '100%' }}
    showSearch={{ optionFilterProp: 'label' }}
    options={optionsOf(choices)}
    value={value ?? []}
    onChange={(chosen) => onChange?.(chosen)}
  />
)

/** Free words, each ended by Enter or 、. */
export const WordsInput = ({ value, onChange, name, ...rest }: Control<string[]>) => (
  <Select<string[]>
    placeholder="输入后按回车键添加"
    {...rest}
    aria-label={name}
    mode="tags"
    style={{ width: '100%' }}
    open={false}
    suffixIcon={null}
    tokenSeparators={['、', '；', ';']}
    value={value ?? []}
    onChange={(words) => onChange?.(words)}
  />
)

export const YesInput = ({ value, onChange, name, ...rest }: Control<boolean>) => (
  <Switch {...rest} aria-label={name} checkedChildren="是" unCheckedChildren="否" checked={value ?? false} onChange={onChange} />
)

export const CheckInput = ({ value, onChange, label, ...rest }: Control<boolean> & { label: string }) => (
  <Checkbox {...rest} checked={value ?? false} onChange={({ target }) => onChange?.(target.checked)}>
    {label}
  </Checkbox>
)

/** Two to five ways of looking at the same thing. */
export const ViewSwitch = ({ value, onChange, name, choices }: Control<string> & Choices) => (
  <Segmented<string>
    className="view-switch"
    aria-label={name}
    options={choices.map(({ value, label }) => ({ value, label }))}
    // Nothing chosen is null, which the types do not know: left out, the first would look chosen and could not be.
    value={(value ?? null) as string}
    onChange={(chosen) => onChange?.(chosen)}
  />
)
