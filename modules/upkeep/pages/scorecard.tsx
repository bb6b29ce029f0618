/** How well the buildings are run: operators and buildings with their points, each part open to what makes it (plan task 10). */
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { usePlaces } from '#modules/enterprise/pages/choices.ts'
import { type Out, query } from '#web/client.ts'
import { PageTabs } from '#web/ui/dialog.tsx'
import { dated } from '#web/ui/figure/number.ts'
import { useAddress } from '#web/ui/filter/address.ts'
import { Pick } from '#web/ui/filter/bar.tsx'
import { PageFrame, Panel } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { type Card, scoreColumns } from './score/columns.tsx'
import { Rules } from './score/rules.tsx'
import './upkeep.css'

const keys = { texts: ['zone'] } as const

export default function Scorecard() {
  const address = useAddress(keys)
  const { zones } = usePlaces()
  const zone = address.given('zone')
  const asked = useQuery({
    ...query('upkeep/scorecard', zone ? { zone } : {}),
    placeholderData: (before: Out<'upkeep/scorecard'> | undefined) => before,
  })
  return (
    <PageFrame
      title="运营评分"
      description={
        asked.data
          ? `${dated(asked.data.from)}以来的报事办理和评价，以及目前的入驻率；没有数据的项不计，其余按权重折算为百分制。`
          : undefined
      }
      actions={<Pick of={address} name="zone" title="园城" choices={zones} width={160} />}
    >
      <PageTabs
        of={[
          { key: 'operators', title: '运营单位', content: <Loaded from={asked}>{(card) => <Operators of={card} />}</Loaded> },
          { key: 'buildings', title: '楼宇', content: <Loaded from={asked}>{(card) => <Buildings of={card} />}</Loaded> },
          { key: 'rules', title: '规则', content: <Rules /> },
        ]}
      />
    </PageFrame>
  )
}

const operatorColumns: Column<Card['operators'][number]>[] = [
  { key: 'operator', title: '运营单位', wrap: 10, show: ({ operator }) => operator },
  {
    key: 'buildings',
    title: '楼宇',
    number: true,
    sort: ({ buildings }) => buildings,
    show: ({ buildings }) => `${buildings} 幢`,
  },
  ...scoreColumns<Card['operators'][number]>(),
]
const Operators = ({ of: { operators } }: { of: Card }) => (
  <Panel flush>
    <DataTable
      name="运营单位评分"
      rows={operators}
      columns={operatorColumns}
      rowKey={({ operator }) => operator}
      empty={<EmptyState title="没有登记运营单位的楼宇" about="在楼宇台账中登记运营单位后，在这里评分。" />}
    />
  </Panel>
)

const buildingColumns: Column<Card['rows'][number]>[] = [
  {
    key: 'name',
    title: '楼宇',
    wrap: 9,
    show: ({ building, name, zoneName }) => (
      <>
        <Link to={`/office/buildings/${building}`}>{name}</Link>
        {zoneName && <div className="quiet upkeep-small">{zoneName}</div>}
      </>
    ),
  },
  { key: 'operator', title: '运营单位', wrap: 8, show: ({ operator }) => operator ?? <span className="quiet">未登记</span> },
  ...scoreColumns<Card['rows'][number]>(),
]
const Buildings = ({ of: { rows } }: { of: Card }) => (
  <Panel flush>
    <div className="upkeep-table">
      <DataTable
        name="楼宇评分"
        rows={rows}
        columns={buildingColumns}
        rowKey={({ building }) => building}
        find={({ name, operator, zoneName }) => [name, operator, zoneName].join(' ')}
        empty={<EmptyState title="没有已划分单元的楼宇" about="在楼宇台账中划分单元后，在这里评分。" />}
      />
    </div>
  </Panel>
)
