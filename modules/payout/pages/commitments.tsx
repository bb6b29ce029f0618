/** The follow-up of what was paid: due, being recovered, running, closed; each opened with its finding and what can be decided (plan task 3). */
import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { commitmentStates, commitmentViews } from '#modules/payout/flow.ts'
import { commitmentKinds } from '#modules/payout/model.ts'
import { type Out, query } from '#web/client.ts'
import { yuan } from '#web/money.ts'
import { Act } from '#web/ui/buttons.tsx'
import { PageTabs } from '#web/ui/dialog.tsx'
import { Figure } from '#web/ui/figure/figure.tsx'
import { Mark, StatusTag } from '#web/ui/figure/light.tsx'
import { PageFrame, Panel, Tiles } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { Pager, usePage } from '#web/ui/pager.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { CommitmentSheet } from './commitment.tsx'
import { Due } from './own.tsx'
import { Readers } from './reads.tsx'
import { toneOfCommitment } from './words.ts'
import './payout.css'

type View = keyof typeof commitmentViews
type Told = Out<'payout/commitmentList'>
type Line = Told['rows'][number]
const size = 50
const views = Object.keys(commitmentViews) as View[]

export default function Commitments() {
  return (
    <Readers>
      <Opened />
    </Readers>
  )
}

function Opened() {
  const [search, write] = useSearchParams()
  const view = views.find((one) => one === search.get('tab')) ?? 'due'
  const page = usePage()
  const asked = useQuery({
    ...query('payout/commitmentList', { view, page, size }),
    placeholderData: (before: Told | undefined) => before,
  })
  const opened = search.get('open')
  const open = (id: string | null) => {
    const next = new URLSearchParams(search)
    if (id) next.set('open', id)
    else next.delete('open')
    write(next, { replace: true })
  }
  return (
    <PageFrame
      title="后续义务"
      description="拨付后的锁定期和绩效考核：到期自动核查，已履约的自动办结；未履约的由领导小组办公室认定并追回资金。"
    >
      <Loaded from={asked} rows={10}>
        {(told) => (
          <>
            <Panel>
              <Tiles width={150}>
                {views
                  .filter((one) => one !== 'closed')
                  .map((one) => (
                    <Figure
                      key={one}
                      label={commitmentViews[one]}
                      value={told.counts[one] ?? 0}
                      unit="项"
                      to={`/office/commitments?tab=${one}`}
                    />
                  ))}
                <Figure label="尚应追回" value={told.outstanding / 100} unit="元" />
              </Tiles>
            </Panel>
            <PageTabs
              of={views.map((one) => ({
                key: one,
                title: `${commitmentViews[one]}（${told.counts[one] ?? 0}）`,
                content: one === view ? <Rows of={told} view={view} onOpen={open} /> : null,
              }))}
            />
          </>
        )}
      </Loaded>
      {opened && <CommitmentSheet id={opened} onClose={() => open(null)} />}
    </PageFrame>
  )
}

const nothing: Record<View, string> = {
  due: '没有到期待核查的义务',
  recovery: '没有正在追回的资金',
  open: '没有履约中的义务',
  closed: '尚无已办结的义务',
}

const Rows = ({ of: { rows, total }, view, onOpen }: { of: Told; view: View; onOpen: (id: string) => void }) => (
  <Panel flush>
    <DataTable
      name={commitmentViews[view]}
      rows={rows}
      columns={[...columns.filter(({ key }) => key !== 'recover' || view === 'recovery' || view === 'closed'), acts(onOpen)]}
      rowKey={({ id }) => id}
      pageSize={size}
      empty={<EmptyState title={nothing[view]} about="条款约定了后续义务的，拨付到账后在这里跟踪。" />}
    />
    {total > size && <Pager size={size} total={total} />}
  </Panel>
)

const acts = (onOpen: (id: string) => void): Column<Line> => ({
  key: 'acts',
  title: '办理',
  show: ({ id }) => (
    <Act inline onClick={() => onOpen(id)}>
      查看
    </Act>
  ),
})

const words = { met: '达到', 'not-met': '未达到', unknown: '待核实' } as const
const tones = { met: 'good', 'not-met': 'bad', unknown: 'warn' } as const

const columns: Column<Line>[] = [
  {
    key: 'firm',
    title: '企业与事项',
    wrap: 14,
    show: ({ firm, claimNumber, clause }) => (
      <>
        {firm}
        <div className="quiet payout-small">
          {claimNumber} · {clause}
        </div>
      </>
    ),
  },
  {
    key: 'title',
    title: '义务',
    wrap: 14,
    show: ({ kind, title }) => (
      <>
        {title}
        <div className="quiet payout-small">{commitmentKinds[kind]}</div>
      </>
    ),
  },
  {
    key: 'due',
    title: '到期',
    show: ({ dueOn, daysLeft, status }) => <Due dueOn={dueOn} daysLeft={status === 'open' ? daysLeft : null} />,
  },
  {
    key: 'status',
    title: '状态',
    show: ({ status }) => <StatusTag of={commitmentStates} is={status} tone={toneOfCommitment[status]} />,
  },
  {
    key: 'outcome',
    title: '核查',
    wrap: 14,
    show: ({ outcome }) =>
      outcome && (
        <>
          <Mark tone={tones[outcome.met]}>{words[outcome.met]}</Mark>
          <div className="quiet payout-small">{outcome.sentence}</div>
        </>
      ),
  },
  {
    key: 'recover',
    title: '应追回与已追回（元）',
    number: true,
    show: ({ kind, recover, recovered }) =>
      kind === 'recovery' && (
        <>
          {yuan(recover)}
          <div className="quiet payout-small">{yuan(recovered)}</div>
        </>
      ),
  },
]
