/** Correcting a draft by hand: any item may be changed, added or dropped; a target's baseline is signed off by name. */
import { randomUUID } from 'node:crypto'
import { and, eq, max } from 'drizzle-orm'
import { z } from 'zod'
import { command } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { invalid, missing } from '#platform/problem.ts'
import { goal, group, safeguard, target, task, zone } from '../model.ts'
import { draftById, textOf } from '../queries.ts'
import { goals, groups, safeguards, targets, tasks, taskUnits, zones } from '../tables.ts'

const placed = { plan: true, key: true, ordinal: true } as const
const signed = {
  baselineValue: true,
  baselineYear: true,
  baselineSource: true,
  baselineSignedBy: true,
  baselineSignedOn: true,
} as const

const kinds = {
  goal: { table: goals, values: goal.omit(placed) },
  group: { table: groups, values: group.omit(placed) },
  task: { table: tasks, values: task.omit(placed) },
  safeguard: { table: safeguards, values: safeguard.omit(placed) },
  zone: { table: zones, values: zone.omit(placed) },
  target: { table: targets, values: target.omit({ ...placed, ...signed }) },
}
type ItemKind = keyof typeof kinds
const at = { plan: z.uuid(), id: z.uuid().optional() }

const saved = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('goal'), ...at, values: kinds.goal.values }),
  z.object({ kind: z.literal('group'), ...at, values: kinds.group.values }),
  z.object({ kind: z.literal('task'), ...at, values: kinds.task.values }),
  z.object({ kind: z.literal('safeguard'), ...at, values: kinds.safeguard.values }),
  z.object({ kind: z.literal('zone'), ...at, values: kinds.zone.values }),
  z.object({ kind: z.literal('target'), ...at, values: kinds.target.values }),
])

/** Without an id the item is added at the end of its list. */
export const saveItem = command(
  { label: '更正方案条目', who: ['office'], input: saved, output: z.object({ id: z.uuid() }) },
  async (ctx, { kind, plan, id, values }) => {
    await draftById(ctx, plan)
    await checkSpan(ctx, plan, values)
    if (kind === 'target') checkTarget(values)
    if (kind === 'task' && values.taskGroup) await checkGroup(ctx, plan, values.taskGroup)
    // The union above has paired kind, table and values.
    const items = kinds[kind].table as typeof goals
    const row = values as z.infer<typeof kinds.goal.values>
    if (!id) {
      const [{ last }] = (await ctx.db
        .select({ last: max(items.ordinal) })
        .from(items)
        .where(eq(items.plan, plan))) as [{ last: number | null }]
      const fresh = kind === 'target' ? { baselineValue: null } : {}
      const [added] = await ctx.db
        .insert(items)
        .values({ ...row, ...fresh, plan, key: randomUUID(), ordinal: (last ?? -1) + 1 })
        .returning()
      return { id: added!.id }
    }
    const [changed] = await ctx.db
      .update(items)
      .set(row)
      .where(and(eq(items.id, id), eq(items.plan, plan)))
      .returning()
    if (!changed) throw missing('条目')
    return { id: changed.id }
  },
)

type Placed = { spanStart: number | null; spanEnd: number | null }
async function checkSpan(ctx: Ctx, plan: string, { spanStart, spanEnd }: Placed): Promise<void> {
  if ((spanStart === null) !== (spanEnd === null)) throw invalid('原文位置应有起点和终点')
  if (spanStart === null || spanEnd === null) return
  if (!(spanStart <= spanEnd && spanEnd <= (await textOf(ctx, plan)).length)) throw invalid('原文位置超出正文范围')
}

async function checkGroup({ db }: Ctx, plan: string, id: string): Promise<void> {
  const [found] = await db
    .select({ id: groups.id })
    .from(groups)
    .where(and(eq(groups.id, id), eq(groups.plan, plan)))
  if (!found) throw invalid('任务类别不属于该方案')
}

function checkTarget({ comparator, value, upper }: Pick<z.infer<typeof target>, 'comparator' | 'value' | 'upper'>): void {
  if (comparator === 'qualitative') return
  if (value === null) throw invalid('请填写目标值；没有数值的目标请选“定性”')
  if (comparator === 'range' && (upper === null || upper < value)) throw invalid('区间目标的上限应不小于下限')
}

export const dropItem = command(
  {
    label: '删除方案条目',
    who: ['office'],
    input: z.object({ kind: z.enum(Object.keys(kinds) as [ItemKind, ...ItemKind[]]), plan: z.uuid(), id: z.uuid() }),
    output: z.object({ id: z.uuid() }),
  },
  async (ctx, { kind, plan, id }) => {
    await draftById(ctx, plan)
    if (kind === 'task') await ctx.db.delete(taskUnits).where(eq(taskUnits.task, id))
    if (kind === 'group') await ctx.db.update(tasks).set({ taskGroup: null }).where(eq(tasks.taskGroup, id))
    const items = kinds[kind].table as typeof goals
    const [gone] = await ctx.db
      .delete(items)
      .where(and(eq(items.id, id), eq(items.plan, plan)))
      .returning()
    if (!gone) throw missing('条目')
    return { id }
  },
)

/** The baseline of a target, vouched for by the one who enters it. */
export const signBaseline = command(
  {
    label: '签认基期值',
    who: ['office'],
    input: z.object({
      plan: z.uuid(),
      id: z.uuid(),
      value: target.shape.baselineValue.unwrap(),
      year: target.shape.baselineYear.unwrap(),
      source: target.shape.baselineSource.unwrap(),
    }),
    output: z.object({ id: z.uuid(), signedBy: z.string() }),
  },
  async (ctx: Ctx, { plan, id, value, year, source }) => {
    const { to } = await draftById(ctx, plan)
    if (year > to) throw invalid(`基期年份不能晚于方案终止年份 ${to}`)
    const [changed] = await ctx.db
      .update(targets)
      .set({
        baselineValue: value,
        baselineYear: year,
        baselineSource: source,
        baselineSignedBy: ctx.actor.name,
        baselineSignedOn: ctx.today,
      })
      .where(and(eq(targets.id, id), eq(targets.plan, plan)))
      .returning()
    if (!changed) throw missing('目标')
    return { id, signedBy: ctx.actor.name }
  },
)
