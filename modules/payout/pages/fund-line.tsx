/** One of the four pots of a year: what it holds for which matter, month by month, and its entries. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams, useSearchParams } from 'react-router'
import { type Pot as Line, potNames } from '#engines/policy/policy.ts'
import { claimStates } from '#modules/claim/flow.ts'
import { download, type Out, query } from '#web/client.ts'
import { yuan } from '#web/money.ts'
import { Act, GoTo, useSay } from '#web/ui/buttons.tsx'
import { PageTabs } from '#web/ui/dialog.tsx'
import { PageFrame, Panel } from '#web/ui/frame/page.tsx'
import { BackHome, EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { icons } from '#web/ui/icons.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { Entries, Matter } from './entries.tsx'
import { PotCard } from './pot.tsx'
import { Readers } from './reads.tsx'
import './payout.css'

export default function FundLine() {
  const { line = '' } = useParams()
  const known = Object.keys(potNames).find((one) => one === line) as Line | undefined
  if (!known) return <EmptyState title="没有这项资金" about="资金分为招引、人才、载体、平台四项。" actions={<BackHome />} />
  return (
    <Readers>
      <Opened line={known} />
    </Readers>
  )
}

function Opened({ line }: { line: Line }) {
  const say = useSay()
  const given = Number(useSearchParams()[0].get('year')) || undefined
  const asked = useQuery(query('payout/funds', given ? { year: given } : {}))
  const save = useMutation({ ...download('payout/exportEntries'), onError: say.failed })
  return (
    <Loaded from={asked}>
      {({ year, lines }) => {
        const pot = lines.find((one) => one.line === line)!
        return (
          <PageFrame
            title={`${year} 年度${potNames[line]}资金`}
            crumbs={[{ title: '政策资金', to: `/office/funds?year=${year}` }, { title: potNames[line] }]}
            actions={
              <>
                <GoTo to={`/office/claim-queue?year=${year}`}>轮候</GoTo>
                <Act icon={icons.download} busy={save.isPending} onClick={() => save.mutate({ year, line })}>
                  导出流水
                </Act>
              </>
            }
          >
            <PotCard of={pot} year={year} />
            <PageTabs
              of={[
                { key: 'matters', title: '占用事项', content: <Matters year={year} line={line} /> },
                { key: 'months', title: '逐月支付', content: <Months of={pot.months} /> },
                { key: 'entries', title: '资金流水', content: <Entries year={year} line={line} /> },
              ]}
            />
          </PageFrame>
        )
      }}
    </Loaded>
  )
}

type Held = Out<'payout/matters'>[number]
const columns: Column<Held>[] = [
  { key: 'matter', title: '事项', wrap: 18, show: (row) => <Matter of={row} /> },
  { key: 'status', title: '状态', show: ({ status }) => (status ? claimStates[status] : '') },
  {
    key: 'reserved',
    title: '已预留（元）',
    number: true,
    sort: ({ reserved }) => reserved,
    show: ({ reserved }) => sum(reserved),
  },
  {
    key: 'committed',
    title: '已承诺（元）',
    number: true,
    sort: ({ committed }) => committed,
    show: ({ committed }) => sum(committed),
  },
  { key: 'paid', title: '已支付（元）', number: true, sort: ({ paid }) => paid, show: ({ paid }) => sum(paid) },
]
const sum = (fen: number) => (fen === 0 ? '' : yuan(fen))

function Matters({ year, line }: { year: number; line: Line }) {
  const asked = useQuery(query('payout/matters', { year, line }))
  return (
    <Panel>
      <Loaded from={asked} rows={8}>
        {(rows) => (
          <DataTable
            name="占用事项"
            rows={rows}
            columns={columns}
            rowKey={({ matter }) => matter}
            find={({ name, claimNumber, title }) => [name, claimNumber, title].join(' ')}
            empty={<EmptyState title="没有占用这项资金的事项" about="事项受理后预留，审定后承诺，到账后计入支付。" />}
          />
        )}
      </Loaded>
    </Panel>
  )
}

const monthColumns: Column<{ month: string; paid: number }>[] = [
  { key: 'month', title: '月份', show: ({ month }) => <span className="number">{month}</span> },
  { key: 'paid', title: '支付（元）', number: true, show: ({ paid }) => yuan(paid) },
]
const Months = ({ of }: { of: readonly { month: string; paid: number }[] }) => (
  <Panel flush>
    <DataTable name="逐月支付" rows={of} columns={monthColumns} rowKey={({ month }) => month} empty="尚无支付" />
  </Panel>
)
