/** An objection decided by the office, or taken back by whoever raised it. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { amount, oneOf, text } from '#platform/fields.ts'
import { command } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useMe } from '#web/session.tsx'
import { Act, ConfirmButton, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import type { Subject } from '../words.ts'

type Of = { of: Subject; objection: Subject['objections'][number] }
const deciding = z.object({
  upheld: oneOf('核查结果', { yes: '成立', no: '不成立' }),
  value: amount('更正数').nullable(),
  finding: text('核查结论', 1000),
})

export function Decide({ of, objection }: Of) {
  const say = useSay()
  const known = useQueryClient()
  const { role } = useMe()
  const [open, turn] = useState(false)
  const decide = useMutation(command('appraisal/decideObjection'))
  if (role !== 'office' || of.status !== 'drafted' || objection.status !== 'open') return null
  return (
    <>
      <Act main onClick={() => turn(true)}>
        核查
      </Act>
      <Dialog title={`核查异议 ${objection.number}`} open={open} onClose={() => turn(false)}>
        <RecordForm
          of={deciding}
          hints={{ value: '成立的填写更正后的数；原数保留，全组重新测算。' }}
          save="提交核查结论"
          onCancel={() => turn(false)}
          onSave={async ({ upheld, value, finding }) => {
            const { round } = await decide.mutateAsync({ id: objection.id, upheld: upheld === 'yes', value, finding })
            void known.invalidateQueries()
            say.done(round === null ? '核查结论已提交' : `异议成立，已重新测算（第 ${round} 次）`)
            turn(false)
          }}
        />
      </Dialog>
    </>
  )
}

export function Withdraw({ of, objection }: Of) {
  const say = useSay()
  const known = useQueryClient()
  const withdraw = useMutation({
    ...command('appraisal/withdrawObjection'),
    onSuccess: () => {
      void known.invalidateQueries()
      say.done('异议已撤回')
    },
    onError: say.failed,
  })
  if (!of.own || objection.status !== 'open') return null
  return (
    <ConfirmButton ask="确定撤回这件异议吗？" yes="撤回" onConfirm={() => withdraw.mutate({ id: objection.id })}>
      撤回异议
    </ConfirmButton>
  )
}
