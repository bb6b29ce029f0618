/** Beginning a revision: the reason first, then the workbench of the new draft. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { z } from 'zod'
import { text } from '#platform/fields.ts'
import { command } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { Act } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'

const reason = z.object({ revision: text('修订说明', 2000) })
type Revise = { plan: { id: string; title: string }; inline?: boolean; blocked?: boolean }

export function ReviseButton({ plan, inline, blocked }: Revise) {
  const [asking, ask] = useState(false)
  const revise = useMutation(command('plan/revise'))
  const go = useNavigate()
  return (
    <>
      <Act inline={inline} disabled={blocked} onClick={() => ask(true)}>
        修订
      </Act>
      <Dialog title={`修订《${plan.title.replace(/[《》]/g, '')}》`} open={asking} onClose={() => ask(false)}>
        <RecordForm
          of={reason}
          hints={{ revision: '为何修订、主要改动什么。发布后与方案一并公开。' }}
          save="新建修订草稿"
          onCancel={() => ask(false)}
          onSave={async ({ revision }) => {
            const { id } = await revise.mutateAsync({ id: plan.id, revision })
            ask(false)
            go(`/office/plans/${id}`)
          }}
        />
      </Dialog>
    </>
  )
}
