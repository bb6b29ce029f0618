/** The lines of contracts by place. */
import { Link } from 'react-router'
import { standings } from '#modules/lease/model.ts'
import type { Out } from '#web/client.ts'
import { StatusTag } from '#web/ui/figure/light.tsx'
import type { Column } from '#web/ui/table.tsx'
import { squareMetres, toneOf, yuan } from './words.ts'

type Letting = Out<'lease/ofUnit'>[number]

export const lettingColumns: Column<Letting>[] = [
  { key: 'unit', title: '单元', show: ({ unitName }) => unitName },
  { key: 'number', title: '合同编号', show: ({ lease, number }) => <Link to={`/office/leases/${lease}`}>{number}</Link> },
  { key: 'tenant', title: '承租方', wrap: 14, show: ({ tenant }) => tenant },
  { key: 'area', title: '面积', number: true, show: ({ area }) => squareMetres(area) },
  { key: 'rent', title: '租金（元/㎡·月）', number: true, show: ({ rent }) => yuan(rent) },
  {
    key: 'term',
    title: '租期',
    show: ({ since, last }) => (
      <span className="number">
        {since} 至 {last}
      </span>
    ),
  },
  { key: 'state', title: '状态', show: ({ standing }) => <StatusTag of={standings} is={standing} tone={toneOf[standing]} /> },
  {
    key: 'overdue',
    title: '逾期（元）',
    number: true,
    show: ({ overdue }) => (overdue > 0 ? <span className="lease-late">{yuan(overdue)}</span> : '—'),
  },
]
