/** Publishing a notice to chosen buildings. */
import { useMutation } from '@tanstack/react-query'
import { useOwnBuildings } from '#modules/space/pages/record/pickers.tsx'
import { notice } from '#modules/upkeep/model.ts'
import { command } from '#web/client.ts'
import { Field } from '#web/form.tsx'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { FieldBox, FormBox } from '#web/ui/form/form-box.tsx'
import { type Choice, ChoicesInput } from '#web/ui/form/inputs.tsx'

type DialogOf = { open: boolean; onClose: () => void }

export const PublishDialog = ({ open, onClose }: DialogOf) => (
  <Dialog title="发布楼宇通知" open={open} onClose={onClose}>
    <Form onClose={onClose} />
  </Dialog>
)

const { title, text, until } = notice.shape
const asked = notice.pick({ title: true, text: true, until: true })

function Form({ onClose }: Pick<DialogOf, 'onClose'>) {
  const say = useSay()
  const buildings = useOwnBuildings()
  const publish = useMutation(command('upkeep/publishNotice'))
  return (
    <FormBox
      initial={{ buildings: [], title: null, text: null, until: null }}
      save="发布"
      onCancel={onClose}
      onSave={async (answers) => {
        const chosen = answers.buildings as string[] // the field gives no other
        const { published } = await publish.mutateAsync({ ...asked.parse(answers), buildings: chosen })
        say.done(`已向 ${published} 幢楼宇发布`)
        onClose()
      }}
    >
      <FieldBox name="buildings" title="楼宇" check={(value) => ((value as string[]).length ? null : '请选择楼宇')}>
        <BuildingsInput choices={buildings} />
      </FieldBox>
      <Field name="title" field={title} />
      <Field name="text" field={text} />
      <Field name="until" field={until} hint="过期后不再向楼内单位显示；长期有效的不填。" />
    </FormBox>
  )
}

type Control = { choices: readonly Choice[]; value?: string[]; onChange?: (chosen: string[]) => void }
const BuildingsInput = ({ choices, value = [], onChange }: Control) => (
  <>
    <ChoicesInput
      name="楼宇"
      placeholder="请选择，可多选"
      choices={choices}
      value={value}
      onChange={(chosen) => onChange?.(chosen ?? [])}
    />
    {choices.length > 1 && value.length < choices.length && (
      <Act inline onClick={() => onChange?.(choices.map((choice) => choice.value))}>
        全选 {choices.length} 幢
      </Act>
    )}
  </>
)
