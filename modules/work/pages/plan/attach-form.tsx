/** A file that proves a milestone, sent up. */
import { upload } from '#web/client.ts'
import { SendFile } from '#web/upload.tsx'
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

export const AttachForm = ({ milestone, onClose }: { milestone: Milestone; onClose: () => void }) => (
  <div className="stack tight">
    <p className="quiet">
      节点“{milestone.title}”要求：{milestone.evidenceWanted}。材料限责任单位、领导小组办公室和区领导查看。
    </p>
    <SendFile
      title="佐证材料"
      endings={endings}
      send={(sent) => upload('work/attachEvidence').mutationFn({ id: milestone.id, ...sent })}
      onDone={onClose}
    />
  </div>
)
