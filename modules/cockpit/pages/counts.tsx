/** The first line of the cockpit: how tasks and targets stand, and whether last month was reported. */
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { targetLights } from '#modules/target/model.ts'
import { type LightName, lights } from '#modules/work/model.ts'
import { Light } from '#web/ui/figure/light.tsx'
import { dated } from '#web/ui/figure/number.ts'
import type { Overview } from './overview.ts'

const order: LightName[] = ['red', 'yellow', 'green', 'grey', 'blue']
const time = new Intl.DateTimeFormat('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false })

export function Counts({ of, updatedAt, stale }: { of: Overview; updatedAt: number; stale: boolean }) {
  const reported = reportedIn(of)
  return (
    <section className="deck-counts" aria-label="总览">
      <Group title="重点任务" total={of.tasks.length} unit="项" to="/office/tasks">
        <Tally of={of.tasks.map(({ light }) => light)} words={lights} to={(light) => `/office/tasks?light=${light}`} />
      </Group>
      <Group title="发展目标" total={of.targets.length} unit="项" to="/office/targets">
        <Tally of={of.targets.map(({ standing }) => standing.light)} words={targetLights} to={() => '/office/targets'} />
      </Group>
      {reported && (
        <Group
          title={`${Number(reported.month.slice(5))}月进展已报齐`}
          total={reported.tasks}
          unit={`/${of.tasks.length} 项`}
          to="/office/tasks"
        />
      )}
      <div className="deck-day">
        <div>{dated(of.today)}</div>
        <div className="quiet" role="status">
          {stale ? '网络中断，显示的是此前的数据' : `${time.format(updatedAt)} 更新，有变动即刷新`}
        </div>
      </div>
    </section>
  )
}

type GroupOf = { title: string; total: number; unit: string; to: string; children?: ReactNode }

const Group = ({ title, total, unit, to, children }: GroupOf) => (
  <div className="deck-group">
    <Link className="deck-total" to={to}>
      <span className="quiet">{title}</span>
      <b className="number">{total}</b>
      <span className="quiet">{unit}</span>
    </Link>
    {children}
  </div>
)

type TallyOf = { of: LightName[]; words: Record<LightName, string>; to: (light: LightName) => string }

const Tally = ({ of, words, to }: TallyOf) => (
  <ul className="deck-tally">
    {order.map((light) => {
      const count = of.filter((one) => one === light).length
      return (
        <li key={light} className={count === 0 ? 'none' : undefined}>
          <Link to={to(light)} aria-label={`${words[light]} ${count} 项`}>
            <Light is={light} words={words} />
            <b className="number">{count}</b>
          </Link>
        </li>
      )
    })}
  </ul>
)

/** The last month that is over: tasks whose units have all reported. */
function reportedIn({ months, tasks, today }: Overview): { month: string; tasks: number } | null {
  const at = months.filter((month) => month < today.slice(0, 7)).length - 1
  if (at < 0) return null
  const full = tasks.filter(({ months }) => ['accepted', 'submitted', 'none'].includes(months[at]!))
  return { month: months[at]!, tasks: full.length }
}
