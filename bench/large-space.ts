/** A region of many buildings, filled by SQL: units to let for finding space among tens of thousands. */
import type pg from 'pg'

export const region = '500998'
export type FilledSpace = { seconds: number; buildings: number; units: number }

const tables = ['org', 'building', 'floor', 'unit']

/** About twenty units a building on five floors, all offered, spread over one zone and town; `db` is the owner's connection. */
export async function fillUnits(db: pg.Client, units = 50_000): Promise<FilledSpace> {
  const started = performance.now()
  const buildings = Math.ceil(units / 20)
  await db.query(`select set_config('app.region', '${region}', false)`)
  // Triggers would check and journal every row; what is filled in here is right by construction.
  for (const table of tables) await db.query(`alter table ${table} disable trigger user`)
  await db.query(`
    insert into org (region, name, short_name, kind, aliases) values
      ('${region}', '测试园城', '测试园城', 'park', '[]'), ('${region}', '测试街道', '测试街道', 'town', '[]')`)
  const of = (shortName: string) => `(select id from org where region = '${region}' and short_name = '${shortName}')`
  await db.query(`
    insert into building (region, name, zone, town, address, ownership, owner, certificate, structure, built_in, floors_above, floors_below,
      area, fire_class, lifts, parking, power, network, facilities, directions, longitude, latitude, datum, precision, source, as_of, confirmed_on)
    select '${region}', '测试楼' || n, ${of('测试园城')}, ${of('测试街道')}, '测试路' || n || '号', 'state', '测试产权单位', 'certified', 'frame',
      2000 + n % 20, 5, 0, 6000, 'one', 2, n % 200, 800, '千兆到楼',
      case n % 4 when 0 then '["parking","canteen","meeting"]' when 1 then '["parking","metro"]' when 2 then '["bus"]' else '[]' end::jsonb,
      case n % 3 when 0 then '["数字城市"]' when 1 then '["数字文创","数字平台经济"]' else '[]' end::jsonb,
      106.3 + (n * 7919 % 10007) / 10007.0 * 0.38, 29.65 + (n * 104729 % 10009) / 10009.0 * 0.43, 'WGS-84', 'approx', '测试', '2025-11-01',
      '2025-11-01'
    from generate_series(1, ${buildings}) n`)
  await db.query(`
    insert into floor (region, building, number, area, height, load)
    select '${region}', b.id, n, 1150, 3.6, 2 + n from building b, generate_series(1, 5) n where b.region = '${region}'`)
  await db.query(`
    insert into unit (region, building, floor, zone, town, name, use, area, net_area, height, load, power, fit_out, rent, fee, ready_on,
      about, listed, since, origins, confirmed_on)
    select '${region}', f.building, f.id, b.zone, b.town, f.number || '-0' || n, case (f.lot + n) % 9 when 0 then 'plant' else 'office' end,
      40 + (f.lot * 37 + n * 61) % 240, 30, 2.8, f.load, 20, '简装', 10 + (f.lot * 13 + n * 7) % 45, 2,
      date '2025-06-01' + ((f.lot * 11 + n * 17) % 400)::int, '南向采光', true, '2024-01-01', '[]', '2025-11-01'
    from (select *, row_number() over (order by id) as lot from floor where region = '${region}') f
      join building b on b.id = f.building, generate_series(1, 4) n
    limit ${units}`)
  for (const table of tables) await db.query(`alter table ${table} enable trigger user`)
  await db.query('analyze building, floor, unit')
  return { seconds: (performance.now() - started) / 1000, buildings, units }
}

/**
 * Leases of the first units, most of them occupied as agreed: some paid in full, some late, some over and some paid too much;
 * what is paid comes by quarters.
 */
export async function fillLeases(db: pg.Client, leases = 20_000): Promise<number> {
  const tables = ['lease', 'lease_unit', 'receipt', 'occupancy']
  for (const table of tables) await db.query(`alter table ${table} disable trigger user`)
  await db.query(`
    create temp table let as
    select gen_random_uuid() as id, u.id as unit, u.building, u.zone, u.town, u.area, u.use, n,
      date '2023-01-01' + (n * 37 % 900)::int as first, (12 * (1 + n % 3))::int as months, 10 + n % 45 as rent
    from (select *, row_number() over (order by id) as n from unit where region = '${region}' limit ${leases}) u`)
  await db.query(`
    insert into lease (id, region, number, building, zone, town, lessor, tenant, "from", "to", area, rent, fee, steps, free, growth,
      pay_every, due_days, deposit, status, signed_on)
    select id, '${region}', 'ZL-' || n, building, zone, town, '测试公司', '测试企业' || n, first, (first + make_interval(months => months))::date - 1,
      area, rent, 2, case when n % 7 = 0 then jsonb_build_array(jsonb_build_object('from', first + 200, 'rent', rent + 3)) else '[]' end,
      case when n % 5 = 0 then jsonb_build_array(jsonb_build_object('from', first, 'to', first + 44)) else '[]' end,
      case when n % 7 <> 0 and n % 3 = 0 then 3.5 end, 'quarter', 10, round(area * rent * 3), 'running', first - 20
    from let`)
  await db.query(`
    insert into lease_unit (region, lease, unit, area, since, until, held)
    select '${region}', id, unit, area, first, (first + make_interval(months => months))::date, true from let`)
  await db.query(`
    insert into receipt (region, lease, kind, amount, paid_on, recorded_by, known_from)
    select '${region}', id, kind, round(area * price * 3 * (1 + n % 11 / 10.0)), on_day, '测试', on_day
    from let, (values ('rent'), ('fee')) k (kind), generate_series(0, 11 - (n % 4)::int) q,
      lateral (select (first + make_interval(months => 3 * q))::date + 5 as on_day,
        case kind when 'rent' then rent else 2 end as price) due
    where on_day <= '2025-12-02' and (q * 3 < months or n % 50 = 0)`)
  await db.query(`
    insert into receipt (region, lease, kind, amount, paid_on, recorded_by, known_from)
    select region, id, 'deposit', deposit, "from", '测试', "from" from lease where region = '${region}' and number not like '%7'`)
  await db.query(`
    insert into occupancy (region, unit, building, zone, town, use, occupant, area, since, recorded_by, known_from)
    select '${region}', unit, building, zone, town, use, '测试企业' || n, area, first, '测试', first from let
    where n % 9 <> 0 and first + make_interval(months => months) > '2025-12-02'`)
  for (const table of tables) await db.query(`alter table ${table} enable trigger user`)
  await db.query('analyze lease, lease_unit, receipt, occupancy')
  return leases
}
