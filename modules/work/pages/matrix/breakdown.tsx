/** The task breakdown as Excel or as an official document. */
import { useMutation } from '@tanstack/react-query'
import { download } from '#web/client.ts'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { icons } from '#web/ui/icons.tsx'

export function Breakdown() {
  const say = useSay()
  const get = useMutation({ ...download('work/breakdown'), onError: say.failed })
  const button = (format: 'xlsx' | 'docx', word: string) => (
    <Act icon={icons.download} busy={get.isPending && get.variables?.format === format} onClick={() => get.mutate({ format })}>
      {word}
    </Act>
  )
  return (
    <>
      {button('xlsx', '任务分解表 Excel')}
      {button('docx', '任务分解表 Word')}
    </>
  )
}
