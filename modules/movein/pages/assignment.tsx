/** One run: while it is solved how far it is, afterwards who goes where; locked, solved again, taken. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { assignmentStates } from '#modules/movein/flow.ts'
import { command, query } from '#web/client.ts'
import { useMe } from '#web/session.tsx'
import { Act, ConfirmButton, useSay } from '#web/ui/buttons.tsx'
import { Notice } from '#web/ui/dialog.tsx'
import { Mark, Reasons, StatusTag } from '#web/ui/figure/light.tsx'
import { moment } from '#web/ui/figure/number.ts'
import { PageFrame, Row } from '#web/ui/frame/page.tsx'
import { Loaded } from '#web/ui/frame/states.tsx'
import { PlacedPanel, Sums, Taken, Totals, UnplacedPanel } from './assignment/answer.tsx'
import { Compared } from './assignment/comparison.tsx'
import { Solving } from './assignment/solving.tsx'
import { type Asked, againTitle, type Lock, type Run, toneOf } from './assignment/words.ts'
import './move-in.css'
import './assignment/assignment.css'

export default function Assignment() {
  const { id = '' } = useParams()
  const { role } = useMe()
  const asked = useQuery({
    ...query('movein/assignment', { id }),
    refetchInterval: ({ state }) => (state.data?.status === 'solving' ? 2000 : false),
  })
  const of = asked.data
  const acts = role === 'office' || role === 'park'
  return (
    <PageFrame
      title={of?.title ?? '统筹分配'}
      description={
        of && `${of.zoneName ?? '全区'}，${of.asked.matters.length} 家企业，${of.startedBy} ${moment(of.startedAt)} 发起`
      }
      marks={
        of && (
          <>
            <StatusTag of={assignmentStates} is={of.status} tone={toneOf[of.status]} />
            {of.trial && <Mark tone="warn">含假设楼宇，仅供测算</Mark>}
          </>
        )
      }
      crumbs={[{ title: '统筹分配', to: '/office/assignments' }, { title: of?.title ?? '详情' }]}
    >
      <Loaded from={asked} rows={12}>
        {(run) => (run.status === 'solving' ? <Solving of={run} mayStop={acts} /> : <Ended key={run.id} of={run} acts={acts} />)}
      </Loaded>
    </PageFrame>
  )
}

function Ended({ of, acts }: { of: Run; acts: boolean }) {
  const [locks, lock] = useState<readonly Lock[]>(of.asked.locks)
  const { answer, comparison, after, notes, status } = of
  const onLock = (given: Lock | null, matter: string) =>
    lock([...locks.filter((one) => one.matter !== matter), ...(given ? [given] : [])])
  return (
    <>
      {notes.length > 0 && (
        <Notice
          tone={status === 'failed' ? 'error' : status === 'stopped' ? 'warning' : 'info'}
          title={status === 'failed' ? '没有得到方案' : undefined}
        >
          <Reasons of={notes} />
        </Notice>
      )}
      {acts && <Steps of={of} locks={locks} />}
      {answer && (
        <>
          <Sums of={of} answer={answer} />
          {comparison && after && <Compared of={comparison} after={after} />}
          <Taken answer={answer} />
          <PlacedPanel answer={answer} locks={locks} onLock={acts ? onLock : null} />
          <UnplacedPanel of={answer.unplaced} />
          <Totals of={answer} />
        </>
      )}
    </>
  )
}

function Steps({ of, locks }: { of: Run; locks: readonly Lock[] }) {
  const go = useNavigate()
  const say = useSay()
  const client = useQueryClient()
  const accept = useMutation({
    ...command('movein/acceptAssignment'),
    onError: say.failed,
    onSuccess: ({ taken, left }) => {
      say.done(`已为 ${taken} 家企业推荐房源${left ? `，${left} 家未能推荐，原因见下` : ''}`)
      return client.invalidateQueries()
    },
  })
  const again = useMutation({
    ...command('movein/assign'),
    onError: say.failed,
    onSuccess: ({ id }) => go(`/office/assignments/${id}`),
  })
  const { id, title, zone, asked, answer, status, trial } = of
  const solve: Asked = { ...asked, locks: [...locks], title: againTitle(title), zone, after: id }
  const changed = locks.length !== asked.locks.length || locks.some((one) => !asked.locks.includes(one))
  return (
    <Row>
      {status === 'solved' && answer && !trial && (
        <ConfirmButton
          main
          ask="采纳这个方案吗？"
          about={`将为 ${answer.placed.length} 家企业推荐方案中的房源，各入驻事项转入待看房；已另行办理的不作改动，逐家说明。`}
          yes="采纳"
          busy={accept.isPending}
          disabled={answer.placed.length === 0}
          onConfirm={() => accept.mutate({ id })}
        >
          采纳方案
        </ConfirmButton>
      )}
      <Act busy={again.isPending} onClick={() => again.mutate(solve)}>
        {changed ? '按新的锁定再次求解' : '再次求解'}
      </Act>
      <Act onClick={() => go(`/office/assignments/new?after=${id}`, { state: { locks } })}>调整条件或假设楼宇</Act>
    </Row>
  )
}
