/** Claims of firms on their way to payment: as a list, narrowed by state, clause and turn, late ones marked (plan task 3). */
import { useMutation, useQuery } from '@tanstack/react-query'
import { potNames } from '#engines/policy/policy.ts'
import { claimStates } from '#modules/claim/flow.ts'
import { channels } from '#modules/claim/model.ts'
import { download, type In, type Out, query } from '#web/client.ts'
import { useFrame } from '#web/session.tsx'
import { Act, GoTo, useSay } from '#web/ui/buttons.tsx'
import { Clock } from '#web/ui/figure/clock.tsx'
import { Figure } from '#web/ui/figure/figure.tsx'
import { Mark, StatusTag } from '#web/ui/figure/light.tsx'
import { useAddress } from '#web/ui/filter/address.ts'
import { choicesOf, FilterBar, Pick, Tick } from '#web/ui/filter/bar.tsx'
import { PageFrame, Panel, Tiles } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { icons } from '#web/ui/icons.tsx'
import { Pager, usePage } from '#web/ui/pager.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { EnterPaper } from './paper.tsx'
import { type Line, money, toneOf } from './words.ts'
import './claim.css'

const size = 50
const keys = {
  texts: ['words', 'state', 'clause', 'cycle', 'line', 'channel'],
  numbers: ['year'],
  marks: ['mine', 'late', 'closed'],
}

export default function Claims() {
  const say = useSay()
  const of = useAddress(keys)
  const page = usePage()
  const { closed, ...rest } = of.filter
  const narrowed = rest.state ? rest : { ...rest, open: closed !== true }
  const filter = narrowed as Omit<In<'claim/list'>, 'page' | 'size'> // the server checks every word of the address
  const asked = useQuery({
    ...query('claim/list', { ...filter, page, size }),
    placeholderData: (before: Out<'claim/list'> | undefined) => before,
  })
  const counts = useQuery(query('claim/summary', {}))
  const save = useMutation({ ...download('claim/exportClaims'), onError: say.failed })
  const clauses = counts.data?.clauses.map(({ code, title }) => ({ value: code, label: title })) ?? []
  return (
    <PageFrame
      title="政策兑现"
      description="申报、受理、初审、会审、公示、审定到拨付，一事一档；每个环节按工作日计时，资金随环节预留和承诺。"
      actions={
        <>
          <EnterPaper />
          <GoTo to="/office/claim-queue">轮候</GoTo>
          <GoTo to="/office/claim-rules">兑现规则</GoTo>
          <Act icon={icons.download} busy={save.isPending} onClick={() => save.mutate(filter)}>
            导出
          </Act>
        </>
      }
    >
      <Panel>
        <Loaded from={counts} rows={2}>
          {(of) => <Counts of={of} />}
        </Loaded>
      </Panel>
      <Panel flush>
        <FilterBar of={of} words="企业名称或编号" told={asked.data ? `共 ${asked.data.total} 件` : ''}>
          <Pick of={of} name="state" title="状态" choices={choicesOf(states)} />
          <Pick of={of} name="clause" title="条款" choices={clauses} width={180} />
          <Pick of={of} name="line" title="资金" choices={choicesOf(potNames)} width={104} />
          <Pick of={of} name="channel" title="方式" choices={choicesOf(channels)} width={120} />
          <Tick of={of} name="mine" title="待我办理" />
          <Tick of={of} name="late" title="已逾期" />
          <Tick of={of} name="closed" title="已办结" />
        </FilterBar>
        <Loaded from={asked} rows={12}>
          {({ rows, total }) => (
            <>
              <DataTable
                name="兑现事项"
                rows={rows}
                columns={columns}
                rowKey={({ id }) => id}
                to={({ id }) => `/office/claims/${id}`}
                pageSize={size}
                empty={
                  of.narrowed ? (
                    <EmptyState title="没有符合条件的兑现事项" actions={<Act onClick={of.clear}>清除筛选</Act>} />
                  ) : (
                    <EmptyState
                      title="目前没有在办的兑现事项"
                      about="开启兑现批次后，企业申报或免申即享的事项列在这里。"
                      actions={<GoTo to="/office/claim-cycles">兑现批次</GoTo>}
                    />
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

/** What a firm has not handed in is its own affair. */
const { draft: _, ...states } = claimStates

const Counts = ({ of: { states, open, mine, late } }: { of: Out<'claim/summary'> }) => (
  <Tiles width={130}>
    <Figure label="在办" value={open} unit="件" to="/office/claims" />
    <Figure label="待我办理" value={mine} unit="件" to="/office/claims?mine=1" />
    <Figure label="已逾期" value={late} unit="件" to="/office/claims?late=1" />
    {(['joint', 'public', 'deciding', 'queued', 'paying', 'paid'] as const).map((state) => (
      <Figure key={state} label={claimStates[state]} value={states[state] ?? 0} unit="件" to={`/office/claims?state=${state}`} />
    ))}
  </Tiles>
)

export function TimeLeft({ of: { clock } }: { of: Pick<Line, 'clock'> }) {
  const today = useFrame()?.today
  if (!clock) return <span className="quiet">—</span>
  return clock.paused ? <Mark>时限中止</Mark> : <Clock left={clock.left} dueOn={clock.dueOn} today={today} />
}

export const columns: Column<Line>[] = [
  {
    key: 'name',
    title: '企业',
    wrap: 14,
    show: ({ name, number, enteredBy }) => (
      <>
        {name} {enteredBy && <Mark>代录</Mark>}
        <div className="quiet claim-small number">{number}</div>
      </>
    ),
  },
  {
    key: 'title',
    title: '条款',
    wrap: 12,
    show: ({ title, project, channel, year }) => (
      <>
        {title}
        <div className="quiet claim-small">
          {[`${year} 年`, channel === 'direct' && channels.direct, project].filter(Boolean).join(' · ')}
        </div>
      </>
    ),
  },
  {
    key: 'state',
    title: '状态与时限',
    show: (line) => (
      <div className="claim-state">
        <StatusTag of={claimStates} is={line.status} tone={toneOf[line.status]} />
        {line.clock && <TimeLeft of={line} />}
      </div>
    ),
  },
  { key: 'holder', title: '当前办理', wrap: 7, show: ({ holderName, closedOn }) => holderName ?? (closedOn ? '—' : '企业') },
  { key: 'asked', title: '申报金额', number: true, sort: ({ asked }) => asked, show: ({ asked }) => money(asked) },
  { key: 'computed', title: '测算金额', number: true, sort: ({ computed }) => computed, show: ({ computed }) => money(computed) },
  {
    key: 'approved',
    title: '拟定或审定',
    number: true,
    sort: ({ approved }) => approved,
    show: ({ approved }) => money(approved),
  },
  {
    key: 'days',
    title: '提交与办结',
    show: ({ submittedAt, closedOn }) => (
      <span className="number">
        {submittedAt?.slice(0, 10) ?? '—'}
        {closedOn && <div className="quiet claim-small">{closedOn}</div>}
      </span>
    ),
  },
]
