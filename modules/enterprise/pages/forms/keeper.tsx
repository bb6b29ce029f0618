/** Giving the file to an official to keep. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { ref } from '#platform/fields.ts'
import { command, query } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'

type KeeperOf = { enterprise: string; present: string | null; open: boolean; onClose: () => void }
const asked = z.object({ person: ref('服务专员', 'person') })

export function KeeperDialog({ enterprise, present, open, onClose }: KeeperOf) {
  const say = useSay()
  const choices = useQuery({ ...query('enterprise/keepersInCharge', { id: enterprise }), enabled: open })
  const assign = useMutation(command('enterprise/assignKeeper'))
  return (
    <Dialog title="指定服务专员" open={open} onClose={onClose}>
      <Loaded from={choices} rows={2}>
        {(people) =>
          people.length ? (
            <RecordForm
              of={asked}
              initial={{ person: people.some(({ person }) => person === present) ? present! : undefined }}
              choices={{ person: people.map(({ person, name, orgName }) => ({ value: person, label: name, group: orgName })) }}
              hints={{ person: '所在镇街、所在园城和领导小组办公室的工作人员。' }}
              onCancel={onClose}
              onSave={async ({ person }) => {
                await assign.mutateAsync({ id: enterprise, person })
                say.done('已指定服务专员')
                onClose()
              }}
            />
          ) : (
            <EmptyState title="没有可指定的人员" about="所在镇街、园城尚未登记任职人员。" />
          )
        }
      </Loaded>
    </Dialog>
  )
}
