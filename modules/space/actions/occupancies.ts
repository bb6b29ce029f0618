/** Who uses what (使用), looked up: who is where, who was, and the paper that shows it (plan task 8). */
import { and, asc, count, desc, eq, gt, ilike, inArray, isNotNull, isNull, lte, ne, or, type SQL, sum } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { divisions } from '#engines/enterprise/industry.ts'
import { knownOn } from '#modules/enterprise/presence.ts'
import { orgs } from '#modules/org/tables.ts'
import { query } from '#platform/action.ts'
import { type Ctx, officials } from '#platform/context.ts'
import { download } from '#platform/fields.ts'
import { openFile } from '#platform/files.ts'
import { missing } from '#platform/problem.ts'
import { containing } from '#platform/search.ts'
import { stayToSee } from '../history/occupy.ts'
import { mayKeep } from '../ledger/place.ts'
import { occupancy } from '../model.ts'
import { buildings, occupancies as stays, units } from '../tables.ts'

const states = ['now', 'ended', 'all'] as const
const line = z.object({
  id: z.uuid(),
  unit: z.uuid(),
  unitName: z.string(),
  building: z.uuid(),
  buildingName: z.string(),
  zoneName: z.string().nullable(),
  use: occupancy.shape.use,
  enterprise: z.uuid().nullable(),
  occupant: z.string(),
  division: z.string().nullable(),
  divisionName: z.string().nullable(),
  area: z.number(),
  since: z.string(),
  until: z.string().nullable(),
  evidence: z.uuid().nullable(),
  note: z.string().nullable(),
  recordedBy: z.string(),
  /** Whether the reader keeps it. */
  keeps: z.boolean(),
})

/** As known today; records that were withdrawn are left out. */
export const occupancies = query(
  {
    label: '使用记录',
    who: officials,
    input: z.object({
      words: z.string().trim().max(60, '查找内容不超过 60 个字').optional(),
      zone: z.uuid().optional(),
      building: z.uuid().optional(),
      unit: z.uuid().optional(),
      state: z.enum(states, { error: '请选择在用或已退出' }).default('now'),
      page: z.int().min(1).max(100_000).default(1),
      size: z.int().min(1).max(200).default(50),
    }),
    output: z.object({ rows: z.array(line), total: z.number(), area: z.number() }),
  },
  async (ctx, { page, size, ...asked }) => {
    const where = matching(ctx, asked)
    const found = await ctx.db
      .select({ stay: stays, unitName: units.name, buildingName: buildings.name, zoneName: zones.shortName })
      .from(stays)
      .innerJoin(units, eq(units.id, stays.unit))
      .innerJoin(buildings, eq(buildings.id, stays.building))
      .leftJoin(zones, eq(zones.id, stays.zone))
      .where(where)
      .orderBy(desc(stays.since), asc(buildings.name), asc(units.name), asc(stays.id))
      .limit(size)
      .offset((page - 1) * size)
    const keeps = new Map<string | null, boolean>()
    for (const zone of new Set(found.map(({ stay }) => stay.zone))) keeps.set(zone, await mayKeep(ctx, zone))
    return {
      ...(await wholeOf(ctx, where)),
      rows: found.map(({ stay, ...names }) => ({
        ...stay,
        ...names,
        divisionName: (stay.division && divisions[stay.division]) ?? null,
        keeps: keeps.get(stay.zone)!,
      })),
    }
  },
)

const zones = pg.alias(orgs, 'zone_org')

type Asked = {
  words?: string | undefined
  zone?: string | undefined
  building?: string | undefined
  unit?: string | undefined
  state: (typeof states)[number]
}
function matching({ today, ...ctx }: Ctx, { words, zone, building, unit, state }: Asked): SQL | undefined {
  const now = or(isNull(stays.until), gt(stays.until, today))
  const when = { now, ended: and(isNotNull(stays.until), lte(stays.until, today)), all: undefined }
  return and(
    knownOn(stays, today),
    lte(stays.since, today),
    or(isNull(stays.until), ne(stays.until, stays.since)),
    when[state],
    zone ? eq(stays.zone, zone) : undefined,
    building ? eq(stays.building, building) : undefined,
    unit ? eq(stays.unit, unit) : undefined,
    words ? named(ctx, words) : undefined,
  )
}

function named({ db }: Pick<Ctx, 'db'>, words: string) {
  const pattern = containing(words)
  const there = db.select({ id: buildings.id }).from(buildings).where(ilike(buildings.name, pattern))
  return or(ilike(stays.occupant, pattern), inArray(stays.building, there))
}

async function wholeOf({ db }: Ctx, where: SQL | undefined) {
  const [all] = await db
    .select({ total: count(), area: sum(stays.area) })
    .from(stays)
    .where(where)
  return { total: all?.total ?? 0, area: Number(all?.area ?? 0) }
}

export const occupancyPaper = query(
  { label: '下载使用佐证', who: officials, input: z.object({ id: z.uuid('没有找到该使用记录') }), output: download('佐证材料') },
  async (ctx, { id }) => {
    const { evidence } = await stayToSee(ctx, id)
    if (!evidence) throw missing('佐证材料')
    return openFile(ctx, evidence)
  },
)
