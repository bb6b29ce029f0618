/** The form of a target: the figure is typed as printed (19万㎡, 1—2个) and kept in base units. */
import type { z } from 'zod'
import { target } from '#modules/plan/model.ts'
import type { Quantity } from '#modules/plan/quantity.ts'
import { Refusal } from '#web/client.ts'
import { Field } from '#web/form.tsx'
import { type Answers, FieldBox, FormBox } from '#web/ui/form/form-box.tsx'
import { QuantityInput } from '#web/ui/form/quantity-input.tsx'
import { useDesk } from '../desk.ts'
import { orgChoices } from '../entries/unit-match.tsx'
import { figured } from './prefill.ts'
import { type FormOf, useSave } from './save-item.ts'

const own = target.pick({ subject: true, comparator: true, kind: true, year: true, scope: true, keeper: true, owners: true })
type Own = z.infer<typeof own>

const fresh = { subject: null, comparator: '>=', kind: 'total', year: null, scope: [], keeper: null, owners: [], quantity: null }

export function TargetForm({ editing, onDone }: FormOf) {
  const { whole, orgs } = useDesk()
  const { at, store, finish } = useSave({ editing, onDone })
  const present = whole.targets.find(({ id }) => id === editing.id)
  const { span, ...where } = at
  const units = orgChoices(orgs, ['government', 'office', 'department', 'park', 'company', 'town', 'institution'])
  const save = async (answers: Answers) => {
    const { quantity, ...rest } = answers as Own & { quantity: Quantity | null }
    const unfit = contradiction(rest.comparator, quantity)
    if (unfit) throw new Refusal(400, 'invalid', unfit)
    await store({
      kind: 'target',
      ...where,
      values: {
        ...rest,
        year: rest.year ?? null,
        keeper: rest.keeper ?? null,
        value: quantity?.value ?? null,
        upper: quantity?.upper ?? null,
        unit: quantity?.unit ?? null,
        ...span,
      },
    })
    finish()
  }
  const hints: Partial<Record<keyof Own, string>> = {
    comparator: '原文没有数值的，请选“定性”；区间如“1—2个”请选“区间”',
    scope: '不填即适用于整个方案',
    keeper: '负责填报最新数值的单位',
  }
  const choices: Partial<Record<keyof Own, typeof units>> = { keeper: units, owners: units }
  const field = (name: keyof Own) => <Field name={name} field={own.shape[name]} hint={hints[name]} choices={choices[name]} />
  return (
    <FormBox
      initial={present ? { ...present, quantity: quantityOf(present) } : startFrom(editing.words)}
      onSave={save}
      onCancel={onDone}
    >
      {field('subject')}
      {field('comparator')}
      <FieldBox name="quantity" title="目标值" optional hint="按原文填写，如 19万㎡、160亿元、30%" check={complain}>
        <QuantityInput />
      </FieldBox>
      {field('kind')}
      {field('year')}
      {field('scope')}
      {field('keeper')}
      {field('owners')}
    </FormBox>
  )
}

const quantityOf = ({ value, upper, unit }: { value: number | null; upper: number | null; unit: string | null }) =>
  value === null ? null : { value, upper, unit }

function startFrom(words: string | undefined): Answers {
  if (!words) return fresh
  const { quantity, year, subject } = figured(words)
  const comparator = quantity === null ? 'qualitative' : quantity.upper === null ? '>=' : 'range'
  return { ...fresh, subject, year, quantity, comparator, kind: quantity === null ? 'qualitative' : 'total' }
}

/** What was typed is not dropped in silence because another field says otherwise. */
function contradiction(comparator: Own['comparator'], quantity: Quantity | null): string | null {
  if (comparator === 'qualitative' && quantity) return '定性目标没有数值；如有目标值，请将“关系”改为其他选项'
  if (comparator !== 'range' && quantity && quantity.upper !== null) return '目标值是区间，请将“关系”选为“区间”'
  return null
}

function complain(value: unknown): string | null {
  const quantity = value as Quantity | null
  return quantity && Number.isNaN(quantity.value) ? '目标值应为数字加单位，如 19万㎡、30%' : null
}
