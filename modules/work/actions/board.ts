/** Seeing the work: the whole matrix on one screen, and one task with everything in it. */
import { z } from 'zod'
import { duties, rows as planRows } from '#modules/plan/model.ts'
import { taskText } from '#modules/plan/queries.ts'
import { query } from '#platform/action.ts'
import { officials } from '#platform/context.ts'
import { available } from '#platform/flow.ts'
import { missing } from '#platform/problem.ts'
import { boardOn } from '../board.ts'
import { reportFlow } from '../flow.ts'
import { cellName, lightName, measure, milestone, state } from '../model.ts'
import { reportRow } from './report.ts'

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
        months: z.array(z.string()),
        tasks: z.array(taskState),
      })
      .nullable(),
  },
  async (ctx) => boardOn(ctx),
)

export const task = query(
  {
    label: '任务明细',
    who: officials,
    input: z.object({ key: z.uuid() }),
    output: z.object({
      plan: planRows.plan.pick({ id: true, title: true, version: true, from: true, to: true, demo: true }),
      months: z.array(z.string()),
      task: taskState,
      text: z.string(),
      measures: z.array(measure.extend({ id: z.uuid() })),
      milestones: z.array(milestone.extend({ id: z.uuid() })),
      reports: z.array(reportRow),
      /** The actor's unit leads the task (or is the office): may break it down. */
      mayPlan: z.boolean(),
      /** The actor's unit answers for the task: may report. */
      mayReport: z.boolean(),
    }),
  },
  async (ctx, { key }) => {
    const all = await boardOn(ctx)
    const found = all?.tasks.find((t) => t.key === key)
    if (!all || !found) throw missing('任务')
    const mine = found.units.find(({ org }) => org === ctx.actor.org)
    return {
      plan: all.plan,
      months: all.months,
      task: found,
      text: await taskText(ctx, all.plan.id, key),
      measures: all.measures.get(key) ?? [],
      milestones: all.milestones.get(key) ?? [],
      reports: (all.reports.get(key) ?? []).map((row) => ({ ...row, can: available(reportFlow, row, ctx.actor) })),
      mayPlan: ctx.actor.role === 'office' || mine?.duty === 'lead',
      mayReport: mine !== undefined && ctx.actor.role !== 'leader',
    }
  },
)
