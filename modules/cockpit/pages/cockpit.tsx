/** The cockpit: the whole plan in one look, for the wall, the desk and the phone; every figure opens what is behind it. */
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { Link } from 'react-router'
import { query } from '#web/client.ts'
import { GoTo } from '#web/ui/buttons.tsx'
import { CellLegend } from '#web/ui/figure/cell.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { Counts } from './counts.tsx'
import { Deadlines } from './deadlines.tsx'
import { Headlines } from './headlines.tsx'
import { Heat } from './heat.tsx'
import type { Overview } from './overview.ts'
import { Zones } from './zones.tsx'
import './cockpit.css'

export default function Cockpit() {
  const asked = useQuery(query('cockpit/overview', {}))
  useEffect(() => {
    document.title = '驾驶舱 · 满天星'
  }, [])
  return (
    <Loaded from={asked} rows={12}>
      {(found) => (found ? <Wall of={found} updatedAt={asked.dataUpdatedAt} stale={asked.isError} /> : <NoPlan />)}
    </Loaded>
  )
}

const NoPlan = () => (
  <EmptyState
    title="尚无已发布的方案"
    about="方案发布后，目标、任务和期限会在这里显示。"
    actions={<GoTo to="/office/plan">查看方案</GoTo>}
  />
)

const Wall = ({ of, updatedAt, stale }: { of: Overview; updatedAt: number; stale: boolean }) => (
  <div className="deck">
    <Counts of={of} updatedAt={updatedAt} stale={stale} />
    <Block name="targets" title="发展目标" note="虚线为应达值，实线为填报值" to="/office/targets">
      <Headlines of={of} />
    </Block>
    <Block name="heat" title="重点任务" note={<CellLegend />} to="/office/tasks">
      <Heat of={of} />
    </Block>
    <Block name="deadlines" title="近期节点" note="按工作日计" to="/office/tasks">
      <Deadlines of={of} />
    </Block>
    <Zones of={of} />
  </div>
)

type BlockOf = { name: string; title: string; note?: ReactNode; to: string; children: ReactNode }

const Block = ({ name, title, note, to, children }: BlockOf) => (
  <section className={`deck-block deck-${name}`} aria-label={title}>
    <header className="deck-head">
      <h2>
        <Link to={to}>{title}</Link>
      </h2>
      {note && <div className="deck-note">{note}</div>}
    </header>
    <div className="deck-body">{children}</div>
  </section>
)
