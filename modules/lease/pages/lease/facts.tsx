/** What a lease lays down: parties, term, rent and how it changes; and the rooms let under it. */
import { Link } from 'react-router'
import { endKinds, payEvery } from '#modules/lease/model.ts'
import { Facts, Halves, Panel } from '#web/ui/frame/page.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { squareMetres, storey, yuan } from '../words.ts'
import type { Whole } from './account.tsx'

type FactsOf = { of: Whole /** Links lead to pages of the office. */; inside: boolean }

export function LeaseFacts({ of: whole, inside }: FactsOf) {
  const { lease, names, renews, renewedBy } = whole
  const leaseLink = (of: { id: string; number: string } | null) =>
    of && (inside ? <Link to={`/office/leases/${of.id}`}>{of.number}</Link> : of.number)
  const told = (value: string | null) => value ?? '无'
  return (
    <>
      <Halves>
        <Panel title="合同">
          <Facts
            of={[
              { title: '出租方', value: lease.lessor },
              {
                title: '承租方',
                value:
                  inside && lease.enterprise ? (
                    <Link to={`/office/enterprises/${lease.enterprise}`}>{lease.tenant}</Link>
                  ) : (
                    lease.tenant
                  ),
              },
              { title: '信用代码', value: lease.creditCode && <span className="number">{lease.creditCode}</span> },
              { title: '楼宇', value: [names.zone, names.building].filter(Boolean).join('·') },
              { title: '租赁面积', value: squareMetres(lease.area) },
              { title: '租期', value: `${lease.from} 至 ${lease.to}` },
              { title: '签订日期', value: lease.signedOn ?? '待签订' },
              ...(renews ? [{ title: '续自', value: leaseLink(renews) }] : []),
              ...(renewedBy ? [{ title: '续租', value: leaseLink(renewedBy) }] : []),
              ...(lease.endedOn && lease.endKind
                ? [
                    {
                      title: '终止',
                      value: `自 ${lease.endedOn}，${endKinds[lease.endKind]}：${lease.endReason ?? ''}`,
                      wide: true,
                    },
                  ]
                : []),
              ...(lease.note ? [{ title: '备注', value: lease.note, wide: true }] : []),
            ]}
          />
        </Panel>
        <Panel title="条款">
          <Facts
            of={[
              { title: '租金', value: `${yuan(lease.rent)} 元/㎡·月` },
              { title: '物业费', value: lease.fee === null ? '不收取' : `${yuan(lease.fee)} 元/㎡·月` },
              { title: '付款周期', value: `${payEvery[lease.payEvery]}，每期开始后 ${lease.dueDays} 天内` },
              { title: '保证金', value: lease.deposit > 0 ? `${yuan(lease.deposit)} 元` : '不收取' },
              { title: '年递增', value: lease.growth ? `${lease.growth}%` : '无' },
              {
                title: '租金调整',
                value: told(lease.steps.map(({ from, rent }) => `${from} 起 ${yuan(rent)} 元/㎡·月`).join('；') || null),
                wide: true,
              },
              {
                title: '免租期',
                value: told(lease.free.map(({ from, to }) => `${from} 至 ${to}`).join('；') || null),
                wide: true,
              },
            ]}
          />
        </Panel>
      </Halves>
      <Panel title={`租赁单元（${whole.units.length}）`} flush>
        <DataTable name="租赁单元" rows={whole.units} columns={columns} rowKey={({ unit }) => unit} />
      </Panel>
    </>
  )
}

const columns: Column<Whole['units'][number]>[] = [
  { key: 'name', title: '单元号', show: ({ name }) => name },
  { key: 'floor', title: '楼层', show: ({ floor }) => storey(floor) },
  { key: 'area', title: '租赁面积', number: true, show: ({ area }) => squareMetres(area) },
  { key: 'whole', title: '单元面积', number: true, show: ({ unitArea }) => squareMetres(unitArea) },
  {
    key: 'taken',
    title: '可否签订',
    wideOnly: true,
    show: ({ takenTo }) => (takenTo ? <span className="lease-late">已租至 {takenTo}</span> : null),
  },
]
