/** The parts of the plan in force: targets, tasks, zones, passages. */
import { Link } from 'react-router'
import { duties, targetKinds } from '#modules/plan/model.ts'
import { written } from '#modules/plan/quantity.ts'
import { Mark } from '#web/ui/figure/light.tsx'
import { Panel, Tiles } from '#web/ui/frame/page.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { LongText } from '#web/ui/text.tsx'
import { groupedTasks } from './entries/tasks.tsx'
import type { Whole } from './kinds.ts'
import { promised } from './promise.ts'

type Part = { whole: Whole; nameOf: (id: string) => string | null }
type Target = Whole['targets'][number]

export function TargetPanel({ whole, nameOf }: Part) {
  const figures = whole.targets.filter(({ comparator }) => comparator !== 'qualitative')
  const qualitative = whole.targets.filter(({ comparator }) => comparator === 'qualitative')
  if (!whole.targets.length) return null
  const columns: Column<Target>[] = [
    { key: 'subject', title: '指标', show: ({ subject }) => subject, wrap: 14, sort: ({ subject }) => subject },
    { key: 'promised', title: '目标值', number: true, show: promised },
    { key: 'kind', title: '类型', show: ({ kind }) => targetKinds[kind], wideOnly: true },
    { key: 'year', title: '完成年份', show: ({ year }) => year && `${year}年`, sort: ({ year }) => year },
    { key: 'scope', title: '适用范围', show: ({ scope }) => scope.join('、') || '全区', wrap: 12 },
    {
      key: 'baseline',
      title: '基期',
      number: true,
      show: ({ baselineValue, baselineYear, unit }) =>
        baselineValue === null ? '—' : `${written(baselineValue, unit)}（${baselineYear}年）`,
    },
    { key: 'keeper', title: '填报单位', show: ({ keeper }) => keeper && nameOf(keeper) },
  ]
  return (
    <Panel title={`目标（${whole.targets.length}）`}>
      {figures.length > 0 && <DataTable name="目标" rows={figures} columns={columns} rowKey={({ id }) => id} />}
      {qualitative.length > 0 && (
        <div className="plan-qualities">
          <h3>定性目标</h3>
          <ul>
            {qualitative.map(({ id, subject }) => (
              <li key={id}>{subject}</li>
            ))}
          </ul>
        </div>
      )}
    </Panel>
  )
}

export function TaskPanel({ whole, nameOf, own }: Part & { own: string | null }) {
  if (!whole.tasks.length) return null
  return (
    <Panel title={`重点任务（${whole.tasks.length}）`} flush>
      {groupedTasks(whole).map(({ group, tasks }) =>
        tasks.length ? (
          <section key={group?.id ?? 'loose'} className="plan-group">
            <h3>{group ? `${group.number ?? ''}${group.title}` : '未归类任务'}</h3>
            <ul>
              {tasks.map((task) => (
                <li key={task.id} className="plan-task">
                  <Link to={`/office/tasks/${task.key}`} className="plan-task-title">
                    {task.number && `${task.number} `}
                    {task.title}
                  </Link>
                  <UnitLine units={whole.units.filter((unit) => unit.task === task.id)} nameOf={nameOf} own={own} />
                  <LongText lines={2}>{task.text}</LongText>
                </li>
              ))}
            </ul>
          </section>
        ) : null,
      )}
    </Panel>
  )
}

type Units = { units: readonly Whole['units'][number][]; nameOf: Part['nameOf']; own: string | null }

function UnitLine({ units, nameOf, own }: Units) {
  const names = [...new Set(units.map(({ printed }) => printed))]
  return (
    <div className="row plan-units">
      {names.map((printed) => {
        const rows = units.filter((unit) => unit.printed === printed)
        const meant = rows.flatMap(({ org }) => (org && nameOf(org)) ?? [])
        return (
          <span key={printed} title={meant.length > 1 ? meant.join('、') : undefined}>
            {rows[0]!.duty === 'lead' && <b>{duties.lead} </b>}
            {printed}
            {meant.length > 1 && <span className="quiet">（{meant.length} 个单位）</span>}
            {rows.some(({ org }) => org !== null && org === own) && <Mark tone="active">本单位</Mark>}
          </span>
        )
      })}
    </div>
  )
}

export function ZonePanel({ whole, nameOf }: Part) {
  if (!whole.zones.length) return null
  return (
    <Panel title={`空间布局（${whole.zones.length}）`}>
      <Tiles width={360}>
        {whole.zones.map((zone) => (
          <article key={zone.id} className="plan-zone">
            <h3>{zone.name}</h3>
            {zone.note && <p className="quiet">{zone.note}</p>}
            {zone.brand && <p>打造“{zone.brand}”</p>}
            <p className="quiet">
              {zone.carriers.length > 0 && `载体：${zone.carriers.join('、')}`}
              {zone.org && `　${nameOf(zone.org)}`}
            </p>
            <LongText lines={3}>{zone.text}</LongText>
          </article>
        ))}
      </Tiles>
    </Panel>
  )
}

type Passage = { id: string; number: string | null; title: string; text: string }

export const PassagePanel = ({ title, rows }: { title: string; rows: readonly Passage[] }) =>
  rows.length ? (
    <Panel title={`${title}（${rows.length}）`}>
      <ul className="plan-passages">
        {rows.map((row) => (
          <li key={row.id}>
            <h3>
              {row.number}
              {row.title}
            </h3>
            <LongText lines={3}>{row.text}</LongText>
          </li>
        ))}
      </ul>
    </Panel>
  ) : null
