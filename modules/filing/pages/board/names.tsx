/** The names behind the counts of a month: who stands where, with the way to the report or to filing it on behalf. */
import { useQuery } from '@tanstack/react-query'
import { type Standing, standings } from '#modules/filing/model.ts'
import { type Out, query } from '#web/client.ts'
import { useMe } from '#web/session.tsx'
import { useOrgNames } from '#web/timeline.tsx'
import { GoTo } from '#web/ui/buttons.tsx'
import { Mark, StatusTag } from '#web/ui/figure/light.tsx'
import { ChoiceInput } from '#web/ui/form/inputs.tsx'
import { Panel, Row } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { Pager, usePage } from '#web/ui/pager.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { PlaceFilters } from '../places.tsx'
import { useFilters } from '../search.ts'

type Name = Out<'filing/names'>['rows'][number]
const size = 50
/** Those that are asked for together. */
const groups: Record<string, string> = { ...standings, 'draft,none': '未报送', 'returned,draft,none': '未报送或已退回' }

export function Names({ month }: { month: string }) {
  const filters = useFilters()
  const { of, turn } = filters
  const page = usePage()
  const asked = of('standing')
  const standing = (asked?.split(',') ?? []).filter((one): one is Standing => one in standings)
  const found = useQuery({
    ...query('filing/names', { month, standing, zone: of('zone'), town: of('town'), name: of('name'), page, size }),
    placeholderData: (last) => last,
  })
  return (
    <>
      <div className="filing-tools">
        <ChoiceInput
          name="状态"
          placeholder="全部状态"
          width={160}
          clearable
          value={asked && asked in groups ? asked : undefined}
          choices={Object.entries(groups).map(([value, label]) => ({ value, label }))}
          onChange={(standing) => turn({ standing })}
        />
        <PlaceFilters filters={filters} />
      </div>
      <Loaded from={found} rows={8}>
        {({ rows, total }) =>
          total ? (
            <Panel title={`应报企业（${total}）`} flush>
              <Listed rows={rows} month={month} />
              <Pager size={size} total={total} />
            </Panel>
          ) : (
            <Panel>
              <EmptyState title="没有符合条件的企业" about="请放宽上面的条件再看。" />
            </Panel>
          )
        }
      </Loaded>
    </>
  )
}

function Listed({ rows, month }: { rows: Name[]; month: string }) {
  const me = useMe()
  const names = useOrgNames()
  const columns: Column<Name>[] = [
    { key: 'name', title: '企业', show: ({ name }) => name, wrap: 20 },
    {
      key: 'standing',
      title: '状态',
      show: ({ standing, correcting }) => (
        <Row>
          <StatusTag of={standings} is={standing} />
          {correcting && <Mark tone="active">更正中</Mark>}
        </Row>
      ),
    },
    {
      key: 'place',
      title: '所在',
      show: ({ town, zone }) => [zone && names.get(zone), names.get(town)].filter(Boolean).join(' · '),
    },
    {
      key: 'steps',
      title: '办理',
      show: ({ filing, enterprise, standing }) => (
        <Row>
          {filing && (
            <GoTo inline to={`/office/filings/${filing}`}>
              查看
            </GoTo>
          )}
          {me.role !== 'leader' && standing !== 'accepted' && standing !== 'submitted' && (
            <GoTo inline to={`/office/filings/of/${enterprise}/${month}`}>
              代填
            </GoTo>
          )}
        </Row>
      ),
    },
  ]
  return (
    <DataTable
      name="应报企业"
      rows={rows}
      columns={columns}
      rowKey={({ enterprise }) => enterprise}
      to={({ enterprise }) => `/office/enterprises/${enterprise}`}
      pageSize={size}
    />
  )
}
