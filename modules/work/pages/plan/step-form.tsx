/** The form behind each step on a measure or milestone: fields from the model, refusals told in place. */
import { useMutation } from '@tanstack/react-query'
import { z } from 'zod'
import { measure, milestone } from '#modules/work/model.ts'
import { command } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { Act, useSay } from '#web/ui/buttons.tsx'
import type { Asked, TaskDetail } from '../detail.ts'

const measureFields = measure.pick({ title: true, owner: true, startsOn: true, dueOn: true })
const milestoneFields = milestone.pick({ title: true, owner: true, dueOn: true, evidenceWanted: true })
const dropFields = z.object({ dropReason: measure.shape.dropReason.unwrap() })
const finishFields = z.object({ doneOn: milestone.shape.doneOn.unwrap(), evidence: milestone.shape.evidence.unwrap() })

type StepOf = { of: TaskDetail; asked: Asked; onClose: () => void }

export function StepForm({ of: { task, today }, asked, onClose }: StepOf) {
  const say = useSay()
  const steps = {
    addMeasure: useMutation(command('work/addMeasure')),
    editMeasure: useMutation(command('work/editMeasure')),
    dropMeasure: useMutation(command('work/dropMeasure')),
    addMilestone: useMutation(command('work/addMilestone')),
    editMilestone: useMutation(command('work/editMilestone')),
    finish: useMutation(command('work/finishMilestone')),
    reopen: useMutation({ ...command('work/reopenMilestone'), onError: say.failed }),
  }
  const done = (sentence: string) => () => {
    onClose()
    say.done(sentence)
  }
  const choices = { owner: task.units.map(({ org, name }) => ({ value: org, label: name })) }
  const lead = task.units.find(({ duty }) => duty === 'lead')?.org
  switch (asked.kind) {
    case 'add-measure':
      return (
        <RecordForm
          of={measureFields}
          choices={choices}
          initial={{ owner: lead, startsOn: today }}
          onSave={(values) => steps.addMeasure.mutateAsync({ ...values, task: task.key }).then(done('举措已分解'))}
          onCancel={onClose}
        />
      )
    case 'edit-measure':
      return (
        <RecordForm
          of={measureFields}
          choices={choices}
          initial={asked.measure}
          onSave={(values) => steps.editMeasure.mutateAsync({ ...values, id: asked.measure.id }).then(done('举措已调整'))}
          onCancel={onClose}
        />
      )
    case 'drop-measure':
      return (
        <RecordForm
          of={dropFields}
          hints={{ dropReason: `终止后，“${asked.measure.title}”未完成的节点不再计入进度，且不能恢复` }}
          onSave={({ dropReason }) =>
            steps.dropMeasure.mutateAsync({ id: asked.measure.id, reason: dropReason }).then(done('举措已终止'))
          }
          onCancel={onClose}
          save="终止举措"
        />
      )
    case 'add-milestone':
      return (
        <RecordForm
          of={milestoneFields}
          choices={choices}
          hints={{ dueOn: `应在 ${asked.measure.startsOn} 至 ${asked.measure.dueOn} 之内` }}
          initial={{ owner: asked.measure.owner, dueOn: asked.measure.dueOn }}
          onSave={(values) => steps.addMilestone.mutateAsync({ ...values, measure: asked.measure.id }).then(done('节点已设置'))}
          onCancel={onClose}
        />
      )
    case 'edit-milestone':
      return (
        <RecordForm
          of={milestoneFields}
          choices={choices}
          initial={asked.milestone}
          onSave={(values) => steps.editMilestone.mutateAsync({ ...values, id: asked.milestone.id }).then(done('节点已调整'))}
          onCancel={onClose}
        />
      )
    case 'finish':
      return (
        <RecordForm
          of={finishFields}
          hints={{ evidence: `本节点要求：${asked.milestone.evidenceWanted}。材料可在办结前后上传` }}
          initial={{ doneOn: today }}
          onSave={(values) => steps.finish.mutateAsync({ ...values, id: asked.milestone.id }).then(done('节点已办结'))}
          onCancel={onClose}
          save="办结"
        />
      )
    case 'reopen':
      return (
        <div className="stack">
          <p>确定撤销节点“{asked.milestone.title}”的办结吗？完成日期和佐证说明将清空，办理记录中仍可查到；已上传的材料保留。</p>
          <div className="row">
            <Act
              main
              busy={steps.reopen.isPending}
              onClick={() => steps.reopen.mutate({ id: asked.milestone.id }, { onSuccess: done('已撤销办结') })}
            >
              撤销办结
            </Act>
            <Act onClick={onClose}>取消</Act>
          </div>
        </div>
      )
    default:
      return null
  }
}
