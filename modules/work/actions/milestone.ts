/** Milestones: set within the term of their measure, finished by their owner with what shows it. */
import { eq, max } from 'drizzle-orm'
import { z } from 'zod'
import { command, query } from '#platform/action.ts'
import { type Ctx, officials } from '#platform/context.ts'
import { download, upload } from '#platform/fields.ts'
import { keepFile, openFile } from '#platform/files.ts'
import { conflict, denied, invalid, missing } from '#platform/problem.ts'
import { milestone } from '../model.ts'
import { milestoneToChange } from '../queries.ts'
import { measures, milestones } from '../tables.ts'
import { changed, liveMeasure, requireUnit } from './measure.ts'

const workers = ['office', 'department', 'park', 'town'] as const
const answer = z.object({ id: z.uuid() })

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
    await requireUnit(ctx, of.task, input.owner)
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
    await requireUnit(ctx, row.task, values.owner)
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
    const [of] = await ctx.db.select().from(measures).where(eq(measures.id, row.measure))
    if (of?.droppedOn) throw conflict('该节点所属的举措已终止，不能办结')
    if (doneOn > ctx.today) throw invalid('完成日期不能晚于今天')
    if (ctx.actor.org !== row.owner && ctx.actor.role !== 'office') throw denied('只有节点的责任单位可以办结该节点')
    return changed(await ctx.db.update(milestones).set({ doneOn, evidence }).where(eq(milestones.id, id)).returning())
  },
)

/** Undoes a finish entered by mistake; the journal keeps both. */
export const reopenMilestone = command(
  { label: '撤销办结', who: workers, input: z.object({ id: z.uuid() }), output: answer },
  async (ctx, { id }) => {
    const row = await milestoneToChange(ctx, id)
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
    const row = await milestoneToChange(ctx, id)
    if (ctx.actor.org !== row.owner && ctx.actor.role !== 'office') throw denied('只有节点的责任单位可以上传佐证')
    const kept = await keepFile(ctx, {
      name: file.name,
      type: 'application/octet-stream',
      bytes: Buffer.from(file.bytes),
      audience: 'own',
      // What the office adds for a unit is that unit's to open.
      org: row.owner,
    })
    await ctx.db
      .update(milestones)
      .set({ files: [...row.files, kept.id] })
      .where(eq(milestones.id, id))
    return { file: kept.id, name: kept.name }
  },
)

/** A file that proves a milestone; whether it may be opened is the row right of the file. */
export const evidence = query(
  {
    label: '下载佐证',
    who: officials,
    input: z.object({ milestone: z.uuid(), file: z.uuid() }),
    output: download('佐证材料'),
  },
  async (ctx, { milestone: id, file }) => {
    const [row] = await ctx.db.select().from(milestones).where(eq(milestones.id, id))
    if (!row?.files.includes(file)) throw missing('佐证材料')
    return openFile(ctx, file)
  },
)

async function openMilestone(ctx: Ctx, id: string) {
  const row = await milestoneToChange(ctx, id)
  if (row.doneOn) throw conflict('该节点已办结，如有误请先撤销办结')
  return row
}

function withinMeasure(dueOn: string, { startsOn, dueOn: end }: { startsOn: string; dueOn: string }): void {
  if (dueOn < startsOn || dueOn > end) throw invalid(`节点期限应在举措期限 ${startsOn} 至 ${end} 之内`)
}
