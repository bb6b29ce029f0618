/** The dialogs of breaking a task down: measures and milestones are added, changed, given up, finished, reopened, proven. */
import { Dialog } from '#web/ui/dialog.tsx'
import type { Asked, TaskDetail } from '../detail.ts'
import { AttachForm } from './attach-form.tsx'
import { StepForm } from './step-form.tsx'

const titles: Record<Asked['kind'], string> = {
  'add-measure': '分解举措',
  'edit-measure': '调整举措',
  'drop-measure': '终止举措',
  'add-milestone': '设置节点',
  'edit-milestone': '调整节点',
  finish: '办结节点',
  reopen: '撤销办结',
  attach: '上传佐证材料',
}

type DialogOf = { of: TaskDetail; asked: Asked | null; onClose: () => void }

export const MeasureDialog = ({ of, asked, onClose }: DialogOf) => (
  <Dialog title={asked ? titles[asked.kind] : ''} open={asked !== null} onClose={onClose}>
    {asked?.kind === 'attach' ? (
      <AttachForm milestone={asked.milestone} onClose={onClose} />
    ) : (
      asked && <StepForm of={of} asked={asked} onClose={onClose} />
    )}
  </Dialog>
)
