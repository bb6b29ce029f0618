/** The cockpit: the whole plan in one look on a day, for the wall, the desk and the phone; every figure opens what is behind it. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useSearchParams } from 'react-router'
import { targetLights } from '#modules/target/model.ts'
import { monthWord } from '#modules/work/pages/month.ts'
import { query } from '#web/client.ts'
import { Act, GoTo } from '#web/ui/buttons.tsx'
import { dated } from '#web/ui/figure/number.ts'
import { EmptyState, ErrorState, LoadingState } from '#web/ui/frame/states.tsx'
import { AsOf } from './as-of.tsx'
import { Block, Tally } from './block.tsx'
import { Completeness } from './completeness.tsx'
import { Growth, People, Revenue, YearOnYear } from './courses.tsx'
import { Deadlines } from './deadlines.tsx'
import { District } from './district.tsx'
import { Headlines } from './headlines.tsx'
import { Heat } from './heat.tsx'
import { Ladder } from './ladder.tsx'
import type { Overview } from './overview.ts'
import { Tiles } from './tiles.tsx'
import './cockpit.css'

export default function Cockpit() {
  const [search, write] = useSearchParams()
  const day = search.get('day') ?? undefined
  const asked = useQuery({ ...query('cockpit/overview', day ? { day } : {}), placeholderData: keepPreviousData })
  useEffect(() => {
    document.title = '驾驶舱 · 满天星'
  }, [])
  const today = () => write({}, { replace: true })
  if (asked.data) {
    const freshness = { updatedAt: asked.dataUpdatedAt, stale: asked.isError, turning: asked.isPlaceholderData }
    return <Wall of={asked.data} freshness={freshness} />
  }
  if (asked.isPending) return <LoadingState rows={12} />
  if (asked.isError) return <Failed error={asked.error} day={day} onToday={today} onRetry={() => void asked.refetch()} />
  return <NoPlan day={day} onToday={today} />
}

type Way = { day: string | undefined; onToday: () => void }

/** A day that cannot be shown leads back to today. */
const Failed = ({ error, day, onToday, onRetry }: Way & { error: Error; onRetry: () => void }) => (
  <>
    <ErrorState error={error} onRetry={day ? undefined : onRetry} />
    {day && (
      <div className="deck-back">
        <Act onClick={onToday}>回到今天</Act>
      </div>
    )}
  </>
)

const NoPlan = ({ day, onToday }: Way) => (
  <EmptyState
    title={day ? `${dated(day)}尚无已发布的方案` : '尚无已发布的方案'}
    about="方案发布后，目标、指标、任务和期限会在这里显示。"
    actions={
      <>
        {day && <Act onClick={onToday}>回到今天</Act>}
        <GoTo to="/office/plan">查看方案</GoTo>
      </>
    }
  />
)

type WallOf = { of: Overview; freshness: Parameters<typeof AsOf>[0]['freshness'] }

const Wall = ({ of, freshness }: WallOf) => (
  <div className={freshness.turning ? 'deck turning' : 'deck'} aria-busy={freshness.turning}>
    <AsOf of={of} freshness={freshness} />
    <Tiles of={of} />
    <Block
      name="targets"
      title={`发展目标 ${of.targets.length} 项`}
      note={<Tally of={of.targets.map(({ standing }) => standing.light)} words={targetLights} to={() => '/office/targets'} />}
      to="/office/targets"
    >
      <Headlines of={of} />
    </Block>
    <District of={of} />
    <Growth of={of} />
    <Revenue of={of} />
    <People of={of} />
    <YearOnYear of={of} />
    <Block name="ladder" title="企业培育" note="持有称号的在区企业，家" to="/office/enterprises">
      <Ladder of={of} />
    </Block>
    <Block
      name="filing"
      title={`${monthWord(of.filing.month)}报表`}
      note="应报企业"
      to={`/office/filings?month=${of.filing.month}`}
    >
      <Completeness of={of} />
    </Block>
    <Block
      name="heat"
      title={`重点任务 ${of.tasks.length} 项`}
      note={<Tally of={of.tasks.map(({ light }) => light)} to={(light) => `/office/tasks?light=${light}`} />}
      to="/office/tasks"
    >
      <Heat of={of} />
    </Block>
    <Block name="deadlines" title="近期节点" note="按工作日计" to="/office/tasks">
      <Deadlines of={of} />
    </Block>
  </div>
)
