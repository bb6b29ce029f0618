/** A file that proves a milestone, sent up. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { upload } from '#web/client.ts'
import { useSay } from '#web/ui/buttons.tsx'
import { FileDrop } from '#web/ui/form/file-drop.tsx'
import type { Milestone } from '../detail.ts'

const endings = [
  '.pdf',
  '.doc',
  '.docx',
  '.xls',
  '.xlsx',
  '.ppt',
  '.pptx',
  '.jpg',
  '.jpeg',
  '.png',
  '.zip',
  '.txt',
  '.ofd',
  '.wps',
  '.et',
]

export function AttachForm({ milestone, onClose }: { milestone: Milestone; onClose: () => void }) {
  const say = useSay()
  const [sent, tell] = useState<number | null>(null)
  const send = useMutation({
    ...upload('work/attachEvidence'),
    onSuccess: ({ name }) => {
      say.done(`已上传“${name}”`)
      onClose()
    },
    onError: (error) => {
      tell(null)
      say.failed(error)
    },
  })
  return (
    <div className="stack tight">
      <p className="quiet">
        节点“{milestone.title}”要求：{milestone.evidenceWanted}。材料限责任单位、领导小组办公室和区领导查看。
      </p>
      <FileDrop
        title="佐证材料"
        endings={endings}
        sent={sent}
        onFile={(file) => {
          tell(0)
          send.mutate({ id: milestone.id, file, onProgress: tell })
        }}
      />
    </div>
  )
}
