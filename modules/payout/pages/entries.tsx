/** Entries of money, the latest first, each with the matter it is for. */
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { type Pot, potNames } from '#engines/policy/policy.ts'
import { entryKinds } from '#modules/fund/model.ts'
import { type Out, query } from '#web/client.ts'
import { Act } from '#web/ui/buttons.tsx'
import { useAddress } from '#web/ui/filter/address.ts'
import { choicesOf, Pick } from '#web/ui/filter/bar.tsx'
import { Panel, Row } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { Pager, usePage } from '#web/ui/pager.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { change } from './words.ts'

type Entry = Out<'payout/entries'>['rows'][number]
const size = 50
const kindOf = (given: string | null) =>
  Object.keys(entryKinds).find((kind) => kind === given) as keyof typeof entryKinds | undefined
const lineOf = (given: string | null) => Object.keys(potNames).find((line) => line === given) as Pot | undefined

export function Entries({ year, line }: { year: number; line?: Pot }) {
  const address = useAddress({ texts: ['kind', 'line'] })
  const page = usePage()
  const [kind, of] = [kindOf(address.given('kind')), line ?? lineOf(address.given('line'))]
  const asked = useQuery({
    ...query('payout/entries', { year, page, size, ...(of ? { line: of } : {}), ...(kind ? { kind } : {}) }),
    placeholderData: (before: Out<'payout/entries'> | undefined) => before,
  })
  const clear = () => {
    address.choose('kind', null)
  }
  return (
    <Panel flush>
      <div className="payout-padded">
        <Row>
          {!line && <Pick of={address} name="line" title="资金" choices={choicesOf(potNames)} />}
          <Pick of={address} name="kind" title="类型" choices={choicesOf(entryKinds)} />
          {asked.data && <span className="quiet">共 {asked.data.total} 笔</span>}
        </Row>
      </div>
      <Loaded from={asked} rows={8}>
        {({ rows, total }) => (
          <>
            <DataTable
              name="资金流水"
              rows={rows}
              columns={line ? columns.filter(({ key }) => key !== 'line') : columns}
              rowKey={({ id }) => id}
              pageSize={size}
              empty={
                kind ? (
                  <EmptyState title={`没有“${entryKinds[kind]}”的流水`} actions={<Act onClick={clear}>清除筛选</Act>} />
                ) : (
                  <EmptyState title="尚无资金流水" about="事项受理、审定、拨付时自动记入。" />
                )
              }
            />
            {total > size && <Pager size={size} total={total} />}
          </>
        )}
      </Loaded>
    </Panel>
  )
}

export const Matter = ({ of }: { of: Pick<Entry, 'claimNumber' | 'name' | 'title' | 'matter'> }) =>
  of.claimNumber ? (
    <>
      <Link to={`/office/claims/${of.matter}`}>{of.name}</Link>
      <div className="quiet payout-small">
        {of.claimNumber} · {of.title}
      </div>
    </>
  ) : (
    <span className="quiet">其他单位办理的事项</span>
  )

const columns: Column<Entry>[] = [
  {
    key: 'on',
    title: '日期与经办',
    show: ({ on, by }) => (
      <>
        <span className="number">{on}</span>
        <div className="quiet payout-small">{by}</div>
      </>
    ),
  },
  { key: 'line', title: '资金', show: ({ line }) => potNames[line] },
  { key: 'kind', title: '类型', show: ({ kind }) => entryKinds[kind] },
  { key: 'matter', title: '事项', wrap: 16, show: (row) => <Matter of={row} /> },
  { key: 'reserved', title: '预留（元）', number: true, show: ({ reserved }) => change(reserved) },
  { key: 'committed', title: '承诺（元）', number: true, show: ({ committed }) => change(committed) },
  { key: 'paid', title: '支付（元）', number: true, show: ({ paid }) => change(paid) },
  { key: 'note', title: '说明', wrap: 16, show: ({ note }) => note },
]
