/** The buildings of the ledger: filtered in the address, as a list or on a map, summed, handed on as a sheet (plan task 8). */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { usePlaces } from '#modules/enterprise/pages/choices.ts'
import { ownerships } from '#modules/space/model.ts'
import { download, type In, type Out, query } from '#web/client.ts'
import { Act, GoTo, useSay } from '#web/ui/buttons.tsx'
import { Figure } from '#web/ui/figure/figure.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { useAddress } from '#web/ui/filter/address.ts'
import { choicesOf, FilterBar, Pick } from '#web/ui/filter/bar.tsx'
import { CheckInput, ViewSwitch } from '#web/ui/form/inputs.tsx'
import { PageFrame, Panel, Tiles } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { icons } from '#web/ui/icons.tsx'
import { Pager, usePage } from '#web/ui/pager.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { BuildingDialog } from './ledger/building-form.tsx'
import { BuildingsOnMap } from './ledger/buildings-map.tsx'
import { CarrierDialog } from './ledger/carrier-form.tsx'
import { shareOf, squares, useKeeps } from './ledger/words.ts'
import './ledger/space.css'

type Asked = In<'space/listBuildings'>
type Line = Out<'space/listBuildings'>['rows'][number]
const size = 50

const keys = { texts: ['words', 'zone', 'town', 'ownership'], marks: ['stale', 'unpinned', 'unkept'] } as const
const orders = { name: '楼宇名称', largest: '建筑面积', vacant: '空置面积', unconfirmed: '最久未确认' }
const orderOf: Record<string, Asked['order']> = {
  largest: { by: 'area', down: true },
  vacant: { by: 'vacantArea', down: true },
  unconfirmed: { by: 'confirmedOn', down: false },
}

export default function Buildings() {
  const keeps = useKeeps()
  const say = useSay()
  const address = useAddress(keys)
  const page = usePage()
  const [adding, add] = useState(false)
  const [carrying, carry] = useState(false)
  const filter: Asked = { ...address.filter, order: orderOf[address.given('order') ?? ''] } // the server checks every word
  const onMap = address.given('view') === 'map'
  const asked = useQuery({
    ...query('space/listBuildings', { ...filter, page, size }),
    placeholderData: (before: Out<'space/listBuildings'> | undefined) => before,
  })
  const save = useMutation({ ...download('space/exportBuildings'), onError: say.failed })
  const { towns, zones } = usePlaces()
  return (
    <PageFrame
      title="楼宇台账"
      description="存量楼宇的权属、条件、楼层和单元：哪里空着、谁在使用、何时可用。"
      actions={
        <>
          <Act icon={icons.download} busy={save.isPending} onClick={() => save.mutate(filter)}>
            导出
          </Act>
          {keeps && (
            <>
              <GoTo icon={icons.upload} to="/office/imports?ledger=building">
                表格导入
              </GoTo>
              <Act onClick={() => carry(true)}>登记载体</Act>
              <Act main icon={icons.add} onClick={() => add(true)}>
                登记楼宇
              </Act>
            </>
          )}
        </>
      }
    >
      <Summary />
      <Panel flush>
        <div className="space-list">
          <FilterBar of={address} words="楼宇、载体名称或地址" orders={orders} told={toldOf(asked.data)}>
            <Pick of={address} name="zone" title="园城" choices={zones} width={160} />
            <Pick of={address} name="town" title="镇街" choices={towns} />
            <Pick of={address} name="ownership" title="产权性质" choices={choicesOf(ownerships)} width={112} />
            {marks.map(([key, label]) => (
              <CheckInput
                key={key}
                label={label}
                value={address.given(key) === '1'}
                onChange={(on) => address.choose(key, on ? '1' : null)}
              />
            ))}
          </FilterBar>
          <div className="space-view">
            <ViewSwitch
              name="查看方式"
              choices={[
                { value: 'list', label: '列表' },
                { value: 'map', label: '地图' },
              ]}
              value={onMap ? 'map' : 'list'}
              onChange={(view) => address.choose('view', view === 'map' ? 'map' : null)}
            />
          </div>
          {onMap ? (
            <BuildingsOnMap filter={address.filter} />
          ) : (
            <Loaded from={asked} rows={12}>
              {({ rows, total, together }) => (
                <>
                  {total > 0 && <Together of={together} />}
                  <DataTable
                    name="楼宇台账"
                    rows={rows}
                    columns={columns}
                    rowKey={({ id }) => id}
                    to={({ id }) => `/office/buildings/${id}`}
                    pageSize={size}
                    empty={<Nothing narrowed={address.narrowed} onClear={address.clear} keeps={keeps} />}
                  />
                  <Pager size={size} total={total} />
                </>
              )}
            </Loaded>
          )}
        </div>
      </Panel>
      <BuildingDialog open={adding} onClose={() => add(false)} />
      <CarrierDialog open={carrying} onClose={() => carry(false)} />
    </PageFrame>
  )
}

const marks = [
  ['stale', '待确认'],
  ['unpinned', '未标位置'],
  ['unkept', '未定楼长'],
] as const

const toldOf = (found: Out<'space/listBuildings'> | undefined) => (found ? `共 ${found.total} 幢` : '')

function Nothing({ narrowed, onClear, keeps }: { narrowed: boolean; onClear: () => void; keeps: boolean }) {
  if (narrowed) return <EmptyState title="没有符合条件的楼宇" actions={<Act onClick={onClear}>清除筛选</Act>} />
  return <EmptyState title="尚未登记楼宇" about={keeps ? '可逐幢登记，也可用表格批量导入。' : '由领导小组办公室和各园城登记。'} />
}

/** What is sought, in sums of all that match. */
const Together = ({ of }: { of: Out<'space/listBuildings'>['together'] }) => (
  <p className="space-sums number">
    建筑面积 {squares(of.area)}，单元面积 {squares(of.unitArea)}：已出租 {squares(of.letArea)}，空置 {squares(of.vacantArea)}
    ，待交付 {squares(of.pendingArea)}；使用率 {shareOf(of.usedArea, of.unitArea)}
  </p>
)

function Summary() {
  const asked = useQuery(query('space/buildingSummary', {}))
  return (
    <Panel>
      <Loaded from={asked} rows={2}>
        {(of) => (
          <Tiles width={150}>
            <Figure
              label="在册楼宇"
              value={of.buildings}
              unit="幢"
              note={`建筑面积 ${squares(of.area)}`}
              to="/office/buildings"
            />
            <Figure label="空置面积" value={of.vacantArea} unit="㎡" to="/office/units?standing=vacant" />
            <Figure
              label="使用率"
              value={of.unitArea > 0 ? of.usedArea / of.unitArea : null}
              unit="%"
              note={`在用 ${squares(of.usedArea)}`}
            />
            <Figure
              label="待确认"
              value={of.stale}
              unit="幢"
              note={`超过 ${of.staleDays} 天无人确认`}
              to="/office/buildings?stale=1&order=unconfirmed"
            />
            <Figure label="未标位置" value={of.unpinned} unit="幢" to="/office/buildings?unpinned=1" />
            <Figure label="未定楼长" value={of.unkept} unit="幢" to="/office/buildings?unkept=1" />
          </Tiles>
        )}
      </Loaded>
    </Panel>
  )
}

const area = (value: number) => value.toLocaleString('zh-CN', { maximumFractionDigits: 2 })
const columns: Column<Line>[] = [
  { key: 'name', title: '楼宇名称', wrap: 12, show: ({ name }) => name },
  {
    key: 'place',
    title: '园城与镇街',
    show: ({ zone, town, carrier }) => (
      <>
        {zone ?? town}
        <div className="quiet space-small">{[zone && town, carrier].filter(Boolean).join('·')}</div>
      </>
    ),
  },
  {
    key: 'owner',
    title: '产权',
    wrap: 10,
    show: ({ ownership, owner }) => (
      <>
        {ownerships[ownership]}
        <div className="quiet space-small">{owner}</div>
      </>
    ),
  },
  { key: 'area', title: '建筑面积（㎡）', number: true, show: (row) => area(row.area) },
  { key: 'units', title: '单元', number: true, show: ({ units }) => units },
  { key: 'let', title: '已出租（㎡）', number: true, show: ({ letArea }) => area(letArea) },
  { key: 'vacant', title: '空置（㎡）', number: true, show: ({ vacantArea }) => (vacantArea ? <b>{area(vacantArea)}</b> : '0') },
  { key: 'use', title: '使用率', number: true, show: ({ usedArea, unitArea }) => shareOf(usedArea, unitArea) },
  { key: 'keeper', title: '楼长', show: ({ keeperName }) => keeperName ?? <span className="quiet">未指定</span> },
  {
    key: 'confirmed',
    title: '最近确认',
    show: ({ confirmedOn, stale, longitude }) => (
      <span className="space-marks">
        <span className="number">{confirmedOn ?? '尚未确认'}</span>
        {stale && <Mark tone="warn">待确认</Mark>}
        {longitude === null && <Mark>未标位置</Mark>}
      </span>
    ),
  },
]
