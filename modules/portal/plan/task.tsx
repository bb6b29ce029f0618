/** One task of the plan: what it asks, who answers for it, and how it stands. */
import { lights } from '#modules/work/model.ts'
import type { Items, Unit } from '../facts.ts'
import { Light } from '../frame/light.tsx'
import { ordinals } from '../frame/words.ts'
import { withoutTitle } from './plan.tsx'
import type { Standing } from './standing.ts'

type Task = Items['tasks'][number]
type Props = {
  task: Task
  items: Items
  units: { lead: Unit[]; partners: Unit[] }
  standing: Standing | undefined
}

export function TaskPage({ task, items, units, standing }: Props) {
  const at = items.tasks.indexOf(task)
  const groupAt = items.groups.findIndex(({ id }) => id === task.taskGroup)
  const group = items.groups[groupAt]
  return (
    <article className="wide narrow">
      <nav className="trail" aria-label="所在位置">
        <a href="/">首页</a>
        {group && (
          <a href={`/#group-${groupAt + 1}`}>
            （{ordinals[groupAt]}）{group.title}
          </a>
        )}
      </nav>
      <header>
        <h1>
          <span className="number">{task.number}</span>
          {task.title}
        </h1>
      </header>
      {standing && <State standing={standing} />}
      <section aria-labelledby="content-title">
        <h2 id="content-title">任务内容</h2>
        <p className="body-text">{withoutTitle(task.text, task.title)}</p>
      </section>
      <section aria-labelledby="units-title">
        <h2 id="units-title">责任单位</h2>
        <dl className="facts">
          <Units word="牵头单位" units={units.lead} />
          <Units word="配合单位" units={units.partners} />
        </dl>
      </section>
      <nav className="turn" aria-label="上一项和下一项任务">
        <Turn word="上一项" task={items.tasks[at - 1]} />
        <Turn word="下一项" task={items.tasks[at + 1]} />
      </nav>
    </article>
  )
}

const State = ({ standing: { light, done, total, reasons } }: { standing: Standing }) => (
  <section className={`standing standing-${light}`} aria-labelledby="state-title">
    <h2 id="state-title">进展</h2>
    <Light light={light} word={lights[light]} />
    <ul>
      {reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
    {total > 0 && (
      <p className="way">
        <span className="bar" aria-hidden="true">
          <i style={{ width: `${(done / total) * 100}%` }} />
        </span>
        <span>
          计划 {total} 个节点，已完成 {done} 个
        </span>
      </p>
    )}
  </section>
)

const Units = ({ word, units }: { word: string; units: Unit[] }) =>
  units.length > 0 && (
    <div>
      <dt>{word}</dt>
      <dd>
        <ul>
          {units.map(({ printed, orgs }) => (
            <li key={printed}>
              {printed}
              {orgs.length > 1 && <small>{orgs.join('、')}</small>}
            </li>
          ))}
        </ul>
      </dd>
    </div>
  )

const Turn = ({ word, task }: { word: string; task: Task | undefined }) =>
  task ? (
    <a href={`/plan/tasks/${task.key}`}>
      <small>{word}</small>
      {task.number}. {task.title}
    </a>
  ) : (
    <span />
  )
