/** Securing space (收储) step by step: begun, moved on with its paper, a part left behind (plan task 8). */
import { z } from 'zod'
import {
  begin,
  type Effort,
  effortToChange,
  openStage,
  papers,
  proceed,
  restNote,
  type Stage,
  stand,
} from '#modules/space/acquisition/stages.ts'
import { acquisitionFlow } from '#modules/space/flow.ts'
import { keepPaper, paper, requireArea, requirePast, sumOf } from '#modules/space/history/record.ts'
import { keepers } from '#modules/space/ledger/place.ts'
import { buildingToChange } from '#modules/space/ledger/queries.ts'
import { acquisition } from '#modules/space/model.ts'
import { acquisitions } from '#modules/space/tables.ts'
import { command } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { day } from '#platform/fields.ts'
import { advance } from '#platform/flow.ts'
import { invalid } from '#platform/problem.ts'

const done = z.object({ id: z.uuid() })
const which = { id: z.uuid('没有找到该收储项目，请核对网址') }
const { name, mode, holder, area, note } = acquisition.shape
type StepName = keyof typeof acquisitionFlow.steps

export const openAcquisition = command(
  {
    label: '登记收储项目',
    who: keepers,
    input: z.object({
      building: acquisition.shape.building,
      name,
      mode: mode.default(null),
      holder: holder.default(null),
      area,
      since: day('摸排日期'),
      note: note.default(null),
      ...paper,
    }),
    output: done,
  },
  async (ctx, { since, file, ...given }) => {
    const { zone, town } = await buildingToChange(ctx, given.building)
    requirePast(ctx, since, '摸排日期')
    requireArea(given.area)
    const [effort] = await ctx.db
      .insert(acquisitions)
      .values({ ...given, zone, town, status: 'found', partners: [] })
      .returning()
    const { area, mode, note } = given
    await begin(effort!, ctx, { stage: 'found', since, area, mode, note, evidence: await keepPaper(ctx, file) })
    return effort!
  },
)

export const stepAcquisition = command(
  {
    label: '推进收储',
    who: keepers,
    input: z.object({
      ...which,
      step: z.enum(Object.keys(acquisitionFlow.steps) as [StepName, ...StepName[]], { error: '请选择办理事项' }),
      on: day('办理日期'),
      /** What goes on. */
      area,
      /** What does not go on with it stays at its stage, as an effort of its own; otherwise it is given up. */
      restStays: z.boolean().default(false),
      mode: mode.default(null),
      holder: holder.default(null),
      note: note.default(null),
      ...paper,
    }),
    output: done.extend({ rest: z.uuid().nullable() }),
  },
  async (ctx, { id, step, on, area, restStays, file, ...given }) => {
    const effort = await effortToChange(ctx, id)
    const stage = advance(acquisitionFlow, effort, step, ctx.actor)
    const open = await openStage(ctx, effort)
    requirePast(ctx, on, '办理日期')
    requireArea(area)
    const now = { mode: given.mode ?? effort.mode, holder: given.holder ?? effort.holder }
    requirePapers(stage, { ...now, note: given.note, shown: file !== undefined })
    const rest = restStays ? await leaveRest(ctx, effort, open, { on, area }) : null
    const evidence = await keepPaper(ctx, file)
    await proceed(ctx, open, { stage, area, since: on, mode: now.mode, evidence, note: given.note })
    await stand(ctx, id, { status: stage, area, ...now })
    return { id, rest }
  },
)

type Bound = Pick<Effort, 'mode' | 'holder' | 'note'> & { shown: boolean }
function requirePapers(stage: Stage['stage'], { mode, holder, note, shown }: Bound): void {
  const word = acquisitionFlow.states[stage]
  if (stage === 'dropped' && !note) throw invalid('终止收储应在说明中写明原因')
  const wanted = papers[stage]
  if (!wanted) return
  if (!mode) throw invalid(`进入“${word}”应写明收储方式`)
  if (!holder) throw invalid(`进入“${word}”应写明收储主体`)
  if (!shown) throw invalid(`进入“${word}”应上传佐证材料（${wanted}）`)
}

/** The part that does not go on: an effort of its own at the stage it was at. */
async function leaveRest(ctx: Ctx, effort: Effort, open: Stage, { on, area }: { on: string; area: number }): Promise<string> {
  const left = sumOf([open.area, -area])
  if (left <= 0) throw invalid(`本次办理面积 ${area} ㎡ 不小于项目面积 ${open.area} ㎡，没有余下部分`)
  if (on < open.since) throw invalid(`办理日期不能早于进入当前阶段之日 ${open.since}，如该记录有误请先更正`)
  const { building, zone, town, name, mode, holder, status, partners } = effort
  const note = restNote(effort)
  const [rest] = await ctx.db
    .insert(acquisitions)
    .values({ building, zone, town, name: `${name}（余下部分）`, mode, holder, status, partners, area: left, note })
    .returning()
  const { stage, evidence } = open
  await begin(rest!, ctx, { stage, since: on, area: left, mode: open.mode, evidence, note })
  return rest!.id
}
