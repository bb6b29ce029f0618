/** Raising a ticket: where, what kind, what is wrong, with a photo where one helps. */
import { useState } from 'react'
import { ticket } from '#modules/upkeep/model.ts'
import { Field } from '#web/form.tsx'
import { usePapered } from '#web/papered.tsx'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { FileDrop } from '#web/ui/form/file-drop.tsx'
import { FieldBox, FormBox } from '#web/ui/form/form-box.tsx'
import { ChoiceInput } from '#web/ui/form/inputs.tsx'

/** A room of a tenant, or a building as a whole. */
export type Spot = { building: string; unit: string | null; name: string }
type DialogOf = { spots: readonly Spot[]; open: boolean; onClose: () => void }

export const RaiseDialog = ({ spots, open, onClose }: DialogOf) => (
  <Dialog title="报事" open={open} onClose={onClose}>
    <Form spots={spots} onClose={onClose} />
  </Dialog>
)

const { kind, title, text } = ticket.shape
const asked = ticket.pick({ kind: true, title: true, text: true })
const keyOf = ({ building, unit }: Spot) => unit ?? building

function Form({ spots, onClose }: Omit<DialogOf, 'open'>) {
  const say = useSay()
  const raise = usePapered('upkeep/raiseTicket')
  const [photo, keep] = useState<File | null>(null)
  return (
    <FormBox
      initial={{ spot: spots.length === 1 ? keyOf(spots[0]!) : null, kind: null, title: null, text: null }}
      columns={2}
      save="提交"
      onCancel={onClose}
      onSave={async (answers) => {
        const spot = spots.find((one) => keyOf(one) === answers.spot)!
        const { building, unit } = spot
        const { number } = await raise({ ...asked.parse(answers), building, unit }, photo)
        say.done(`已提交，编号 ${number}`)
        onClose()
      }}
    >
      <FieldBox name="spot" title="地点" check={(value) => (value ? null : '请选择地点')}>
        <ChoiceInput placeholder="请选择" choices={spots.map((one) => ({ value: keyOf(one), label: one.name }))} />
      </FieldBox>
      <Field name="kind" field={kind} />
      <div className="wide">
        <Field name="title" field={title} />
      </div>
      <Field name="text" field={text} hint="请写明位置和现象，便于尽快处理。" />
      <div className="wide">
        {photo ? (
          <p>
            照片：{photo.name}{' '}
            <Act inline onClick={() => keep(null)}>
              重新选择
            </Act>
          </p>
        ) : (
          <FileDrop title="现场照片（可不提供）" endings={['.jpg', '.jpeg', '.png']} onFile={keep} shrink />
        )}
      </div>
    </FormBox>
  )
}
