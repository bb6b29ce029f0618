/** What is known of the enterprises in a sheet of reports: where they were, and what they reported since the year before last. */
import { and, gte, sql } from 'drizzle-orm'
import { knownOn, type Stretch } from '#modules/enterprise/presence.ts'
import { enterprises, presences } from '#modules/enterprise/tables.ts'
import type { Present } from '#modules/intake/importer.ts'
import type { Ctx } from '#platform/context.ts'
import { asOn, isBegun, type Owner, type Row } from '../queries.ts'
import { filings } from '../tables.ts'

export type Known = Present & { row: { owner: Owner; stretches: Stretch[]; reports: Row[] } }

/** Reports older than that are filed one by one. */
export const firstMonth = (today: string): string => `${Number(today.slice(0, 4)) - 1}-01`
const firstCompared = (today: string): string => `${Number(today.slice(0, 4)) - 2}-01`

export async function knownBy(ctx: Ctx, codes: string[]): Promise<Map<string, Known>> {
  const owners = await ctx.db
    .select()
    .from(enterprises)
    .where(sql`${enterprises.creditCode} = any(${`{${codes.join()}}`})`)
  const listed = sql`any(${`{${owners.map(({ id }) => id).join()}}`}::uuid[])`
  const stretches = await ctx.db
    .select()
    .from(presences)
    .where(and(sql`${presences.enterprise} = ${listed}`, knownOn(presences, ctx.today)))
  const reports = await ctx.db
    .select()
    .from(filings)
    .where(and(sql`${filings.enterprise} = ${listed}`, gte(filings.month, firstCompared(ctx.today)), isBegun(ctx)))
  const [where, what] = [byEnterprise(stretches), byEnterprise(reports.map((report) => asOn(report, ctx)))]
  return new Map(
    owners.map((owner) => {
      const row = { owner, stretches: where.get(owner.id) ?? [], reports: what.get(owner.id) ?? [] }
      return [owner.creditCode, { id: owner.id, row }]
    }),
  )
}

function byEnterprise<R extends { enterprise: string }>(rows: R[]): Map<string, R[]> {
  const found = new Map<string, R[]>()
  for (const row of rows) {
    const own = found.get(row.enterprise)
    if (own) own.push(row)
    else found.set(row.enterprise, [row])
  }
  return found
}
