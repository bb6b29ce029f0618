/** Seeing the work: the whole matrix on one screen, and one task with everything in it. */
import { z } from 'zod'
import { duties, rows as planRows } from '#modules/plan/model.ts'
import { taskText } from '#modules/plan/queries.ts'
import { query } from '#platform/action.ts'
import { workdaysBetween } from '#platform/calendar.ts'
import { officials } from '#platform/context.ts'
import { missing } from '#platform/problem.ts'
import { boardOn } from '../board.ts'
import { cellName, lightName, measure, milestone, state } from '../model.ts'
import { filesOf, reportsOf } from '../queries.ts'
import { reportRow, stepsOn } from './report.ts'

const overrideRow = z.object({ id: z.uuid(), light: lightName, reason: z.string(), by: z.string(), until: z.string() }).nullable()
const taskState = state.extend({
  key: z.uuid(),
  number: z.string().nullable(),
  title: z.string(),
  group: z.string().nullable(),
  units: z.array(
    z.object({
      org: z.uuid(),
      name: z.string(),
      duty: z.enum(Object.keys(duties) as ['lead', 'partner']),
      cells: z.array(cellName),
    }),
  ),
  override: overrideRow,
})

/** Tasks × units × months. Null before any plan is in force. */
export const board = query(
  {
    label: '任务矩阵',
    who: officials,
    input: z.object({}),
    output: z
      .object({
        plan: planRows.plan.pick({ id: true, title: true, version: true, from: true, to: true, demo: true }),
        today: z.string(),
        months: z.array(z.string()),
        tasks: z.array(taskState),
      })
      .nullable(),
  },
  async (ctx) => {
    const found = await boardOn(ctx)
    return found && { ...found, today: ctx.today }
  },
)

/** A measure or milestone as its page shows it: by whom, and how many working days are left. */
const clocked = { id: z.uuid(), ownerName: z.string(), workdaysLeft: z.number() }

export const task = query(
  {
    label: '任务明细',
    who: officials,
    input: z.object({ key: z.uuid('没有找到该任务，请核对网址') }),
    output: z.object({
      plan: planRows.plan.pick({ id: true, title: true, version: true, from: true, to: true, demo: true }),
      today: z.string(),
      months: z.array(z.string()),
      task: taskState,
      text: z.string(),
      measures: z.array(measure.extend(clocked)),
      milestones: z.array(
        milestone.omit({ files: true }).extend({
          ...clocked,
          files: z.array(z.object({ id: z.string(), name: z.string().nullable() })),
          /** The actor may finish it and add what proves it. */
          mayFinish: z.boolean(),
        }),
      ),
      reports: z.array(reportRow),
      /** The actor's unit leads the task (or is the office): may break it down. */
      mayPlan: z.boolean(),
      /** The actor's unit answers for the task: may report. */
      mayReport: z.boolean(),
    }),
  },
  async (ctx, { key }) => {
    const all = await boardOn(ctx, key)
    const found = all?.tasks[0]
    if (!all || !found) throw missing('任务')
    const mine = found.units.find(({ org }) => org === ctx.actor.org)
    const works = ctx.actor.role !== 'leader'
    const mayPlan = ctx.actor.role === 'office' || (works && mine?.duty === 'lead')
    const milestones = all.milestones.get(key) ?? []
    const fileNames = await filesOf(
      ctx,
      milestones.flatMap(({ files }) => files),
    )
    const clock = <R extends { owner: string; dueOn: string }>(row: R) => ({
      ...row,
      ownerName: all.names.get(row.owner) ?? '',
      workdaysLeft: workdaysBetween(ctx.today, row.dueOn),
    })
    return {
      plan: all.plan,
      today: ctx.today,
      months: all.months,
      task: found,
      text: await taskText(ctx, all.plan.id, key),
      measures: (all.measures.get(key) ?? []).map(clock),
      milestones: milestones.map((row) => ({
        ...clock(row),
        files: row.files.map((id) => ({ id, name: fileNames.get(id) ?? null })),
        mayFinish: works && (ctx.actor.role === 'office' || (row.owner === ctx.actor.org && mine !== undefined)),
      })),
      reports: (await reportsOf(ctx, [key])).map((row) => ({ ...row, can: stepsOn(row, ctx) })),
      mayPlan,
      mayReport: works && mine !== undefined,
    }
  },
)
