/** Projection: entity fields → form. Titles, units, options and checks come from the model; special screens write JSX instead. */
import type { z } from 'zod'
import { fieldsOf, isNumeric, metaOf } from '#platform/fields.ts'
import { type Answers, FieldBox, FormBox } from './ui/form/form-box.tsx'
import {
  type Choice,
  ChoiceInput,
  ChoicesInput,
  DayInput,
  LongTextInput,
  MonthInput,
  NumberInput,
  TextInput,
  WordsInput,
  YesInput,
} from './ui/form/inputs.tsx'

/** Choices of `ref` fields and of lists of ids, by field name. */
export type ChoicesOf<S extends z.ZodRawShape> = { [K in keyof S]?: readonly Choice[] }

type FormOf<S extends z.ZodRawShape> = {
  /** The fields to fill in, as the model has them: `org.pick({ name: true, kind: true })`. */
  of: z.ZodObject<S>
  initial?: Partial<z.input<z.ZodObject<S>>>
  choices?: ChoicesOf<S>
  /** Hints below fields. */
  hints?: { [K in keyof S]?: string }
  /** Called with checked values; what it refuses is told above the buttons. */
  onSave: (values: z.output<z.ZodObject<S>>) => Promise<unknown>
  onCancel?: () => void
  save?: string
  /** Another way to hand in the same values: 保存草稿 beside 报送. */
  second?: { word: string; onSave: (values: z.output<z.ZodObject<S>>) => Promise<unknown> }
  columns?: 1 | 2
}

export function RecordForm<S extends z.ZodRawShape>(props: FormOf<S>) {
  const { of, initial, choices, hints, onSave, onCancel, save = '保存', second, columns = 1 } = props
  const fields = fieldsOf(of as unknown as z.ZodObject)
  const read = (answers: Answers) => {
    const values = Object.fromEntries(fields.map(([name]) => [name, answers[name] ?? null]))
    return of.parse(values) as z.output<z.ZodObject<S>>
  }
  return (
    <FormBox
      initial={startOf(fields, initial as Answers | undefined)}
      onSave={(answers) => onSave(read(answers))}
      onCancel={onCancel}
      save={save}
      second={second && { word: second.word, onSave: (answers) => second.onSave(read(answers)) }}
      columns={columns}
    >
      {fields.map(([name, field]) => (
        <Field key={name} name={name} field={field} choices={choices?.[name as keyof S]} hint={hints?.[name as keyof S]} />
      ))}
    </FormBox>
  )
}

type FieldOf = { name: string; field: z.ZodType; choices?: readonly Choice[]; hint?: string }

/** One field inside a FormBox. */
export function Field({ name, field, choices, hint }: FieldOf) {
  const { title = name, unit, options, storage } = metaOf(field)
  const asked = choices ?? (options && Object.entries(options).map(([value, label]) => ({ value, label })))
  const optional = field.safeParse(null).success || storage === 'json' || storage === 'boolean'
  const long = storage === 'text' && !options && !asked && (longest(field) ?? 0) > 200
  const control = () => {
    if (storage === 'json') return asked ? <ChoicesInput choices={asked} /> : <WordsInput />
    if (asked) return <ChoiceInput choices={asked} clearable={optional} placeholder="请选择" />
    if (isNumeric(storage)) return <NumberInput unit={unit} />
    if (storage === 'boolean') return <YesInput />
    if (storage === 'date') return <DayInput />
    if (isMonth(field)) return <MonthInput />
    return long ? <LongTextInput /> : <TextInput />
  }
  return (
    <FieldBox
      name={name}
      title={title}
      optional={optional}
      hint={hint}
      wide={long || storage === 'json'}
      check={(value) => complain(field, value)}
    >
      {control()}
    </FieldBox>
  )
}

/** The first sentence against a value, or null. */
function complain(field: z.ZodType, value: unknown): string | null {
  const { storage, title, options, ref } = metaOf(field)
  const empty = value === undefined || value === null
  const read = field.safeParse(empty ? (storage === 'json' ? [] : storage === 'boolean' ? false : null) : value)
  if (read.success) return null
  if (empty && storage !== 'json') return `${options || ref ? '请选择' : '请填写'}${title ?? ''}`
  const sentence = read.error.issues[0]?.message ?? ''
  return /[\u4e00-\u9fff]/.test(sentence) ? sentence : `请正确填写${title ?? ''}`
}

const startOf = (fields: [string, z.ZodType][], initial: Answers | undefined): Answers =>
  Object.fromEntries(
    fields.map(([name, field]) => {
      const { storage } = metaOf(field)
      return [name, initial?.[name] ?? (storage === 'json' ? [] : storage === 'boolean' ? false : null)]
    }),
  )

const unwrapped = (field: z.ZodType): z.ZodType =>
  'unwrap' in field && typeof field.unwrap === 'function' ? unwrapped(field.unwrap() as z.ZodType) : field
const longest = (field: z.ZodType) => (unwrapped(field) as z.ZodString).maxLength
const isMonth = (field: z.ZodType) => field.safeParse('2024-06').success && !field.safeParse('2024-13').success
