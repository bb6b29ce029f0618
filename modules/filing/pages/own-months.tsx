/** My reports: the month to file now first, then the year's months with what was filed. */
import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { type Standing, standings } from '#modules/filing/model.ts'
import { monthWord } from '#modules/work/pages/month.ts'
import { type Out, query } from '#web/client.ts'
import { useFrame } from '#web/session.tsx'
import { GoTo } from '#web/ui/buttons.tsx'
import { Clock } from '#web/ui/figure/clock.tsx'
import { Mark, StatusTag } from '#web/ui/figure/light.tsx'
import { dated } from '#web/ui/figure/number.ts'
import { ChoiceInput } from '#web/ui/form/inputs.tsx'
import { PageFrame, Panel, Row } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { exact } from './words.ts'
import './duty-panel.css'

type Month = NonNullable<Out<'filing/mine'>>['months'][number]

export default function OwnMonths() {
  const asked = useQuery(query('filing/mine', {}))
  return (
    <PageFrame title="我的报表" description={asked.data?.name}>
      <Loaded from={asked} rows={8}>
        {(found) => (found ? <Months of={found.months} /> : <NoFile />)}
      </Loaded>
    </PageFrame>
  )
}

const NoFile = () => (
  <Panel>
    <EmptyState
      title="尚未认领企业档案"
      about="认领通过后，可在这里报送月度报表。"
      actions={<GoTo to="/enterprise">返回首页</GoTo>}
    />
  </Panel>
)

const isOpen = ({ standing }: Month) => standing !== 'accepted' && standing !== 'submitted'

function Months({ of }: { of: Month[] }) {
  const today = useFrame()?.today
  const [search, write] = useSearchParams()
  const years = [...new Set(of.map(({ month }) => month.slice(0, 4)))]
  const year = years.find((one) => one === search.get('year')) ?? years[0]
  const open = of.filter(isOpen)
  if (of.length === 0)
    return (
      <Panel>
        <EmptyState title="目前没有须报送的报表" about="贵企业纳入运行监测后，各月报表会在这里列出。" />
      </Panel>
    )
  const columns: Column<Month>[] = [
    { key: 'month', title: '报告期', show: ({ month }) => monthWord(month), sort: ({ month }) => month },
    {
      key: 'standing',
      title: '状态',
      show: ({ standing, correcting, late }) => (
        <Row>
          <StatusTag of={standings} is={standing} />
          {correcting && <Mark tone="active">更正中</Mark>}
          {late && <Mark tone="bad">逾期</Mark>}
        </Row>
      ),
    },
    { key: 'due', title: '报送期限', show: ({ dueOn }) => <span className="number">{dueOn}</span> },
    { key: 'revenue', title: '营业收入（元）', number: true, show: ({ revenue }) => exact(revenue) },
    { key: 'software', title: '软件业务收入（元）', number: true, show: ({ softwareRevenue }) => exact(softwareRevenue) },
    { key: 'headcount', title: '期末参保人数（人）', number: true, show: ({ headcount }) => exact(headcount) },
    { key: 'decided', title: '审核日期', show: ({ decidedOn }) => <span className="number">{decidedOn ?? '—'}</span> },
  ]
  return (
    <>
      {open.length > 0 && (
        <Panel title={`待报送（${open.length}）`} flush>
          <ul className="filing-duties">
            {[...open].reverse().map((month) => (
              <OpenMonth key={month.month} of={month} today={today} />
            ))}
          </ul>
        </Panel>
      )}
      <Panel
        title="各月报表"
        flush
        actions={
          <ChoiceInput
            name="年份"
            width={110}
            value={year}
            choices={years.map((value) => ({ value, label: `${value}年` }))}
            onChange={(value) => write({ year: value ?? '' }, { replace: true })}
          />
        }
      >
        <DataTable
          name="各月报表"
          rows={of.filter(({ month }) => month.slice(0, 4) === year)}
          columns={columns}
          rowKey={({ month }) => month}
          to={({ month }) => `/enterprise/filings/${month}`}
        />
      </Panel>
    </>
  )
}

const askFor: Partial<Record<Standing, string>> = { none: '填报', draft: '继续填报', returned: '修改' }

const OpenMonth = ({ of: { month, standing, dueOn, workdaysLeft }, today }: { of: Month; today?: string }) => (
  <li>
    <span className="filing-duty-words">
      <b>{monthWord(month)}</b>
      <StatusTag of={standings} is={standing} />
      <span className="quiet">{dated(dueOn)}前报送</span>
    </span>
    <Clock left={workdaysLeft} dueOn={dueOn} today={today} />
    <GoTo main to={`/enterprise/filings/${month}`}>
      {askFor[standing]}
    </GoTo>
  </li>
)
