/** The paper a step or an item was shown by, to be saved. */
import { useMutation } from '@tanstack/react-query'
import { download } from '#web/client.ts'
import { Act, useSay } from '#web/ui/buttons.tsx'

type PaperOf = { matter: string; paper: string; of: string }
export function Paper({ matter, paper, of }: PaperOf) {
  const say = useSay()
  const save = useMutation({ ...download('movein/paper'), onError: say.failed })
  return (
    <Act inline name={`下载“${of}”附件`} busy={save.isPending} onClick={() => save.mutate({ id: matter, paper })}>
      附件
    </Act>
  )
}
