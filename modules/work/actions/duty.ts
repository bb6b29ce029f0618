/** What is mine to do now: reports, returned reports, milestones, and for the office the reviews; most urgent first. */
import { z } from 'zod'
import { query } from '#platform/action.ts'
import { addWorkdays, workdaysBetween } from '#platform/calendar.ts'
import { type Ctx, officials } from '#platform/context.ts'
import { boardOn } from '../board.ts'
import { duty } from '../model.ts'
import { reportDueOn } from '../months.ts'

type Board = NonNullable<Awaited<ReturnType<typeof boardOn>>>
type Duty = z.infer<typeof duty>

/** Due within this many working days counts as soon. */
const soon = 10

export const mine = query({ label: '我的待办', who: officials, input: z.object({}), output: z.array(duty) }, async (ctx) => {
  const board = await boardOn(ctx)
  if (!board) return []
  const found = board.tasks.flatMap((task) => [
    ...reportsDue(ctx, board, task),
    ...milestonesDue(ctx, board, task),
    ...reviewsDue(ctx, board, task),
  ])
  return found.sort((a, b) => a.workdaysLeft - b.workdaysLeft)
})

type Task = Board['tasks'][number]
const clock = ({ today }: Ctx, dueOn: string) => ({ dueOn, workdaysLeft: workdaysBetween(today, dueOn) })
const about = ({ key, title }: Task) => ({ task: key, taskTitle: title })

/** A month is reported when it is over: asked for once its deadline is near, and until it is given. */
function reportsDue(ctx: Ctx, { months }: Board, task: Task): Duty[] {
  const unit = task.units.find(({ org }) => org === ctx.actor.org)
  return (unit?.cells ?? []).flatMap((cell, i): Duty[] => {
    const month = months[i]!
    const due = clock(ctx, reportDueOn(month))
    if (cell === 'accepted' || cell === 'submitted') return []
    if (cell === 'returned')
      return [{ ...about(task), ...due, kind: 'returned' as const, month, sentence: `${month} 进展被退回，请修改后重新报送` }]
    return due.workdaysLeft <= soon
      ? [{ ...about(task), ...due, kind: 'report' as const, month, sentence: `请报送 ${month} 进展` }]
      : []
  })
}

function milestonesDue(ctx: Ctx, { measures, milestones }: Board, task: Task): Duty[] {
  const dropped = new Set((measures.get(task.key) ?? []).flatMap(({ id, droppedOn }) => (droppedOn ? [id] : [])))
  return (milestones.get(task.key) ?? [])
    .filter(({ owner, doneOn, measure }) => owner === ctx.actor.org && !doneOn && !dropped.has(measure))
    .map(({ title, dueOn }) => ({ title, due: clock(ctx, dueOn) }))
    .filter(({ due }) => due.workdaysLeft <= soon)
    .map(({ title, due }) => ({
      ...about(task),
      ...due,
      kind: 'milestone' as const,
      month: null,
      sentence: `节点“${title}”${due.workdaysLeft < 0 ? '已逾期' : '即将到期'}`,
    }))
}

/** The office reviews a submitted report within this many working days. */
const reviewWorkdays = 5

function reviewsDue(ctx: Ctx, { reports }: Board, task: Task): Duty[] {
  if (ctx.actor.role !== 'office') return []
  return (reports.get(task.key) ?? [])
    .filter(({ status }) => status === 'submitted')
    .map(({ month, org, submittedOn }) => ({
      ...about(task),
      ...clock(ctx, addWorkdays(submittedOn!, reviewWorkdays)),
      kind: 'review' as const,
      month,
      sentence: `待审阅${task.units.find((unit) => unit.org === org)?.name ?? ''} ${month} 进展`,
    }))
}
