/** A run that is being solved: how far it is, and the way to end it. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { command, query } from '#web/client.ts'
import { ConfirmButton, useSay } from '#web/ui/buttons.tsx'
import { ProgressLine } from '#web/ui/figure/figure.tsx'
import { Panel, Stack, Tiles } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { Course, Told } from './course.tsx'
import { gapWords, phases, points, type Run } from './words.ts'

const second = 1000

export function Solving({ of: { id, asked }, mayStop }: { of: Run; mayStop: boolean }) {
  const progress = useQuery({ ...query('movein/assignmentProgress', { id }), refetchInterval: second })
  return (
    <Panel title="求解进度" actions={mayStop && <Stop id={id} stopping={progress.data?.stopped ?? false} />}>
      <Loaded from={progress}>
        {(standing) => {
          if (standing === null)
            return (
              <EmptyState title="正在排队" about="同一时间只求解一次，其他求解结束后自动开始；可以离开本页，稍后再来查看。" />
            )
          const last = standing.points.at(-1)
          return (
            <Stack>
              <p role="status">
                {standing.stopped ? '正在停止，保留目前最好的方案' : `正在${phases[standing.phase]}`}
                {standing.phase === 'match' && standing.firms > 0 && `：${standing.matched}／${standing.firms} 家`}
              </p>
              {standing.phase === 'match' ? (
                <ProgressLine label="匹配房源" done={standing.firms ? standing.matched / standing.firms : 0} />
              ) : (
                <ProgressLine
                  label="求解时间"
                  done={standing.seconds / asked.seconds}
                  word={`${Math.min(standing.seconds, asked.seconds).toFixed(0)}／${asked.seconds} 秒`}
                />
              )}
              {standing.phase !== 'match' && (
                <Tiles width={150}>
                  <Told label="目标值" value={points(last?.objective ?? null)} />
                  <Told label="上界（最好可能）" value={points(last?.bound ?? null)} />
                  <Told label="差距" value={gapWords(standing.gap)} />
                </Tiles>
              )}
              {standing.points.length > 0 && <Course of={standing.points} />}
            </Stack>
          )
        }}
      </Loaded>
    </Panel>
  )
}

function Stop({ id, stopping }: { id: string; stopping: boolean }) {
  const say = useSay()
  const stop = useMutation({ ...command('movein/stopAssignment'), onError: say.failed })
  return (
    <ConfirmButton
      ask="停止求解吗？"
      about="已找到方案的，保留停止时最好的方案；尚未开始的，直接取消。"
      yes="停止"
      disabled={stopping}
      busy={stop.isPending}
      onConfirm={() => stop.mutate({ id })}
    >
      停止求解
    </ConfirmButton>
  )
}
