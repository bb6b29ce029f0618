/** What a report is written against: the rule of its month, the accepted reports before it, and what the checks say of it. */
import { and, asc, eq, gte, inArray, lte } from 'drizzle-orm'
import { z } from 'zod'
import { type Prefilled, prefill, typedCells } from '#engines/filing/prefill.ts'
import type { Ctx } from '#platform/context.ts'
import { available } from '#platform/flow.ts'
import { conflict } from '#platform/problem.ts'
import { type Rule, ruleOf, rulesOf } from './clock.ts'
import { filingFlow } from './flow.ts'
import { cellNames, type Filed, type Finding, findingsIn, type Values, valuesIn } from './model.ts'
import { isOwnFiling } from './on-behalf.ts'
import { isCurrent, type Row } from './queries.ts'
import { filings } from './tables.ts'

/** `history`: accepted reports of this year and the last before the month; `current`: the accepted one of the month itself. */
export type Form = { rule: Rule; history: Filed[]; current: Row | null; prefilled: Prefilled }

export async function formOf(ctx: Ctx, enterprise: string, month: string): Promise<Form> {
  const rule = ruleOf(month, await rulesOf(ctx))
  if (!rule) throw conflict('该报告期尚无监测规则，请由领导小组办公室设定后再填报')
  const accepted = await acceptedUpTo(ctx, [enterprise], month, month)
  const history = historyOf(accepted, enterprise, month)
  const current = accepted.find((row) => row.month === month) ?? null
  return { rule, history, current, prefilled: prefill({ month, history }) }
}

/** Cells typed by hand; a correction starts as what it corrects. */
export const typedIn = (values: Values, { current, prefilled }: Pick<Form, 'current' | 'prefilled'>): number =>
  current ? cellNames.filter((name) => values[name] !== current[name]).length : typedCells(values, prefilled)

/** A report as it begins. */
export const blank = {
  revision: 1,
  status: 'draft',
  objections: {},
  correction: null,
  submittedOn: null,
  submittedBy: null,
  decidedOn: null,
  decidedBy: null,
  knownFrom: null,
  knownUntil: null,
} as const

/** What the checks say of many at once, by id. */
export async function findingsOf(ctx: Ctx, rows: readonly Row[]): Promise<Map<string, Finding[]>> {
  const months = rows.map(({ month }) => month).sort()
  const [first, last] = [months[0], months.at(-1)]
  if (!first || !last) return new Map()
  const rules = await rulesOf(ctx)
  const accepted = await acceptedUpTo(ctx, [...new Set(rows.map(({ enterprise }) => enterprise))], first, last)
  return new Map(
    rows.map((row) => [row.id, findingsIn(row, ruleOf(row.month, rules)!, historyOf(accepted, row.enterprise, row.month))]),
  )
}

/** Accepted reports of the months and of the year before the first of them, oldest first. */
const acceptedUpTo = (ctx: Ctx, enterprises: string[], first: string, last: string): Promise<Row[]> =>
  ctx.db
    .select()
    .from(filings)
    .where(
      and(
        inArray(filings.enterprise, enterprises),
        gte(filings.month, `${Number(first.slice(0, 4)) - 1}-01`),
        lte(filings.month, last),
        eq(filings.status, 'accepted'),
        isCurrent(ctx),
      ),
    )
    .orderBy(asc(filings.month))

const historyOf = (accepted: readonly Row[], enterprise: string, month: string): Filed[] =>
  accepted
    .filter((row) => row.enterprise === enterprise && row.month < month)
    .map((row) => ({ month: row.month, values: valuesIn(row) }))

export const step = z.enum(['submit', 'withdraw', 'accept', 'return', 'correct'])

/** Steps the actor can take on the last revision of a month. */
export function stepsOn(ctx: Ctx, row: Pick<Row, 'status' | 'submittedBy'>): z.infer<typeof step>[] {
  if (ctx.actor.role === 'leader') return []
  if (row.status === 'accepted') return ['correct']
  return available(filingFlow, row, ctx.actor).filter((one) => one !== 'accept' || !isOwnFiling(ctx, row))
}
