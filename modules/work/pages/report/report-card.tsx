/** One report as it was given, with the steps the reader may take on it. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { reportFlow } from '#modules/work/flow.ts'
import { command } from '#web/client.ts'
import { Act, ConfirmButton, useSay } from '#web/ui/buttons.tsx'
import { Mark, StatusTag } from '#web/ui/figure/light.tsx'
import { dated } from '#web/ui/figure/number.ts'
import { LongTextInput } from '#web/ui/form/inputs.tsx'
import { LongText } from '#web/ui/text.tsx'
import type { Report } from '../detail.ts'
import './report.css'

export function ReportCard({ report }: { report: Report }) {
  const { status, unchanged, progress, problems, next, submittedOn, submittedBy, reviewedOn, opinion } = report
  return (
    <div className="report-card">
      <div className="row">
        <StatusTag of={reportFlow.states} is={status} />
        {unchanged && <Mark>与上月一致</Mark>}
        {submittedOn && (
          <span className="quiet">
            {submittedBy} {dated(submittedOn)}报送
          </span>
        )}
      </div>
      <Part title="进展情况" words={progress} />
      {problems && <Part title="存在问题" words={problems} />}
      {next && <Part title="下步打算" words={next} />}
      {reviewedOn && (
        <Part title={status === 'returned' ? '退回原因' : '审阅意见'} words={`${opinion ?? '无意见'}（${dated(reviewedOn)}）`} />
      )}
      <Steps report={report} />
    </div>
  )
}

const Part = ({ title, words }: { title: string; words: string }) => (
  <div>
    <div className="report-part">{title}</div>
    <LongText lines={6}>{words}</LongText>
  </div>
)

function Steps({ report: { id, can } }: { report: Report }) {
  const say = useSay()
  const [opinion, write] = useState<string | null>(null)
  const handle = useMutation({
    ...command('work/handleReport'),
    onSuccess: ({ status }) =>
      say.done(status === 'draft' ? '已撤回，可修改后重新报送' : `已办理，当前为“${reportFlow.states[status]}”`),
    onError: say.failed,
  })
  const take = (step: Report['can'][number]) => handle.mutate({ id, step, opinion })
  const busy = handle.isPending
  if (can.length === 0) return null
  return (
    <div className="stack tight">
      {can.includes('return') && (
        <LongTextInput
          name="审阅意见"
          placeholder="审阅意见；退回时请写明原因"
          rows={2}
          maxLength={1000}
          value={opinion}
          onChange={write}
        />
      )}
      <div className="row">
        {can.includes('accept') && (
          <Act main busy={busy} onClick={() => take('accept')}>
            采纳
          </Act>
        )}
        {can.includes('return') && (
          <Act busy={busy} disabled={!opinion?.trim()} onClick={() => take('return')}>
            退回
          </Act>
        )}
        {can.includes('withdraw') && (
          <ConfirmButton
            ask="确定撤回这份进展吗？"
            about="撤回后成为草稿，可修改后重新报送。"
            yes="撤回"
            busy={busy}
            onConfirm={() => take('withdraw')}
          >
            撤回
          </ConfirmButton>
        )}
      </div>
    </div>
  )
}
