/** The units there are to let, as matching reads them: with their building, what adjoins them and from when they are free. */
import { sql } from 'drizzle-orm'
import type { Unit } from '#engines/allocation/match/unit.ts'
import { type Facility, facilities, uses } from '#modules/space/model.ts'
import type { Ctx } from '#platform/context.ts'
import { overAll } from '#platform/session.ts'

type Row = Omit<Unit, 'facilities' | 'network' | 'use' | 'adjacent' | 'tenants'> & {
  facilities: Facility[]
  use: keyof typeof uses
  network: string | null
  adjacent: string[]
  tenants: Record<string, number> | null
}

export type Market = {
  /** Only units of these zones; all, where none is named. */
  zones?: readonly string[]
  /** Only these units. */
  only?: readonly string[]
  /** Only what is offered to everyone. */
  listed?: boolean
}

/**
 * Units that are there today, not shared, and not in use for good: who is there under a lease is taken to leave with it, who is
 * there without one is not known to leave at all. Who holds a unit is not told, only until when. Firms alike are counted over
 * all, from what is known of who sits where.
 */
export async function unitsToLet(ctx: Ctx, { zones = [], only, listed = false }: Market = {}): Promise<Unit[]> {
  const { rows } = (await overAll(ctx, ({ db, today }) =>
    db.execute(sql`
      with there as materialized (select * from unit where since <= ${today} and (until is null or until > ${today}) and use <> 'shared'
        ${zones.length ? sql`and zone = any(${`{${zones.join()}}`}::uuid[])` : sql``}
        ${only ? sql`and id = any(${`{${only.join()}}`}::uuid[])` : sql``} ${listed ? sql`and listed` : sql``}),
      held as (select lu.unit, max(lu.until)::text as free from lease_unit lu join there t on t.id = lu.unit
        where lu.held and lu.until > ${today} group by lu.unit),
      sat as (select o.unit, max(o.until)::text as free, bool_or(o.until is null) as stays from occupancy o join there t on t.id = o.unit
        where o.known_until is null and (o.until is null or o.until > ${today}) and o.since <> coalesce(o.until, 'infinity') group by o.unit),
      beside as (select unit, array_agg(other) as all from (
        select one as unit, other from adjoining union all select other, one from adjoining) a group by unit),
      alike as (select building, jsonb_object_agg(direction, firms) as tenants from (
        select o.building, e.direction, count(distinct e.id) as firms from occupancy o join enterprise e on e.id = o.enterprise
        where o.known_until is null and o.until is null and e.direction is not null group by 1, 2) d group by building)
      select u.id, u.name, u.building, b.name as "buildingName", f.number as floor, u.zone, z.short_name as "zoneName",
        u.area::float8 as area, u.rent::float8 as rent, u.fee::float8 as fee, u.ready_on::text as "readyOn",
        greatest(held.free, sat.free, ${today}) as "freeFrom", coalesce(u.load, f.load) as load, coalesce(u.height, f.height) as height,
        u.power, b.network, b.lifts, b.parking, b.fire_class as "fireClass", u.use, b.directions, b.facilities, b.longitude, b.latitude,
        b.precision, coalesce(beside.all, '{}') as adjacent, coalesce(alike.tenants, '{}') as tenants,
        greatest(u.confirmed_on, b.confirmed_on)::text as "confirmedOn"
      from there u join building b on b.id = u.building join floor f on f.id = u.floor left join org z on z.id = u.zone
        left join held on held.unit = u.id left join sat on sat.unit = u.id left join beside on beside.unit = u.id
        left join alike on alike.building = u.building
      where sat.stays is not true or held.free is not null
      order by b.name, f.number, u.name`),
  )) as unknown as { rows: Row[] }
  return rows.map(inWords)
}

/** Matching speaks in the words people read; of the network only what is written is known. */
const inWords = ({ network, facilities: had, use, ...row }: Row): Unit => ({
  ...row,
  use: uses[use],
  facilities: had.map((one) => facilities[one]),
  network: network === null ? null : network.split(/[、，,;；\s]+/).filter(Boolean),
})
