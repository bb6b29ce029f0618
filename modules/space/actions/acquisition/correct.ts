/** Stages recorded wrongly: one set right as it was, the last one taken back; what was known before stays to be seen (plan task 8). */
import { z } from 'zod'
import { effortToChange, isRest, replace, restsOf, stagesOf, stand } from '#modules/space/acquisition/stages.ts'
import { acquisitionFlow } from '#modules/space/flow.ts'
import { anew, keepPaper, paper, requireArea, requirePast, trace, withReason } from '#modules/space/history/record.ts'
import { keepers } from '#modules/space/ledger/place.ts'
import { acquisition } from '#modules/space/model.ts'
import { command } from '#platform/action.ts'
import { day, text } from '#platform/fields.ts'
import { conflict, invalid } from '#platform/problem.ts'

const done = z.object({ id: z.uuid() })
const which = { id: z.uuid('没有找到该收储项目，请核对网址') }
const { mode, area } = acquisition.shape
const reason = text('理由', 500)

/** A stage was recorded with a wrong day, area, manner or paper: withdrawn and recorded as it was. */
export const rectifyStage = command(
  {
    label: '更正收储阶段',
    who: keepers,
    input: z.object({
      ...which,
      stage: z.uuid('请选择要更正的阶段'),
      since: day('日期'),
      area,
      mode: mode.default(null),
      reason,
      ...paper,
    }),
    output: done,
  },
  async (ctx, { id, stage: wrong, since, area, mode, reason, file }) => {
    const effort = await effortToChange(ctx, id)
    const way = await stagesOf(ctx, [id])
    const at = way.findIndex((stage) => stage.id === wrong)
    const row = way[at]
    if (!row) throw conflict('该阶段记录已被更正，请刷新后再试')
    const before = way[at - 1]
    requirePast(ctx, since, '日期')
    requireArea(area)
    if (before && since < before.since)
      throw invalid(`日期不能早于上一阶段“${acquisitionFlow.states[before.stage]}”的 ${before.since}`)
    if (row.until !== null && since > row.until) throw invalid(`日期不能晚于下一阶段开始的 ${row.until}`)
    if (since !== row.since) {
      if (at === 0 && isRest(effort)) throw conflict('余下部分自分出之日起另立项目，起始日期不能单独更正')
      const [rest] = await restsOf(ctx, effort, row.since)
      if (rest) throw conflict(`该阶段办理时分出了“${rest.name}”，日期不能单独更正`)
    }
    const evidence = (await keepPaper(ctx, file)) ?? row.evidence
    const right = {
      ...anew(ctx, row),
      since,
      area,
      mode: mode ?? row.mode,
      evidence,
      note: withReason(row.note, '更正', reason),
      ...trace(ctx),
    }
    const joined = before?.until === row.since && since !== row.since ? [before] : []
    await replace(ctx, [...joined, row], [...joined.map((one) => ({ ...anew(ctx, one), until: since })), right])
    if (row.until === null) await stand(ctx, id, { area, mode: mode ?? effort.mode })
    return { id }
  },
)

/** The last step was never taken: the effort stands where it stood before. */
export const undoStage = command(
  {
    label: '撤销收储阶段',
    who: keepers,
    input: z.object({
      ...which,
      /** What stands at the stage before: a part that was left behind has become an effort of its own. */
      area,
      reason,
    }),
    output: done,
  },
  async (ctx, { id, area, reason }) => {
    const effort = await effortToChange(ctx, id)
    const way = await stagesOf(ctx, [id])
    const [before, last] = [way.at(-2), way.at(-1)]
    if (!last || !before) throw conflict('这是项目的首个阶段，不能撤销；项目不再推进的，请办理“终止收储”')
    requireArea(area)
    const [rest] = await restsOf(ctx, effort, last.since)
    if (rest && area > last.area) throw invalid(`“${rest.name}”已另立项目，撤销后面积不能大于 ${last.area} ㎡`)
    const word = `已撤销“${acquisitionFlow.states[last.stage]}”`
    const same = area === before.area
    const reopened = { ...anew(ctx, before), until: null, note: withReason(before.note, word, reason) }
    await replace(
      ctx,
      same ? [before, last] : [last],
      same ? [reopened] : [{ ...reopened, since: last.since, area, ...trace(ctx) }],
    )
    await stand(ctx, effort.id, { status: before.stage, area, mode: before.mode })
    return { id }
  },
)
