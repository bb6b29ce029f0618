/** The bodies that work on an effort beside those who keep it. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { acquisition } from '#modules/space/model.ts'
import { command, query } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import type { Shown } from '../acquisition.tsx'

const asked = acquisition.pick({ partners: true })

export function PartnersDialog({ of, open, onClose }: { of: Shown; open: boolean; onClose: () => void }) {
  const say = useSay()
  const bodies = useQuery({ ...query('org/list', {}), staleTime: 300_000 }).data ?? []
  const name = useMutation(command('space/namePartners'))
  const { id, town, partners } = of.effort
  return (
    <Dialog title="协同单位" open={open} onClose={onClose}>
      <RecordForm
        of={asked}
        initial={{ partners }}
        choices={{
          partners: bodies
            .filter((one) => (one.kind === 'department' && !one.until) || one.id === town)
            .map(({ id, shortName }) => ({ value: id, label: shortName })),
        }}
        hints={{ partners: '参与踏勘、评估、审批的单位，可查看本项目的佐证材料；其他部门只看进展。' }}
        onCancel={onClose}
        onSave={async (values) => {
          await name.mutateAsync({ id, ...values })
          say.done('已更新协同单位')
          onClose()
        }}
      />
    </Dialog>
  )
}
