/** Two books and the files of tenants, side by side in the database: who has a room by contract, who is in it, who says he is. */
import { type SQL, sql } from 'drizzle-orm'
import { ruleOn } from '#modules/space/ledger/rule.ts'
import type { Ctx } from '#platform/context.ts'
import type { About, Found } from './mismatch.ts'
import { keptBuildings } from './reach.ts'

/** Rows of what does not agree between leases, occupancy and the files of enterprises. */
export async function inRooms(ctx: Ctx, { lease, building }: About): Promise<Found[]> {
  const narrowed = sql`${building ? sql`building = ${building}` : sql`true`} and ${lease ? sql`lease = ${lease}` : sql`true`}`
  const { movingInDays } = await ruleOn(ctx, ctx.today)
  const all = [unoccupied(ctx.today, movingInDays), unlet, otherOccupant, areaDiffers, elsewhere, absent(ctx.today)]
  const { rows } = (await ctx.db.execute(sql`${books(ctx.today)}
    select kind, building, "buildingName", unit, "unitName", lease, number, enterprise, name, days, told
    from (${sql.join(all, sql` union all `)}) found
    where ${narrowed}`)) as unknown as { rows: Found[] }
  return rows
}

/** The books of today: which buildings, what is let, what is used as far as is known. */
const books = (today: string): SQL => sql`with kept as (${keptBuildings}),
  letting as (select lu.unit, lu.area, lu.since, l.id as lease, l.number, l.enterprise, l.tenant, l.building, kept.name as building_name,
      u.name as unit_name
    from lease_unit lu join lease l on l.id = lu.lease join kept on kept.id = l.building join unit u on u.id = lu.unit
    where lu.held and lu.since <= ${today} and lu.until > ${today} and l.signed_on <= ${today}),
  told_use as (select o.* from occupancy o
    where o.since <= ${today} and o.known_from <= ${today} and (o.known_until is null or o.known_until > ${today})),
  used as (select o.*, kept.name as building_name, u.name as unit_name
    from told_use o join kept on kept.id = o.building join unit u on u.id = o.unit where o.until is null or o.until > ${today})`

const letColumns = sql`l.building, l.building_name as "buildingName", l.unit, l.unit_name as "unitName", l.lease, l.number, l.enterprise, l.tenant as name`
const none = sql`null::int as days`

const unoccupied = (today: string, grace: number): SQL => sql`
  select 'unoccupied' as kind, ${letColumns}, ${today}::date - empty.since as days, '{}'::jsonb as told
  from letting l left join (select unit, max(until) as until from told_use group by unit) used_to on used_to.unit = l.unit
    cross join lateral (select greatest(l.since, used_to.until) as since) empty
  where not exists (select 1 from used where used.unit = l.unit) and ${today}::date - empty.since > ${grace}::int`

/** Shared rooms are used by all and let to none. */
const unlet = sql`
  select 'unlet' as kind, used.building, used.building_name, used.unit, used.unit_name, null::uuid as lease, null as number,
    used.enterprise, used.occupant as name, ${none}, jsonb_build_object('since', used.since) as told
  from used where used.use <> 'shared' and not exists (select 1 from letting l where l.unit = used.unit)`

/** By their files where both are on file, else by name. */
const others = sql`(case when l.enterprise is not null and used.enterprise is not null then l.enterprise <> used.enterprise
  else l.tenant <> used.occupant end)`
const otherOccupant = sql`
  select 'otherOccupant' as kind, ${letColumns}, ${none}, jsonb_build_object('occupant', used.occupant) as told
  from letting l join used on used.unit = l.unit where ${others}`
const areaDiffers = sql`
  select 'areaDiffers' as kind, ${letColumns}, ${none},
    jsonb_build_object('let', l.area, 'used', used.area, 'differ', abs(l.area - used.area)) as told
  from letting l join used on used.unit = l.unit where l.area <> used.area and not ${others}`

/** Once for a lease; a firm with rooms in several buildings is on file in one of them. */
const elsewhere = sql`
  (select distinct on (l.lease) 'elsewhere' as kind, l.building, l.building_name, null::uuid as unit, null as unit_name, l.lease, l.number,
    l.enterprise, l.tenant as name, ${none}, jsonb_build_object('building', e.building) as told
  from letting l join enterprise e on e.id = l.enterprise
  where e.building is distinct from l.building_name
    and not exists (select 1 from letting o where o.enterprise = l.enterprise and o.building_name = e.building))`

const absent = (today: string): SQL => sql`
  select 'absent' as kind, kept.id, kept.name, null::uuid, null, null::uuid, null, e.id, e.name, ${none}, '{}'::jsonb
  from enterprise e join kept on kept.name = e.building
  where e.settled_on <= ${today} and (e.left_on is null or e.left_on > ${today})
    and not exists (select 1 from used where used.building = kept.id and (used.enterprise = e.id or used.occupant = e.name))`
