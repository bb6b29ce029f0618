/**
 * A district far larger than any: enterprises, stretches and reports by the million, written by plain SQL into a migrated
 * and empty database. Triggers rest meanwhile; what they would have summed up is summed up by one statement.
 */
import type pg from 'pg'
import { cellNames } from '#modules/filing/model.ts'

export const region = '500109'

type Size = { enterprises?: number; months?: number }
export type Filled = { seconds: number; bytes: number; reports: number }

/** Reports begin in January 2022; by default until December 2025. */
export async function fillLarge(owner: pg.Client, { enterprises = 100_000, months = 48 }: Size = {}): Promise<Filled> {
  const begun = performance.now()
  const run = async (statements: string[]) => {
    for (const statement of statements) await owner.query(statement)
  }
  await owner.query(`select set_config('app.region', '${region}', false)`)
  await run(tables.map((table) => `alter table ${table} disable trigger user`))
  // References are checked, and indexes built, once for all instead of row by row.
  const resting = (await owner.query<{ drop: string; make: string }>(references + indexes)).rows
  await run(resting.map(({ drop }) => drop))
  await run([...places, files(enterprises), stretches, ...Array.from({ length: months }, (_, i) => reports(i)), titles, rights])
  await run(resting.map(({ make }) => make).reverse())
  await run([sums, ...tables.map((table) => `alter table ${table} enable trigger user`), 'analyze'])
  const { rows } = await owner.query<{ bytes: string; reports: string }>(
    'select pg_database_size(current_database()) as bytes, (select count(*) from filing) as reports',
  )
  return { seconds: (performance.now() - begun) / 1000, bytes: Number(rows[0]!.bytes), reports: Number(rows[0]!.reports) }
}

const tables = ['org', 'enterprise', 'presence', 'filing', 'qualification', 'ip_right']
const large = `any ('{${tables.slice(1).join(',')}}')`

const references = `
  select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
    format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as make
  from pg_constraint where contype = 'f' and conrelid::regclass::text = ${large}`
/** But for those that are a key of their table. */
const indexes = `
  union all
  select format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid) from pg_index
  where indrelid::regclass::text = ${large} and not exists (select 1 from pg_constraint where conindid = indexrelid)`

/** Ids told by their kind and number, so that rows find one another without a look. */
const id = (kind: string, n: string) => `('${kind}000-0000-8000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`
const town = (n: string) => id('0000a', `1 + ${n} % 17`)
/** Every seventh sits outside of the parks. */
const zone = (n: string) => `case when ${n} % 7 < 6 then ${id('0000b', `1 + ${n} % 7`)} end`
const industry = (n: string) => `(array['6513','6511','6519','6520','6531','6540','6572','6440','6319','7519'])[1 + ${n} % 10]`
const direction = (n: string) => `(array['数字城市','数字文创','数字平台经济','集成电路',null])[1 + ${n} % 5]`

const places = [
  `insert into org (id, name, short_name, kind, aliases) select ${id('0000a', 'n')}, '镇街' || n, '镇街' || n, 'town', '[]' from generate_series(1, 17) n`,
  `insert into org (id, name, short_name, kind, aliases) select ${id('0000b', 'n')}, '园城' || n, '园城' || n, 'park', '[]' from generate_series(1, 6) n`,
]

const settledOn = `date '2015-01-01' + (n * 7919 % 2500)`
const files = (enterprises: number) => `
  insert into enterprise (id, credit_code, name, status, legal_form, town, zone, industry, direction, origin_kind, settled_on, frequency, saas,
    source, as_of, confirmed_on, origins)
  select ${id('0000e', 'n')}, '91500109Y' || lpad(n::text, 9, '0'), '重庆' || n || '号软件有限公司（演示）', 'active', 'limited',
    ${town('n')}, ${zone('n')}, ${industry('n')}, ${direction('n')}, 'existing', ${settledOn}, 'month', n % 8 = 0,
    'import', '2025-12-01', date '2025-12-01' - n % 60, '{}'
  from generate_series(1, ${enterprises}) n`

const stretches = `
  insert into presence (enterprise, town, zone, industry, division, direction, saas, origin_kind, settled_on, since, begin, recorded_by, known_from)
  select id, town, zone, industry, left(industry, 2), direction, saas, origin_kind, settled_on, settled_on, 'settled', '批量', settled_on + 7
  from enterprise`

/** A month of everybody: what a year has brought so far, larger for some than for others, known within ten days. */
const reports = (nth: number) => {
  const first = `(date '2022-01-01' + interval '${nth} months')`
  const inYear = 1 + (nth % 12)
  const earned = `(20000 + h % 977 * (1 + h % 31) * case when h % 997 = 0 then 4000 else 40 end) * ${inYear} * ${(1 + nth * 0.02).toFixed(2)}`
  return `
    insert into filing (enterprise, month, revision, status, revenue, software_revenue, software_products, it_services, security, embedded,
      headcount, rnd_staff, bachelors, rnd_spend, profit, exports, tax, explanations, objections, unchanged, typed, submitted_on, submitted_by,
      decided_on, decided_by, town, zone, industry, division, direction, known_from)
    select id, to_char(${first}, 'YYYY-MM'), 1, 'accepted', r, p + s + t + e, p, s, t, e,
      staff, staff / 3, ${inYear % 3 === 0 ? 'staff * 3 / 4, r / 10, r / 12, r / 900' : 'null, null, null, null'}, r / 25, '{}', '{}', false, 8,
      on_day - 2, '报送人', on_day, '审核人', town, zone, industry, left(industry, 2), direction, on_day
    from (
      select *, r * 3 / 10 as p, r * 4 / 10 as s, r / 20 as t, r / 25 as e, 3 + h % 60 as staff,
        (${first} + interval '1 month')::date + 4 + h % 9 as on_day
      from (select *, (${earned})::bigint as r from (select *, abs(hashtext(credit_code)) as h from enterprise) hashed) earned
    ) reported`
}

const titles = `
  insert into qualification (enterprise, holder, kind, granted_on, valid_until, town, zone, source, recorded_by, known_from)
  select id, name, (array['innovative','specialised','high-tech','backbone','above-scale'])[1 + n % 5], day, day + 1095, town, zone, 'import', '批量', day
  from (select *, date '2022-01-01' + (n * 37 % 1400)::int as day from (select *, row_number() over (order by id) as n from enterprise) numbered) dated
  where n <= 3000`

const rights = `
  insert into ip_right (enterprise, kind, title, registered_on, town, zone, industry, recorded_by, known_from)
  select e.id, (array['copyright','copyright','copyright','utility','invention'])[1 + n % 5], '软件 V' || n, day, e.town, e.zone, e.industry, '批量', day + 3
  from (select n, date '2022-01-01' + (n % 1430) as day, 1 + n * 7919 % (select count(*) from enterprise) as at from generate_series(1, 200000) n) drawn
  join enterprise e on e.id = ${id('0000e', 'at')}`

/** As the trigger filing_tally would have it. */
const columns = cellNames.map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))
const sums = `
  insert into tally (region, face, month, known, member, division, reports, ${columns.join(', ')})
  select region, face, month, known_from, member, division, count(*), ${columns.map((name) => `coalesce(sum(${name}), 0)`).join(', ')}
  from filing, lateral (values ('whole', ''), ('town', town::text), ('zone', coalesce(zone::text, '')), ('industry', industry),
    ('direction', coalesce(direction, ''))) f (face, member)
  group by 1, 2, 3, 4, 5, 6`
