/** The leases: filtered in the address, counted, opened one by one, handed on as a sheet (plan task 10). */
import { useMutation, useQuery } from '@tanstack/react-query'
import { standings } from '#modules/lease/model.ts'
import { download, type Out, query } from '#web/client.ts'
import { useMe } from '#web/session.tsx'
import { Act, GoTo, useSay } from '#web/ui/buttons.tsx'
import { Figure } from '#web/ui/figure/figure.tsx'
import { StatusTag } from '#web/ui/figure/light.tsx'
import { PageFrame, Panel, Tiles } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { icons } from '#web/ui/icons.tsx'
import { Pager, usePage } from '#web/ui/pager.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { FilterBar, useFilter } from './filter.tsx'
import { Readers } from './reads.tsx'
import { squareMetres, toneOf, yuan } from './words.ts'
import './lease.css'

export type Line = Out<'lease/list'>['rows'][number]
const size = 50

export default function Leases() {
  return (
    <Readers>
      <Opened />
    </Readers>
  )
}

function Opened() {
  const { role } = useMe()
  const say = useSay()
  const { filter } = useFilter()
  const page = usePage()
  const asked = useQuery({
    ...query('lease/list', { ...filter, page, size }),
    placeholderData: (before: Out<'lease/list'> | undefined) => before,
  })
  const save = useMutation({ ...download('lease/exportList'), onError: say.failed })
  return (
    <PageFrame
      title="租约"
      description="单元租给谁、租到何时、应收多少、收了多少；同一单元同一时间只能租给一家。"
      actions={
        <>
          <Act icon={icons.download} busy={save.isPending} onClick={() => save.mutate(filter)}>
            导出
          </Act>
          {(role === 'office' || role === 'park') && (
            <GoTo main icon={icons.add} to="/office/leases/new">
              起草租约
            </GoTo>
          )}
        </>
      }
    >
      <Counts />
      <Panel flush>
        <FilterBar total={asked.data?.total} />
        <Loaded from={asked} rows={12}>
          {({ rows, total }) => (
            <>
              <DataTable
                name="租约"
                rows={rows}
                columns={columns}
                rowKey={({ id }) => id}
                to={({ id }) => `/office/leases/${id}`}
                pageSize={size}
                empty={<Nothing />}
              />
              {total > size && <Pager size={size} total={total} />}
            </>
          )}
        </Loaded>
      </Panel>
    </PageFrame>
  )
}

function Counts() {
  const asked = useQuery(query('lease/summary', {}))
  return (
    <Panel>
      <Loaded from={asked} rows={2}>
        {({ running, area, drafts, expiring, overdue, overdueAmount }) => (
          <Tiles width={150}>
            <Figure label="履行中" value={running} unit="份" to="/office/leases?standing=running" />
            <Figure label="在租面积" value={area} unit="㎡" />
            <Figure label="待签订" value={drafts} unit="份" to="/office/leases?standing=draft" />
            <Figure label="90 天内到期" value={expiring} unit="份" note="尚未续签" to="/office/leases?expiring=90&order=ending" />
            <Figure
              label="有逾期"
              value={overdue}
              unit="份"
              note={overdue > 0 ? `合计 ${yuan(overdueAmount)} 元` : undefined}
              to="/office/leases?overdue=1"
            />
          </Tiles>
        )}
      </Loaded>
    </Panel>
  )
}

function Nothing() {
  const { narrowed, clear } = useFilter()
  return narrowed ? (
    <EmptyState title="没有符合条件的租约" actions={<Act onClick={clear}>清除筛选</Act>} />
  ) : (
    <EmptyState title="尚无租约" about="起草租约后，在这里签订、续租、退租和登记收款。" />
  )
}

/** Longer lists of rooms are told by their number. */
const few = 4
export const roomsOf = (units: readonly string[]): string =>
  units.length > few ? `${units.slice(0, few).join('、')} 等 ${units.length} 个` : units.join('、')

export const columns: Column<Line>[] = [
  { key: 'number', title: '合同编号', show: ({ number }) => <span className="number">{number}</span> },
  { key: 'tenant', title: '承租方', wrap: 13, show: ({ tenant }) => tenant },
  {
    key: 'rooms',
    title: '楼宇与单元',
    wrap: 12,
    show: ({ buildingName, units }) => (
      <>
        {buildingName}
        <div className="quiet lease-small">{roomsOf(units)}</div>
      </>
    ),
  },
  {
    key: 'state',
    title: '状态',
    show: ({ standing }) => <StatusTag of={standings} is={standing} tone={toneOf[standing]} />,
  },
  {
    key: 'term',
    title: '租期',
    show: ({ from, to, endedOn, daysLeft }) => (
      <span className="number">
        {from} 至 {to}
        {endedOn ? (
          <div className="quiet lease-small">{endedOn} 起终止</div>
        ) : (
          daysLeft !== null && daysLeft <= 90 && <div className="lease-late lease-small">还有 {daysLeft} 天到期</div>
        )}
      </span>
    ),
  },
  {
    key: 'area',
    title: '面积与租金',
    number: true,
    show: ({ area, rent }) => (
      <>
        {squareMetres(area)}
        <div className="quiet lease-small">{yuan(rent)} 元/㎡·月</div>
      </>
    ),
  },
  {
    key: 'money',
    title: '应收与已收（元）',
    number: true,
    show: ({ due, paid, standing, overdue, overdueDays }) =>
      standing === 'draft' || standing === 'cancelled' ? (
        '—'
      ) : (
        <>
          {yuan(due)}
          <div className="quiet lease-small">{yuan(paid)}</div>
          {overdue > 0 && (
            <div className="lease-late lease-small">
              逾期 {yuan(overdue)}，{overdueDays} 天
            </div>
          )}
        </>
      ),
  },
]
