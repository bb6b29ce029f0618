/** The public directory: enterprises that agreed to be in it, each with what it agreed to show (database function `directory`). */
import { sql } from 'drizzle-orm'
import { industryName } from '#engines/enterprise/industry.ts'
import type { Ctx } from '#platform/context.ts'
import { containing } from '#platform/search.ts'

export type Listed = {
  id: string
  name: string
  industry: string | null
  direction: string | null
  zone: string | null
  town: string | null
  products: string | null
  address: string | null
  phone: string | null
}
type Wanted = { words: string; zone: string | null; page: number; size: number }

/** A page of it in the order of names, with how many there are, and the parks and towns to choose from. */
export async function directoryOf({ db }: Pick<Ctx, 'db'>, { words, zone, page, size }: Wanted) {
  const like = containing(words)
  const matching = sql`from directory() d left join org z on z.id = d.zone left join org t on t.id = d.town
    where (${words} = '' or d.name like ${like} or coalesce(d.products, '') like ${like}) and (${zone}::text is null or z.short_name = ${zone})`
  const found = (await db.execute(sql`select d.id, d.name, d.industry, d.direction, z.short_name as zone, t.short_name as town,
    d.products, d.address, d.phone, count(*) over () as total ${matching} order by d.name limit ${size} offset ${(page - 1) * size}`)) as unknown as {
    rows: (Listed & { total: string })[]
  }
  const zones = (await db.execute(
    sql`select distinct z.short_name as zone from directory() d join org z on z.id = d.zone order by 1`,
  )) as unknown as { rows: { zone: string }[] }
  return {
    total: Number(found.rows[0]?.total ?? 0),
    zones: zones.rows.map(({ zone }) => zone),
    rows: found.rows.map(
      ({ total: _, industry, ...row }): Listed => ({ ...row, industry: industry && (industryName(industry) ?? industry) }),
    ),
  }
}
