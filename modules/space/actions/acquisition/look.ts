/** Securing space (收储) to look at: the board of a day, and one effort with its way so far (plan task 8). */
import { and, asc, eq, isNotNull } from 'drizzle-orm'
import { z } from 'zod'
import { orgNames } from '#modules/enterprise/place.ts'
import { areasByStage, effortsOn } from '#modules/space/acquisition/board.ts'
import { mayOpenPapers } from '#modules/space/acquisition/readers.ts'
import { isRest, papers, stagesOf } from '#modules/space/acquisition/stages.ts'
import { acquisitionFlow } from '#modules/space/flow.ts'
import { mayKeep } from '#modules/space/ledger/place.ts'
import { buildingToSee } from '#modules/space/ledger/queries.ts'
import { acquisition, acquisitionStage } from '#modules/space/model.ts'
import { acquisitionStageRows, acquisitions as efforts } from '#modules/space/tables.ts'
import { query } from '#platform/action.ts'
import { officials } from '#platform/context.ts'
import { day } from '#platform/fields.ts'
import { available } from '#platform/flow.ts'
import { invalid, missing } from '#platform/problem.ts'

const which = z.object({ id: z.uuid('没有找到该收储项目，请核对网址') })
const stageName = acquisitionStage.shape.stage
const line = z.object({
  name: z.string(),
  areas: z.array(z.object({ stage: stageName, area: z.number(), efforts: z.number() })),
  /** Of the stages from a contract on. */
  secured: z.number(),
})

export const acquisitions = query(
  {
    label: '收储进展',
    who: officials,
    input: z.object({ day: day('日期').optional() }),
    output: z.object({
      day: z.string(),
      efforts: z.array(
        z.object({
          id: z.uuid(),
          name: z.string(),
          building: z.uuid(),
          buildingName: z.string(),
          zone: z.uuid().nullable(),
          zoneName: z.string().nullable(),
          townName: z.string(),
          mode: acquisition.shape.mode,
          holder: z.string().nullable(),
          stage: stageName,
          area: z.number(),
          since: z.string(),
        }),
      ),
      zones: z.array(line.extend({ zone: z.uuid().nullable() })),
      whole: line,
    }),
  },
  async (ctx, { day: asked = ctx.today }) => {
    if (asked > ctx.today) throw invalid('日期不能晚于今天')
    const found = await effortsOn(ctx, asked)
    return { day: asked, efforts: found, ...areasByStage(found) }
  },
)

const told = z.object({
  id: z.uuid(),
  stage: stageName,
  area: z.number(),
  mode: acquisition.shape.mode,
  since: z.string(),
  until: z.string().nullable(),
  /** None, or none that the reader may open. */
  evidence: z.uuid().nullable(),
  note: z.string().nullable(),
  recordedBy: z.string(),
  knownFrom: z.string(),
  knownUntil: z.string().nullable(),
})

export const acquisitionShown = query(
  {
    label: '收储项目',
    who: officials,
    input: which,
    output: z.object({
      effort: acquisition.extend({ id: z.uuid(), note: z.string().nullable() }),
      building: z.object({ id: z.uuid(), name: z.string(), area: z.number(), address: z.string() }),
      zoneName: z.string().nullable(),
      townName: z.string(),
      partnerNames: z.array(z.string()),
      /** From the first stage to the last, as known today. */
      way: z.array(told),
      /** What was recorded and no longer holds. */
      withdrawn: z.array(told),
      steps: z.array(
        z.object({
          step: z.enum(Object.keys(acquisitionFlow.steps) as [keyof typeof acquisitionFlow.steps]),
          /** The paper without which it is not taken. */
          paper: z.string().nullable(),
        }),
      ),
      keeps: z.boolean(),
      isRest: z.boolean(),
    }),
  },
  async (ctx, { id }) => {
    const [effort] = await ctx.db.select().from(efforts).where(eq(efforts.id, id))
    if (!effort) throw missing('收储项目')
    const way = await stagesOf(ctx, [id])
    const withdrawn = await ctx.db
      .select()
      .from(acquisitionStageRows)
      .where(and(eq(acquisitionStageRows.acquisition, id), isNotNull(acquisitionStageRows.knownUntil)))
      .orderBy(asc(acquisitionStageRows.knownUntil), asc(acquisitionStageRows.since))
    const names = await orgNames(ctx, [effort.zone, effort.town, ...effort.partners])
    const keeps = await mayKeep(ctx, effort.zone)
    const opens = await mayOpenPapers(ctx, effort)
    const shown = (row: Row): Row => ({ ...row, evidence: opens ? row.evidence : null })
    return {
      effort,
      building: await buildingToSee(ctx, effort.building),
      zoneName: (effort.zone && names.get(effort.zone)) ?? null,
      townName: names.get(effort.town) ?? '',
      partnerNames: effort.partners.map((id) => names.get(id) ?? ''),
      way: way.map(shown),
      withdrawn: withdrawn.filter((row) => !isOnlyEnded(row, way)).map(shown),
      steps: keeps
        ? available(acquisitionFlow, effort, ctx.actor).map((step) => ({
            step,
            paper: papers[acquisitionFlow.steps[step].to] ?? null,
          }))
        : [],
      keeps,
      isRest: isRest(effort),
    }
  },
)

type Row = typeof acquisitionStageRows.$inferSelect
/** Withdrawn only because its end is known now: nothing was wrong with it. */
const isOnlyEnded = (row: Row, way: Row[]) =>
  way.some(
    ({ stage, since, area, note, mode }) =>
      stage === row.stage && since === row.since && area === row.area && note === row.note && mode === row.mode,
  )
