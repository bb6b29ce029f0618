/** The published plan in full, chapter by chapter, and the versions it has had. */
import { states } from '#modules/plan/flow.ts'
import { lights } from '#modules/work/model.ts'
import { type Items, type PlanRow, type Unit, unitsOf } from '../facts.ts'
import { Light } from '../frame/light.tsx'
import { Title } from '../frame/title.tsx'
import { dayInWords, ordinals } from '../frame/words.ts'
import type { Standing } from './standing.ts'

type Props = {
  plan: PlanRow
  text: string
  versions: PlanRow[]
  items: Items
  names: Map<string, string>
  /** Of the version in force; none for an older one. */
  standings: Map<string, Standing> | null
}

export function Plan({ plan, text, versions, items, names, standings }: Props) {
  const loose = items.tasks.filter(({ taskGroup }) => taskGroup === null)
  return (
    <div className="wide document">
      <article>
        <header>
          <p className="issuer">{plan.issuer}</p>
          <Title of={plan.title} />
          <p className="quiet">
            {plan.documentNumber && `${plan.documentNumber} · `}
            {plan.issuedOn && `${dayInWords(plan.issuedOn)}印发`} · 第 {plan.version} 版（{states[plan.status]}）
          </p>
        </header>
        <nav className="contents" aria-label="目录">
          {chapters.map(([id, title]) => (
            <a key={id} href={`#${id}`}>
              {title}
            </a>
          ))}
        </nav>
        <Chapter id="goals">
          <Numbered items={items.goals} />
        </Chapter>
        <Chapter id="layout">
          {plan.directions.length > 0 && (
            <>
              <h3>重点方向</h3>
              <ul className="directions">
                {plan.directions.map((direction) => (
                  <li key={direction}>{direction}</li>
                ))}
              </ul>
            </>
          )}
          <h3>空间布局</h3>
          {items.zones.map(({ id, name, note, text }) => (
            <section key={id} className="passage">
              <h4>
                {name}
                {note && <small>（{note}）</small>}
              </h4>
              <p className="body-text">{text}</p>
            </section>
          ))}
        </Chapter>
        <Chapter id="tasks">
          {items.groups.map((group, index) => (
            <section key={group.id}>
              <h3>
                （{ordinals[index]}）{group.title}
              </h3>
              {items.tasks
                .filter(({ taskGroup }) => taskGroup === group.id)
                .map((task) => (
                  <Task key={task.key} task={task} units={unitsOf(items, task.key, names)} standing={standings?.get(task.key)} />
                ))}
            </section>
          ))}
          {loose.map((task) => (
            <Task key={task.key} task={task} units={unitsOf(items, task.key, names)} standing={standings?.get(task.key)} />
          ))}
        </Chapter>
        <Chapter id="safeguards">
          <Numbered items={items.safeguards} />
          {plan.workingGroups.length > 0 && <p className="teams">工作组：{plan.workingGroups.join('、')}</p>}
        </Chapter>
        {plan.copiedTo.length > 0 && <p className="copied">抄送：{plan.copiedTo.join('，')}。</p>}
        <details className="original">
          <summary>按原文顺序阅读全文</summary>
          <div>{text}</div>
        </details>
      </article>
      <Versions plan={plan} versions={versions} />
    </div>
  )
}

const chapters = [
  ['goals', '发展目标'],
  ['layout', '产业布局'],
  ['tasks', '重点任务'],
  ['safeguards', '保障措施'],
] as const

function Chapter({ id, children }: { id: (typeof chapters)[number][0]; children: React.ReactNode }) {
  const index = chapters.findIndex(([known]) => known === id)
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        {ordinals[index]}、{chapters[index]![1]}
      </h2>
      {children}
    </section>
  )
}

const Numbered = ({ items }: { items: Items['goals'] }) =>
  items.map(({ id, title, text }, index) => (
    <section key={id} className="passage">
      <h3>
        （{ordinals[index]}）{title}
      </h3>
      <p className="body-text">{withoutTitle(text, title)}</p>
    </section>
  ))

/** The text of an item may begin with its title. */
export const withoutTitle = (text: string, title: string) =>
  text.startsWith(title) ? text.slice(title.length).replace(/^[。，：:\s]+/, '') : text

export const unitsInWords = (units: Unit[]) =>
  units.map(({ printed, orgs }) => (orgs.length > 1 ? `${printed}（${orgs.length} 家）` : printed)).join('、')

type TaskProps = { task: Items['tasks'][number]; units: { lead: Unit[]; partners: Unit[] }; standing: Standing | undefined }

const Task = ({ task: { key, number, title, text }, units: { lead, partners }, standing }: TaskProps) => (
  <section className="passage task">
    <h4>
      {standing ? (
        <a href={`/plan/tasks/${key}`}>
          {number}. {title}
        </a>
      ) : (
        `${number}. ${title}`
      )}
      {standing && <Light light={standing.light} word={lights[standing.light]} />}
    </h4>
    <p className="body-text">{withoutTitle(text, title)}</p>
    <p className="units">
      {lead.length > 0 && (
        <span>
          <b>牵头</b> {unitsInWords(lead)}
        </span>
      )}
      {partners.length > 0 && (
        <span>
          <b>配合</b> {unitsInWords(partners)}
        </span>
      )}
    </p>
  </section>
)

const Versions = ({ plan, versions }: Pick<Props, 'plan' | 'versions'>) => (
  <aside className="versions" aria-labelledby="versions-title">
    <h2 id="versions-title">版本</h2>
    <ol>
      {versions.map(({ id, title, version, status, publishedOn, revision, series }) => (
        <li key={id}>
          <a href={`/plan?version=${id}`} aria-current={id === plan.id ? 'page' : undefined}>
            第 {version} 版（{states[status]}）
          </a>
          {series !== plan.series && <p>{title}</p>}
          <p className="quiet">{publishedOn && `${dayInWords(publishedOn)}发布`}</p>
          {revision && <p>{revision}</p>}
        </li>
      ))}
    </ol>
  </aside>
)
