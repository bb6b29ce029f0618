/** A figure of a series as of a day, with its source; a correction says why. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { written } from '#modules/plan/quantity.ts'
import { command, type Out } from '#web/client.ts'
import { Field } from '#web/form.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { type Answers, FieldBox, FormBox } from '#web/ui/form/form-box.tsx'
import { ChoiceInput } from '#web/ui/form/inputs.tsx'
import { FigureInput } from '#web/ui/form/quantity-input.tsx'
import { entry, seriesNames, seriesUnits } from '../model.ts'

type Entered = Out<'indicator/entered'>[number]
type Series = Entered['series']
type Values = { asOf: string; value: number; source: string; reason: string }

type FormOf = { today: string | undefined; replaced: Entered | null; onClose: () => void }

export function EntryForm({ today, replaced, onClose }: FormOf) {
  const say = useSay()
  const [series, choose] = useState<Series>(replaced?.series ?? 'gdp')
  const enter = useMutation(command('indicator/enter'))
  const correct = useMutation(command('indicator/correctEntry'))
  const unit = seriesUnits[series]
  const save = async (answers: Answers) => {
    const { asOf, value, source, reason } = answers as Values
    if (replaced) await correct.mutateAsync({ id: replaced.id, value, source, reason })
    else await enter.mutateAsync({ series, asOf, value, source })
    onClose()
    say.done(replaced ? '已更正，原数值保留可查' : '已录入')
  }
  return (
    // Another series has another unit: its value is written anew.
    <FormBox
      key={series}
      initial={replaced ? { value: replaced.value, source: replaced.source } : { asOf: today ?? null }}
      onSave={save}
      onCancel={onClose}
      save={replaced ? '更正' : '录入'}
    >
      {replaced ? (
        <p className="quiet entry-about">
          {seriesNames[series]}，截至 {replaced.asOf}，原录入 {written(replaced.value, unit)}
          。更正后两者都保留，按更正后的数值计算。
        </p>
      ) : (
        <>
          <div className="entry-about">
            <ChoiceInput
              name="数据项"
              value={series}
              choices={Object.entries(seriesNames).map(([value, label]) => ({ value, label }))}
              onChange={(chosen) => chosen && choose(chosen as Series)}
            />
          </div>
          <Field name="asOf" field={entry.shape.asOf} hint="数值统计到哪一天" />
        </>
      )}
      <FieldBox name="value" title={`数值（${unit}）`} hint="可写作 846.3亿、17" check={checkFigure}>
        <FigureInput unit={unit} />
      </FieldBox>
      <Field name="source" field={entry.shape.source} hint="如：区统计局《统计公报》" />
      {replaced ? <Field name="reason" field={entry.shape.reason.unwrap()} /> : null}
    </FormBox>
  )
}

const checkFigure = (value: unknown) => {
  if (value === null || value === undefined) return '请填写数值'
  return typeof value === 'number' && Number.isFinite(value) ? null : '数值无法识别，请按“846.3亿”的形式填写'
}
