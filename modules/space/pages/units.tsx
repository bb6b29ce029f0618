/** All units in use: found by area, rent, day and standing, opened in their building, handed on as a sheet (plan task 8). */
import { useMutation, useQuery } from '@tanstack/react-query'
import { usePlaces } from '#modules/enterprise/pages/choices.ts'
import { standings, uses } from '#modules/space/model.ts'
import { download, type In, type Out, query } from '#web/client.ts'
import { Act, GoTo, useSay } from '#web/ui/buttons.tsx'
import { Mark, StatusTag } from '#web/ui/figure/light.tsx'
import { useAddress } from '#web/ui/filter/address.ts'
import { choicesOf, FilterBar, Limit, Pick } from '#web/ui/filter/bar.tsx'
import { CheckInput, DayInput } from '#web/ui/form/inputs.tsx'
import { PageFrame, Panel } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { icons } from '#web/ui/icons.tsx'
import { Pager, usePage } from '#web/ui/pager.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { floorName, squares, standingTones, useKeeps } from './ledger/words.ts'
import './ledger/space.css'

type Asked = In<'space/listUnits'>
type Line = Out<'space/listUnits'>['rows'][number]
const size = 50

const keys = {
  texts: ['words', 'zone', 'town', 'building', 'use', 'standing', 'readyBy'],
  numbers: ['areaFrom', 'areaTo', 'rentTo'],
  marks: ['listed'],
} as const
const orders = {
  building: '楼宇与楼层',
  smallest: '面积由小到大',
  largest: '面积由大到小',
  cheapest: '租金由低到高',
  soonest: '最早可交付',
}
const orderOf: Record<string, Asked['order']> = {
  smallest: { by: 'area', down: false },
  largest: { by: 'area', down: true },
  cheapest: { by: 'rent', down: false },
  soonest: { by: 'readyOn', down: false },
}

export default function Units() {
  const keeps = useKeeps()
  const say = useSay()
  const address = useAddress(keys)
  const page = usePage()
  const filter: Asked = { ...address.filter, order: orderOf[address.given('order') ?? ''] } // the server checks every word
  const asked = useQuery({
    ...query('space/listUnits', { ...filter, page, size }),
    placeholderData: (before: Out<'space/listUnits'> | undefined) => before,
  })
  const save = useMutation({ ...download('space/exportUnits'), onError: say.failed })
  const { towns, zones } = usePlaces()
  const told = asked.data
    ? `共 ${asked.data.total} 个，${squares(asked.data.area)}，其中空置 ${squares(asked.data.vacantArea)}`
    : ''
  return (
    <PageFrame
      title="单元名录"
      description="全区在用的单元：按面积、租金、可交付日期和使用状态查找。"
      actions={
        <>
          <Act icon={icons.download} busy={save.isPending} onClick={() => save.mutate(filter)}>
            导出
          </Act>
          {keeps && (
            <GoTo icon={icons.upload} to="/office/imports?ledger=unit">
              表格导入
            </GoTo>
          )}
        </>
      }
    >
      <Panel flush>
        <FilterBar of={address} words="单元号或楼宇名称" orders={orders} told={told}>
          <Pick of={address} name="zone" title="园城" choices={zones} width={160} />
          <Pick of={address} name="town" title="镇街" choices={towns} />
          <Pick of={address} name="use" title="用途" choices={choicesOf(uses)} width={112} />
          <Pick of={address} name="standing" title="使用状态" choices={choicesOf(standings)} />
          <Limit of={address} name="areaFrom" title="面积不小于" unit="㎡" />
          <Limit of={address} name="areaTo" title="面积不大于" unit="㎡" />
          <Limit of={address} name="rentTo" title="租金不高于" unit="元" />
          <div className="space-limit">
            <DayInput
              name="可交付不晚于"
              placeholder="可交付不晚于"
              value={address.given('readyBy')}
              onChange={(value) => address.choose('readyBy', value)}
            />
          </div>
          <CheckInput
            label="对外推介"
            value={address.given('listed') === '1'}
            onChange={(on) => address.choose('listed', on ? '1' : null)}
          />
        </FilterBar>
        <Loaded from={asked} rows={12}>
          {({ rows, total }) => (
            <>
              <DataTable
                name="单元名录"
                rows={rows}
                columns={columns}
                rowKey={({ id }) => id}
                to={({ id, building }) => `/office/buildings/${building}?unit=${id}`}
                pageSize={size}
                empty={
                  address.narrowed ? (
                    <EmptyState title="没有符合条件的单元" actions={<Act onClick={address.clear}>清除筛选</Act>} />
                  ) : (
                    <EmptyState title="尚未登记单元" about="在楼宇台账中按楼层登记，或用“楼宇单元”表格导入。" />
                  )
                }
              />
              <Pager size={size} total={total} />
            </>
          )}
        </Loaded>
      </Panel>
    </PageFrame>
  )
}

const figure = (value: number | null) => (value === null ? '—' : value.toLocaleString('zh-CN', { maximumFractionDigits: 2 }))
const columns: Column<Line>[] = [
  {
    key: 'name',
    title: '单元',
    show: ({ buildingName, floor, name }) => (
      <>
        {buildingName} {name}
        <span className="quiet space-small"> {floorName(floor)}</span>
      </>
    ),
  },
  {
    key: 'place',
    title: '园城与镇街',
    show: ({ zone, town }) => (
      <>
        {zone ?? town}
        {zone && <div className="quiet space-small">{town}</div>}
      </>
    ),
  },
  { key: 'use', title: '用途', show: ({ use }) => uses[use] },
  { key: 'area', title: '建筑面积（㎡）', number: true, show: ({ area }) => figure(area) },
  { key: 'rent', title: '参考租金（元/㎡·月）', number: true, show: ({ rent }) => figure(rent) },
  { key: 'height', title: '净高（m）', number: true, show: ({ height }) => figure(height), wideOnly: true },
  { key: 'load', title: '荷载（kN/㎡）', number: true, show: ({ load }) => figure(load), wideOnly: true },
  { key: 'ready', title: '可交付', show: ({ readyOn }) => <span className="number">{readyOn ?? '—'}</span> },
  {
    key: 'standing',
    title: '使用状态',
    show: ({ standing, letTo, usedTo, listed }) => (
      <span className="space-marks">
        <StatusTag of={standings} is={standing} tone={standingTones[standing]} />
        {(letTo ?? usedTo) && <span className="quiet number">至 {letTo ?? usedTo}</span>}
        {listed && <Mark tone="good">对外推介</Mark>}
      </span>
    ),
  },
]
