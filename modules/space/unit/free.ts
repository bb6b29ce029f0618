/** Whether units may cease to be on a day: nobody holds or uses them past it, as far as is known. */
import { sql } from 'drizzle-orm'
import type { Ctx } from '#platform/context.ts'
import { conflict, invalid } from '#platform/problem.ts'
import { overAll } from '#platform/session.ts'
import type { UnitRow } from '../ledger/queries.ts'

type Bond = { unit: string; way: 'let' | 'used'; last: string | null }

/** Refuses with the name of the unit, what binds it and until when; `word` is what is to be done: 拆分. */
export async function requireFree(ctx: Ctx, some: readonly UnitRow[], on: string, word: string): Promise<void> {
  if (on > ctx.today) throw invalid(`${word}日期不能晚于今天`)
  for (const { name, since, until } of some) {
    if (until !== null) throw conflict(`单元“${name}”已于 ${until} 停用，不能${word}`)
    if (on <= since) throw conflict(`单元“${name}”自 ${since} 启用，${word}日期应晚于该日`)
  }
  const [bond] = await bondsPast(
    ctx,
    some.map(({ id }) => id),
    on,
  )
  if (!bond) return
  const { name } = some.find(({ id }) => id === bond.unit)!
  const reason = bond.way === 'let' ? '已出租' : '有单位在用'
  throw conflict(`单元“${name}”${reason}${bond.last ? `至 ${bond.last}` : ''}，不能自 ${on} 起${word}`)
}

/** Leases are a later matter, known here by their table's name only. */
async function bondsPast(ctx: Ctx, ids: string[], on: string): Promise<Bond[]> {
  const among = sql`any(${`{${ids.join()}}`}::uuid[])`
  const { rows } = (await overAll(ctx, ({ db }) =>
    db.execute(sql`
      select lu.unit, 'let' as way, (lu.until - 1)::text as last from lease_unit lu
        where lu.unit = ${among} and lu.held and lu.until > ${on}
      union all
      select o.unit, 'used', (o.until - 1)::text from occupancy o
        where o.unit = ${among} and o.known_until is null and (o.until is null or o.until > greatest(${on}, o.since))
      order by 2, 3`),
  )) as unknown as { rows: Bond[] }
  return rows
}
