/** Registers an organisation, or corrects one. */
import { useMutation } from '@tanstack/react-query'
import { command } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { type Org, org, orgKinds } from '../model.ts'

type Edit = { open: boolean; onClose: () => void; orgs: readonly Org[]; of?: Org }

export function OrgForm({ open, onClose, orgs, of }: Edit) {
  const say = useSay()
  const save = useMutation(command('org/save'))
  const parents = orgs
    .filter(({ id }) => id !== of?.id)
    .map(({ id, name, kind }) => ({ value: id, label: name, group: orgKinds[kind] }))
  return (
    <Dialog title={of ? '修改单位' : '登记单位'} open={open} onClose={onClose} wide>
      <RecordForm
        of={org}
        initial={of}
        columns={2}
        choices={{ parent: parents }}
        hints={{ aliases: '公文中对该单位的其他称呼，用于识别责任单位。', areaCode: '镇街填写九位区划代码。' }}
        onCancel={onClose}
        onSave={async (values) => {
          await save.mutateAsync({ ...values, id: of?.id })
          say.done(of ? '已保存' : `已登记“${values.name}”`)
          onClose()
        }}
      />
    </Dialog>
  )
}
