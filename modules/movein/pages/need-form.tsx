/** What a firm needs, as it is asked for by an official or by the firm itself. */
import type { z } from 'zod'
import { usePlaces } from '#modules/enterprise/pages/choices.ts'
import { moveIn, type Wanted, wanted } from '#modules/movein/model.ts'
import { facilities, uses } from '#modules/space/model.ts'
import { RecordForm } from '#web/form.tsx'
import type { Choice } from '#web/ui/form/inputs.tsx'

const choicesOf = (words: Record<string, string>): Choice[] => Object.entries(words).map(([value, label]) => ({ value, label }))
const { name, creditCode, contact, phone } = moveIn.shape
const own = wanted.extend({ contact, phone })
/** Of a firm that has no account: who it is as well. */
const named = own.extend({ name, creditCode })

const hints = {
  people: '未填面积时按人均面积推算',
  budget: '租金与物业费合计，元/月',
  note: '供工作人员阅读，不参与匹配',
}

type Asked = { wanted: Wanted; contact: string; phone: string }
type FormOf = {
  initial?: Partial<z.input<typeof own>>
  save?: string
  onSave: (asked: Asked) => Promise<unknown>
  onCancel?: () => void
}

export function NeedForm({ onSave, initial, save = '提交', onCancel }: FormOf) {
  const { zones } = usePlaces()
  return (
    <RecordForm
      of={own}
      columns={2}
      save={save}
      hints={hints}
      initial={{ combine: true, ...initial }}
      choices={{ zones, uses: choicesOf(uses), facilities: choicesOf(facilities) }}
      onCancel={onCancel}
      onSave={({ contact, phone, ...wanted }) => onSave({ wanted, contact, phone })}
    />
  )
}

type Named = Asked & { name: string; creditCode: string | null }
export function NamedNeedForm({ onSave, onCancel }: { onSave: (asked: Named) => Promise<unknown>; onCancel: () => void }) {
  const { zones } = usePlaces()
  return (
    <RecordForm
      of={named.pick({ name: true, creditCode: true, contact: true, phone: true }).extend(wanted.shape)}
      columns={2}
      save="登记"
      hints={hints}
      initial={{ combine: true }}
      choices={{ zones, uses: choicesOf(uses), facilities: choicesOf(facilities) }}
      onCancel={onCancel}
      onSave={({ name, creditCode, contact, phone, ...wanted }) => onSave({ wanted, name, creditCode, contact, phone })}
    />
  )
}
