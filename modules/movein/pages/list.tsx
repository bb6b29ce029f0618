/** Firms on their way in: as a list or as a board by state, late ones marked, opened one by one (plan task 10: 拎包入住). */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { moveInStates } from '#modules/movein/flow.ts'
import { origins } from '#modules/movein/model.ts'
import { command, download, type Out, query } from '#web/client.ts'
import { useFrame, useMe } from '#web/session.tsx'
import { Act, GoTo, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Clock } from '#web/ui/figure/clock.tsx'
import { Figure } from '#web/ui/figure/figure.tsx'
import { Mark, StatusTag } from '#web/ui/figure/light.tsx'
import { PageFrame, Panel, Tiles } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { icons } from '#web/ui/icons.tsx'
import { Pager, usePage } from '#web/ui/pager.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { FilterBar, useFilter } from './filter.tsx'
import { NamedNeedForm } from './need-form.tsx'
import { type Line, toneOf } from './words.ts'
import './move-in.css'

const size = 50

export default function MoveIns() {
  const { role } = useMe()
  const say = useSay()
  const { filter, board } = useFilter()
  const page = usePage()
  const asked = useQuery({
    ...query('movein/list', board ? { ...filter, state: undefined, open: true, size: 200 } : { ...filter, page, size }),
    placeholderData: (before: Out<'movein/list'> | undefined) => before,
  })
  const save = useMutation({ ...download('movein/exportList'), onError: say.failed })
  return (
    <PageFrame
      title="企业入驻"
      description="从需求、推荐、看房、审核到签约、交付和办理入驻，一件一档；每个环节按工作日计时。"
      actions={
        <>
          <GoTo to="/office/move-in-rules">入驻规则</GoTo>
          <Act icon={icons.download} busy={save.isPending} onClick={() => save.mutate(filter)}>
            导出
          </Act>
          {(role === 'office' || role === 'park') && <Open />}
        </>
      }
    >
      <Counts />
      <Panel flush>
        <FilterBar total={asked.data?.total} />
        <Loaded from={asked} rows={12}>
          {({ rows, total }) =>
            board ? (
              <Board of={rows} />
            ) : (
              <>
                <DataTable
                  name="入驻事项"
                  rows={rows}
                  columns={columns}
                  rowKey={({ id }) => id}
                  to={({ id }) => `/office/move-ins/${id}`}
                  pageSize={size}
                  empty={<Nothing />}
                />
                {total > size && <Pager size={size} total={total} />}
              </>
            )
          }
        </Loaded>
      </Panel>
    </PageFrame>
  )
}

function Counts() {
  const asked = useQuery(query('movein/summary', {}))
  return (
    <Panel>
      <Loaded from={asked} rows={2}>
        {({ open, mine, late, states }) => (
          <Tiles width={150}>
            <Figure label="在办" value={open} unit="件" to="/office/move-ins" />
            <Figure label="待我办理" value={mine} unit="件" to="/office/move-ins?mine=1" />
            <Figure label="已逾期" value={late} unit="件" to="/office/move-ins?late=1" />
            <Figure label="办理入驻" value={states.settling ?? 0} unit="件" to="/office/move-ins?state=settling" />
            <Figure label="已入驻" value={states.movedIn ?? 0} unit="件" to="/office/move-ins?state=movedIn" />
          </Tiles>
        )}
      </Loaded>
    </Panel>
  )
}

function Open() {
  const go = useNavigate()
  const say = useSay()
  const [open, turn] = useState(false)
  const add = useMutation(command('movein/open'))
  return (
    <>
      <Act main icon={icons.add} onClick={() => turn(true)}>
        登记需求
      </Act>
      <Dialog title="登记入驻需求" wide open={open} onClose={() => turn(false)}>
        <NamedNeedForm
          onCancel={() => turn(false)}
          onSave={async (asked) => {
            const { id, number } = await add.mutateAsync(asked)
            say.done(`已登记，编号 ${number}`)
            void go(`/office/move-ins/${id}`)
          }}
        />
      </Dialog>
    </>
  )
}

function Nothing() {
  const { narrowed, clear } = useFilter()
  return narrowed ? (
    <EmptyState title="没有符合条件的入驻事项" actions={<Act onClick={clear}>清除筛选</Act>} />
  ) : (
    <EmptyState title="目前没有在办的入驻事项" about="访客在公众门户预约看房、企业提出需求或由园城登记后，列在这里。" />
  )
}

export function TimeLeft({ of: { clock } }: { of: Pick<Line, 'clock'> }) {
  const today = useFrame()?.today
  if (!clock) return <span className="quiet">—</span>
  return clock.paused ? <Mark>时限中止</Mark> : <Clock left={clock.left} dueOn={clock.dueOn} today={today} />
}

/** The columns of the board are those of the flow, each with the most pressing on top. */
function Board({ of }: { of: readonly Line[] }) {
  const states = ['matching', 'viewing', 'applying', 'reviewing', 'deliberating', 'contracting', 'handover', 'settling'] as const
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways can be scrolled by keyboard
    <section className="move-in-board" aria-label="按状态" tabIndex={0}>
      {states.map((state) => {
        const own = of.filter(({ status }) => status === state)
        return (
          <section key={state} aria-label={moveInStates[state]}>
            <h3>
              {moveInStates[state]} <span className="quiet number">{own.length}</span>
            </h3>
            {own.map((line) => (
              <Link key={line.id} to={`/office/move-ins/${line.id}`} className="move-in-card">
                <b>{line.name}</b>
                <span className="quiet">{line.need}</span>
                <span className="quiet">
                  {[line.buildingName ?? line.zoneName, line.holderName ?? '申请人'].filter(Boolean).join(' · ')}
                </span>
                <TimeLeft of={line} />
              </Link>
            ))}
          </section>
        )
      })}
    </section>
  )
}

export const columns: Column<Line>[] = [
  {
    key: 'name',
    title: '企业',
    wrap: 14,
    show: ({ name, number, origin }) => (
      <>
        {name}
        <div className="quiet move-in-small">
          <span className="number">{number}</span> {origins[origin]}
        </div>
      </>
    ),
  },
  {
    key: 'state',
    title: '状态与时限',
    show: (line) => (
      <div className="move-in-state">
        <StatusTag of={moveInStates} is={line.status} tone={toneOf[line.status]} />
        {line.clock && <TimeLeft of={line} />}
      </div>
    ),
  },
  { key: 'holder', title: '当前办理', wrap: 7, show: ({ holderName, closedOn }) => holderName ?? (closedOn ? '—' : '申请人') },
  { key: 'need', title: '需求', wrap: 16, show: ({ need }) => need },
  {
    key: 'place',
    title: '楼宇与园城',
    wrap: 9,
    show: ({ zoneName, buildingName }) => (
      <>
        {buildingName ?? '未选房源'}
        <div className="quiet move-in-small">{zoneName ?? '未定园城'}</div>
      </>
    ),
  },
  {
    key: 'days',
    title: '受理与办结',
    show: ({ openedOn, closedOn }) => (
      <span className="number">
        {openedOn}
        {closedOn && <div className="quiet move-in-small">{closedOn}</div>}
      </span>
    ),
  },
]
