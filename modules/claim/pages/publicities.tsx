/** Lists shown to everyone before money is decided: what is shown, how long still; and what is ready to be put on a new one. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { z } from 'zod'
import { publicityStates } from '#modules/claim/flow.ts'
import { publicity } from '#modules/claim/model.ts'
import { command, type Out, query } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useFrame, useMe } from '#web/session.tsx'
import { Act, GoTo, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Clock } from '#web/ui/figure/clock.tsx'
import { Mark, type Tone } from '#web/ui/figure/light.tsx'
import { PageFrame, Panel } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { money } from './words.ts'
import './claim.css'

type Line = Out<'claim/publicityLists'>[number]
type Ready = Out<'claim/toPublicise'>[number]
const tones: Record<keyof typeof publicityStates, Tone> = { open: 'active', done: 'good', withdrawn: 'quiet' }

export default function Publicities() {
  const asked = useQuery(query('claim/publicityLists', {}))
  return (
    <PageFrame
      title="兑现公示"
      description="拟兑现的企业、条款和金额公示不少于 5 个工作日；有异议的中止计算，期满后自动转入审定。"
      actions={<GoTo to="/office/objections">公示异议</GoTo>}
    >
      <ToShow />
      <Panel title="公示" flush>
        <Loaded from={asked}>
          {(rows) => (
            <DataTable
              name="公示"
              rows={rows}
              columns={columns}
              rowKey={({ id }) => id}
              empty={<EmptyState title="还没有公示" about="会审办结或企业确认享受后，列入公示。" />}
            />
          )}
        </Loaded>
      </Panel>
    </PageFrame>
  )
}

function State({ of }: { of: Line }) {
  const today = useFrame()?.today
  const { role } = useMe()
  const say = useSay()
  const end = useMutation({ ...command('claim/endPublicity'), onSuccess: () => say.done('公示已办结'), onError: say.failed })
  const over = of.clock !== null && !of.clock.paused && today !== undefined && today > of.clock.dueOn
  return (
    <div className="claim-state">
      <Mark tone={tones[of.status]}>{publicityStates[of.status]}</Mark>
      {of.clock &&
        (of.clock.paused ? (
          <Mark tone="warn">中止，{of.openObjections} 件异议待核查</Mark>
        ) : (
          <Clock left={of.clock.left} dueOn={of.clock.dueOn} today={today} />
        ))}
      {over && role === 'office' && (
        <Act inline busy={end.isPending} onClick={() => end.mutate({ id: of.id })}>
          办结
        </Act>
      )}
    </div>
  )
}

const columns: Column<Line>[] = [
  {
    key: 'title',
    title: '公示',
    wrap: 18,
    show: ({ title, number }) => (
      <>
        <a href={`/publicities/${number}`}>{title}</a>
        <div className="quiet claim-small number">{number}</div>
      </>
    ),
  },
  { key: 'state', title: '状态', show: (line) => <State of={line} /> },
  {
    key: 'days',
    title: '公示期',
    show: ({ since, until }) => (
      <span className="number">
        {since} 至 {until}
      </span>
    ),
  },
  { key: 'items', title: '事项', number: true, sort: ({ items }) => items, show: ({ items }) => `${items} 件` },
  {
    key: 'approved',
    title: '拟支持金额',
    number: true,
    sort: ({ approved }) => approved,
    show: ({ approved }) => money(approved),
  },
  { key: 'org', title: '公示单位', show: ({ orgName }) => orgName ?? '—' },
]

/** By batch; nothing where nothing is ready. */
function ToShow() {
  const { role } = useMe()
  const ready = useQuery(query('claim/toPublicise', {})).data ?? []
  const cycles = useQuery(query('claim/allCycles', {})).data ?? []
  if (!ready.length || role === 'leader') return null
  return cycles
    .filter(({ id, mine }) => mine && ready.some(({ cycle }) => cycle === id))
    .map(({ id, title }) => <Batch key={id} id={id} title={title} of={ready.filter(({ cycle }) => cycle === id)} />)
}

const { days: _, ...asked } = publicity.pick({ title: true, phone: true, days: true }).shape
const form = z.object(asked)

function Batch({ id, title, of }: { id: string; title: string; of: readonly Ready[] }) {
  const say = useSay()
  const [left, leave] = useState<readonly string[]>([])
  const [open, turn] = useState(false)
  const show = useMutation(command('claim/publicise'))
  const chosen = of.filter(({ id }) => !left.includes(id)).map(({ id }) => id)
  return (
    <Panel
      title={`待列入公示：${title}（${of.length}）`}
      flush
      actions={
        <Act main disabled={!chosen.length} onClick={() => turn(true)}>
          公示 {chosen.length} 件
        </Act>
      }
    >
      <DataTable
        name={`待列入公示：${title}`}
        rows={of}
        columns={ready}
        rowKey={({ id }) => id}
        chosen={{ keys: chosen, onChange: (keys) => leave(of.filter(({ id }) => !keys.includes(id)).map(({ id }) => id)) }}
      />
      <Dialog title={`公示 ${chosen.length} 件`} open={open} onClose={() => turn(false)}>
        <RecordForm
          of={form}
          initial={{ title: `${title}拟兑现公示` }}
          save="公示"
          onCancel={() => turn(false)}
          onSave={async ({ title, phone }) => {
            const { number } = await show.mutateAsync({ cycle: id, claims: chosen, title, phone })
            say.done(`已公示，编号 ${number}`)
            turn(false)
          }}
        />
      </Dialog>
    </Panel>
  )
}

const ready: Column<Ready>[] = [
  { key: 'name', title: '企业', wrap: 14, show: ({ id, name }) => <Link to={`/office/claims/${id}`}>{name}</Link> },
  { key: 'title', title: '条款', wrap: 12, show: ({ title }) => title },
  { key: 'asked', title: '申报金额', number: true, show: ({ asked }) => money(asked) },
  { key: 'approved', title: '拟支持金额', number: true, show: ({ approved }) => money(approved) },
]
