/** The units there are to let, as matching reads them: with their building, what adjoins them and from when they are free. */
import { type SQL, sql } from 'drizzle-orm'
import type { Unit } from '#engines/allocation/match/unit.ts'
import { type Facility, facilities, uses } from '#modules/space/model.ts'
import type { Ctx } from '#platform/context.ts'
import { inParts, partOfRows } from '#platform/parts.ts'
import { overAll } from '#platform/session.ts'

export type Market = {
  /** Only units of these zones; all, where none is named. */
  zones?: readonly string[]
  /** Only these units. */
  only?: readonly string[]
  /** Only what is offered to everyone. */
  listed?: boolean
  /** Only what is free by then. */
  freeBy?: string | null
}

/**
 * Units that are there today, not shared, and not in use for good: who is there under a lease is taken to leave with it, who is
 * there without one is not known to leave at all. Who holds a unit is not told, only until when. Firms alike are counted over
 * all, from what is known of who sits where.
 */
export async function unitsToLet(ctx: Ctx, market: Market = {}): Promise<Unit[]> {
  const all: Unit[][] = []
  await eachPart(ctx, market, (units) => all.push(units))
  return all.flat()
}

/** The same in parts, a building whole in one of them: what is not kept of a part need not be held. */
export function eachPart(ctx: Ctx, market: Market, look: (units: Unit[], parts: number) => void): Promise<void> {
  return overAll(ctx, async (ctx) => {
    const places = await placesOf(ctx, market)
    const parts = Math.max(1, Math.ceil(places.reduce((sum, { units }) => sum + units, 0) / partOfRows))
    const of = places.map(inWords)
    for await (const rows of inParts<Row>(ctx, 'market', roomsOf(ctx, places, market), ({ nth }) => nth))
      look(
        rows.map((row) => unitOf(row, of[row.nth]!)),
        parts,
      )
  })
}

type Place = Omit<OfBuilding, 'facilities' | 'network'> & { facilities: Facility[]; network: string | null; units: number }
type OfBuilding = Pick<
  Unit,
  | ('building' | 'buildingName' | 'zone' | 'zoneName' | 'network' | 'lifts' | 'parking' | 'fireClass' | 'directions')
  | ('facilities' | 'longitude' | 'latitude' | 'precision' | 'tenants' | 'confirmedOn')
>

const within = (ids: readonly string[]): SQL => sql`any(${`{${ids.join()}}`}::uuid[])`
const there = (
  { today }: Ctx,
  { only, listed }: Market,
): SQL => sql`u.since <= ${today} and (u.until is null or u.until > ${today})
  and u.use <> 'shared' ${only ? sql`and u.id = ${within(only)}` : sql``} ${listed ? sql`and u.listed` : sql``}`

/** Buildings with units to look at, by name. */
async function placesOf(ctx: Ctx, market: Market): Promise<Place[]> {
  const { rows } = (await ctx.db.execute(sql`
    with alike as (select building, jsonb_object_agg(direction, firms) as tenants from (
      select o.building, e.direction, count(distinct e.id) as firms from occupancy o join enterprise e on e.id = o.enterprise
      where o.known_until is null and o.until is null and e.direction is not null group by 1, 2) d group by building)
    select b.id as building, b.name as "buildingName", b.zone, z.short_name as "zoneName", b.network, b.lifts, b.parking,
      b.fire_class as "fireClass", b.directions, b.facilities, b.longitude, b.latitude, b.precision,
      coalesce(alike.tenants, '{}') as tenants, b.confirmed_on::text as "confirmedOn", own.units
    from building b join (select u.building, count(*)::int as units from unit u where ${there(ctx, market)} group by u.building) own
        on own.building = b.id
      left join org z on z.id = b.zone left join alike on alike.building = b.id
    ${market.zones?.length ? sql`where b.zone = ${within(market.zones)}` : sql``}
    order by b.name`)) as unknown as { rows: Place[] }
  return rows
}

type Row = Omit<Unit, keyof OfBuilding | 'use'> & { nth: number; use: keyof typeof uses; confirmedOn: string | null }

/** The units, building by building; what is of the building is told once for all of them. */
function roomsOf(ctx: Ctx, places: readonly Place[], market: Market): SQL {
  const { today } = ctx
  const { freeBy = null } = market
  return sql`
    with held as materialized (select unit, max(until) as until from lease_unit where held and until > ${today} group by unit),
      sat as materialized (select unit, max(until) as until, bool_or(until is null) as stays from occupancy
        where known_until is null and (until is null or until > ${today}) and since <> coalesce(until, 'infinity') group by unit),
      beside as materialized (select unit, array_agg(other) as all from (
        select one as unit, other from adjoining union all select other, one from adjoining) a group by unit)
    select (place.nth - 1)::int as nth, u.id, u.name, f.number as floor, u.area::float8 as area, u.rent::float8 as rent,
      u.fee::float8 as fee, u.ready_on::text as "readyOn", greatest(held.until, sat.until, ${today}::date)::text as "freeFrom",
      coalesce(u.load, f.load) as load, coalesce(u.height, f.height) as height, u.power, u.use,
      coalesce(beside.all, '{}') as adjacent, u.confirmed_on::text as "confirmedOn"
    from unnest(${`{${places.map(({ building }) => building).join()}}`}::uuid[]) with ordinality as place (id, nth)
      join unit u on u.building = place.id join floor f on f.id = u.floor left join held on held.unit = u.id
      left join sat on sat.unit = u.id left join beside on beside.unit = u.id
    where ${there(ctx, market)} and (sat.stays is not true or held.until is not null)
      and (${freeBy}::date is null or greatest(held.until, sat.until, ${today}::date) <= ${freeBy}::date)
    order by place.nth, f.number, u.name`
}

const unitOf = ({ nth: _, use, confirmedOn, ...row }: Row, place: OfBuilding): Unit => ({
  ...place,
  ...row,
  use: uses[use],
  confirmedOn: later(place.confirmedOn, confirmedOn),
})

/** Matching speaks in the words people read; of the network only what is written is known. */
const inWords = ({ network, facilities: had, units: _, ...place }: Place): OfBuilding => ({
  ...place,
  facilities: had.map((one) => facilities[one]),
  network: network === null ? null : network.split(/[、，,;；\s]+/).filter(Boolean),
})

const later = (a: string | null, b: string | null) => (a === null || (b !== null && b > a) ? b : a)
