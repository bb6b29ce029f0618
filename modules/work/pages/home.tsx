/** What is mine to do now: reports, milestones and reviews with their clocks; what did not change is confirmed in one click. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { ClaimDutyPanel } from '#modules/claim/pages/duty-panel.tsx'
import { MeetingDutyPanel } from '#modules/council/pages/duty-panel.tsx'
import { DispatchDutyPanel } from '#modules/dispatch/pages/duty-panel.tsx'
import { FilingDutyPanel } from '#modules/filing/pages/duty-panel.tsx'
import { SpaceWarningPanel } from '#modules/lease/pages/books/warning-panel.tsx'
import { MatterDutyPanel } from '#modules/matter/pages/duty-panel.tsx'
import { MoveInDutyPanel } from '#modules/movein/pages/duty-panel.tsx'
import { PolicyQuestionPanel } from '#modules/policy/pages/duty-panel.tsx'
import { command, type Out, query } from '#web/client.ts'
import { useFrame, useMe } from '#web/session.tsx'
import { Act, GoTo, useSay } from '#web/ui/buttons.tsx'
import { Clock } from '#web/ui/figure/clock.tsx'
import { dated } from '#web/ui/figure/number.ts'
import { CheckInput } from '#web/ui/form/inputs.tsx'
import { PageFrame, Panel } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { LightCounts } from './matrix/light-counts.tsx'
import { monthWord } from './month.ts'
import './home.css'

type Duty = Out<'work/mine'>[number]

export default function Home() {
  const me = useMe()
  const frame = useFrame()
  const mine = useQuery(query('work/mine', {}))
  const board = useQuery(query('work/board', {}))
  return (
    <PageFrame
      title="我的待办"
      description={[frame && dated(frame.today), me.org?.name, me.name].filter(Boolean).join(' · ')}
      actions={<GoTo to="/cockpit">驾驶舱</GoTo>}
    >
      {board.data && (
        <Panel title="任务总览" actions={<Link to="/office/tasks">任务矩阵</Link>}>
          <LightCounts of={board.data.tasks.map(({ light }) => light)} to={(light) => `/office/tasks?light=${light}`} />
        </Panel>
      )}
      <MatterDutyPanel />
      <DispatchDutyPanel />
      <MeetingDutyPanel />
      <FilingDutyPanel />
      <ClaimDutyPanel />
      <MoveInDutyPanel />
      <SpaceWarningPanel />
      <PolicyQuestionPanel />
      <Loaded from={mine}>{(duties) => <Duties of={duties} today={frame?.today} role={me.role} />}</Loaded>
    </PageFrame>
  )
}

const nothingFor = (role: string) =>
  role === 'leader'
    ? { title: '目前没有需要您办理的事项', about: '各项任务和目标的进展，可在任务矩阵和驾驶舱中查看。' }
    : { title: '目前没有待办事项', about: '月度进展和节点临近期限时，会在这里列出。' }

function Duties({ of, today, role }: { of: Duty[]; today?: string; role: string }) {
  const only = (...kinds: Duty['kind'][]) => of.filter(({ kind }) => kinds.includes(kind))
  if (of.length === 0) {
    return (
      <Panel>
        <EmptyState {...nothingFor(role)} actions={<GoTo to="/office/tasks">查看任务矩阵</GoTo>} />
      </Panel>
    )
  }
  return (
    <>
      <DutyList title="退回待修改" of={only('returned')} today={today} />
      <ReportsDue of={only('report')} today={today} />
      <DutyList title="节点" of={only('milestone')} today={today} />
      <DutyList title="待审阅的进展" of={only('review')} today={today} />
    </>
  )
}

/** So many are listed at first. */
const few = 10

function DutyList({ title, of, today }: { title: string; of: Duty[]; today?: string }) {
  const [all, open] = useState(false)
  if (of.length === 0) return null
  return (
    <Panel title={`${title}（${of.length}）`} flush>
      <ul className="duties">
        {(all ? of : of.slice(0, few)).map((duty) => (
          <li key={`${duty.task} ${duty.sentence}`}>
            <DutyWords duty={duty} />
            <Clock left={duty.workdaysLeft} dueOn={duty.dueOn} today={today} />
          </li>
        ))}
      </ul>
      {of.length > few && (
        <div className="duties-more">
          <Act inline onClick={() => open(!all)}>
            {all ? '收起' : `查看其余 ${of.length - few} 项`}
          </Act>
        </div>
      )}
    </Panel>
  )
}

function DutyWords({ duty: { kind, task, taskTitle, month, sentence } }: { duty: Duty }) {
  const to = kind === 'milestone' ? `/office/tasks/${task}` : `/office/tasks/${task}?tab=reports&month=${month}`
  return (
    <div className="duty-words">
      <Link to={to}>{sentence}</Link>
      <span className="quiet">{taskTitle}</span>
    </div>
  )
}

/** Month by month, the oldest first. */
function ReportsDue({ of, today }: { of: Duty[]; today?: string }) {
  const months = [...new Set(of.map(({ month }) => month!))].sort()
  return months.map((month) => (
    <MonthDue key={month} month={month} of={of.filter((duty) => duty.month === month)} today={today} />
  ))
}

function MonthDue({ month, of, today }: { month: string; of: Duty[]; today?: string }) {
  const say = useSay()
  const [ticked, tick] = useState<readonly string[]>([])
  const confirm = useMutation({
    ...command('work/confirmUnchanged'),
    onSuccess: ({ submitted }) => say.done(`已确认并报送 ${submitted} 项任务的${monthWord(month)}进展`),
    onError: say.failed,
  })
  const open = of.filter(({ confirmable }) => confirmable).map(({ task }) => task!)
  const chosen = open.filter((task) => ticked.includes(task))
  const turn = (task: string, on: boolean) => tick(on ? [...ticked, task] : ticked.filter((one) => one !== task))
  return (
    <Panel
      title={`${monthWord(month)}进展待报送（${of.length}）`}
      flush
      actions={
        open.length > 0 && (
          <>
            <Act inline onClick={() => tick(chosen.length === open.length ? [] : open)}>
              {chosen.length === open.length ? '全不选' : '全选无变化'}
            </Act>
            <Act
              main
              disabled={chosen.length === 0}
              busy={confirm.isPending}
              onClick={() => confirm.mutate({ month, tasks: chosen })}
            >
              {chosen.length ? `确认 ${chosen.length} 项无变化并报送` : '确认无变化并报送'}
            </Act>
          </>
        )
      }
    >
      <ul className="duties">
        {of.map((duty) => (
          <li key={duty.task}>
            {duty.confirmable ? (
              <CheckInput label="无变化" value={ticked.includes(duty.task!)} onChange={(on) => turn(duty.task!, on === true)} />
            ) : (
              <span className="duty-fill" title="此前没有报送过，或当月有新完成的节点，须填写后报送">
                须填写
              </span>
            )}
            <div className="duty-words">
              <Link to={`/office/tasks/${duty.task}?tab=reports&month=${month}`}>{duty.taskTitle}</Link>
            </div>
            <Clock left={duty.workdaysLeft} dueOn={duty.dueOn} today={today} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}
