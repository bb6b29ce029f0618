/** A value as of a day, with its source; a correction says why. */
import { useMutation } from '@tanstack/react-query'
import { reading } from '#modules/target/model.ts'
import { command } from '#web/client.ts'
import { Field } from '#web/form.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { type Answers, FieldBox, FormBox } from '#web/ui/form/form-box.tsx'
import { FigureInput } from '#web/ui/form/quantity-input.tsx'
import { amountOf, type Target, type TargetDetail, unitOf } from './words.ts'

type FormOf = { of: Target; today?: string; replaced?: TargetDetail['readings'][number]; onClose: () => void }
type Values = { asOf: string; value: number; source: string; reason: string }

export function ReadingForm({ of, today, replaced, onClose }: FormOf) {
  const say = useSay()
  const enter = useMutation(command('target/enter'))
  const correct = useMutation(command('target/correct'))
  const save = async (answers: Answers) => {
    const { asOf, value, source, reason } = answers as Values
    if (replaced) await correct.mutateAsync({ id: replaced.id, value, source, reason })
    else await enter.mutateAsync({ target: of.key, asOf, value, source })
    onClose()
    say.done(replaced ? '已更正，原数值保留可查' : '已填报')
  }
  const unit = unitOf(of)
  const initial = replaced ? { value: replaced.value, source: replaced.source } : { asOf: today ?? null }
  return (
    <FormBox initial={initial} onSave={save} onCancel={onClose} save={replaced ? '更正' : '填报'}>
      {replaced ? (
        <p className="quiet" style={{ marginBottom: 16 }}>
          截至 {replaced.asOf}，原填报 {amountOf(of, replaced.value)}。更正后两者都保留，按更正后的数值计算。
        </p>
      ) : (
        <Field name="asOf" field={reading.shape.asOf} hint="数值统计到哪一天" />
      )}
      <FieldBox name="value" title={unit ? `数值（${unit}）` : '数值'} hint={hintOf(unit)} check={checkFigure}>
        <FigureInput unit={unit} />
      </FieldBox>
      <Field name="source" field={reading.shape.source} hint="如：区统计局月报、税务申报数" />
      {replaced ? <Field name="reason" field={reading.shape.reason.unwrap()} /> : null}
    </FormBox>
  )
}

const checkFigure = (value: unknown) => {
  if (value === null || value === undefined) return '请填写数值'
  return typeof value === 'number' && Number.isFinite(value) ? null : '数值无法识别，请按“13.2万”“30%”的形式填写'
}
const hintOf = (unit: string | null) => (unit === '%' ? '如 30%' : '可写作 13.2万、1.6亿')
