/** Granting and revoking titles, recording rights. */
import { useMutation } from '@tanstack/react-query'
import { z } from 'zod'
import { ipRight, qualification, titles } from '#modules/enterprise/model.ts'
import { day, text } from '#platform/fields.ts'
import { command } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import type { WholeFile } from '../whole.ts'
import { source } from './groups.ts'

export type Title = WholeFile['titles'][number]
type Simple = { enterprise: string; open: boolean; onClose: () => void }

const granted = qualification
  .pick({ kind: true, level: true, number: true, grantedBy: true, grantedOn: true, validUntil: true })
  .extend({ source })

export function GrantDialog({ enterprise, open, onClose }: Simple) {
  const say = useSay()
  const grant = useMutation(command('enterprise/grant'))
  return (
    <Dialog title="登记资质称号" open={open} onClose={onClose} wide>
      <RecordForm
        of={granted}
        columns={2}
        hints={{ validUntil: '证书所载有效期的最后一天；长期有效的留空。', level: '如 CMMI 3 级、ITSS 二级。' }}
        save="登记"
        onCancel={onClose}
        onSave={async (values) => {
          await grant.mutateAsync({ ...values, enterprise })
          say.done(`已登记“${titles[values.kind]}”`)
          onClose()
        }}
      />
    </Dialog>
  )
}

const revoked = z.object({ on: day('撤销日期').nullable(), reason: text('撤销原因', 500) })

export function RevokeDialog({ of, onClose }: { of: Title | null; onClose: () => void }) {
  const say = useSay()
  const revoke = useMutation(command('enterprise/revoke'))
  return (
    <Dialog title={of ? `撤销“${titles[of.kind]}”` : ''} open={of !== null} onClose={onClose}>
      {of && (
        <RecordForm
          of={revoked}
          hints={{ on: '被授予机关撤销的，填写撤销之日；登记有误的留空，该条登记作废。' }}
          save="撤销"
          onCancel={onClose}
          onSave={async (values) => {
            await revoke.mutateAsync({ ...values, id: of.id })
            say.done('已撤销，原登记保留可查')
            onClose()
          }}
        />
      )}
    </Dialog>
  )
}

const recorded = ipRight.pick({ kind: true, title: true, number: true, registeredOn: true })

export function RightDialog({ enterprise, open, onClose }: Simple) {
  const say = useSay()
  const add = useMutation(command('enterprise/addRight'))
  return (
    <Dialog title="登记知识产权" open={open} onClose={onClose}>
      <RecordForm
        of={recorded}
        save="登记"
        onCancel={onClose}
        onSave={async (values) => {
          await add.mutateAsync({ ...values, enterprise })
          say.done(`已登记“${values.title}”`)
          onClose()
        }}
      />
    </Dialog>
  )
}
