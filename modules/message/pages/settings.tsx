/** How one wants to be told besides in the product: e-mail, a digest a day, quiet hours, of what not. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { digests, preference, topics } from '#modules/message/model.ts'
import { command, type Out, query } from '#web/client.ts'
import { Field } from '#web/form.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { choicesOf } from '#web/ui/filter/bar.tsx'
import { FieldBox, FormBox } from '#web/ui/form/form-box.tsx'
import { ChoiceInput, ChoicesInput } from '#web/ui/form/inputs.tsx'
import { Panel } from '#web/ui/frame/page.tsx'
import { Loaded } from '#web/ui/frame/states.tsx'

export function Settings() {
  const asked = useQuery(query('message/preference', {}))
  return (
    <Panel title="接收设置">
      <Loaded from={asked} rows={6}>
        {(wished) => <Form of={wished} />}
      </Loaded>
    </Panel>
  )
}

const { email, byEmail } = preference.shape
const wishes = preference.omit({ person: true })
const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: `${hour} 时` }))
const inWords = (hour: number | null) => (hour === null ? null : String(hour))
const inHours = (words: unknown) => (words === null || words === undefined ? null : Number(words))

function Form({ of }: { of: Out<'message/preference'> }) {
  const say = useSay()
  const client = useQueryClient()
  const save = useMutation(command('message/savePreference'))
  return (
    <div className="message-settings">
      <FormBox
        initial={{
          ...of,
          digestHour: inWords(of.digestHour),
          quietFrom: inWords(of.quietFrom),
          quietUntil: inWords(of.quietUntil),
        }}
        columns={2}
        onSave={async (answers) => {
          const hoursOf = Object.fromEntries(
            ['digestHour', 'quietFrom', 'quietUntil'].map((name) => [name, inHours(answers[name])]),
          )
          await save.mutateAsync(wishes.parse({ ...answers, email: answers.email || null, ...hoursOf }))
          await client.invalidateQueries({ queryKey: ['message/preference'] })
          say.done('接收设置已保存')
        }}
      >
        <Field name="email" field={email} hint="只用于发送消息，其他人看不到。" />
        <Field name="byEmail" field={byEmail} hint="不发送邮件时，消息只在系统内提醒。" />
        <FieldBox name="digest" title="邮件方式" hint="紧急消息总是立即发送。">
          <ChoiceInput name="邮件方式" choices={choicesOf(digests)} />
        </FieldBox>
        <FieldBox name="digestHour" title="每日汇总时间">
          <ChoiceInput name="每日汇总时间" choices={hours} />
        </FieldBox>
        <FieldBox name="quietFrom" title="免打扰开始" hint="免打扰时段内的邮件，结束后再发。">
          <ChoiceInput name="免打扰开始" placeholder="不设" clearable choices={hours} />
        </FieldBox>
        <FieldBox name="quietUntil" title="免打扰结束">
          <ChoiceInput name="免打扰结束" placeholder="不设" clearable choices={hours} />
        </FieldBox>
        <FieldBox name="muted" title="不发邮件的类别" hint="这些类别只在系统内提醒。">
          <ChoicesInput name="不发邮件的类别" placeholder="全部发送" choices={choicesOf(topics)} />
        </FieldBox>
      </FormBox>
    </div>
  )
}
