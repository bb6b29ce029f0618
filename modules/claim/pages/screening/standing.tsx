/** How far a screening is: running with the firms decided so far, stopped, or done; and the way to stop it. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { command, type Out } from '#web/client.ts'
import { useMe } from '#web/session.tsx'
import { ConfirmButton, useSay } from '#web/ui/buttons.tsx'
import { Mark } from '#web/ui/figure/light.tsx'

export type Line = Out<'claim/screeningList'>[number]
type Standing = Pick<Line, 'id' | 'endedAt' | 'digest' | 'progress'>

/** One that runs is asked after so often. */
export const everyTwoSeconds = 2000
export const isRunning = ({ endedAt }: Pick<Line, 'endedAt'>) => endedAt === null

export function StandingMark({ of }: { of: Standing }) {
  if (!isRunning(of)) return of.digest ? <Mark tone="good">已完成</Mark> : <Mark>已停止</Mark>
  return (
    <Mark tone="active">{of.progress === null ? '等待筛查' : `正在筛查，已完成 ${of.progress.toLocaleString('zh-CN')} 家`}</Mark>
  )
}

export function Stop({ id }: { id: string }) {
  const { role } = useMe()
  const say = useSay()
  const known = useQueryClient()
  const stop = useMutation({
    ...command('claim/stopScreening'),
    onSuccess: () => say.done('已停止，没有保存结果'),
    onError: say.failed,
    onSettled: () =>
      void known.invalidateQueries({ predicate: ({ queryKey: [path] }) => String(path).startsWith('claim/screening') }),
  })
  if (role !== 'office' && role !== 'department') return null
  return (
    <ConfirmButton
      inline
      danger
      ask="停止筛查吗？"
      about="已筛查的部分不保存，可以重新发起。"
      yes="停止"
      onConfirm={() => stop.mutate({ id })}
    >
      停止
    </ConfirmButton>
  )
}
