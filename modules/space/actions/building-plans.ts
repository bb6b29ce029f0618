/** One building, one policy (一楼一策) to look at: one sheet, all sheets, all measures, and the sheet on paper (plan task 8). */
import { asc, sql } from 'drizzle-orm'
import { z } from 'zod'
import { orgNames } from '#modules/enterprise/place.ts'
import { planInForce } from '#modules/plan/queries.ts'
import { query } from '#platform/action.ts'
import { type Ctx, officials } from '#platform/context.ts'
import { download } from '#platform/fields.ts'
import { conflict } from '#platform/problem.ts'
import { securedIn } from '../acquisition/board.ts'
import { sheetDocument, titleOf } from '../building-plan/paper.ts'
import { measuresOf, type Sheet, sheetsOn, versionsOf } from '../building-plan/sheet.ts'
import { mayKeep } from '../ledger/place.ts'
import { buildingToSee } from '../ledger/queries.ts'
import { areasOf, noAreas } from '../ledger/standing.ts'
import { building, buildingMeasure, buildingPlan } from '../model.ts'
import { buildings } from '../tables.ts'

const measure = buildingMeasure.extend({
  id: z.uuid(),
  ownerName: z.string(),
  overdue: z.boolean(),
  /** Whether the reader may tell how far it is. */
  tells: z.boolean(),
})
const sheet = buildingPlan.extend({ id: z.uuid() })
const which = z.object({
  building: z.uuid('没有找到该楼宇，请核对网址'),
  /** The one in force unless said otherwise. */
  version: z.uuid().optional(),
})

export const buildingPlanShown = query(
  {
    label: '一楼一策',
    who: officials,
    input: which,
    output: z.object({
      building: building.pick({ name: true, address: true, area: true }).extend({ id: z.uuid() }),
      sheet: sheet.nullable(),
      versions: z.array(z.object({ id: z.uuid(), since: z.string(), madeBy: z.string() })),
      measures: z.array(measure),
      keeps: z.boolean(),
      /** No later version has taken its place. */
      isLatest: z.boolean(),
    }),
  },
  async (ctx, asked) => {
    const found = await buildingToSee(ctx, asked.building)
    const versions = await versionsOf(ctx, found.id)
    const sheet = chosen(ctx, versions, asked.version)
    const keeps = await mayKeep(ctx, found.zone)
    const isLatest = sheet !== null && sheet.id === versions[0]?.id
    const measures = sheet ? await measuresOf(ctx, [sheet.id]) : []
    return {
      building: found,
      sheet,
      versions,
      measures: measures.map((row) => ({ ...row, tells: isLatest && (keeps || row.owner === ctx.actor.org) && tellsAtAll(ctx) })),
      keeps,
      isLatest,
    }
  },
)

const tellsAtAll = ({ actor }: Ctx) => ['office', 'department', 'park', 'town'].includes(actor.role)

/** Before any is in force, the first that will be. */
function chosen({ today }: Ctx, versions: Sheet[], id: string | undefined): Sheet | null {
  const asked = id ? versions.find((one) => one.id === id) : undefined
  return asked ?? versions.find(({ since }) => since <= today) ?? versions.at(-1) ?? null
}

export const buildingPlans = query(
  {
    label: '一楼一策一览',
    who: officials,
    input: z.object({}),
    output: z.object({
      rows: z.array(
        z.object({
          building: z.uuid(),
          name: z.string(),
          zoneName: z.string().nullable(),
          /** Null where none is in force. */
          since: z.string().nullable(),
          positioning: z.string().nullable(),
          measures: z.number(),
          done: z.number(),
          overdue: z.number(),
        }),
      ),
      /** Of the versions in force. */
      measures: z.array(measure.extend({ buildingName: z.string(), mine: z.boolean() })),
    }),
  },
  async (ctx) => {
    const all = await ctx.db
      .select({ id: buildings.id, name: buildings.name, zone: buildings.zone })
      .from(buildings)
      .orderBy(asc(buildings.name))
    const sheets = await sheetsOn(ctx, ctx.today)
    const measures = await measuresOf(
      ctx,
      [...sheets.values()].map(({ id }) => id),
    )
    const names = await orgNames(
      ctx,
      all.map(({ zone }) => zone),
    )
    const called = new Map(all.map(({ id, name }) => [id, name]))
    return {
      rows: all.map(({ id, name, zone }) => {
        const its = measures.filter(({ building }) => building === id)
        const sheet = sheets.get(id)
        return {
          building: id,
          name,
          zoneName: (zone && names.get(zone)) ?? null,
          since: sheet?.since ?? null,
          positioning: sheet?.positioning ?? null,
          measures: its.length,
          done: its.filter(({ state }) => state === 'done').length,
          overdue: its.filter(({ overdue }) => overdue).length,
        }
      }),
      measures: measures.map((row) => ({
        ...row,
        buildingName: called.get(row.building) ?? '',
        mine: row.owner === ctx.actor.org,
        tells: row.owner === ctx.actor.org && tellsAtAll(ctx),
      })),
    }
  },
)

/** Built of the ledger as it stands today. */
export const printBuildingPlan = query(
  { label: '导出一楼一策', who: officials, input: which, output: download('一楼一策') },
  async (ctx, asked) => {
    const found = await buildingToSee(ctx, asked.building)
    const sheet = chosen(ctx, await versionsOf(ctx, found.id), asked.version)
    if (!sheet) throw conflict(`“${found.name}”尚未编制一楼一策，没有可以导出的内容`)
    const names = await orgNames(ctx, [found.town, found.zone])
    const bytes = await sheetDocument({
      building: found,
      townName: names.get(found.town) ?? '',
      zoneName: (found.zone && names.get(found.zone)) ?? null,
      areas: (await areasOf(ctx, sql`select ${found.id}::uuid`)).get(found.id) ?? noAreas,
      secured: await securedIn(ctx, found.id),
      sheet,
      measures: await measuresOf(ctx, [sheet.id]),
      today: ctx.today,
      demo: (await planInForce(ctx))?.demo ?? false,
    })
    return {
      name: `${titleOf({ building: found })}.docx`,
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      bytes,
    }
  },
)
