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
