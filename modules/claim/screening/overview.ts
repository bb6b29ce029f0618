/** One screening as a whole: how it ended, what each clause comes to over all firms, in which zones they are. */
import { and, asc, eq, isNotNull, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { orgs } from '#modules/org/tables.ts'
import { policies, policyVersions } from '#modules/policy/tables.ts'
import { query } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { missing } from '#platform/problem.ts'
import { screening } from '../model.ts'
import { screeningRows, screenings } from '../tables.ts'
import { progressOf } from './progress.ts'
import { groundFor, isNear } from './rows.ts'

const counts = z.object({
  granted: z.number(),
  /** What the granted ones have by this clause alone, before they are combined. */
  amount: z.number(),
  unknown: z.number(),
  people: z.number(),
  refused: z.number(),
  /** Of the refused, those who miss one condition alone. */
  near: z.number(),
})
const clauseLine = counts.extend({ code: z.string(), title: z.string(), article: z.string() })
export type ClauseLine = z.output<typeof clauseLine>
const zone = z.object({ id: z.uuid(), name: z.string() })

export const screeningInFull = query(
  {
    label: '政策筛查概况',
    who: ['office', 'leader', 'department'],
    input: z.object({ id: z.uuid('没有找到该筛查，请核对网址') }),
    output: screening.extend({
      id: z.uuid(),
      policy: z.uuid(),
      policyTitle: z.string(),
      number: z.number(),
      /** Firms decided so far, of one that is running here. */
      progress: z.number().nullable(),
      /** Firms whose rows may be seen: a department sees those of the batches it leads. */
      seen: z.number(),
      clauses: z.array(clauseLine),
      zones: z.array(zone),
    }),
  },
  async (ctx, { id }) => {
    const [found] = await ctx.db
      .select({ run: screenings, policy: policies.id, policyTitle: policies.title, number: policyVersions.number })
      .from(screenings)
      .innerJoin(policyVersions, eq(policyVersions.id, screenings.version))
      .innerJoin(policies, eq(policies.id, policyVersions.policy))
      .where(eq(screenings.id, id))
    if (!found) throw missing('筛查')
    const { run, ...of } = found
    const progress = run.endedAt === null ? (progressOf(id)?.firms ?? null) : null
    const seen = await ctx.db.$count(screeningRows, eq(screeningRows.screening, id))
    const { ground } = await groundFor(ctx, id)
    const told = seen ? await byClause(ctx, id) : new Map<string, z.output<typeof counts>>()
    const clauses = ground.policy.clauses.map(({ code, title, article }) => ({
      code,
      title,
      article,
      ...(told.get(code) ?? none),
    }))
    return { ...run, ...of, progress, seen, clauses, zones: seen ? await zonesOf(ctx, id) : [] }
  },
)

const none = { granted: 0, amount: 0, unknown: 0, people: 0, refused: 0, near: 0 }

async function byClause({ db }: Ctx, id: string) {
  const outcome = sql`each.told`
  const those = (test: SQL) => sql`count(*) filter (where ${test})::int`
  const is = (verdict: string) => sql`${outcome} ->> 0 = ${verdict}`
  const { rows } = (await db.execute(sql`
    select each.code, ${those(is('granted'))} as granted, ${those(is('unknown'))} as unknown, ${those(is('people'))} as people,
      ${those(is('refused'))} as refused, ${those(isNear(outcome))} as near,
      coalesce(sum((${outcome} ->> 1)::bigint) filter (where ${is('granted')}), 0)::float8 as amount
    from ${screeningRows}, jsonb_each(${screeningRows.decisions}) as each (code, told)
    where ${screeningRows.screening} = ${id} group by each.code`)) as unknown as {
    rows: (z.output<typeof counts> & { code: string })[] // the columns above
  }
  return new Map(rows.map(({ code, ...of }) => [code, of]))
}

const zonesOf = ({ db }: Ctx, id: string) =>
  db
    .selectDistinct({ id: orgs.id, name: orgs.shortName })
    .from(screeningRows)
    .innerJoin(orgs, eq(orgs.id, screeningRows.zone))
    .where(and(eq(screeningRows.screening, id), isNotNull(screeningRows.zone)))
    .orderBy(asc(orgs.shortName))
