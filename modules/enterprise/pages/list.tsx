/** The enterprise files: filtered in the address, counted, opened one by one, handed on as a sheet (plan task 5). */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { statuses, titles } from '#modules/enterprise/model.ts'
import { download, type Out, query } from '#web/client.ts'
import { Act, GoTo, useSay } from '#web/ui/buttons.tsx'
import { Mark, StatusTag } from '#web/ui/figure/light.tsx'
import { PageFrame, Panel } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { icons } from '#web/ui/icons.tsx'
import { Pager, usePage } from '#web/ui/pager.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { useKeeps } from './choices.ts'
import { Counts } from './counts.tsx'
import { useFilter } from './filter.ts'
import { FilterBar } from './filter-bar.tsx'
import { RegisterDialog } from './forms/register.tsx'
import './enterprise.css'

type Line = Out<'enterprise/list'>['rows'][number]
const size = 50

export default function Enterprises() {
  const keeps = useKeeps()
  const say = useSay()
  const [registering, register] = useState(false)
  const { filter } = useFilter()
  const page = usePage()
  const asked = useQuery({
    ...query('enterprise/list', { ...filter, page, size }),
    placeholderData: (before: Out<'enterprise/list'> | undefined) => before,
  })
  const save = useMutation({ ...download('enterprise/exportList'), onError: say.failed })
  return (
    <PageFrame
      title="企业档案"
      description="一企一档：企业是谁、在哪里、何时来、有何资质；每项信息注明来源和日期。"
      actions={
        <>
          <Act icon={icons.download} busy={save.isPending} onClick={() => save.mutate(filter)}>
            导出
          </Act>
          {keeps && (
            <>
              <GoTo icon={icons.upload} to="/office/imports?ledger=enterprise">
                表格导入
              </GoTo>
              <Act main icon={icons.add} onClick={() => register(true)}>
                登记企业
              </Act>
            </>
          )}
        </>
      }
    >
      <Counts />
      <Panel flush>
        <div className="enterprise-list">
          <FilterBar total={asked.data?.total} />
          <Loaded from={asked} rows={12}>
            {({ rows, total }) => (
              <>
                <DataTable
                  name="企业档案"
                  rows={rows}
                  columns={columns}
                  rowKey={({ id }) => id}
                  to={({ id }) => `/office/enterprises/${id}`}
                  pageSize={size}
                  empty={<Nothing />}
                />
                {total > size && <Pager size={size} total={total} />}
              </>
            )}
          </Loaded>
        </div>
      </Panel>
      <RegisterDialog open={registering} onClose={() => register(false)} />
    </PageFrame>
  )
}

function Nothing() {
  const { narrowed, clear } = useFilter()
  return narrowed ? (
    <EmptyState title="没有符合条件的企业" actions={<Act onClick={clear}>清除筛选</Act>} />
  ) : (
    <EmptyState title="尚未登记企业" about="可逐家登记，也可用表格批量导入。" />
  )
}

const columns: Column<Line>[] = [
  { key: 'name', title: '企业名称', wrap: 16, show: ({ name }) => name },
  {
    key: 'place',
    title: '镇街与园城',
    show: ({ town, zone, building }) => (
      <>
        {town}
        {(zone || building) && <div className="quiet enterprise-small">{[zone, building].filter(Boolean).join('·')}</div>}
      </>
    ),
  },
  {
    key: 'trade',
    title: '行业与方向',
    wrap: 12,
    show: ({ industryName, direction }) => (
      <>
        {industryName}
        {direction && <div className="quiet enterprise-small">{direction}</div>}
      </>
    ),
  },
  {
    key: 'titles',
    title: '资质称号',
    wrap: 14,
    show: (row) => (row.titles.length ? row.titles.map((key) => titles[key]).join('、') : null),
  },
  {
    key: 'settled',
    title: '落户日期',
    show: ({ settledOn, leftOn }) => (
      <span className="number">
        {settledOn}
        {leftOn && <div className="quiet enterprise-small">{leftOn} 离区</div>}
      </span>
    ),
  },
  { key: 'keeper', title: '服务专员', show: ({ keeperName }) => keeperName ?? <span className="quiet">未指定</span> },
  {
    key: 'confirmed',
    title: '最近确认',
    show: ({ confirmedOn, stale }) => (
      <span className="number">
        {confirmedOn ?? '—'}
        {stale && (
          <div>
            <Mark tone="warn">超期未确认</Mark>
          </div>
        )}
      </span>
    ),
  },
  {
    key: 'state',
    title: '状态',
    show: ({ status, claimed, leftOn }) => (
      <span className="enterprise-marks">
        {leftOn ? <Mark>已离区</Mark> : <StatusTag of={statuses} is={status} tone={status === 'active' ? 'good' : 'warn'} />}
        {claimed && !leftOn && <Mark>已认领</Mark>}
      </span>
    ),
  },
  {
    key: 'code',
    title: '统一社会信用代码',
    wideOnly: true,
    show: ({ creditCode }) => <span className="number">{creditCode}</span>,
  },
]
