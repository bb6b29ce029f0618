/** Efforts to secure space as they stood on a day: one by one, and their areas by stage and zone. */
import { and, eq, gt, isNull, lte, or } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import { knownOn } from '#modules/enterprise/presence.ts'
import { orgs } from '#modules/org/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { overAll } from '#platform/session.ts'
import type { AcquisitionStage } from '../flow.ts'
import { sumOf } from '../history/record.ts'
import { acquisitionStageRows, acquisitions, buildings } from '../tables.ts'

const zones = pg.alias(orgs, 'zone_org')
const towns = pg.alias(orgs, 'town_org')

/** Stage and area are those that held on the day, as far as was known on it. */
export const effortsOn = ({ db }: Ctx, day: string) =>
  db
    .select({
      id: acquisitions.id,
      name: acquisitions.name,
      building: buildings.id,
      buildingName: buildings.name,
      zone: acquisitionStageRows.zone,
      zoneName: zones.shortName,
      townName: towns.shortName,
      mode: acquisitionStageRows.mode,
      holder: acquisitions.holder,
      stage: acquisitionStageRows.stage,
      area: acquisitionStageRows.area,
      since: acquisitionStageRows.since,
    })
    .from(acquisitionStageRows)
    .innerJoin(acquisitions, eq(acquisitions.id, acquisitionStageRows.acquisition))
    .innerJoin(buildings, eq(buildings.id, acquisitionStageRows.building))
    .innerJoin(towns, eq(towns.id, acquisitionStageRows.town))
    .leftJoin(zones, eq(zones.id, acquisitionStageRows.zone))
    .where(
      and(
        knownOn(acquisitionStageRows, day),
        lte(acquisitionStageRows.since, day),
        or(isNull(acquisitionStageRows.until), gt(acquisitionStageRows.until, day)),
      ),
    )
    .orderBy(buildings.name, acquisitions.name)
type EffortOn = Awaited<ReturnType<typeof effortsOn>>[number]

/** A line for every zone that has efforts, each with its area at every stage. */
export function areasByStage(efforts: EffortOn[]) {
  const zones = [...new Set(efforts.map(({ zone }) => zone))]
  const lineOf = (name: string, its: EffortOn[]) => {
    const stages = [...new Set(its.map(({ stage }) => stage))]
    return {
      name,
      areas: stages.map((stage) => {
        const there = its.filter((effort) => effort.stage === stage)
        return { stage, area: sumOf(there.map(({ area }) => area)), efforts: there.length }
      }),
      secured: boundOf(its),
    }
  }
  return {
    zones: zones
      .map((zone) => {
        const its = efforts.filter((effort) => effort.zone === zone)
        return { zone, ...lineOf(its[0]!.zoneName ?? '园城以外', its) }
      })
      .sort((a, b) => Number(a.zone === null) - Number(b.zone === null) || b.secured - a.secured),
    whole: lineOf('合计', efforts),
  }
}

/** Bound by a contract; what counts in the published figure is for its definition to say. */
const bound: AcquisitionStage[] = ['contracted', 'handedOver', 'refitting', 'ready', 'let']
const boundOf = (efforts: EffortOn[]) => sumOf(efforts.flatMap(({ stage, area }) => (bound.includes(stage) ? [area] : [])))

/** Of one building today, whoever asks. */
export const securedIn = (ctx: Ctx, building: string): Promise<number> =>
  overAll(ctx, async (all) => boundOf((await effortsOn(all, ctx.today)).filter((effort) => effort.building === building)))
