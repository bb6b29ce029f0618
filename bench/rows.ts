/** What row rights cost: the same lists as the owner with the condition written out, and as the serving role. */
import pg from 'pg'
import { drizzleOn, openPool } from '#platform/database/pool.ts'
import { median, ms, ratio, withDatabase } from './measure.ts'

const fill = `
  insert into org (id, region, name, short_name, kind, aliases)
    select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, '500109', '单位' || n, '单位', 'department', '[]' from generate_series(1, 200) n;
  insert into report (region, task, org, month, status, unchanged, progress)
    select '500109', ('00000000-0000-4000-9000-' || lpad((n % 500)::text, 12, '0'))::uuid,
      ('00000000-0000-4000-8000-' || lpad((1 + n % 200)::text, 12, '0'))::uuid,
      '20' || lpad((22 + n / 12000 % 70)::text, 2, '0') || '-' || lpad((1 + n % 12)::text, 2, '0'), 'accepted', false, '进展 ' || n
    from generate_series(1, 100000) n on conflict do nothing;
  analyze report;`
const lists: [name: string, where: string][] = [
  ['one task', `task = '00000000-0000-4000-9000-000000000007'`],
  ['one month', `month = '2024-06'`],
  ['everything, counted', 'true'],
]
const own = `'00000000-0000-4000-8000-000000000003'::uuid`

export const bench = () =>
  withDatabase(async (url) => {
    const owner = new pg.Client(url)
    await owner.connect()
    await owner.query('alter table report disable trigger journaled_insert; alter table org disable trigger journaled_insert')
    await owner.query(fill)
    const app = openPool(url, 'app', 1)
    const db = drizzleOn(app)
    for (const [name, where] of lists) {
      const columns = where === 'true' ? 'count(*)' : '*'
      const plain = await median(30, () =>
        owner.query(`select ${columns} from report where ${where} and region = '500109' and (org = ${own} or status <> 'draft')`),
      )
      const secured = await db.transaction(async (tx) => {
        await tx.execute(`select set_config('app.region', '500109', true), set_config('app.role', 'department', true),
          set_config('app.org', '00000000-0000-4000-8000-000000000003', true)`)
        return median(30, () => tx.execute(`select ${columns} from report where ${where}`))
      })
      console.log(`${name}: ${ms(secured)} under row rights, ${ms(plain)} written out by hand: ${ratio(secured, plain)}`)
    }
    await app.end()
    await owner.end()
  })
