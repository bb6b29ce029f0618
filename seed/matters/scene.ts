/** Scenes of supervision: who acts, on which task of the plan, with which paper. */
import { and, eq } from 'drizzle-orm'
import { planInForce } from '#modules/plan/queries.ts'
import { tasks } from '#modules/plan/tables.ts'
import type { Actor, Ctx } from '#platform/context.ts'
import { actorOf, reporterOf } from '../cast.ts'
import type { Scene } from '../stage.ts'

export const scene = (day: string, hour: number, actor: Actor, action: string, work: Scene['work']): Scene => ({
  ...{ day, hour, actor, action: `matter/${action}`, work },
})

/** Who speaks for a unit on a day. */
export const unitOn = (unit: string, day: string, region: string): Actor => actorOf(reporterOf(unit, day), region)

/** The key of a task by its number in the plan. */
export async function taskOf(ctx: Ctx, number: number): Promise<string> {
  const plan = await planInForce(ctx)
  const [found] = await ctx.db
    .select({ key: tasks.key })
    .from(tasks)
    .where(and(eq(tasks.plan, plan!.id), eq(tasks.number, String(number))))
  if (!found) throw new Error(`the plan has no task ${number}`)
  return found.key
}

export const paper = (title: string) => ({
  name: `${title}.txt`,
  bytes: new Uint8Array(Buffer.from(`演示数据：${title}，仅供演示。`)),
})
