/** The tab of tasks by their groups, each with the units that answer for it. */
import { duties } from '#modules/plan/model.ts'
import { Act } from '#web/ui/buttons.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { orgName, spanOf, useDesk } from '../desk.ts'
import type { Whole } from '../kinds.ts'
import { Entry } from './entry.tsx'

type TaskRow = Whole['tasks'][number]

/** Groups in printed order with their tasks; tasks without a group come last. */
export function groupedTasks({ groups, tasks }: Pick<Whole, 'groups' | 'tasks'>) {
  const grouped = groups.map((group) => ({ group, tasks: tasks.filter(({ taskGroup }) => taskGroup === group.id) }))
  const loose = tasks.filter(({ taskGroup }) => !groups.some(({ id }) => id === taskGroup))
  return loose.length ? [...grouped, { group: null, tasks: loose }] : grouped
}

export function Tasks() {
  const { whole, edit, editable } = useDesk()
  return (
    <>
      <div className="entries-head">
        <h2>
          任务 <span className="quiet number">{whole.tasks.length}</span>
        </h2>
        {editable && (
          <>
            <Act onClick={() => edit({ what: 'group', id: null })}>添加类别</Act>
            <Act onClick={() => edit({ what: 'task', id: null })}>添加任务</Act>
          </>
        )}
      </div>
      {!whole.tasks.length && !whole.groups.length && (
        <p className="quiet entries-empty">没有读到任务。也可在原文中选中文字后添加。</p>
      )}
      {groupedTasks(whole).map(({ group, tasks }) => (
        <section key={group?.id ?? 'loose'} className="entry-group">
          {group ? (
            <ul className="entries">
              <Entry
                id={group.id}
                span={spanOf(group)}
                number={group.number}
                title={<strong>{group.title}</strong>}
                onEdit={() => edit({ what: 'group', id: group.id })}
              />
            </ul>
          ) : (
            whole.groups.length > 0 && <h3 className="entry-loose">未归类任务</h3>
          )}
          <ul className="entries">
            {tasks.map((task) => (
              <TaskEntry key={task.id} task={task} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function TaskEntry({ task }: { task: TaskRow }) {
  const { whole, edit } = useDesk()
  const own = whole.units.filter((unit) => unit.task === task.id)
  return (
    <Entry
      id={task.id}
      span={spanOf(task)}
      number={task.number}
      title={task.title}
      onEdit={() => edit({ what: 'task', id: task.id })}
      foot={own.length ? <UnitWords units={own} /> : <Mark tone="bad">没有责任单位</Mark>}
    >
      {task.text}
    </Entry>
  )
}

/** Printed names with the organisations behind them: 园城公司（缙云公司、蔡家公司）. */
function UnitWords({ units }: { units: readonly Whole['units'][number][] }) {
  const { orgs } = useDesk()
  const names = [...new Set(units.map(({ printed }) => printed))]
  return (
    <div className="row unit-words">
      {names.map((printed) => {
        const rows = units.filter((unit) => unit.printed === printed)
        const meant = rows.flatMap(({ org }) => orgName(orgs, org) ?? [])
        const open = rows.some(({ org, confirmedBy }) => org === null || confirmedBy === null)
        const plainly = meant.length === 1 && meant[0] === printed
        return (
          <span key={printed}>
            {rows[0]!.duty === 'lead' && <b>{duties.lead} </b>}
            {printed}
            {!plainly && meant.length > 0 && <span className="quiet">（{meant.join('、')}）</span>}
            {open && <span className="unit-open">未对应</span>}
          </span>
        )
      })}
    </div>
  )
}
