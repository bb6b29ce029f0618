/**
 * What the public is told of how tasks stand: light, how many milestones are done, and why, in general words.
 *
 * Lights are made of milestones and monthly reports, which are internal. This is the one place of the portal that looks
 * further than public row rights (as the machine); no title, unit, person or text of theirs leaves it.
 */
import type { taskLight } from '#engines/progress/task-light.ts'
import { boardOn } from '#modules/work/board.ts'
import type { LightName } from '#modules/work/model.ts'
import { machine } from '#platform/context.ts'
import type { Session } from '#platform/session.ts'

export type Standing = { light: LightName; done: number; total: number; reasons: string[] }

/** By task key; one task only when its key is given. Empty before any plan is in force. */
export const publicStandings = (session: Session, region: string, key?: string): Promise<Map<string, Standing>> =>
  session.run(machine(region), 'portal', async (ctx) => {
    const board = await boardOn(ctx, key)
    return new Map(
      (board?.tasks ?? []).map(({ key, light, progress, reasons }) => [
        key,
        { light, done: progress.done, total: progress.total, reasons: inPublicWords(reasons) },
      ]),
    )
  })

type Code = ReturnType<typeof taskLight>['reasons'][number]['code']

const words: Record<Code, ((times: number) => string) | null> = {
  override: () => '灯色由责任单位按实际情况调整',
  'all-done': () => '计划的节点已全部完成',
  'long-overdue': (times) => `有 ${times} 个节点超过期限较久，尚未完成`,
  'reports-missing': () => '有责任单位连续数月未报送进展',
  overdue: (times) => `有 ${times} 个节点刚过期限，尚未完成`,
  'due-soon': (times) => `有 ${times} 个节点临近期限`,
  'report-missing': () => '有责任单位未按时报送最近一个月的进展',
  'not-begun': () => '尚未到启动时间',
  'on-course': () => '到期的节点均已完成',
  open: null,
}

function inPublicWords(reasons: { code: Code }[]): string[] {
  const times = new Map<Code, number>()
  for (const { code } of reasons) times.set(code, (times.get(code) ?? 0) + 1)
  return [...times].flatMap(([code, count]) => words[code]?.(count) ?? [])
}
