/** What policies mean for a firm (我的政策): the clauses in force with all that is known of it, for the engine to answer in the browser. */
import { and, eq, gte, isNull, lte, or } from 'drizzle-orm'
import { z } from 'zod'
import type { Award, Facts } from '#engines/policy/fact.ts'
import { layoutOf } from '#engines/policy/layout.ts'
import type { Policy } from '#engines/policy/policy.ts'
import { ownFile } from '#modules/enterprise/queries.ts'
import { query } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { oneFirm } from '../facts/gather.ts'
import { readVersions } from '../reading.ts'
import { policies, policyVersions } from '../tables.ts'

const document = z.object({ id: z.uuid(), version: z.uuid(), policy: z.custom<Policy>() })
export type Document = z.output<typeof document>

/** Of the district itself, in force on the day; worked examples stay behind. */
export async function documentsInForce(ctx: Ctx): Promise<Document[]> {
  const { db, today } = ctx
  const { since, until, status } = policyVersions
  const rows = await db
    .select({ id: policies.id, version: policyVersions.id })
    .from(policyVersions)
    .innerJoin(policies, eq(policies.id, policyVersions.policy))
    .where(
      and(
        eq(status, 'published'),
        eq(policies.status, 'inForce'),
        eq(policies.demonstration, false),
        lte(since, today),
        or(isNull(until), gte(until, today)),
      ),
    )
    .orderBy(policies.code)
  const read = await readVersions(
    ctx,
    rows.map(({ version }) => version),
  )
  return rows.flatMap((row) => {
    const found = read.get(row.version)
    return found ? [{ ...row, policy: bare(found.policy) }] : []
  })
}

const bare = (policy: Policy): Policy => ({ ...policy, clauses: policy.clauses.map((clause) => ({ ...clause, examples: [] })) })

export const minePolicies = query(
  {
    label: '我的政策',
    who: ['enterprise', 'institution'],
    input: z.object({}),
    output: z.object({
      /** Null before the firm has claimed its file. */
      name: z.string().nullable(),
      day: z.string(),
      documents: z.array(document),
      facts: z.custom<Facts>(),
      past: z.custom<Award[]>(),
    }),
  },
  async (ctx) => {
    const documents = await documentsInForce(ctx)
    const own = await ownFile(ctx)
    const { titles } = layoutOf(documents.map(({ policy }) => policy))
    const found = own && (await oneFirm(ctx, own.id, { day: ctx.today, titles }))
    return {
      name: found?.firm.name ?? null,
      day: ctx.today,
      documents,
      facts: found?.facts ?? {},
      past: [...(found?.past ?? [])],
    }
  },
)
