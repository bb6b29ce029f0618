/** An objection to one item of one's own score, within the days for it. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { text } from '#platform/fields.ts'
import { command } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useFrame } from '#web/session.tsx'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Row, Stack } from '#web/ui/frame/page.tsx'
import type { Part, Subject } from '../words.ts'
import { ProofInput } from './evaluation.tsx'

const objecting = z.object({ text: text('异议内容', 2000) })

export function Objecting({ of, part }: { of: Subject; part: Part }) {
  const say = useSay()
  const known = useQueryClient()
  const today = useFrame()?.today ?? ''
  const [open, turn] = useState(false)
  const [files, keep] = useState<{ id: string; name: string }[]>([])
  const raise = useMutation(command('appraisal/raiseObjection'))
  const waits = of.objections.some(({ item, status }) => item === part.code && status === 'open')
  if (!of.own || of.status !== 'drafted' || !of.objectionDueOn || today > of.objectionDueOn || waits) return null
  return (
    <Row>
      <Act inline onClick={() => turn(true)}>
        提出异议
      </Act>
      <Dialog title={`异议：${part.title}`} open={open} onClose={() => turn(false)}>
        <Stack>
          <ProofInput subject={of.id} files={files} onChange={keep} />
          <RecordForm
            of={objecting}
            save="提出异议"
            onCancel={() => turn(false)}
            onSave={async ({ text }) => {
              const { number, dueOn } = await raise.mutateAsync({
                subject: of.id,
                item: part.code,
                text,
                files: files.map(({ id }) => id),
              })
              void known.invalidateQueries()
              say.done(`异议 ${number} 已提出，${dueOn} 前答复`)
              turn(false)
            }}
          />
        </Stack>
      </Dialog>
    </Row>
  )
}
