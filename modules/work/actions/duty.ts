/** What is mine to do now: reports, returned reports, milestones, and for the office the reviews; most urgent first. */
import { z } from 'zod'
import { monthInWords } from '#engines/progress/wording.ts'
import { query } from '#platform/action.ts'
import { addWorkdays, workdaysBetween } from '#platform/calendar.ts'
import { type Ctx, officials } from '#platform/context.ts'
import { boardOn } from '../board.ts'
import { duty } from '../model.ts'
import { reportDueOn } from '../months.ts'
import { isSent } from './report.ts'

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
type Mark = Board['marks'] extends Map<string, (infer M)[]> ? M : never
const clock = ({ today }: Ctx, dueOn: string) => ({ dueOn, workdaysLeft: workdaysBetween(today, dueOn) })
const about = ({ key, title }: Task) => ({ task: key, taskTitle: title })

/** A month is reported when it is over: asked for once its deadline is near, and until it is given. */
function reportsDue(ctx: Ctx, { months, marks, live }: Board, task: Task): Duty[] {
  const unit = task.units.find(({ org }) => org === ctx.actor.org)
  if (!unit || ctx.actor.role === 'leader') return []
  const told = (marks.get(task.key) ?? []).filter(({ org }) => org === ctx.actor.org)
  return unit.cells.flatMap((cell, i): Duty[] => {
    const month = months[i]!
    if (cell === 'accepted' || cell === 'submitted' || cell === 'none') return []
    const due = { ...about(task), ...clock(ctx, reportDueOn(month)), month }
    if (cell === 'returned')
      return [{ ...due, kind: 'returned', sentence: `${monthInWords(month)}进展被退回，请修改后重新报送`, confirmable: false }]
    if (due.workdaysLeft > soon) return []
    const finished = (live.get(task.key) ?? []).some(({ owner, doneOn }) => owner === unit.org && doneOn?.startsWith(month))
    return [
      {
        ...due,
        kind: 'report',
        sentence: `请报送${monthInWords(month)}进展`,
        confirmable: !finished && wasSentBefore(told, month),
      },
    ]
  })
}

/** The month itself is untouched, and the last report before it stands. */
function wasSentBefore(told: Mark[], month: string): boolean {
  if (told.some((mark) => mark.month === month)) return false
  const before = told.filter((mark) => mark.month < month).sort((a, b) => (a.month < b.month ? 1 : -1))[0]
  return before !== undefined && isSent(before)
}

function milestonesDue(ctx: Ctx, { live }: Board, task: Task): Duty[] {
  return (live.get(task.key) ?? [])
    .filter(({ owner, doneOn }) => owner === ctx.actor.org && !doneOn)
    .map(({ title, dueOn }) => ({ title, due: clock(ctx, dueOn) }))
    .filter(({ due }) => due.workdaysLeft <= soon)
    .map(({ title, due }) => ({
      ...about(task),
      ...due,
      kind: 'milestone',
      month: null,
      sentence: `节点“${title}”${due.dueOn < ctx.today ? '已逾期' : '即将到期'}`,
      confirmable: false,
    }))
}

/** The office reviews a submitted report within this many working days. */
const reviewWorkdays = 5

function reviewsDue(ctx: Ctx, { marks }: Board, task: Task): Duty[] {
  if (ctx.actor.role !== 'office') return []
  return (marks.get(task.key) ?? [])
    .filter(({ status }) => status === 'submitted')
    .map(({ month, org, submittedOn }) => ({
      ...about(task),
      ...clock(ctx, addWorkdays(submittedOn!, reviewWorkdays)),
      kind: 'review',
      month,
      confirmable: false,
      sentence: `${task.units.find((unit) => unit.org === org)?.name ?? ''}${monthInWords(month)}进展`,
    }))
}
