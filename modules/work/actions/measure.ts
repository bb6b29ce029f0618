/** Breaking a task down: measures, each with its milestones; finished by their owner with evidence. */
import { and, eq, max } from 'drizzle-orm'
import { z } from 'zod'
import { orgs } from '#modules/org/tables.ts'
import { command } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { upload } from '#platform/fields.ts'
import { keepFile } from '#platform/files.ts'
import { conflict, denied, invalid, missing } from '#platform/problem.ts'
import { measure, milestone } from '../model.ts'
import { measureById, milestoneById } from '../queries.ts'
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
    await requireOrg(ctx, input.owner)
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
    await liveMeasure(ctx, id)
    await requireOrg(ctx, values.owner)
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

export const addMilestone = command(
  {
    label: '设置节点',
    who: workers,
    input: milestone.pick({ measure: true, title: true, owner: true, dueOn: true, evidenceWanted: true }),
    output: answer,
  },
  async (ctx, input) => {
    const of = await liveMeasure(ctx, input.measure)
    withinMeasure(input.dueOn, of)
    await requireOrg(ctx, input.owner)
    const [{ last }] = (await ctx.db
      .select({ last: max(milestones.ordinal) })
      .from(milestones)
      .where(eq(milestones.measure, of.id))) as [{ last: number | null }]
    const [row] = await ctx.db
      .insert(milestones)
      .values({ ...input, task: of.task, ordinal: (last ?? -1) + 1, doneOn: null, evidence: null, files: [] })
      .returning()
    return row!
  },
)

export const editMilestone = command(
  {
    label: '调整节点',
    who: workers,
    input: milestone.pick({ title: true, owner: true, dueOn: true, evidenceWanted: true }).extend({ id: z.uuid() }),
    output: answer,
  },
  async (ctx, { id, ...values }) => {
    const row = await openMilestone(ctx, id)
    withinMeasure(values.dueOn, await liveMeasure(ctx, row.measure))
    await requireOrg(ctx, values.owner)
    return changed(await ctx.db.update(milestones).set(values).where(eq(milestones.id, id)).returning())
  },
)

/** Done on a day, with what shows it. */
export const finishMilestone = command(
  {
    label: '完成节点',
    who: workers,
    input: z.object({ id: z.uuid(), doneOn: milestone.shape.doneOn.unwrap(), evidence: milestone.shape.evidence.unwrap() }),
    output: answer,
  },
  async (ctx, { id, doneOn, evidence }) => {
    const row = await openMilestone(ctx, id)
    if (doneOn > ctx.today) throw invalid('完成日期不能晚于今天')
    if (ctx.actor.org !== row.owner && ctx.actor.role !== 'office') throw denied('只有节点的责任单位可以办结该节点')
    return changed(await ctx.db.update(milestones).set({ doneOn, evidence }).where(eq(milestones.id, id)).returning())
  },
)

/** Undoes a finish entered by mistake; the journal keeps both. */
export const reopenMilestone = command(
  { label: '撤销办结', who: workers, input: z.object({ id: z.uuid() }), output: answer },
  async (ctx, { id }) => {
    const row = await milestoneById(ctx, id)
    if (!row) throw missing('节点')
    if (!row.doneOn) throw conflict('该节点尚未办结')
    return changed(await ctx.db.update(milestones).set({ doneOn: null, evidence: null }).where(eq(milestones.id, id)).returning())
  },
)

/** Adds a file that proves a milestone. */
export const attachEvidence = command(
  {
    label: '上传佐证',
    who: workers,
    input: z.object({ id: z.uuid(), file: upload('佐证材料') }),
    output: z.object({ file: z.uuid(), name: z.string() }),
  },
  async (ctx, { id, file }) => {
    const row = await milestoneById(ctx, id)
    if (!row) throw missing('节点')
    if (ctx.actor.org !== row.owner && ctx.actor.role !== 'office') throw denied('只有节点的责任单位可以上传佐证')
    const kept = await keepFile(ctx, {
      name: file.name,
      type: 'application/octet-stream',
      bytes: Buffer.from(file.bytes),
      audience: 'own',
    })
    await ctx.db
      .update(milestones)
      .set({ files: [...row.files, kept.id] })
      .where(eq(milestones.id, id))
    return { file: kept.id, name: kept.name }
  },
)

function changed(rows: { id: string }[]): { id: string } {
  // Row rights hide what may not be changed: nothing changed means not ours.
  if (!rows[0]) throw denied('您只能改动本单位的数据')
  return rows[0]
}

async function liveMeasure(ctx: Ctx, id: string) {
  const row = await measureById(ctx, id)
  if (!row) throw missing('举措')
  if (row.droppedOn) throw conflict('该举措已终止，不能再改动')
  return row
}

async function openMilestone(ctx: Ctx, id: string) {
  const row = await milestoneById(ctx, id)
  if (!row) throw missing('节点')
  if (row.doneOn) throw conflict('该节点已办结，如有误请先撤销办结')
  return row
}

function withinMeasure(dueOn: string, { startsOn, dueOn: end }: { startsOn: string; dueOn: string }): void {
  if (dueOn < startsOn || dueOn > end) throw invalid(`节点期限应在举措期限 ${startsOn} 至 ${end} 之内`)
}

async function requireOrg({ db }: Ctx, id: string): Promise<void> {
  const [found] = await db
    .select({ kind: orgs.kind })
    .from(orgs)
    .where(and(eq(orgs.id, id)))
  if (!found) throw missing('单位')
  if (found.kind === 'group') throw invalid('责任单位须是具体单位，不能是统称')
}
