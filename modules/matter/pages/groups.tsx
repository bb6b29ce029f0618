/** The working groups: their duties, who is in them, which tasks each carries and who leads it (safeguard one). */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { charge } from '#modules/matter/model.ts'
import { command, type Out, query } from '#web/client.ts'
import { Field } from '#web/form.tsx'
import { useMe } from '#web/session.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { FieldBox, FormBox } from '#web/ui/form/form-box.tsx'
import { ChoiceInput } from '#web/ui/form/inputs.tsx'
import { PageFrame, Panel, Stack } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { Permitted } from '#web/ui/permitted.tsx'
import { useTasks } from './words.ts'
import './matter.css'

type Groups = Out<'matter/groups'>

export default function WorkingGroups() {
  const { role } = useMe()
  const asked = useQuery(query('matter/groups', {}))
  const [open, turn] = useState(false)
  return (
    <PageFrame
      title="工作组"
      description="各工作组的职责、成员和承担的重点任务；事项升级和求助先到承担该任务的工作组。"
      actions={
        <Permitted main when={role === 'office'} because="只有领导小组办公室可以明确工作组任务" onClick={() => turn(true)}>
          明确任务
        </Permitted>
      }
    >
      <Loaded from={asked}>
        {(found) =>
          found.groups.length === 0 ? (
            <Panel>
              <EmptyState title="还没有设立工作组" about="在组织体系中登记类型为“工作组”的单位及其成员后，列在这里。" />
            </Panel>
          ) : (
            <>
              {found.groups.map((group) => (
                <Group key={group.id} of={group} />
              ))}
              <Free of={found.free} />
              <Dialog title="明确工作组任务" open={open} onClose={() => turn(false)}>
                <AssignForm of={found} onClose={() => turn(false)} />
              </Dialog>
            </>
          )
        }
      </Loaded>
    </PageFrame>
  )
}

const Group = ({ of: { id, name, duties, members, tasks } }: { of: Groups['groups'][number] }) => (
  <Panel title={`${name}（${tasks.length} 项任务）`} actions={<Link to={`/office/orgs/${id}`}>成员和历史</Link>}>
    <Stack tight>
      {duties && <p>{duties}</p>}
      <p className="quiet">成员单位：{members.map((one) => one.name).join('、') || '尚未登记'}</p>
      {tasks.length > 0 && (
        <ul className="matter-lines">
          {tasks.map(({ task, number, title, leadName, since }) => (
            <li key={task} className="matter-task">
              <Link to={`/office/tasks/${task}`}>{[number, title].filter(Boolean).join(' ')}</Link>
              <span className="quiet matter-small">
                牵头：{leadName}，<span className="number">{since}</span> 起
              </span>
            </li>
          ))}
        </ul>
      )}
    </Stack>
  </Panel>
)

/** Nothing where every task has its group. */
const Free = ({ of }: { of: Groups['free'] }) =>
  of.length === 0 ? null : (
    <Panel title={`尚未明确工作组的任务（${of.length}）`}>
      <ul className="matter-lines">
        {of.map(({ task, number, title }) => (
          <li key={task}>
            <Link to={`/office/tasks/${task}`}>{[number, title].filter(Boolean).join(' ')}</Link>
          </li>
        ))}
      </ul>
    </Panel>
  )

const { task, team } = charge.shape
function AssignForm({ of, onClose }: { of: Groups; onClose: () => void }) {
  const say = useSay()
  const tasks = useTasks()
  const assign = useMutation(command('matter/assignTask'))
  const leads = of.groups.flatMap((group) =>
    group.members.map(({ id, name }) => ({ value: `${group.id} ${id}`, label: name, group: group.name })),
  )
  return (
    <FormBox
      initial={{ task: null, lead: null }}
      save="明确"
      onCancel={onClose}
      onSave={async (answers) => {
        const [group, lead] = String(answers.lead).split(' ') as [string, string]
        await assign.mutateAsync({ task: task.parse(answers.task), team: team.parse(group), lead })
        say.done('已明确，自今天起适用')
        onClose()
      }}
    >
      <Field name="task" field={task} choices={tasks} />
      <FieldBox name="lead" title="工作组和牵头单位" check={(value) => (value ? null : '请选择工作组和牵头单位')}>
        <ChoiceInput placeholder="请选择" choices={leads} />
      </FieldBox>
    </FormBox>
  )
}
