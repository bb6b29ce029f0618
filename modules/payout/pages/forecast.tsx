/** What will still be asked of a year's money, per line and month, against what is free; and who waits for it, in order. */
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { potNames } from '#engines/policy/policy.ts'
import { type Out, query } from '#web/client.ts'
import { yuan } from '#web/money.ts'
import { Notice } from '#web/ui/dialog.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { Panel, Stack } from '#web/ui/frame/page.tsx'
import { Loaded } from '#web/ui/frame/states.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'

type Told = Out<'payout/forecast'>
type Line = Told['lines'][number]
type Month = { line: Line['line'] } & Line['months'][number]
type Waiting = { line: Line['line']; at: number } & Line['queue'][number]

export function Forecast({ year }: { year: number }) {
  const asked = useQuery(query('payout/forecast', { year }))
  return (
    <Loaded from={asked} rows={8}>
      {(told) => (
        <Stack>
          <p className="quiet">
            在办事项按审定、测算或申报金额（扣除已预留、承诺的部分）计；符合条件尚未申报的企业按
            {told.screenedOn ? `最近一次筛查（数据截至 ${told.screenedOn}）` : '政策筛查结果'}
            计；月份按各环节剩余时限推算。
          </p>
          {!told.screenedOn && <Notice>本年度尚未做过政策筛查，预测只含在办事项。</Notice>}
          {told.unsized > 0 && <Notice tone="warning">有 {told.unsized} 项在办事项尚无金额，未计入预测。</Notice>}
          <Needs of={told.lines} />
          <Months of={told.lines} />
          <Queue of={told} />
        </Stack>
      )}
    </Loaded>
  )
}

const needs: Column<Line>[] = [
  { key: 'line', title: '资金', show: ({ line }) => potNames[line] },
  { key: 'free', title: '余额（元）', number: true, show: ({ free }) => yuan(free) },
  {
    key: 'open',
    title: '在办事项尚需（元）',
    number: true,
    show: ({ open }) => (
      <>
        {yuan(open.amount)}
        <div className="quiet payout-small">{open.count} 项</div>
      </>
    ),
  },
  {
    key: 'eligible',
    title: '符合条件未申报（元）',
    number: true,
    show: ({ eligible }) => (
      <>
        {yuan(eligible.amount)}
        <div className="quiet payout-small">{eligible.count} 项</div>
      </>
    ),
  },
  {
    key: 'left',
    title: '预计结余（元）',
    number: true,
    show: ({ free, open, eligible }) => {
      const left = free - open.amount - eligible.amount
      return <span className={left < 0 ? 'payout-late' : undefined}>{left < 0 ? `缺口 ${yuan(-left)}` : yuan(left)}</span>
    },
  },
]
const Needs = ({ of }: { of: readonly Line[] }) => (
  <Panel title="全年尚需" flush>
    <DataTable name="全年尚需" rows={of} columns={needs} rowKey={({ line }) => line} />
  </Panel>
)

const months: Column<Month>[] = [
  { key: 'month', title: '月份', show: ({ month }) => <span className="number">{month}</span> },
  { key: 'line', title: '资金', show: ({ line }) => potNames[line] },
  { key: 'open', title: '在办事项（元）', number: true, show: ({ open }) => yuan(open) },
  { key: 'eligible', title: '符合条件未申报（元）', number: true, show: ({ eligible }) => yuan(eligible) },
]
function Months({ of }: { of: readonly Line[] }) {
  const rows = of
    .flatMap(({ line, months }) => months.map((month) => ({ line, ...month })))
    .sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0))
  return (
    <Panel title="逐月需求" flush>
      <DataTable
        name="逐月需求"
        rows={rows}
        columns={months}
        rowKey={({ line, month }) => `${month} ${line}`}
        empty="没有尚需资金的事项"
      />
    </Panel>
  )
}

const waiting: Column<Waiting>[] = [
  { key: 'at', title: '次序', number: true, show: ({ at }) => at },
  {
    key: 'name',
    title: '事项',
    wrap: 16,
    show: ({ id, name, number, title }) => (
      <>
        <Link to={`/office/claims/${id}`}>{name}</Link>
        <div className="quiet payout-small">
          {number} · {title}
        </div>
      </>
    ),
  },
  { key: 'line', title: '资金', show: ({ line }) => potNames[line] },
  { key: 'amount', title: '审定金额（元）', number: true, show: ({ amount }) => yuan(amount) },
  {
    key: 'fits',
    title: '兑付',
    show: ({ fits }) => (fits ? <Mark tone="good">余额已足</Mark> : <Mark tone="warn">等待资金</Mark>),
  },
]
function Queue({ of: { lines, queueBy } }: { of: Told }) {
  const rows = lines.flatMap(({ line, queue }) => queue.map((one, at) => ({ ...one, line, at: at + 1 })))
  return (
    <Panel title={`轮候（${rows.length}）`}>
      <DataTable
        name="轮候"
        rows={rows}
        columns={waiting}
        rowKey={({ id }) => id}
        empty="没有轮候的事项"
        tools={<span className="quiet">{queueBy === 'time' ? '按提交先后' : '按金额由小到大'}，不插队</span>}
      />
    </Panel>
  )
}
