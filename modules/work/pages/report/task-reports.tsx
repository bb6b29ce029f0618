/** The monthly reports of a task, newest month first; the month in the address stands open at the top. */
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useMe } from '#web/session.tsx'
import { Act } from '#web/ui/buttons.tsx'
import { ChoiceInput } from '#web/ui/form/inputs.tsx'
import { Panel } from '#web/ui/frame/page.tsx'
import { EmptyState } from '#web/ui/frame/states.tsx'
import type { TaskDetail } from '../detail.ts'
import { MonthReports } from '../matrix/month-sheet.tsx'
import { monthWord } from '../month.ts'
import { ReportCard } from './report-card.tsx'

const step = 6

export function TaskReports({ of }: { of: TaskDetail }) {
  const me = useMe()
  const [search, write] = useSearchParams()
  const [shown, show] = useState(step)
  const newest = [...of.months].reverse()
  const own = of.task.units.find(({ org }) => org === me.org?.id)
  // Found once: a month that has just been reported stays in sight, and does not give way to the next.
  const [first] = useState(() => monthToLookAt(of, own?.cells) ?? newest[0] ?? null)
  const month = search.get('month') ?? first
  const choose = (value: string | null) => {
    const next = new URLSearchParams(search)
    value ? next.set('month', value) : next.delete('month')
    write(next, { replace: true })
  }
  const told = newest.filter((one) => one !== month && of.reports.some((report) => report.month === one))
  if (month === null) return <EmptyState title="方案尚无填报月份" />
  return (
    <div className="stack">
      <Panel
        title={`${monthWord(month)}进展`}
        actions={
          <ChoiceInput
            name="月份"
            width={140}
            value={month}
            choices={newest.map((value) => ({ value, label: monthWord(value) }))}
            onChange={choose}
          />
        }
      >
        <MonthReports detail={of} month={month} org={null} />
      </Panel>
      <Panel title="其他月份" flush>
        {told.length === 0 ? (
          <EmptyState title="其他月份没有报送过进展" />
        ) : (
          told.slice(0, shown).map((one) => <Month key={one} month={one} of={of} />)
        )}
        {told.length > shown && (
          <div className="panel-body">
            <Act onClick={() => show(shown + step)}>查看更早的进展（还有 {told.length - shown} 个月）</Act>
          </div>
        )}
      </Panel>
    </div>
  )
}

const Month = ({ month, of }: { month: string; of: TaskDetail }) => (
  <section className="report-month">
    <h3>{monthWord(month)}</h3>
    <div>
      {of.reports
        .filter((report) => report.month === month)
        .map((report) => (
          <div key={report.id} className="report">
            <div className="report-unit">{of.task.units.find(({ org }) => org === report.org)?.name ?? '原责任单位'}</div>
            <ReportCard report={report} />
          </div>
        ))}
    </div>
  </section>
)

/** The oldest month the own unit still owes something for. */
function monthToLookAt({ months }: TaskDetail, cells: string[] | undefined): string | null {
  const at = cells?.findIndex((cell) => cell === 'late' || cell === 'returned' || cell === 'draft' || cell === 'due') ?? -1
  return at < 0 ? null : months[at]!
}
