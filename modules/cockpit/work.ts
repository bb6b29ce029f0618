/** The work of the plan on the wall: the heat of tasks, and the clocks that run out next. */
import { z } from 'zod'
import type { boardOn } from '#modules/work/board.ts'
import { cellName, lightName, worstOf } from '#modules/work/model.ts'
import { workdaysBetween } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'

export type Board = NonNullable<Awaited<ReturnType<typeof boardOn>>>

export const heat = z.object({
  key: z.uuid(),
  number: z.string().nullable(),
  title: z.string(),
  lead: z.string().nullable(),
  light: lightName,
  reason: z.string().nullable(),
  done: z.number(),
  total: z.number(),
  /** The worst cell of its units, month by month. */
  months: z.array(cellName),
})

export const heatOf = ({ tasks, months }: Board): z.infer<typeof heat>[] =>
  tasks.map(({ key, number, title, units, light, reasons, progress }) => ({
    key,
    number,
    title,
    lead: units.find(({ duty }) => duty === 'lead')?.name ?? null,
    light,
    reason: reasons[0]?.sentence ?? null,
    done: progress.done,
    total: progress.total,
    months: months.map((_, i) => worstOf(units.map(({ cells }) => cells[i]!))),
  }))

export const deadline = z.object({
  task: z.uuid(),
  taskTitle: z.string(),
  title: z.string(),
  owner: z.string(),
  dueOn: z.string(),
  workdaysLeft: z.number(),
})

/** Open milestones, those due first at the top. */
export const deadlinesOf = ({ tasks, live, names }: Board, { today }: Pick<Ctx, 'today'>): z.infer<typeof deadline>[] =>
  tasks
    .flatMap(({ key, title: taskTitle }) =>
      (live.get(key) ?? [])
        .filter(({ doneOn }) => !doneOn)
        .map(({ title, owner, dueOn }) => ({
          task: key,
          taskTitle,
          title,
          owner: names.get(owner) ?? '',
          dueOn,
          workdaysLeft: workdaysBetween(today, dueOn),
        })),
    )
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn))
