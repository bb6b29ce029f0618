/** What a claim is decided by: each fact with its value, where it is known from and its day, and what the firm holds against it. */
import { origins } from '#engines/policy/fact.ts'
import { Mark } from '#web/ui/figure/light.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import type { FactLine } from '../words.ts'

export const FactTable = ({ of, name = '认定依据' }: { of: readonly FactLine[]; name?: string }) => (
  <DataTable name={name} rows={of} columns={columns} rowKey={({ title }) => title} empty="该条款没有须核对的数据" />
)

const columns: Column<FactLine>[] = [
  { key: 'title', title: '数据', wrap: 12, show: ({ title }) => title },
  { key: 'value', title: '内容', wrap: 12, show: ({ said }) => said ?? <Mark tone="warn">未掌握</Mark> },
  {
    key: 'source',
    title: '来源',
    wrap: 14,
    show: ({ source, from }) => source ?? <span className="quiet">{origins[from]}</span>,
  },
  { key: 'asOf', title: '数据日期', show: ({ asOf }) => <span className="number">{asOf ?? '—'}</span> },
  {
    key: 'questioned',
    title: '企业疑问',
    wrap: 12,
    show: ({ questioned }) => questioned ?? <span className="quiet">—</span>,
  },
]
