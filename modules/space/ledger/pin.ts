/** A pin on the map: given in any datum, kept in WGS-84, and near the district. */
import { desc, lte } from 'drizzle-orm'
import { toWgsFrom } from '#engines/geo/datum.ts'
import { boundaries } from '#modules/org/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { invalid } from '#platform/problem.ts'
import type { datums, precisions } from '../model.ts'

export type Pin = {
  longitude: number
  latitude: number
  /** In which it was given. */
  datum: keyof typeof datums
  precision: keyof typeof precisions
}

/** To seven places of a degree, a centimetre. */
const rounded = (degrees: number) => Math.round(degrees * 1e7) / 1e7

/** The shifts of GCJ-02 and BD-09 hold within the country only. */
export function pinned({ longitude, latitude, datum, precision }: Pin): Pin {
  if (longitude < 73 || longitude > 136 || latitude < 3 || latitude > 54) {
    const swapped = latitude >= 73 && latitude <= 136 && longitude >= 3 && longitude <= 54
    throw invalid(`经度应在 73 至 136 之间，纬度应在 3 至 54 之间${swapped ? '，经度和纬度似已填反' : ''}`)
  }
  const [lon, lat] = toWgsFrom(datum, [longitude, latitude])
  return { longitude: rounded(lon), latitude: rounded(lat), datum, precision }
}

/** The outline is no proof of a border: some kilometres around it are let pass. */
const slack = 0.05

/** A slip of a digit puts a building into another province. */
export async function requireNearby({ db, today }: Ctx, { longitude, latitude }: Pin): Promise<void> {
  const [drawn] = await db
    .select({ rings: boundaries.rings })
    .from(boundaries)
    .where(lte(boundaries.since, today))
    .orderBy(desc(boundaries.since), desc(boundaries.createdAt))
    .limit(1)
  if (!drawn) return
  const places = drawn.rings.flat()
  const within = (of: number[], at: number) => at >= Math.min(...of) - slack && at <= Math.max(...of) + slack
  const near =
    within(
      places.map(([lon]) => lon),
      longitude,
    ) &&
    within(
      places.map(([, lat]) => lat),
      latitude,
    )
  if (!near) throw invalid('该位置不在本区范围内，请核对经度、纬度和坐标系')
}
