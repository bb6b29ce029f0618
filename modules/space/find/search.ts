/**
 * Space to let, found by anyone: listed units that nobody holds, by what people look for, with the map and the list from
 * one pass over them (plan task 8: 空间推介).
 */
import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { containing } from '#platform/search.ts'
import { overAll } from '#platform/session.ts'
import { facilities, type pictureKinds, uses } from '../model.ts'

const keysOf = <K extends string>(of: Record<K, string>) => Object.keys(of) as [K, ...K[]]
const number = z.number().min(0).max(1e9)
export const orders = { fresh: '最近更新', area: '面积从小到大', rent: '租金从低到高', ready: '最早可交付' } as const

/** Everything may be left out. `bounds`: west, south, east, north in degrees of WGS-84. */
export const sought = z.object({
  words: z.string().trim().max(60, '查找内容不超过 60 个字').optional(),
  areaFrom: number.optional(),
  areaTo: number.optional(),
  rentTo: number.optional(),
  zone: z.uuid().optional(),
  building: z.uuid().optional(),
  readyBy: z.iso.date().optional(),
  load: number.optional(),
  use: z.enum(keysOf(uses)).optional(),
  direction: z.string().trim().max(60).optional(),
  facilities: z
    .array(z.enum(keysOf(facilities)))
    .max(12)
    .optional(),
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
  order: z.enum(keysOf(orders)).default('fresh'),
  page: z.int().min(1).max(100_000).default(1),
  size: z.int().min(1).max(60).default(20),
})
export type Sought = z.output<typeof sought>

export const foundUnit = z.object({
  id: z.uuid(),
  name: z.string(),
  use: z.enum(keysOf(uses)),
  area: z.number(),
  rent: z.number().nullable(),
  fee: z.number().nullable(),
  readyOn: z.string().nullable(),
  floor: z.number(),
  building: z.uuid(),
  buildingName: z.string(),
  zoneName: z.string().nullable(),
  address: z.string(),
  facilities: z.array(z.enum(keysOf(facilities))),
  directions: z.array(z.string()),
  /** A photo to show first. */
  photo: z.uuid().nullable(),
})
export type FoundUnit = z.output<typeof foundUnit>

/** A building with units that fit. */
export const pin = z.object({
  building: z.uuid(),
  name: z.string(),
  longitude: z.number(),
  latitude: z.number(),
  precision: z.enum(['exact', 'approx']).nullable(),
  units: z.number(),
  areaFrom: z.number(),
  areaTo: z.number(),
  rentFrom: z.number().nullable(),
})
export const found = z.object({
  total: z.number(),
  rows: z.array(foundUnit),
  pins: z.array(pin),
  /** Buildings that fit and are not among the pins: too many for one map, or without a place on it. */
  unpinned: z.number(),
})
export type Found = z.output<typeof found>

/** More pins no map shows apart; those with most units come first. */
const mostPins = 500

export async function search(ctx: Ctx, of: Sought): Promise<Found> {
  const { rows } = (await overAll(ctx, ({ db, today }) => db.execute(statement(of, today)))) as unknown as { rows: [Found] }
  return rows[0]
}

/**
 * What is listed is public, and whether it is free is asked over all leases and uses; who has them is not read. The units
 * that fit are found once; list, pins and count are taken from them.
 */
function statement(of: Sought, today: string): SQL {
  return sql`
    with ${bonds(today)},
    fit as materialized (
      select unit.id, unit.name, unit.use, unit.area, unit.rent, unit.fee, unit.ready_on, unit.floor, unit.updated_at, unit.building
      from unit join building b on b.id = unit.building ${of.load === undefined ? sql`` : sql`join floor f on f.id = unit.floor`}
        left join held on held.unit = unit.id left join sat on sat.unit = unit.id
      where ${onOffer(today)} ${conditions(of)}),
    pinned as (
      select b.id as building, b.name, b.longitude, b.latitude, b.precision, count(*)::int as units, min(fit.area)::float8 as "areaFrom",
        max(fit.area)::float8 as "areaTo", min(fit.rent)::float8 as "rentFrom"
      from fit join building b on b.id = fit.building group by b.id),
    page as (
      select fit.id, fit.name, fit.use, fit.area::float8 as area, fit.rent::float8 as rent, fit.fee::float8 as fee,
        fit.ready_on::text as "readyOn", f.number as floor, fit.building, b.name as "buildingName", z.short_name as "zoneName", b.address,
        b.facilities, b.directions, p.file as photo
      from (select * from fit order by ${ordered(of.order)}, id limit ${of.size} offset ${(of.page - 1) * of.size}) fit
        join building b on b.id = fit.building join floor f on f.id = fit.floor left join org z on z.id = b.zone
        left join lateral (select p.id as file from picture p where p.building = b.id and p.kind = ${photo} and (p.unit = fit.id or p.unit is null)
          order by p.unit nulls last, p.created_at limit 1) p on true
      order by ${ordered(of.order)}, fit.id)
    select (select count(*)::int from fit) as total,
      coalesce((select json_agg(page) from page), '[]') as rows,
      coalesce((select json_agg(p) from (select * from pinned where longitude is not null order by units desc, building limit ${mostPins}) p), '[]') as pins,
      greatest((select count(*)::int from pinned) - least((select count(*)::int from pinned where longitude is not null), ${mostPins}), 0) as unpinned`
}
const photo: keyof typeof pictureKinds = 'photo'

/** Of some units those that are on offer. */
export async function offeredAmong(ctx: Ctx, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = (await overAll(ctx, ({ db, today }) =>
    db.execute(sql`with ${bonds(today)} select unit.id from unit left join held on held.unit = unit.id left join sat on sat.unit = unit.id
      where unit.id = any(${`{${ids.join()}}`}::uuid[]) and ${onOffer(today)}`),
  )) as unknown as { rows: { id: string }[] }
  return new Set(rows.map(({ id }) => id))
}

/** Who holds and who uses units today, and until when. */
const bonds = (today: string) => sql`
    held as (select unit, max(until) as until from lease_unit where held and since <= ${today} and until > ${today} group by unit),
    sat as (select unit, max(coalesce(until, 'infinity')) as until from occupancy
      where known_until is null and since <= ${today} and (until is null or until > ${today}) group by unit)`

/** Listed, and nobody holds or uses it; or it is offered for a day when they are gone. */
const onOffer = (today: string) => sql`unit.listed and unit.region = current_setting('app.region') and unit.since <= ${today}
        and (unit.until is null or unit.until > ${today})
        and coalesce(greatest(held.until, sat.until) <= unit.ready_on, held.until is null and sat.until is null)`

function ordered(order: Sought['order']): SQL {
  const by = {
    fresh: 'fit.updated_at desc',
    area: 'fit.area',
    rent: 'fit.rent nulls last',
    ready: 'fit.ready_on nulls last',
  } as const
  return sql.raw(by[order])
}

function conditions(of: Sought): SQL {
  const { words, areaFrom, areaTo, rentTo, zone, building, readyBy, load, use, direction, facilities: wanted, bounds } = of
  const tests = [
    areaFrom !== undefined && sql`unit.area >= ${areaFrom}`,
    areaTo !== undefined && sql`unit.area <= ${areaTo}`,
    rentTo !== undefined && sql`unit.rent <= ${rentTo}`,
    readyBy !== undefined && sql`unit.ready_on <= ${readyBy}`,
    use !== undefined && sql`unit.use = ${use}`,
    zone !== undefined && sql`unit.zone = ${zone}`,
    building !== undefined && sql`unit.building = ${building}`,
    load !== undefined && sql`coalesce(unit.load, f.load) >= ${load}`,
    // A building that names no directions is open to all.
    direction !== undefined && sql`(b.directions = '[]' or b.directions ? ${direction})`,
    wanted?.length && sql`b.facilities @> ${JSON.stringify(wanted)}::jsonb`,
    bounds !== undefined &&
      sql`b.longitude between ${bounds[0]} and ${bounds[2]} and b.latitude between ${bounds[1]} and ${bounds[3]}`,
    words && named(containing(words)),
  ].filter((test) => test !== false && test !== undefined && test !== 0 && test !== '') as SQL[]
  return tests.length ? sql`and ${sql.join(tests, sql` and `)}` : sql``
}

const named = (pattern: string) => sql`(b.name ilike ${pattern} or b.address ilike ${pattern} or unit.name ilike ${pattern})`
