/** What waits to be paid: of every approved claim the lines no list holds yet, each with where it is to be sent (plan task 3). */
import { and, asc, desc, eq, isNull, ne, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Decision } from '#engines/policy/decision.ts'
import { payees } from '#engines/policy/policy.ts'
import { claims, publicities } from '#modules/claim/tables.ts'
import { accounts } from '#modules/fund/tables.ts'
import { readVersions } from '#modules/policy/reading.ts'
import type { Ctx } from '#platform/context.ts'
import { overAll } from '#platform/session.ts'
import { sharesOf } from './shares.ts'
import { payments } from './tables.ts'

export type Where = { holder: string; bank: string; number: string }
type ClaimRow = typeof claims.$inferSelect
type Line = typeof payments.$inferSelect
export type Awaiting = {
  claim: ClaimRow
  payee: string
  /** The firm itself; of others the account is told when the list is made. */
  own: boolean
  amount: number
  where: Where | null
  /** Why it came back last time. */
  failure: string | null
  /** Why it cannot be paid yet. */
  lacking: string | null
}

export async function awaitingPayment(ctx: Ctx): Promise<Awaiting[]> {
  const rows = await ctx.db
    .select({ claim: claims, shown: publicities.status })
    .from(claims)
    .leftJoin(publicities, eq(publicities.id, claims.publicity))
    .where(eq(claims.status, 'paying'))
    .orderBy(asc(claims.number))
  const due = (await duesOf(ctx, rows)).filter(({ amount }) => amount > 0)
  const lines = await linesOf(ctx, due)
  const open = due.filter(
    ({ claim, payee }) => !lastLine(lines, claim.id, payee) || lastLine(lines, claim.id, payee)!.status === 'failed',
  )
  const own = await accountsOf(
    ctx,
    open.map(({ claim }) => claim.enterprise),
  )
  const others = await lastPaid(ctx, open)
  return open.map((one) => {
    const where = (one.own ? own.get(one.claim.enterprise) : others.get(one.payee)) ?? null
    const last = lastLine(lines, one.claim.id, one.payee)
    return { ...one, where, failure: last?.failure ?? null, lacking: lackingOf(one, where, last) }
  })
}

type Due = Pick<Awaiting, 'claim' | 'payee' | 'own' | 'amount'> & { shown: boolean }

async function duesOf(ctx: Ctx, rows: readonly { claim: ClaimRow; shown: string | null }[]): Promise<Due[]> {
  const read = await readVersions(ctx, [...new Set(rows.map(({ claim }) => claim.version))])
  return rows.flatMap(({ claim, shown }) => {
    const clause = read.get(claim.version)?.policy.clauses.find(({ code }) => code === claim.clause)
    // As the engine gave it; the column keeps it as it is.
    const decision = claim.decision as Pick<Decision, 'payees'> | null
    return sharesOf(decision, payees[clause?.payee ?? 'firm'], claim.approved ?? 0).map(({ payee, amount }) => ({
      ...{ claim, payee: payee ?? claim.name, own: payee === null, amount, shown: shown === 'done' },
    }))
  })
}

function lackingOf({ own, shown }: Due, where: Where | null, last: Line | undefined): string | null {
  if (!shown) return '未公示或公示未期满'
  if (!own) return null
  if (!where) return '企业尚未登记收款账户'
  const same = last && last.accountNumber === where.number && last.holder === where.holder && last.bank === where.bank
  return same ? '退票后企业尚未更正收款账户' : null
}

const lastLine = (lines: readonly Line[], claim: string, payee: string) =>
  lines.find((one) => one.claim === claim && one.payee === payee)

const among = (column: AnyPgColumn, ids: readonly string[]) => sql`${column} = any(${`{${[...new Set(ids)].join()}}`}::uuid[])`

/** The latest first; one that has not failed is the last of its payee. What was cancelled never left. */
const linesOf = ({ db }: Ctx, due: readonly Due[]): Promise<Line[]> =>
  db
    .select()
    .from(payments)
    .where(
      and(
        among(
          payments.claim,
          due.map(({ claim }) => claim.id),
        ),
        ne(payments.status, 'cancelled'),
      ),
    )
    .orderBy(sql`${payments.status} = 'failed'`, desc(payments.createdAt))

/** Row rights let a department see the account a claim was made with; one corrected since is for whoever pays as well. */
export async function accountsOf(ctx: Ctx, enterprises: readonly string[]): Promise<Map<string, Where>> {
  const rows = await overAll(ctx, ({ db }) =>
    db
      .select()
      .from(accounts)
      .where(and(among(accounts.enterprise, enterprises), isNull(accounts.until))),
  )
  return new Map(rows.map(({ enterprise, holder, bank, number }) => [enterprise, { holder, bank, number }]))
}

/** Another's account as it was last paid to. */
async function lastPaid({ db }: Ctx, due: readonly Due[]): Promise<Map<string, Where>> {
  const names = [...new Set(due.filter(({ own }) => !own).map(({ payee }) => payee))]
  const rows = names.length
    ? await db
        .selectDistinctOn([payments.payee])
        .from(payments)
        .where(and(sql`${payments.payee} in ${names}`, eq(payments.status, 'paid')))
        .orderBy(payments.payee, desc(payments.createdAt))
    : []
  return new Map(rows.map(({ payee, holder, bank, accountNumber }) => [payee, { holder, bank, number: accountNumber }]))
}
