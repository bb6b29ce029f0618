/** Handing a matter on, and its clock held and let go. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { ref, text } from '#platform/fields.ts'
import { command, query } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useMe } from '#web/session.tsx'
import { Act, ConfirmButton, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import type { Whole } from '../words.ts'

const takers = ['office', 'park', 'company']
const handing = z.object({ to: ref('转交单位', 'org'), opinion: text('转交原因', 1000) })
const holding = z.object({ reason: text('中止原因', 300) })

export function Hands({ of: { matter, steps, why } }: { of: Whole }) {
  const { role } = useMe()
  const say = useSay()
  const [asked, ask] = useState<'hand' | 'hold' | null>(null)
  const bodies = useQuery({ ...query('org/list', {}), staleTime: 300_000 }).data ?? []
  const hand = useMutation(command('movein/handOn'))
  const hold = useMutation(command('movein/holdClock'))
  const resume = useMutation({ ...command('movein/resumeClock'), onSuccess: () => say.done('时限已恢复'), onError: say.failed })
  if (matter.closedOn !== null || why !== null || (role !== 'office' && role !== 'park')) return null
  const choices = bodies
    .filter(({ id, kind, until }) => takers.includes(kind) && !until && id !== matter.holder)
    .map(({ id, shortName }) => ({ value: id, label: shortName }))
  const told = (words: string) => {
    say.done(words)
    ask(null)
  }
  return (
    <>
      <Act onClick={() => ask('hand')}>转交</Act>
      {steps.at(-1)?.clock.paused ? (
        <ConfirmButton
          ask="确定恢复时限吗？"
          about="自今天起继续计时。"
          yes="恢复"
          onConfirm={() => resume.mutate({ id: matter.id })}
        >
          恢复时限
        </ConfirmButton>
      ) : (
        <Act onClick={() => ask('hold')}>中止时限</Act>
      )}
      <Dialog title="转交入驻事项" open={asked === 'hand'} onClose={() => ask(null)}>
        <RecordForm
          of={handing}
          choices={{ to: choices }}
          save="转交"
          onCancel={() => ask(null)}
          onSave={async (given) => {
            await hand.mutateAsync({ id: matter.id, ...given })
            told('已转交')
          }}
        />
      </Dialog>
      <Dialog title="中止时限" open={asked === 'hold'} onClose={() => ask(null)}>
        <RecordForm
          of={holding}
          hints={{ reason: '申请人查询进度时可见' }}
          save="中止"
          onCancel={() => ask(null)}
          onSave={async (given) => {
            await hold.mutateAsync({ id: matter.id, ...given })
            told('时限已中止')
          }}
        />
      </Dialog>
    </>
  )
}
