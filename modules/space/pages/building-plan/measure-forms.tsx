/** A measure written or changed, and its progress told by who answers for it. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { buildingMeasure } from '#modules/space/model.ts'
import { command, query } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import type { Choice } from '#web/ui/form/inputs.tsx'
import type { Measure } from './measures.tsx'

const shape = buildingMeasure.pick({ kind: true, content: true, benefit: true, owner: true, dueOn: true, public: true })
const kinds: Record<string, string> = { office: '部门', department: '部门', park: '园城', company: '园城公司', town: '镇街' }

/** Those who tell progress: departments, parks with their companies, towns. */
function useOwners(): Choice[] {
  const orgs = useQuery({ ...query('org/list', {}), staleTime: 300_000 }).data ?? []
  return orgs.flatMap(({ id, shortName, kind, until }) => {
    const group = kinds[kind]
    return group && !until ? [{ value: id, label: shortName, group }] : []
  })
}

type Of = { sheet: string; open: boolean; of: Measure | null; onClose: () => void }
export function MeasureDialog({ sheet, open, of, onClose }: Of) {
  const say = useSay()
  const owners = useOwners()
  const add = useMutation(command('space/addBuildingMeasure'))
  const edit = useMutation(command('space/editBuildingMeasure'))
  return (
    <Dialog title={of ? '修改措施' : '增加措施'} open={open} onClose={onClose} wide>
      <RecordForm
        key={of?.id ?? 'new'}
        of={shape}
        initial={of ?? {}}
        choices={{ owner: owners }}
        hints={{
          benefit: '租户能得到什么；对外公布的必填。',
          public: '公布后，访客在单元页面可以看到内容和标准。',
          owner: '由该单位填报进展。',
        }}
        columns={2}
        onCancel={onClose}
        onSave={async (values) => {
          if (of) await edit.mutateAsync({ ...values, id: of.id })
          else await add.mutateAsync({ ...values, buildingPlan: sheet })
          say.done(of ? '措施已修改' : '措施已列入')
          onClose()
        }}
      />
    </Dialog>
  )
}

const told = z.object({ state: buildingMeasure.shape.state, progress: buildingMeasure.shape.progress.unwrap() })

export function TellDialog({ of, onClose }: { of: Measure | null; onClose: () => void }) {
  const say = useSay()
  const tell = useMutation(command('space/tellBuildingMeasure'))
  return (
    <Dialog title="填报进展" open={of !== null} onClose={onClose}>
      {of && (
        <RecordForm
          key={of.id}
          of={told}
          initial={{ state: of.state, progress: of.progress ?? undefined }}
          save="填报"
          onCancel={onClose}
          onSave={async (values) => {
            await tell.mutateAsync({ ...values, id: of.id })
            say.done('进展已填报')
            onClose()
          }}
        />
      )}
    </Dialog>
  )
}
