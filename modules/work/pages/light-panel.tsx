/** The light of a task, the computed one beside it, every reason; set by hand for a time, and lifted again. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { lights, override } from '#modules/work/model.ts'
import { command } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { ConfirmButton, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Light, Reasons } from '#web/ui/figure/light.tsx'
import { dated } from '#web/ui/figure/number.ts'
import { Panel, Row } from '#web/ui/frame/page.tsx'
import { Permitted } from '#web/ui/permitted.tsx'
import type { TaskDetail } from './detail.ts'

const asked = override.pick({ light: true, reason: true, until: true })
const onlyLead = '只有牵头单位和领导小组办公室可以调整灯色'

export function LightPanel({ of: { task, mayPlan } }: { of: TaskDetail }) {
  const say = useSay()
  const [open, show] = useState(false)
  const save = useMutation(command('work/setLight'))
  const lift = useMutation({
    ...command('work/liftLight'),
    onSuccess: () => say.done('已撤销，恢复系统计算的灯色'),
    onError: say.failed,
  })
  const decisive = task.reasons.filter(({ decides }) => decides)
  const others = task.reasons.filter(({ decides }) => !decides)
  const { override: set } = task
  return (
    <Panel
      title="灯色与原因"
      actions={
        set ? (
          <ConfirmButton
            ask="确定撤销灯色调整吗？"
            about={`撤销后恢复系统计算的“${lights[task.computed]}”。`}
            yes="撤销"
            disabled={!mayPlan}
            busy={lift.isPending}
            onConfirm={() => lift.mutate({ id: set.id })}
          >
            撤销调整
          </ConfirmButton>
        ) : (
          <Permitted when={mayPlan} because={onlyLead} onClick={() => show(true)}>
            调整灯色
          </Permitted>
        )
      }
    >
      <div className="stack tight">
        <Row>
          <Light is={task.light} />
          {set && (
            <span className="quiet">
              人工调整至 {dated(set.until)}，系统计算为 <Light is={task.computed} />
            </span>
          )}
        </Row>
        <Reasons of={decisive.map(({ sentence }) => sentence)} />
        {others.length > 0 && (
          <div>
            <div className="quiet">{set ? '系统计算的依据' : '另外'}</div>
            <Reasons of={others.map(({ sentence }) => sentence)} />
          </div>
        )}
      </div>
      <Dialog title="调整灯色" open={open} onClose={() => show(false)}>
        <RecordForm
          of={asked}
          hints={{ until: '到期后自动恢复系统计算的灯色', reason: '原因对全区公职人员可见，并记入办理记录' }}
          onSave={async (values) => {
            await save.mutateAsync({ ...values, task: task.key })
            show(false)
            say.done(`灯色已调整为“${lights[values.light]}”`)
          }}
          onCancel={() => show(false)}
          save="调整"
        />
      </Dialog>
    </Panel>
  )
}
