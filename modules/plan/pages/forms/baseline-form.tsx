/** The form of a baseline: value, year and source, signed off by whoever enters it. */
import { useMutation } from '@tanstack/react-query'
import { target } from '#modules/plan/model.ts'
import { command } from '#web/client.ts'
import { Field } from '#web/form.tsx'
import { useMe } from '#web/session.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { Notice } from '#web/ui/dialog.tsx'
import { type Answers, FieldBox, FormBox } from '#web/ui/form/form-box.tsx'
import { FigureInput } from '#web/ui/form/quantity-input.tsx'
import { Stack } from '#web/ui/frame/page.tsx'
import { useDesk } from '../desk.ts'
import { promised } from '../promise.ts'

type Signed = { value: number; year: number; source: string }

export function BaselineForm({ id, onDone }: { id: string; onDone: () => void }) {
  const { whole } = useDesk()
  const me = useMe()
  const say = useSay()
  const sign = useMutation(command('plan/signBaseline'))
  const present = whole.targets.find((row) => row.id === id)
  if (!present) return null
  const { subject, unit, kind, baselineValue, baselineYear, baselineSource } = present
  const fromZero = kind === 'new' || kind === 'cumulative'
  const save = async (answers: Answers) => {
    const { signedBy } = await sign.mutateAsync({ plan: whole.plan.id, id, ...(answers as Signed) })
    say.done(`基期值已由 ${signedBy} 签认`)
    onDone()
  }
  return (
    <Stack>
      <Notice>
        “{subject}”的目标为 {promised(present)}。基期值是计算进度的起点，由您（{me.name}）签认并记入办理日志。
      </Notice>
      <FormBox
        initial={{
          value: baselineValue,
          year: baselineYear ?? whole.plan.from - 1,
          source: baselineSource,
        }}
        onSave={save}
        onCancel={onDone}
        save="签认"
      >
        <FieldBox
          name="value"
          title="基期值"
          hint={[unit && `单位为“${unit}”`, fromZero && '新增、累计类目标从方案实施起算的，填 0'].filter(Boolean).join('；')}
          check={(value) =>
            typeof value === 'number' && Number.isFinite(value) ? null : `请填写基期值${unit ? `，单位为“${unit}”` : ''}`
          }
        >
          <FigureInput unit={unit} />
        </FieldBox>
        <Field name="year" field={target.shape.baselineYear.unwrap()} />
        <Field name="source" field={target.shape.baselineSource.unwrap()} hint="如：2021年统计年鉴、区经济信息委台账" />
      </FormBox>
    </Stack>
  )
}
