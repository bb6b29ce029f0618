/** The form of a monthly report: opens with what is known, keeps a draft, submits. */
import { useMutation, useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { report } from '#modules/work/model.ts'
import { command, type Out, query } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Notice } from '#web/ui/dialog.tsx'
import { dated } from '#web/ui/figure/number.ts'
import { Loaded } from '#web/ui/frame/states.tsx'
import { monthWord } from '../month.ts'

type Draft = Out<'work/draft'>
const written = report.pick({ progress: true, problems: true, next: true })
type Written = z.infer<typeof written>

export function ReportForm({ task, month }: { task: string; month: string }) {
  // Read once: what is being written must not be replaced by a later answer.
  const draft = useQuery({ ...query('work/draft', { task, month }), staleTime: Number.POSITIVE_INFINITY })
  return <Loaded from={draft}>{(found) => <Filled key={`${task} ${month}`} of={found} task={task} month={month} />}</Loaded>
}

function Filled({ of, task, month }: { of: Draft; task: string; month: string }) {
  const say = useSay()
  const save = useMutation(command('work/saveReport'))
  const handle = useMutation({ ...command('work/handleReport'), onSuccess: () => say.done(`已报送${monthWord(month)}进展`) })
  const confirm = useMutation({
    ...command('work/confirmUnchanged'),
    onSuccess: () => say.done(`已确认与上月一致并报送${monthWord(month)}进展`),
    onError: say.failed,
  })
  const keep = (values: Written) => save.mutateAsync({ ...values, task, month, unchanged: false })
  const submit = async (values: Written) => {
    const { id } = await keep(values)
    await handle.mutateAsync({ id, step: 'submit' })
  }
  const keepDraft = (values: Written) => keep(values).then(() => say.done('草稿已保存，报送前只有本单位可见'))
  return (
    <div className="stack tight">
      <p className="quiet">
        请于{dated(of.dueOn)}前报送。{hintOf(of)}
      </p>
      {of.nothingNew && !of.report && (
        <Notice>
          <span className="row">
            本月没有新完成的节点。如无变化，可直接确认。
            <Act busy={confirm.isPending} onClick={() => confirm.mutate({ month, tasks: [task] })}>
              与上月一致，确认报送
            </Act>
          </span>
        </Notice>
      )}
      <RecordForm
        of={written}
        initial={{ progress: of.progress, problems: of.problems, next: of.next }}
        save="报送"
        onSave={submit}
        second={{ word: '保存草稿', onSave: keepDraft }}
      />
    </div>
  )
}

function hintOf({ report, previousMonth, progress }: Draft): string {
  if (report) return ''
  if (previousMonth && progress) return `以下内容已按${monthWord(previousMonth)}的进展和当月完成的节点预填，请核对修改。`
  return ''
}
