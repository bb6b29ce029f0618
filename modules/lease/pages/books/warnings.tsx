/** Warnings of space: leases that run out, idle rooms, buildings that fall, rows nobody confirmed. */
import { useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { warningKinds } from '#modules/lease/model.ts'
import { type In, type Out, query } from '#web/client.ts'
import { Act } from '#web/ui/buttons.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { PageFrame, Panel } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { Pager, usePage } from '#web/ui/pager.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { Readers } from '../reads.tsx'
import { KindTiles } from './kind-tiles.tsx'
import { SpaceRules } from './rules.tsx'
import '../lease.css'

type Warned = Out<'lease/warnings'>['rows'][number]
const size = 50

export default function SpaceWarnings() {
  return (
    <Readers>
      <Opened />
    </Readers>
  )
}

function Opened() {
  const [search, write] = useSearchParams()
  const page = usePage()
  const kind = search.get('kind')
  const asked = useQuery({
    ...query('lease/warnings', { ...(kind ? { kind } : {}), page, size } as In<'lease/warnings'>), // checked by the server
    placeholderData: (before: Out<'lease/warnings'> | undefined) => before,
  })
  return (
    <PageFrame
      title="楼宇预警"
      description="租约到期、提前退租、单元空置、使用率和租金下降、台账久未确认等事项，按现行楼宇规则每天计算。"
    >
      <Loaded from={asked} rows={12}>
        {({ counts, rows, total, rule }) => (
          <>
            <KindTiles
              of={counts}
              titles={warningKinds}
              notes={{
                expiring: `${[...rule.expiryDays].sort((a, b) => b - a).join('、')} 天内到期`,
                leaving: '退出后尚未另租',
                idle: `空置超过 ${rule.idleDays} 天`,
                occupancyFall: `较三个月前下降 ${Math.round(rule.fall * 100)}% 以上`,
                rentFall: `较三个月前下降 ${Math.round(rule.fall * 100)}% 以上`,
                stale: `超过 ${rule.staleDays} 天无人确认`,
              }}
            />
            <Panel
              flush
              title={kind && kind in warningKinds ? warningKinds[kind as keyof typeof warningKinds] : '全部预警'}
              actions={
                kind && (
                  <Act inline onClick={() => write({}, { replace: true })}>
                    查看全部
                  </Act>
                )
              }
            >
              <DataTable
                name="楼宇预警"
                rows={rows}
                columns={columns}
                rowKey={(row) => [row.kind, row.building, row.unit, row.lease, row.enterprise, row.sentence].join(' ')}
                pageSize={size}
                empty={<EmptyState title="目前没有需要提醒的事项" />}
              />
              {total > size && <Pager size={size} total={total} />}
            </Panel>
            <SpaceRules />
          </>
        )}
      </Loaded>
    </PageFrame>
  )
}

function placeOf({ kind, building, lease, enterprise }: Warned): [to: string, word: string] {
  if (lease) return [`/office/leases/${lease}`, '查看租约']
  if (kind === 'absent' && enterprise) return [`/office/enterprises/${enterprise}`, '查看企业']
  return [`/office/buildings/${building}`, '查看楼宇']
}

const columns: Column<Warned>[] = [
  { key: 'sentence', title: '事项', wrap: 42, show: ({ sentence }) => sentence },
  {
    key: 'kind',
    title: '类别',
    show: ({ kind, within }) => (
      <Mark tone={within !== null && within <= 30 ? 'bad' : 'warn'}>
        {within === null ? warningKinds[kind] : `${within} 天内到期`}
      </Mark>
    ),
  },
  { key: 'place', title: '楼宇', wrap: 12, show: ({ buildingName }) => buildingName },
  {
    key: 'open',
    title: '办理',
    show: (row) => {
      const [to, word] = placeOf(row)
      return <Link to={to}>{word}</Link>
    },
  },
]
