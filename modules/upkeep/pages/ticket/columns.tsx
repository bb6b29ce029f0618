/** What a list of tickets tells of each. */
import { ticketStates } from '#modules/upkeep/flow.ts'
import { ticketKinds } from '#modules/upkeep/model.ts'
import { StatusTag } from '#web/ui/figure/light.tsx'
import { moment } from '#web/ui/figure/number.ts'
import type { Column } from '#web/ui/table.tsx'
import { ticketTones } from '../words.ts'
import { Left, type Ticket } from './left.tsx'

export const ticketColumns: Column<Ticket>[] = [
  {
    key: 'title',
    title: '事项',
    wrap: 14,
    show: ({ title, number }) => (
      <>
        {title}
        <span className="quiet upkeep-small upkeep-line number">{number}</span>
      </>
    ),
  },
  {
    key: 'state',
    title: '状态',
    show: ({ status }) => <StatusTag of={ticketStates} is={status} tone={ticketTones[status]} />,
  },
  {
    key: 'due',
    title: '时限',
    show: (row) =>
      row.left === null ? (
        '—'
      ) : (
        <span className="row">
          <span className="number">{row.dueOn}</span>
          <Left of={row} />
        </span>
      ),
  },
  { key: 'kind', title: '类型', show: ({ kind }) => ticketKinds[kind] },
  {
    key: 'place',
    title: '楼宇与单元',
    wrap: 11,
    show: ({ buildingName, unitName }) => (
      <>
        {buildingName}
        {unitName && <span className="quiet upkeep-small upkeep-line">{unitName}</span>}
      </>
    ),
  },
  {
    key: 'by',
    title: '报事',
    show: ({ orgName, raisedAt }) => (
      <>
        {orgName}
        <span className="quiet upkeep-small upkeep-line number">{moment(raisedAt)}</span>
      </>
    ),
  },
  { key: 'handler', title: '处理人', show: ({ handler }) => handler },
  { key: 'score', title: '满意度', show: ({ score }) => score !== null && `${score} 分` },
]
