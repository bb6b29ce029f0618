/** A round opened: the district in ten lines, the units with their answers, the sheets of tasks and zones; gathered and issued by the office. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { roundStates } from '#modules/dispatch/flow.ts'
import { sheetKinds } from '#modules/dispatch/model.ts'
import { command, download, type Out, query } from '#web/client.ts'
import { useFrame, useMe } from '#web/session.tsx'
import { Act, ConfirmButton, GoTo, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Clock } from '#web/ui/figure/clock.tsx'
import { Figure } from '#web/ui/figure/figure.tsx'
import { Mark, StatusTag } from '#web/ui/figure/light.tsx'
import { dated } from '#web/ui/figure/number.ts'
import { PageFrame, Panel, Tiles } from '#web/ui/frame/page.tsx'
import { Loaded } from '#web/ui/frame/states.tsx'
import { icons } from '#web/ui/icons.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { IssueForm } from './issue-form.tsx'
import { roundTones } from './rounds.tsx'
import { SheetState, TenLines } from './words.tsx'

type Shown = Out<'dispatch/showRound'>
type Sheet = Shown['sheets'][number]

export default function RoundPage() {
  const { id = '' } = useParams()
  const asked = useQuery(query('dispatch/showRound', { id }))
  const { round } = asked.data ?? {}
  return (
    <PageFrame
      title={round?.title ?? '调度'}
      crumbs={[{ title: '调度', to: '/office/dispatch' }, { title: round?.title ?? '…' }]}
      marks={round && <StatusTag of={roundStates} is={round.status} tone={roundTones[round.status]} />}
      description={round && `数据取自各台账，截至${dated(round.asOf)}；${round.number ?? '通报未印发'}`}
      actions={asked.data && <Actions of={asked.data} />}
    >
      <Loaded from={asked} rows={12}>
        {(shown) => <Inside of={shown} />}
      </Loaded>
    </PageFrame>
  )
}

function Actions({ of: { round, can } }: { of: Shown }) {
  const { role } = useMe()
  const say = useSay()
  const [open, turn] = useState(false)
  const close = useMutation({ ...command('dispatch/closeRound'), onSuccess: () => say.done('已汇总'), onError: say.failed })
  const save = useMutation({ ...download('dispatch/report'), onError: say.failed })
  const readable = round.status === 'issued' || role === 'office' || role === 'leader'
  return (
    <>
      {readable && (
        <Act icon={icons.download} busy={save.isPending} onClick={() => save.mutate({ id: round.id })}>
          {round.status === 'issued' ? '下载通报' : '预览通报'}
        </Act>
      )}
      {can.includes('close') && (
        <ConfirmButton
          main
          ask="汇总后各单位不能再确认或反馈，确定汇总吗？"
          yes="汇总"
          busy={close.isPending}
          onConfirm={() => close.mutate({ id: round.id })}
        >
          汇总
        </ConfirmButton>
      )}
      {can.includes('issue') && (
        <Act main onClick={() => turn(true)}>
          印发通报
        </Act>
      )}
      <Dialog title="印发调度通报" open={open} onClose={() => turn(false)}>
        <IssueForm round={round} onDone={() => turn(false)} />
      </Dialog>
    </>
  )
}

function Inside({ of: { round, sheets, ten, whole, left } }: { of: Shown }) {
  const me = useMe()
  const units = sheets.filter(({ kind }) => kind === 'unit')
  const others = sheets.filter(({ kind }) => kind === 'task' || kind === 'zone')
  const mine = units.find(({ org }) => org === me.org?.id)
  const district = sheets.find(({ kind }) => kind === 'district')
  return (
    <>
      {mine && round.status === 'open' && mine.status === 'waiting' && <Own sheet={mine} left={left} dueOn={round.dueOn} />}
      {ten && (
        <Panel
          title={round.rhythm === 'quarter' ? '本季十句话' : '本月十句话'}
          flush
          actions={district && <Link to={`/office/dispatch/sheets/${district.id}`}>全部内容</Link>}
        >
          <TenLines of={ten} />
        </Panel>
      )}
      {round.remark && (
        <Panel title="综述">
          <p className="dispatch-remark">{round.remark}</p>
        </Panel>
      )}
      {whole && units.length > 0 && <Counts of={units} />}
      {units.length > 0 && (
        <Panel title={whole ? `各单位（${units.length}）` : '本单位'} flush>
          <DataTable
            name="各单位调度单"
            rows={inTurn(units)}
            columns={unitColumns}
            rowKey={({ id }) => id}
            to={open}
            pageSize={60}
          />
        </Panel>
      )}
      {others.length > 0 && (
        <Panel title={`任务和园城（${others.length}）`} flush>
          <DataTable
            name="任务和园城调度单"
            rows={others}
            columns={otherColumns}
            rowKey={({ id }) => id}
            to={open}
            pageSize={60}
          />
        </Panel>
      )}
    </>
  )
}

function Own({ sheet, left, dueOn }: { sheet: Sheet; left: number; dueOn: string }) {
  const today = useFrame()?.today
  return (
    <Panel>
      <div className="dispatch-answer">
        <GoTo main to={`/office/dispatch/sheets/${sheet.id}`}>
          查看并确认本单位调度单
        </GoTo>
        <Clock left={left} dueOn={dueOn} today={today} />
        {sheet.grave > 0 && <Mark tone="bad">{sheet.grave} 项需关注</Mark>}
      </div>
    </Panel>
  )
}

const Counts = ({ of }: { of: readonly Sheet[] }) => (
  <Panel>
    <Tiles width={150}>
      <Figure label="单位" value={of.length} unit="个" />
      <Figure label="已确认" value={of.filter(({ status }) => status === 'confirmed').length} unit="个" />
      <Figure label="已反馈" value={of.filter(({ status }) => status === 'remarked').length} unit="个" />
      <Figure label="待确认" value={of.filter(({ status }) => status === 'waiting').length} unit="个" />
      <Figure label="逾期未确认" value={of.filter(({ late }) => late).length} unit="个" />
    </Tiles>
  </Panel>
)

/** What needs the office first: late ones, remarks, then those that wait. */
const weight = ({ late, status }: Sheet) => (late ? 0 : status === 'remarked' ? 1 : status === 'waiting' ? 2 : 3)
const inTurn = (sheets: readonly Sheet[]) => [...sheets].sort((a, b) => weight(a) - weight(b) || b.grave - a.grave)
const open = ({ id }: Sheet) => `/office/dispatch/sheets/${id}`

const grave: Column<Sheet> = {
  key: 'grave',
  title: '需关注',
  number: true,
  sort: (row) => row.grave,
  show: (row) => (row.grave ? <Mark tone="bad">{row.grave} 项</Mark> : '—'),
}
const unitColumns: Column<Sheet>[] = [
  { key: 'name', title: '单位', sort: ({ name }) => name, show: ({ name }) => name },
  { key: 'status', title: '状态', sort: weight, show: ({ status, late }) => <SheetState is={status} late={late} /> },
  grave,
  { key: 'remark', title: '反馈意见', wrap: 28, show: ({ remark }) => remark ?? '—' },
  { key: 'matter', title: '求助', show: ({ matter }) => (matter ? <Link to={`/office/matters/${matter}`}>督办事项</Link> : '—') },
  {
    key: 'by',
    title: '确认人',
    show: ({ answeredBy, answeredAt }) => (answeredBy ? `${answeredBy} ${dated(answeredAt!.slice(0, 10))}` : '—'),
  },
]
const otherColumns: Column<Sheet>[] = [
  { key: 'name', title: '名称', wrap: 30, show: ({ name }) => name },
  { key: 'kind', title: '类型', show: ({ kind }) => sheetKinds[kind] },
  grave,
  { key: 'lines', title: '内容', number: true, show: ({ lines }) => `${lines} 条` },
]
