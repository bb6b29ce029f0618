/** Returns as they are looked through: by statisticians, by the enterprise itself, and by others where the enterprise agreed. */
import { and, asc, desc, inArray, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { purposes } from '#modules/enterprise/model.ts'
import { consents, enterprises } from '#modules/enterprise/tables.ts'
import { query } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { oneOf } from '#platform/fields.ts'
import { cellNames } from '../model.ts'
import { filter, line, linesOf, matching, totalOf } from '../search.ts'
import { statReturns } from '../tables.ts'

const page = { page: z.int().min(1).max(100_000).default(1), size: z.int().min(1).max(200).default(50) }
const order = z.object({ by: z.enum(['month', 'receivedOn', ...cellNames]).default('month'), down: z.boolean().default(true) })

/** All of them for statisticians, one's own for an enterprise. */
export const returns = query(
  {
    label: '统计报表',
    who: ['statistician', 'enterprise', 'institution'],
    input: filter.extend({ ...page, order: order.prefault({}) }),
    output: z.object({ rows: z.array(line), total: z.number() }),
  },
  async (ctx, { page, size, order: { by, down }, ...of }) => {
    const where = matching(ctx, of)
    const rows = await linesOf(ctx, where)
      .orderBy(sql`${down ? desc(statReturns[by]) : asc(statReturns[by])} nulls last`, asc(statReturns.id))
      .limit(size)
      .offset((page - 1) * size)
    return { rows, total: await totalOf(ctx, where) }
  },
)

const agreed = z.object({ purpose: oneOf('用途', purposes), since: z.string(), givenBy: z.string() })

/** Returns of enterprises that agreed to this use of them, each with what it agreed to. */
export const consented = query(
  {
    label: '查看授权的统计报表',
    who: ['office', 'department'],
    input: filter.extend(page),
    output: z.object({ rows: z.array(line.extend({ consents: z.array(agreed) })), total: z.number() }),
  },
  async (ctx, { page, size, ...of }) => {
    const where = matching(ctx, of)
    const rows = await linesOf(ctx, where)
      .orderBy(desc(statReturns.month), asc(enterprises.name), asc(statReturns.id))
      .limit(size)
      .offset((page - 1) * size)
    const given = rows.length ? await consentsOf(ctx, [...new Set(rows.map(({ enterprise }) => enterprise))]) : []
    return {
      rows: rows.map((row) => ({ ...row, consents: given.filter(({ enterprise }) => enterprise === row.enterprise) })),
      total: await totalOf(ctx, where),
    }
  },
)

const consentsOf = ({ db }: Ctx, of: string[]) =>
  db
    .select({ enterprise: consents.enterprise, purpose: consents.purpose, since: consents.since, givenBy: consents.givenBy })
    .from(consents)
    .where(and(inArray(consents.enterprise, of), inArray(consents.purpose, ['policy', 'appraisal']), isNull(consents.until)))
    .orderBy(asc(consents.since))
