/** Dual-innovation space (双创空间) to look at: each zone against the plan, and the entries behind it (plan task 9). */
import { and, asc, desc, eq, isNull, ne, or } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { orgNames } from '#modules/enterprise/place.ts'
import { knownOn } from '#modules/enterprise/presence.ts'
import { query } from '#platform/action.ts'
import { officials } from '#platform/context.ts'
import { download } from '#platform/fields.ts'
import { openFile } from '#platform/files.ts'
import { missing } from '#platform/problem.ts'
import { standingByZone } from '../history/makerspace.ts'
import { mayKeep } from '../ledger/place.ts'
import { makerspace } from '../model.ts'
import { buildings, makerspaces as entries } from '../tables.ts'

const houses = pg.alias(buildings, 'house')

/** As known today; entries that were withdrawn or annulled are left out. */
export const makerspaces = query(
  {
    label: '双创空间',
    who: officials,
    input: z.object({}),
    output: z.object({
      zones: z.array(
        z.object({
          zone: z.uuid().nullable(),
          name: z.string(),
          area: z.number(),
          aims: z.array(z.object({ year: z.number(), area: z.number(), reached: z.number(), isOver: z.boolean() })),
        }),
      ),
      entries: z.array(
        makerspace.extend({
          id: z.uuid(),
          note: z.string().nullable(),
          buildingName: z.string().nullable(),
          zoneName: z.string().nullable(),
          townName: z.string(),
          keeps: z.boolean(),
        }),
      ),
      /** Whether the reader may enter any. */
      keeps: z.boolean(),
    }),
  },
  async (ctx) => {
    const found = await ctx.db
      .select({ entry: entries, buildingName: houses.name })
      .from(entries)
      .leftJoin(houses, eq(houses.id, entries.building))
      .where(and(knownOn(entries, ctx.today), or(isNull(entries.until), ne(entries.until, entries.since))))
      .orderBy(desc(entries.since), asc(entries.name))
    const names = await orgNames(
      ctx,
      found.flatMap(({ entry }) => [entry.zone, entry.town]),
    )
    const keeps = new Map<string | null, boolean>()
    for (const zone of new Set(found.map(({ entry }) => entry.zone))) keeps.set(zone, await mayKeep(ctx, zone))
    return {
      zones: await standingByZone(ctx),
      entries: found.map(({ entry, buildingName }) => ({
        ...entry,
        buildingName,
        zoneName: (entry.zone && names.get(entry.zone)) ?? null,
        townName: names.get(entry.town) ?? '',
        keeps: keeps.get(entry.zone)!,
      })),
      keeps: ctx.actor.role === 'office' || ctx.actor.role === 'park',
    }
  },
)

export const makerspacePaper = query(
  {
    label: '下载双创空间佐证',
    who: officials,
    input: z.object({ id: z.uuid('没有找到该双创空间') }),
    output: download('佐证材料'),
  },
  async (ctx, { id }) => {
    const [entry] = await ctx.db.select({ evidence: entries.evidence }).from(entries).where(eq(entries.id, id))
    if (!entry?.evidence) throw missing('佐证材料')
    return openFile(ctx, entry.evidence)
  },
)
