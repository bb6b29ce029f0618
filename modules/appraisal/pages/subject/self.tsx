/** All self-evaluations of a subject handed in at once. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { command } from '#web/client.ts'
import { ConfirmButton, useSay } from '#web/ui/buttons.tsx'
import type { Subject } from '../words.ts'

export function Submit({ of }: { of: Subject }) {
  const say = useSay()
  const known = useQueryClient()
  const submit = useMutation({
    ...command('appraisal/submitSelf'),
    onSuccess: ({ submitted }) => {
      void known.invalidateQueries()
      say.done(`已提交 ${submitted} 项自评`)
    },
    onError: say.failed,
  })
  const open = of.parts.filter(({ self }) => self && !self.submittedOn).length
  if (!of.own || of.status !== 'self' || open === 0) return null
  return (
    <ConfirmButton
      main
      busy={submit.isPending}
      ask={`确定提交 ${open} 项自评吗？`}
      about="自评截止前仍可修改后再次提交。"
      yes="提交"
      onConfirm={() => submit.mutate({ subject: of.id })}
    >
      提交自评
    </ConfirmButton>
  )
}
