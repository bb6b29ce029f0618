/** The cockpit: one look at the whole plan — targets with lights, the heat of tasks, and the clocks that run out next. */
import { z } from 'zod'
import { rows } from '#modules/plan/model.ts'
import { itemsOf, planInForce } from '#modules/plan/queries.ts'
import { targetRow, targetsInForce } from '#modules/target/actions.ts'
import { boardOn } from '#modules/work/board.ts'
import { cellName, lightName, worstOf } from '#modules/work/model.ts'
import { query } from '#platform/action.ts'
import { workdaysBetween } from '#platform/calendar.ts'
import { officials } from '#platform/context.ts'

const heat = z.object({
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

export const overview = query(
  {
    label: '驾驶舱',
    who: officials,
    input: z.object({}),
    output: z
      .object({
        plan: rows.plan.pick({ id: true, title: true, version: true, from: true, to: true, demo: true, publishedOn: true }),
        today: z.string(),
        targets: z.array(targetRow),
        zones: z.array(rows.zone.pick({ id: true, name: true, brand: true, carriers: true })),
        months: z.array(z.string()),
        tasks: z.array(heat),
        deadlines: z.array(
          z.object({
            task: z.uuid(),
            taskTitle: z.string(),
            title: z.string(),
            owner: z.string(),
            dueOn: z.string(),
            workdaysLeft: z.number(),
          }),
        ),
      })
      .nullable(),
  },
  async (ctx) => {
    const plan = await planInForce(ctx)
    const board = await boardOn(ctx)
    if (!plan || !board) return null
    const { zones } = await itemsOf(ctx, plan.id)
    const deadlines = board.tasks.flatMap(({ key, title: taskTitle }) =>
      (board.live.get(key) ?? [])
        .filter(({ doneOn }) => !doneOn)
        .map(({ title, owner, dueOn }) => ({
          task: key,
          taskTitle,
          title,
          owner: board.names.get(owner) ?? '',
          dueOn,
          workdaysLeft: workdaysBetween(ctx.today, dueOn),
        })),
    )
    return {
      plan,
      today: ctx.today,
      targets: (await targetsInForce(ctx)).map(({ target, ...where }) => ({ ...target, ...where })),
      zones,
      months: board.months,
      tasks: board.tasks.map(({ key, number, title, units, light, reasons, progress }) => ({
        key,
        number,
        title,
        lead: units.find(({ duty }) => duty === 'lead')?.name ?? null,
        light,
        reason: reasons[0]?.sentence ?? null,
        done: progress.done,
        total: progress.total,
        months: board.months.map((_, i) => worstOf(units.map(({ cells }) => cells[i]!))),
      })),
      deadlines: deadlines.sort((a, b) => a.dueOn.localeCompare(b.dueOn)).slice(0, 30),
    }
  },
)
