/** The account of a lease: what is due, how it comes about, what came in. */
import { receiptKinds } from '#modules/lease/model.ts'
import type { Out } from '#web/client.ts'
import { Figure } from '#web/ui/figure/figure.tsx'
import { Mark, type Tone } from '#web/ui/figure/light.tsx'
import { Panel, Tiles } from '#web/ui/frame/page.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { yuan } from '../words.ts'

export type Whole = Out<'lease/show'>
type Due = Whole['account']['dues'][number]

const states: Record<Due['state'], [word: string, tone: Tone]> = {
  paid: ['已付清', 'good'],
  overdue: ['逾期', 'bad'],
  open: ['待付', 'active'],
  later: ['未到期', 'quiet'],
}

/** The sums; of a draft nothing is owed yet. */
export const Sums = ({ of: { account, standing } }: { of: Whole }) =>
  standing === 'draft' || standing === 'cancelled' ? null : (
    <Panel>
      <Tiles width={190}>
        <Figure label="已到期应收" value={account.due} unit="元" note={`${yuan(account.due)} 元`} />
        <Figure
          label="已收"
          value={account.paid}
          unit="元"
          note={`${yuan(account.paid)} 元，其中保证金 ${yuan(account.deposit)} 元`}
        />
        <Figure
          label="逾期"
          value={account.overdue}
          unit="元"
          note={account.overdueDays > 0 ? `${yuan(account.overdue)} 元，最早一笔逾期 ${account.overdueDays} 天` : '没有逾期'}
        />
        <Figure label="预收" value={account.ahead} unit="元" note="已收超出已到期应收的部分，不含保证金" />
        <Figure
          label="下次应付"
          value={account.next?.amount ?? null}
          unit="元"
          note={account.next ? `${yuan(account.next.amount)} 元，${account.next.dueOn} 前付清` : '没有待付款项'}
        />
      </Tiles>
    </Panel>
  )

export const Schedule = ({ of: { account } }: { of: Whole }) => (
  <Panel title="应付明细" flush>
    <DataTable
      name="应付明细"
      rows={account.dues}
      columns={columns}
      rowKey={({ kind, from }) => `${kind} ${from}`}
      pageSize={36}
      empty="没有应付款项"
    />
  </Panel>
)

const columns: Column<Due>[] = [
  { key: 'kind', title: '款项', show: ({ kind }) => receiptKinds[kind] },
  {
    key: 'span',
    title: '所属期间',
    show: ({ kind, from, to }) => <span className="number">{kind === 'deposit' ? '—' : `${from} 至 ${to}`}</span>,
  },
  { key: 'due', title: '应付日期', show: ({ dueOn }) => <span className="number">{dueOn}</span> },
  { key: 'amount', title: '金额（元）', number: true, show: ({ amount }) => yuan(amount) },
  { key: 'paid', title: '已付（元）', number: true, show: ({ paid }) => yuan(paid) },
  { key: 'state', title: '状态', show: ({ state }) => <Mark tone={states[state][1]}>{states[state][0]}</Mark> },
  { key: 'formula', title: '算式', wrap: 24, show: ({ formula }) => <span className="quiet">{formula}</span> },
]
