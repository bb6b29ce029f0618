/** What firms have had before, as far as was known. Awards are kept by a module after this one: here they are only read. */
import { sql } from 'drizzle-orm'
import { type Award, nothingBefore, type Past } from '#engines/policy/fact.ts'
import { type Days, idsOf } from '#modules/ladder/known/asked.ts'
import type { Ctx } from '#platform/context.ts'

export async function pastOfMany({ db }: Ctx, ids: readonly string[], { day, known }: Days): Promise<Map<string, Past>> {
  const { rows } = (await db.execute(sql`
    select enterprise, clause, year, project, milestone, amount::float8 as amount from award
    where enterprise = any(${idsOf({ ids })}) and "on" <= ${day} and (known_until is null or known_until > ${known})
    order by enterprise, "on", clause, project, milestone, amount`)) as unknown as { rows: ({ enterprise: string } & Award)[] }
  const found = new Map<string, Award[]>()
  for (const { enterprise, ...award } of rows) {
    const own = found.get(enterprise)
    if (own) own.push(award)
    else found.set(enterprise, [award])
  }
  return found
}

export const pastIn = (all: ReadonlyMap<string, Past>, id: string): Past => all.get(id) ?? nothingBefore
