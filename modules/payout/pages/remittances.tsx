/** Lists to the treasury: what waits to be paid, and the lists that were made of it (plan task 3). */
import { useQuery } from '@tanstack/react-query'
import { remittanceStates } from '#modules/payout/flow.ts'
import { type Out, query } from '#web/client.ts'
import { yuan } from '#web/money.ts'
import { useMe } from '#web/session.tsx'
import { PageTabs } from '#web/ui/dialog.tsx'
import { StatusTag } from '#web/ui/figure/light.tsx'
import { PageFrame, Panel } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { Pager, usePage } from '#web/ui/pager.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { Awaiting } from './awaiting.tsx'
import { Readers } from './reads.tsx'
import { toneOfList } from './words.ts'
import './payout.css'

type List = Out<'payout/remittanceList'>['rows'][number]
const size = 50

export default function Remittances() {
  return (
    <Readers>
      <Opened />
    </Readers>
  )
}

function Opened() {
  const page = usePage()
  const { role } = useMe()
  const asked = useQuery({
    ...query('payout/remittanceList', { page, size }),
    placeholderData: (before: Out<'payout/remittanceList'> | undefined) => before,
  })
  return (
    <PageFrame title="拨付清单" description="公示期满并审定的事项列入清单送财政拨付，到账或退票逐笔登记，也可导入银行回单。">
      <Loaded from={asked} rows={8}>
        {({ rows, total, paying }) => {
          const lists = {
            key: 'lists',
            title: `清单（${total}）`,
            content: (
              <Panel flush>
                <DataTable
                  name="拨付清单"
                  rows={rows}
                  columns={columns}
                  rowKey={({ id }) => id}
                  to={({ id }) => `/office/remittances/${id}`}
                  pageSize={size}
                  empty={
                    <EmptyState
                      title={role === 'department' && !paying ? '没有您可以查看的拨付清单' : '尚无拨付清单'}
                      about="拨付由领导小组办公室和负责拨付的财政部门办理。"
                    />
                  }
                />
                {total > size && <Pager size={size} total={total} />}
              </Panel>
            ),
          }
          return <PageTabs of={paying ? [{ key: 'awaiting', title: '待拨付', content: <Awaiting /> }, lists] : [lists]} />
        }}
      </Loaded>
    </PageFrame>
  )
}

const columns: Column<List>[] = [
  { key: 'number', title: '编号', show: ({ number }) => <span className="number">{number}</span> },
  {
    key: 'status',
    title: '状态',
    show: ({ status }) => <StatusTag of={remittanceStates} is={status} tone={toneOfList[status]} />,
  },
  {
    key: 'made',
    title: '制单与送出',
    show: ({ madeOn, by, sentOn }) => (
      <>
        <span className="number">{madeOn}</span> {by}
        {sentOn && <div className="quiet payout-small number">{sentOn} 送出</div>}
      </>
    ),
  },
  { key: 'lines', title: '笔数', number: true, show: ({ lines }) => lines },
  { key: 'amount', title: '金额（元）', number: true, show: ({ amount }) => yuan(amount) },
  { key: 'paid', title: '已到账（元）', number: true, show: ({ paid }) => yuan(paid) },
  {
    key: 'failed',
    title: '退票（元）',
    number: true,
    show: ({ failed }) => (failed > 0 ? <span className="payout-late">{yuan(failed)}</span> : ''),
  },
]
