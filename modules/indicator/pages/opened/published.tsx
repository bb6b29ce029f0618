/** What was told of each month, and what it was corrected to: nothing that was told goes away. */
import { monthWord } from '#modules/work/pages/month.ts'
import { Mark } from '#web/ui/figure/light.tsx'
import { Panel } from '#web/ui/frame/page.tsx'
import { EmptyState } from '#web/ui/frame/states.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { figureOf, type Opened } from '../words.ts'

type Told = Opened['published'][number]

export function Published({ of: { definition, published } }: { of: Opened }) {
  const stands = ({ month, restatement }: Told) =>
    !published.some((other) => other.month === month && other.restatement > restatement)
  const columns: Column<Told>[] = [
    { key: 'month', title: '报告期', show: ({ month }) => monthWord(month) },
    {
      key: 'value',
      title: '公布值',
      number: true,
      show: (told) => <span className={stands(told) ? undefined : 'told-before'}>{figureOf(definition, told.value)}</span>,
    },
    {
      key: 'state',
      title: '更正',
      show: (told) =>
        stands(told) ? told.restatement > 0 && <Mark tone="active">第 {told.restatement} 次更正</Mark> : <Mark>已更正</Mark>,
    },
    { key: 'reason', title: '更正原因', show: ({ reason }) => reason && <span className="indicator-note">{reason}</span> },
    { key: 'by', title: '公布', show: ({ publishedBy, publishedOn }) => `${publishedBy}，${publishedOn}` },
  ]
  return (
    <Panel flush>
      <div className="indicator-table padded">
        <DataTable
          name="公布记录"
          rows={published}
          columns={columns}
          rowKey={({ month, restatement }) => `${month} ${restatement}`}
          empty={<EmptyState title="尚未公布" about="领导小组办公室按月公布后会在这里列出。" />}
        />
      </div>
    </Panel>
  )
}
