/** One building, one policy (一楼一策) over all buildings: which have a sheet, and every measure with its owner (plan task 8). */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { type Out, query } from '#web/client.ts'
import { PageTabs } from '#web/ui/dialog.tsx'
import { Figure } from '#web/ui/figure/figure.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { CheckInput } from '#web/ui/form/inputs.tsx'
import { PageFrame, Tiles } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { TellDialog } from './building-plan/measure-forms.tsx'
import { measureColumns } from './building-plan/measures.tsx'

type Answer = Out<'space/buildingPlans'>
type Line = Answer['rows'][number]
type Measure = Answer['measures'][number]

export default function BuildingPlans() {
  const asked = useQuery(query('space/buildingPlans', {}))
  return (
    <PageFrame title="一楼一策" description="每幢楼宇的定位、目标客户和支持措施；措施由责任单位填报进展，逾期的单独列出。">
      <Loaded from={asked} rows={10}>
        {(all) => (
          <>
            <Counts of={all} />
            <PageTabs
              of={[
                { key: 'buildings', title: '楼宇', content: <Buildings rows={all.rows} /> },
                { key: 'measures', title: '措施', content: <Measures rows={all.measures} /> },
              ]}
            />
          </>
        )}
      </Loaded>
    </PageFrame>
  )
}

function Counts({ of: { rows, measures } }: { of: Answer }) {
  return (
    <Tiles>
      <Figure
        label="已编制方案"
        value={rows.filter(({ since }) => since !== null).length}
        unit="幢"
        note={`台账共 ${rows.length} 幢`}
      />
      <Figure
        label="支持措施"
        value={measures.length}
        unit="项"
        note={`已落实 ${measures.filter(({ state }) => state === 'done').length} 项`}
      />
      <Figure
        label="逾期措施"
        value={measures.filter(({ overdue }) => overdue).length}
        unit="项"
        note={`其中本单位 ${measures.filter(({ overdue, mine }) => overdue && mine).length} 项`}
      />
    </Tiles>
  )
}

const Buildings = ({ rows }: { rows: Line[] }) => (
  <>
    <DataTable
      name="一楼一策"
      rows={rows}
      columns={columns}
      rowKey={({ building }) => building}
      to={({ building }) => `/office/buildings/${building}/plan`}
      find={({ name, zoneName, positioning }) => [name, zoneName, positioning].join(' ')}
      empty={<EmptyState title="台账中没有楼宇" about="楼宇登记后，可逐幢编制一楼一策。" />}
    />
  </>
)

const columns: Column<Line>[] = [
  { key: 'name', title: '楼宇', wrap: 16, show: ({ name }) => name, sort: ({ name }) => name },
  { key: 'zone', title: '园城', show: ({ zoneName }) => zoneName ?? '园城以外', sort: ({ zoneName }) => zoneName },
  {
    key: 'since',
    title: '现行版本',
    show: ({ since }) => (since ? <span className="number">{since} 起</span> : <Mark tone="warn">未编制</Mark>),
    sort: ({ since }) => since,
    filter: { of: { yes: '已编制', no: '未编制' }, has: ({ since }) => (since ? 'yes' : 'no') },
  },
  { key: 'positioning', title: '功能定位', wrap: 30, show: ({ positioning }) => positioning ?? '—' },
  { key: 'measures', title: '措施', number: true, show: ({ measures }) => measures, sort: ({ measures }) => measures },
  { key: 'done', title: '已落实', number: true, show: ({ done }) => done, sort: ({ done }) => done },
  {
    key: 'overdue',
    title: '逾期',
    number: true,
    show: ({ overdue }) => (overdue ? <Mark tone="bad">{overdue}</Mark> : 0),
    sort: ({ overdue }) => overdue,
  },
]

function Measures({ rows }: { rows: Measure[] }) {
  const [mine, onlyMine] = useState(false)
  const [late, onlyLate] = useState(false)
  const [telling, tell] = useState<Measure | null>(null)
  const shown = rows.filter((row) => (!mine || row.mine) && (!late || row.overdue))
  const [first, ...rest] = measureColumns<Measure>({ tell, edit: null })
  const building: Column<Measure> = {
    key: 'building',
    title: '楼宇',
    wrap: 12,
    show: ({ building, buildingName }) => <Link to={`/office/buildings/${building}/plan`}>{buildingName}</Link>,
    sort: ({ buildingName }) => buildingName,
  }
  return (
    <>
      <DataTable
        name="支持措施"
        rows={shown}
        columns={first ? [first, building, ...rest] : rest}
        rowKey={({ id }) => id}
        find={({ content, buildingName, ownerName }) => [content, buildingName, ownerName].join(' ')}
        tools={
          <>
            <CheckInput label="本单位负责" value={mine} onChange={(on) => onlyMine(on === true)} />
            <CheckInput label="已逾期" value={late} onChange={(on) => onlyLate(on === true)} />
          </>
        }
        empty={mine || late ? '没有符合条件的措施' : '尚未列入支持措施'}
      />
      <TellDialog of={telling} onClose={() => tell(null)} />
    </>
  )
}
