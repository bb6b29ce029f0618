/** Sign-ins, as the audit administrator reads them in the journal. */
import { and, desc, eq, lt, sql } from 'drizzle-orm'
import { z } from 'zod'
import { query } from '#platform/action.ts'
import { signInEvents, signInMethods } from '#platform/auth/tables.ts'
import { oneOf } from '#platform/fields.ts'
import { journal } from '#platform/journal.ts'

const line = z.object({
  seq: z.number(),
  at: z.string(),
  username: z.string(),
  account: z.string().nullable(),
  event: oneOf('结果', signInEvents),
  method: oneOf('方式', signInMethods),
  ip: z.string().nullable(),
  agent: z.string().nullable(),
})

export const signIns = query(
  {
    label: '登录记录',
    who: ['auditor'],
    input: z.object({
      username: z.string().optional(),
      /** `seq` of the last line already shown. */
      before: z.int().optional(),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.array(line),
  },
  async ({ db }, { username, before, limit }) => {
    const rows = await db
      .select({ seq: journal.seq, after: journal.after })
      .from(journal)
      .where(
        and(
          eq(journal.entity, 'sign_in'),
          username ? sql`${journal.after} ->> 'username' = ${username.toLowerCase()}` : undefined,
          before === undefined ? undefined : lt(journal.seq, before),
        ),
      )
      .orderBy(desc(journal.seq))
      .limit(limit)
    return rows.map(({ seq, after }) => ({ seq, account: null, ip: null, agent: null, ...after })) as z.input<typeof line>[]
  },
)
