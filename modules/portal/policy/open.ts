/** What can be applied for today: clauses of the district's open batches, and calls of the levels above within their inner deadline. */
import { and, asc, eq, gte, isNull, lte, or } from 'drizzle-orm'
import { daysBetween } from '#engines/lease/days.ts'
import { cycles } from '#modules/claim/tables.ts'
import { orgs } from '#modules/org/tables.ts'
import { readVersions } from '#modules/policy/reading.ts'
import { policies, upperCalls } from '#modules/policy/tables.ts'
import type { Ctx } from '#platform/context.ts'

type Named = { code: string; title: string; article: string }
export type OpenBatch = {
  id: string
  title: string
  policy: { code: string; title: string }
  clauses: Named[]
  closesOn: string | null
  /** Days still, today not counted; null where none is set. */
  left: number | null
}

export async function openBatches(ctx: Ctx, code?: string): Promise<OpenBatch[]> {
  const rows = await ctx.db
    .select({ batch: cycles, policy: { code: policies.code, title: policies.title } })
    .from(cycles)
    .innerJoin(policies, eq(policies.id, cycles.policy))
    .where(
      and(
        ...[eq(cycles.status, 'open'), eq(cycles.channel, 'claim'), lte(cycles.opensOn, ctx.today)],
        or(isNull(cycles.closesOn), gte(cycles.closesOn, ctx.today)),
        code ? eq(policies.code, code) : undefined,
      ),
    )
    .orderBy(asc(cycles.closesOn), asc(cycles.title))
  const read = await readVersions(ctx, [...new Set(rows.map(({ batch }) => batch.version))])
  return rows.map(({ batch: { id, title, version, clauses, closesOn }, policy }) => ({
    ...{ id, title, policy, closesOn },
    clauses: (read.get(version)?.policy.clauses ?? [])
      .filter(({ code }) => clauses.includes(code))
      .map(({ code, title, article }) => ({ code, title, article })),
    left: closesOn === null ? null : daysBetween(ctx.today, closesOn),
  }))
}

export type OpenUpperCall = Awaited<ReturnType<typeof openUpperCalls>>[number]

export async function openUpperCalls({ db, today }: Ctx) {
  const rows = await db
    .select({ call: upperCalls, orgName: orgs.shortName })
    .from(upperCalls)
    .innerJoin(orgs, eq(orgs.id, upperCalls.org))
    .where(and(lte(upperCalls.openedOn, today), gte(upperCalls.innerDeadline, today)))
    .orderBy(asc(upperCalls.innerDeadline), asc(upperCalls.title))
  return rows.map(({ call: { id, title, level, issuer, number, innerDeadline, deadline, file }, orgName }) => ({
    ...{ id, title, level, issuer, number, innerDeadline, deadline, orgName },
    paper: file !== null,
    left: daysBetween(today, innerDeadline),
  }))
}
