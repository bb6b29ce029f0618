/** The reports of one task and month beside the page: read, reviewed by the office, filled in by one's own unit. */
import { useQuery } from '@tanstack/react-query'
import { query } from '#web/client.ts'
import { useMe } from '#web/session.tsx'
import { GoTo } from '#web/ui/buttons.tsx'
import { Notice, Sheet } from '#web/ui/dialog.tsx'
import { CellMark, cellWord } from '#web/ui/figure/cell.tsx'
import { Loaded } from '#web/ui/frame/states.tsx'
import type { TaskDetail } from '../detail.ts'
import { monthWord } from '../month.ts'
import { ReportCard } from '../report/report-card.tsx'
import { ReportForm } from '../report/report-form.tsx'

type SheetOf = { task: string; month: string; org: string | null; onClose: () => void }

export function MonthSheet({ task, month, org, onClose }: SheetOf) {
  const asked = useQuery(query('work/task', { key: task }))
  const title = asked.data ? `${asked.data.task.title} · ${monthWord(month)}` : monthWord(month)
  return (
    <Sheet title={title} open onClose={onClose}>
      <div className="stack">
        <Loaded from={asked}>{(detail) => <MonthReports detail={detail} month={month} org={org} />}</Loaded>
        <GoTo to={`/office/tasks/${task}?tab=reports&month=${month}`}>打开任务</GoTo>
      </div>
    </Sheet>
  )
}

/** Own unit first; those that have not reported say so. */
export function MonthReports({ detail, month, org }: { detail: TaskDetail; month: string; org: string | null }) {
  const me = useMe()
  const at = detail.months.indexOf(month)
  if (at < 0) return <Notice>{monthWord(month)}不在方案的填报月份之内</Notice>
  const units = detail.task.units
    .filter((unit) => !org || unit.org === org)
    .sort((a, b) => Number(b.org === me.org?.id) - Number(a.org === me.org?.id))
  return (
    <div className="stack">
      {units.map((unit) => {
        const report = detail.reports.find((one) => one.org === unit.org && one.month === month)
        const cell = unit.cells[at]!
        const own = unit.org === me.org?.id && detail.mayReport
        const writes = own && cell !== 'none' && (!report || report.status === 'draft' || report.status === 'returned')
        return (
          <section key={unit.org} className="report" aria-label={`${unit.name}${monthWord(month)}进展`}>
            <div className="report-unit">
              <CellMark is={cell} /> {unit.name}
              {!report && <span className="quiet">{cellWord(cell)}</span>}
            </div>
            {report && !(writes && report.status === 'draft') && <ReportCard report={report} />}
            {writes && <ReportForm task={detail.task.key} month={month} />}
          </section>
        )
      })}
    </div>
  )
}
