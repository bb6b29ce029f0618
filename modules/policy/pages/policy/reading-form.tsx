/** What a policy means and how it is claimed: the reading, the guide, the text as issued. */
import { useMutation } from '@tanstack/react-query'
import { z } from 'zod'
import { guide, policy } from '#modules/policy/model.ts'
import { text } from '#platform/fields.ts'
import { command } from '#web/client.ts'
import { Field } from '#web/form.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { FieldBox, FormBox } from '#web/ui/form/form-box.tsx'
import type { Policy } from '../words.ts'
import { BodyInput } from './body-input.tsx'

const guided = {
  who: text('办理对象', 1000).nullable(),
  conditions: text('办理条件', 2000).nullable(),
  materials: text('所需材料', 2000).nullable(),
  timeLimit: text('办理时限', 200).nullable(),
  office: text('办理单位', 200).nullable(),
  phone: text('咨询电话', 60).nullable(),
  address: text('办理地点', 200).nullable(),
}
const { summary, body } = policy.shape
const readings = z.object({ summary, ...guided, body })

export function ReadingForm({ of, onClose }: { of: Policy; onClose: () => void }) {
  const say = useSay()
  const explain = useMutation(command('policy/explainDocument'))
  return (
    <FormBox
      columns={2}
      initial={{ summary: of.summary, body: of.body, ...of.guide }}
      onCancel={onClose}
      onSave={async (answers) => {
        const written = Object.keys(readings.shape).map((name) => [name, answers[name] ?? null])
        const { summary, body, ...told } = readings.parse(Object.fromEntries(written))
        const given = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null))
        await explain.mutateAsync({ id: of.id, summary, body, guide: Object.keys(given).length ? guide.parse(given) : null })
        say.done('已保存，公众门户同步更新')
        onClose()
      }}
    >
      <Field name="summary" field={summary} />
      {Object.entries(guided).map(([name, field]) => (
        <Field key={name} name={name} field={field} hint={name === 'materials' ? '留空时，按各条款的材料生成' : undefined} />
      ))}
      <FieldBox name="body" title="正文" optional wide hint="可从文件读取，核对后保存；原件在“上传原文”中提供">
        <BodyInput />
      </FieldBox>
    </FormBox>
  )
}
