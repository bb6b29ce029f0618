/** What a milestone has to show, and what was shown: words and files to open. */
import { useMutation } from '@tanstack/react-query'
import { download } from '#web/client.ts'
import { Act, useSay } from '#web/ui/buttons.tsx'
import type { Milestone } from '../detail.ts'

export function Evidence({ of: { id, evidenceWanted, evidence, doneOn, files } }: { of: Milestone }) {
  const say = useSay()
  const get = useMutation({ ...download('work/evidence'), onError: say.failed })
  return (
    <div className="gantt-evidence">
      {doneOn ? `佐证：${evidence}` : `佐证要求：${evidenceWanted}`}
      {files.map((file) =>
        file.name ? (
          <Act key={file.id} inline onClick={() => get.mutate({ milestone: id, file: file.id })}>
            {file.name}
          </Act>
        ) : (
          <span key={file.id} title="佐证材料限责任单位、领导小组办公室和区领导查看">
            （材料一份，不在您的查看范围内）
          </span>
        ),
      )}
    </div>
  )
}
