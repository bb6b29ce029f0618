/** Three books compared (三账比对): contract, occupancy and money, with each difference in a sentence and where it is mended. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { mismatchKinds } from '#modules/lease/model.ts'
import { download, type In, type Out, query } from '#web/client.ts'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { ChoiceInput } from '#web/ui/form/inputs.tsx'
import { PageFrame, Panel } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { icons } from '#web/ui/icons.tsx'
import { Pager, usePage } from '#web/ui/pager.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { Readers } from '../reads.tsx'
import { KindTiles } from './kind-tiles.tsx'
import '../lease.css'

type Found = Out<'lease/mismatches'>['rows'][number]
const size = 50

export default function Mismatches() {
  return (
    <Readers>
      <Opened />
    </Readers>
  )
}

function Opened() {
  const say = useSay()
  const [search, write] = useSearchParams()
  const page = usePage()
  const [kind, building] = [search.get('kind'), search.get('building')]
  const filter = { ...(kind ? { kind } : {}), ...(building ? { building } : {}) } as In<'lease/exportMismatches'> // checked by the server
  const asked = useQuery({
    ...query('lease/mismatches', { ...filter, page, size }),
    placeholderData: (before: Out<'lease/mismatches'> | undefined) => before,
  })
  const save = useMutation({ ...download('lease/exportMismatches'), onError: say.failed })
  const choose = (value: string | null) => {
    const next = new URLSearchParams(search)
    next.delete('page')
    if (value) next.set('building', value)
    else next.delete('building')
    write(next, { replace: true })
  }
  return (
    <PageFrame
      title="三账比对"
      description="租约、使用和收款三本账互相核对，并与企业档案核对；每项不符说明原因和到哪里更正。"
      actions={
        <Act icon={icons.download} busy={save.isPending} onClick={() => save.mutate(filter)}>
          导出
        </Act>
      }
    >
      <Loaded from={asked} rows={12}>
        {({ counts, buildings, rows, total }) => (
          <>
            <KindTiles of={counts} titles={mismatchKinds} />
            <Panel flush>
              <search className="filter-bar">
                <ChoiceInput
                  name="楼宇"
                  placeholder="全部楼宇"
                  clearable
                  width={220}
                  choices={buildings.map(({ id, name }) => ({ value: id, label: name }))}
                  value={building}
                  onChange={choose}
                />
                {(kind || building) && (
                  <Act inline onClick={() => write({}, { replace: true })}>
                    清除筛选
                  </Act>
                )}
                <span className="quiet filter-total" role="status">
                  共 {total} 项不符
                </span>
              </search>
              <DataTable
                name="三账比对"
                rows={rows}
                columns={columns}
                rowKey={(row) => [row.kind, row.unit, row.lease, row.enterprise, row.name].join(' ')}
                pageSize={size}
                empty={<EmptyState title={kind || building ? '没有符合条件的不符项' : '三本账相符，没有不符项'} />}
              />
              {total > size && <Pager size={size} total={total} />}
            </Panel>
          </>
        )}
      </Loaded>
    </PageFrame>
  )
}

const mends = { occupancy: '登记使用', lease: '补签租约', receipt: '核对收款', enterprise: '更新档案' } as const
function mendAt({ mend, building, unit, lease, enterprise }: Found): string {
  if (mend === 'enterprise' && enterprise) return `/office/enterprises/${enterprise}`
  if (mend === 'receipt' && lease) return `/office/leases/${lease}?tab=receipts`
  if (mend === 'lease') return `/office/leases/new?building=${building}${unit ? `&units=${unit}` : ''}`
  return `/office/buildings/${building}`
}

const columns: Column<Found>[] = [
  { key: 'sentence', title: '不符事项', wrap: 30, show: ({ sentence }) => sentence },
  { key: 'kind', title: '类别', show: ({ kind }) => <Mark tone="warn">{mismatchKinds[kind]}</Mark> },
  { key: 'place', title: '楼宇', wrap: 10, show: ({ buildingName }) => buildingName },
  { key: 'unit', title: '单元', show: ({ unitName }) => unitName },
  {
    key: 'lease',
    title: '租约',
    show: ({ lease, number }) => (lease ? <Link to={`/office/leases/${lease}`}>{number}</Link> : null),
  },
  { key: 'mend', title: '更正', show: (row) => <Link to={mendAt(row)}>{mends[row.mend]}</Link> },
]
