/** The steps of an appraisal as buttons; each says what follows. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { appraisalFlow } from '#modules/appraisal/flow.ts'
import { text } from '#platform/fields.ts'
import { command } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useMe } from '#web/session.tsx'
import { Act, ConfirmButton, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import type { Whole } from '../words.ts'

type Step = Exclude<Whole['steps'][number], 'sendBack'>
const about: Record<Step, string> = {
  open: '考核对象和目标不能再改动，各单位开始自评。',
  verify: '从已公布的数据中读取并冻结考核数据，自评截止。',
  draft: '冻结核定数和专家评分，测算并发给各单位，异议期开始。',
  conclude: '异议期满、异议均已核查后报领导小组审定。',
  approve: '结果向公职人员公布；半年评估的改进事项转为督办事项，全年考核的奖励在资金余额内预留并承诺。',
  archive: '归档后只可查看和复算。',
  cancel: '取消后不能恢复，可另行发起。',
}

const reasoning = z.object({ reason: text('退回原因', 500) })

export function Steps({ of }: { of: Whole }) {
  const say = useSay()
  const known = useQueryClient()
  const { role } = useMe()
  const [returning, giveBack] = useState(false)
  const told = {
    onSuccess: () => {
      void known.invalidateQueries()
      say.done('已办理')
    },
    onError: say.failed,
  }
  const runs: Record<Step, { mutate: (input: { id: string }) => void; isPending: boolean }> = {
    open: useMutation({ ...command('appraisal/openAppraisal'), ...told }),
    verify: useMutation({ ...command('appraisal/verifyAppraisal'), ...told }),
    draft: useMutation({ ...command('appraisal/draftAppraisal'), ...told }),
    conclude: useMutation({ ...command('appraisal/concludeAppraisal'), ...told }),
    approve: useMutation({ ...command('appraisal/approveAppraisal'), ...told }),
    archive: useMutation({ ...command('appraisal/archiveAppraisal'), ...told }),
    cancel: useMutation({ ...command('appraisal/cancelAppraisal'), ...told }),
  }
  const again = useMutation({
    ...command('appraisal/readAgain'),
    onSuccess: ({ frozen }) => say.done(`补取 ${frozen} 项`),
    onError: say.failed,
  })
  const sendBack = useMutation(command('appraisal/sendBackAppraisal'))
  const { id } = of
  return (
    <>
      {role === 'office' && of.status === 'verifying' && of.subjects.some(({ missing }) => missing > 0) && (
        <Act busy={again.isPending} onClick={() => again.mutate({ id })}>
          补取考核数据
        </Act>
      )}
      {of.steps.map((step) =>
        step === 'sendBack' ? (
          <Act key={step} onClick={() => giveBack(true)}>
            {appraisalFlow.steps.sendBack.label}
          </Act>
        ) : (
          <ConfirmButton
            key={step}
            main={step !== 'cancel'}
            danger={step === 'cancel'}
            busy={runs[step].isPending}
            ask={`确定${appraisalFlow.steps[step].label}吗？`}
            about={about[step]}
            onConfirm={() => runs[step].mutate({ id })}
          >
            {appraisalFlow.steps[step].label}
          </ConfirmButton>
        ),
      )}
      <Dialog title="退回重新核验" open={returning} onClose={() => giveBack(false)}>
        <RecordForm
          of={reasoning}
          save="退回"
          onCancel={() => giveBack(false)}
          onSave={async ({ reason }) => {
            await sendBack.mutateAsync({ id, reason })
            void known.invalidateQueries()
            say.done('已退回重新核验')
            giveBack(false)
          }}
        />
      </Dialog>
    </>
  )
}
