/** What the journal costs: the same inserts with and without its trigger, one row a transaction and many. */
import pg from 'pg'
import { median, ms, ratio, withDatabase } from './measure.ts'

const one = `insert into org (region, name, short_name, kind, aliases) values ('500109', gen_random_uuid()::text, '单位', 'department', '[]')`
const many = `insert into org (region, name, short_name, kind, aliases)
  select '500109', gen_random_uuid()::text, '单位', 'department', '[]' from generate_series(1, 10000)`

export const bench = () =>
  withDatabase(async (url) => {
    const client = new pg.Client(url)
    await client.connect()
    const times = async () => ({
      single: await median(200, () => client.query(one)),
      bulk: await median(5, () => client.query(many)),
    })
    const journaled = await times()
    await client.query('alter table org disable trigger journaled_insert')
    const bare = await times()
    console.log(
      `one row a transaction: ${ms(journaled.single)} journaled, ${ms(bare.single)} bare: ${ratio(journaled.single, bare.single)}`,
    )
    console.log(
      `10,000 rows at once:   ${ms(journaled.bulk)} journaled, ${ms(bare.bulk)} bare: ${ratio(journaled.bulk, bare.bulk)}`,
    )
    await client.end()
  })
