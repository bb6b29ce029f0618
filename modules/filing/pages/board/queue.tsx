/** Reports that wait for a check: opened one by one, or the clean ones accepted together. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { monthWord } from '#modules/work/pages/month.ts'
import { command, type Out, query } from '#web/client.ts'
import { useMe } from '#web/session.tsx'
import { useOrgNames } from '#web/timeline.tsx'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { ChoiceInput } from '#web/ui/form/inputs.tsx'
import { Panel, Row } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { Pager, usePage } from '#web/ui/pager.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { PlaceFilters } from '../places.tsx'
import { useFilters } from '../search.ts'
import { exact } from '../words.ts'

type Waiting = Out<'filing/queue'>['rows'][number]
type Order = '-revenue' | 'revenue' | 'month' | 'submittedOn'
const orders: Record<Order, string> = {
  submittedOn: '报送先后',
  month: '报告期先后',
  '-revenue': '营业收入从高到低',
  revenue: '营业收入从低到高',
}
const size = 50

export function Queue({ month }: { month: string | undefined }) {
  const filters = useFilters()
  const { of, turn } = filters
  const page = usePage()
  const order = Object.keys(orders).find((one) => one === of('order')) as Order | undefined
  const asked = useQuery({
    ...query('filing/queue', {
      month,
      zone: of('zone'),
      town: of('town'),
      name: of('name'),
      page,
      size,
      order: order ?? 'submittedOn',
    }),
    placeholderData: (last) => last,
  })
  return (
    <>
      <div className="filing-tools">
        <PlaceFilters filters={filters} />
        <ChoiceInput
          name="排序"
          width={160}
          value={order ?? 'submittedOn'}
          choices={Object.entries(orders).map(([value, label]) => ({ value, label }))}
          onChange={(order) => turn({ order })}
        />
        {month && (
          <Row>
            <span className="quiet">只看{monthWord(month)}</span>
            <Act inline onClick={() => turn({ month: null })}>
              查看全部报告期
            </Act>
          </Row>
        )}
      </div>
      <Loaded from={asked} rows={8}>
        {({ rows, total }) => (
          <>
            <Waiting rows={rows} total={total} />
            <Pager size={size} total={total} />
          </>
        )}
      </Loaded>
    </>
  )
}

function Waiting({ rows, total }: { rows: Waiting[]; total: number }) {
  const me = useMe()
  const say = useSay()
  const names = useOrgNames()
  const [chosen, choose] = useState<string[]>([])
  const accept = useMutation({
    ...command('filing/acceptMany'),
    onSuccess: ({ accepted, left }) => {
      choose([])
      say.done(
        `已审核通过 ${accepted} 份${left.length ? `；其余 ${left.length} 份有须核对的说明或由您代填，请逐份审核或由其他人员审核` : ''}`,
      )
    },
    onError: say.failed,
  })
  if (!rows.length)
    return (
      <Panel>
        <EmptyState title="没有待审核的报表" about="企业报送后会在这里列出；也可放宽上面的条件再看。" />
      </Panel>
    )
  const clean = rows.filter(({ findings }) => findings === 0).map(({ id }) => id)
  const columns: Column<Waiting>[] = [
    { key: 'name', title: '企业', show: ({ name }) => name ?? '（已迁出本辖区的企业）', wrap: 16 },
    {
      key: 'month',
      title: '报告期',
      show: ({ month, revision, unchanged }) => (
        <Row>
          {monthWord(month)}
          {revision > 1 && <Mark tone="active">更正</Mark>}
          {unchanged && <Mark>无变化</Mark>}
        </Row>
      ),
    },
    {
      key: 'findings',
      title: '检查',
      show: ({ findings }) => (findings ? <Mark tone="warn">有说明 {findings} 项</Mark> : <span className="quiet">无异常</span>),
    },
    { key: 'revenue', title: '营业收入（元）', number: true, show: ({ revenue }) => exact(revenue) },
    { key: 'software', title: '软件业务收入（元）', number: true, show: ({ softwareRevenue }) => exact(softwareRevenue) },
    {
      key: 'place',
      title: '所在',
      show: ({ town, zone }) => [zone && names.get(zone), names.get(town)].filter(Boolean).join(' · '),
    },
    { key: 'submitted', title: '报送日期', show: ({ submittedOn }) => <span className="number">{submittedOn}</span> },
  ]
  return (
    <Panel
      flush
      title={`待审核（${total}）`}
      actions={
        me.role !== 'leader' && (
          <Row>
            <Act inline disabled={clean.length === 0} onClick={() => choose(chosen.length ? [] : clean)}>
              {chosen.length ? '全不选' : `选中本页无异常的 ${clean.length} 份`}
            </Act>
            <Act main disabled={chosen.length === 0} busy={accept.isPending} onClick={() => accept.mutate({ ids: chosen })}>
              {chosen.length ? `审核通过 ${chosen.length} 份` : '批量审核通过'}
            </Act>
          </Row>
        )
      }
    >
      <DataTable
        name="待审核报表"
        rows={rows}
        columns={columns}
        rowKey={({ id }) => id}
        to={({ id }) => `/office/filings/${id}`}
        pageSize={size}
        chosen={me.role === 'leader' ? undefined : { keys: chosen, onChange: choose }}
      />
    </Panel>
  )
}
