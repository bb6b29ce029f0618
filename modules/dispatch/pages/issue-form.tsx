/** The number of the report and the office's words over it, which the machine proposes. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { round } from '#modules/dispatch/model.ts'
import { command, type Out, query } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { Loaded } from '#web/ui/frame/states.tsx'

type Round = Out<'dispatch/showRound'>['round']
const asked = round.pick({ number: true, remark: true }).extend({ number: round.shape.number.unwrap() })

export function IssueForm({ round: { id }, onDone }: { round: Round; onDone: () => void }) {
  const say = useSay()
  const draft = useQuery(query('dispatch/remarkDraft', { id }))
  const issue = useMutation(command('dispatch/issueRound'))
  return (
    <Loaded from={draft} rows={4}>
      {({ remark }) => (
        <RecordForm
          of={asked}
          initial={{ remark }}
          hints={{ remark: '放在通报开头；内容由系统参考台账拟出，请修改。' }}
          save="印发"
          onCancel={onDone}
          onSave={async (given) => {
            await issue.mutateAsync({ id, ...given })
            say.done('通报已印发，各单位可查看和下载')
            onDone()
          }}
        />
      )}
    </Loaded>
  )
}
