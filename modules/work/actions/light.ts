/** A task's light set by hand: for a time, by name, with its reason; the computed light stays beside it. */
import { and, eq, gte, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { command } from '#platform/action.ts'
import { conflict, denied, invalid, missing } from '#platform/problem.ts'
import { oneAtATime } from '#platform/session.ts'
import { override } from '../model.ts'
import { requireTask } from '../queries.ts'
import { overrides } from '../tables.ts'

const workers = ['office', 'department', 'park', 'town'] as const

export const setLight = command(
  {
    label: '调整灯色',
    who: workers,
    input: override.pick({ task: true, light: true, reason: true, until: true }),
    output: z.object({ id: z.uuid() }),
  },
  async (ctx, input) => {
    const { db, actor, today } = ctx
    await requireTask(ctx, input.task)
    if (input.until < today) throw invalid('截止日期不能早于今天')
    await oneAtATime(ctx, input.task)
    const [present] = await db
      .select()
      .from(overrides)
      .where(and(eq(overrides.task, input.task), isNull(overrides.liftedOn), gte(overrides.until, today)))
    if (present) throw conflict(`该任务的灯色已由${present.by}调整至 ${present.until}，请先撤销`)
    const [row] = await db
      .insert(overrides)
      .values({ ...input, since: today, by: actor.name, liftedOn: null })
      .returning()
    return row!
  },
)

export const liftLight = command(
  { label: '撤销灯色调整', who: workers, input: z.object({ id: z.uuid() }), output: z.object({ id: z.uuid() }) },
  async ({ db, today }, { id }) => {
    const [row] = await db.select().from(overrides).where(eq(overrides.id, id))
    if (!row) throw missing('灯色调整')
    if (row.liftedOn) throw conflict('该调整已撤销')
    const [lifted] = await db.update(overrides).set({ liftedOn: today }).where(eq(overrides.id, id)).returning()
    if (!lifted) throw denied('您只能改动本单位牵头任务的灯色')
    return lifted
  },
)
