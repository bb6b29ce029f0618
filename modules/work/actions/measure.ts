/** Breaking a task down into measures, each with an owner, a term and its milestones. */
import { and, eq, isNull, max } from 'drizzle-orm'
import { z } from 'zod'
import { planInForce, unitsOf } from '#modules/plan/queries.ts'
import { command } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { conflict, denied, invalid } from '#platform/problem.ts'
import { measure } from '../model.ts'
import { measureToChange, requireTask } from '../queries.ts'
import { measures, milestones } from '../tables.ts'

const workers = ['office', 'department', 'park', 'town'] as const
const answer = z.object({ id: z.uuid() })

export const addMeasure = command(
  {
    label: '分解举措',
    who: workers,
    input: measure
      .omit({ ordinal: true, droppedOn: true, dropReason: true })
      .refine(({ startsOn, dueOn }) => startsOn <= dueOn, '完成期限不能早于开始日期'),
    output: answer,
  },
  async (ctx, input) => {
    await requireTask(ctx, input.task)
    await requireUnit(ctx, input.task, input.owner)
    const [{ last }] = (await ctx.db
      .select({ last: max(measures.ordinal) })
      .from(measures)
      .where(eq(measures.task, input.task))) as [{ last: number | null }]
    const [row] = await ctx.db
      .insert(measures)
      .values({ ...input, ordinal: (last ?? -1) + 1, droppedOn: null, dropReason: null })
      .returning()
    return row!
  },
)

export const editMeasure = command(
  {
    label: '调整举措',
    who: workers,
    input: measure
      .pick({ title: true, owner: true, startsOn: true, dueOn: true })
      .extend({ id: z.uuid() })
      .refine(({ startsOn, dueOn }) => startsOn <= dueOn, '完成期限不能早于开始日期'),
    output: answer,
  },
  async (ctx, { id, ...values }) => {
    const { task } = await liveMeasure(ctx, id)
    await requireUnit(ctx, task, values.owner)
    const open = await ctx.db
      .select()
      .from(milestones)
      .where(and(eq(milestones.measure, id), isNull(milestones.doneOn)))
    const outside = open.find(({ dueOn }) => dueOn < values.startsOn || dueOn > values.dueOn)
    if (outside) throw conflict(`节点“${outside.title}”的期限 ${outside.dueOn} 不在新的举措期限之内，请先调整该节点`)
    return changed(await ctx.db.update(measures).set(values).where(eq(measures.id, id)).returning())
  },
)

/** Given up with a reason; its open milestones no longer count. */
export const dropMeasure = command(
  {
    label: '终止举措',
    who: workers,
    input: z.object({ id: z.uuid(), reason: measure.shape.dropReason.unwrap() }),
    output: answer,
  },
  async (ctx, { id, reason }) => {
    await liveMeasure(ctx, id)
    return changed(
      await ctx.db.update(measures).set({ droppedOn: ctx.today, dropReason: reason }).where(eq(measures.id, id)).returning(),
    )
  },
)

/** Row rights hide what may not be changed: nothing changed means not ours. */
export function changed(rows: { id: string }[]): { id: string } {
  if (!rows[0]) throw denied('您只能改动本单位的数据')
  return rows[0]
}

export async function liveMeasure(ctx: Ctx, id: string) {
  const row = await measureToChange(ctx, id)
  if (row.droppedOn) throw conflict('该举措已终止，不能再改动')
  return row
}

/** Only a unit that the plan names for the task can finish what it is given there. */
export async function requireUnit(ctx: Ctx, task: string, org: string): Promise<void> {
  const plan = await planInForce(ctx)
  const units = plan ? await unitsOf(ctx, plan.id) : []
  if (!units.some((unit) => unit.taskKey === task && unit.org === org)) throw invalid('责任单位应是该任务的牵头单位或配合单位')
}
