/** What was published month by month, what waits to be, and where the ledgers no longer bear it out. */
import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { query } from '#web/client.ts'
import { useMe } from '#web/session.tsx'
import { PageTabs } from '#web/ui/dialog.tsx'
import { PageFrame, Panel } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { Drift } from './publication/drift.tsx'
import { Months } from './publication/months.tsx'
import { Told } from './publication/told.tsx'
import './indicator.css'
import './publication/publication.css'

export default function Publications() {
  const { role } = useMe()
  const compares = role === 'office' || role === 'leader'
  return (
    <PageFrame
      title="数据公布"
      description="每月报表截止后公布各项指标。已公布的数据不会改动；台账事后有变动的，列出差异，更正时注明原因，前后数据都保留。"
    >
      {compares ? (
        <PageTabs
          of={[
            { key: 'months', title: '各月公布', content: <ByMonth /> },
            { key: 'drift', title: '与台账的差异', content: <Drift /> },
          ]}
        />
      ) : (
        <ByMonth />
      )}
    </PageFrame>
  )
}

function ByMonth() {
  const [search, write] = useSearchParams()
  const asked = useQuery(query('indicator/months', {}))
  const choose = (month: string) => {
    const next = new URLSearchParams(search)
    next.set('month', month)
    write(next, { replace: true, preventScrollReset: true })
  }
  return (
    <Loaded from={asked}>
      {(months) => {
        const newest = months.find(({ state }) => state === 'published')?.month ?? null
        const month = search.get('month') ?? newest
        return (
          <div className="stack">
            <Panel title="公布月份">
              {months.length ? (
                <Months of={months} chosen={month} onChoose={choose} />
              ) : (
                <EmptyState title="尚无可公布的月份" about="月度报表截止后即可公布。" />
              )}
            </Panel>
            {month && <Told month={month} />}
          </div>
        )
      }}
    </Loaded>
  )
}
