/** What a year's money will still be asked for, per line and month: by open claims, and by firms the last screening found eligible (plan task 3). */
import { and, eq, inArray, isNotNull, notInArray, sql } from 'drizzle-orm'
import type { Pot } from '#engines/policy/policy.ts'
import { ordered, taken } from '#engines/policy/queue.ts'
import { type ClaimState, closedStates, type TimedState } from '#modules/claim/flow.ts'
import { type ClaimRule, ruleOn } from '#modules/claim/rule.ts'
import { claims, cycles, screeningRows, screenings } from '#modules/claim/tables.ts'
import { potLines } from '#modules/fund/arrange.ts'
import { potEntries } from '#modules/fund/tables.ts'
import { readVersions } from '#modules/policy/reading.ts'
import { addWorkdays } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { potsOf } from './books.ts'

/** Where a claim goes from each state; what waits in line has only the payment before it. */
const way: readonly TimedState[] = ['accepting', 'screening', 'joint', 'ranking', 'public', 'deciding', 'paying']
const place: Partial<Record<ClaimState, TimedState>> = {
  draft: 'accepting',
  consenting: 'ranking',
  correcting: 'accepting',
  queued: 'paying',
  appealed: 'paying',
}

export type Need = { line: Pot; month: string; amount: number }
type Open = { line: Pot; status: ClaimState; dueOn: string | null; sum: number; bound: number }

/** The month in which money goes out when every clock that is left runs out. */
export function monthOf({ status, dueOn }: Pick<Open, 'status' | 'dueOn'>, rule: Pick<ClaimRule, 'days'>, today: string): string {
  const at = way.indexOf((place[status] ?? status) as TimedState)
  const left = way.slice(dueOn ? at + 1 : at).reduce((days, step) => days + rule.days[step], 0)
  const from = dueOn && dueOn > today ? dueOn : today
  return addWorkdays(from, left).slice(0, 7)
}

export async function forecastOf(ctx: Ctx, year: number) {
  const rule = await ruleOn(ctx, ctx.today)
  const open = await openClaims(ctx, year)
  const asked = open.map((one): Need => ({ line: one.line, month: monthOf(one, rule, ctx.today), amount: one.sum - one.bound }))
  const found = await eligibleFirms(ctx, year)
  const start = monthOf({ status: 'accepting', dueOn: null }, rule, ctx.today)
  const eligible = found.needs.map((need): Need => ({ ...need, month: start }))
  const balances = await potsOf(ctx, year)
  const queue = await queueOf(ctx, year)
  const lines = balances.map(({ line, free }) => {
    const waiting = ordered(
      queue.filter((one) => one.line === line),
      rule.queueBy,
    )
    const fits = new Set(taken(waiting, free).map(({ id }) => id))
    return {
      ...{ line, free, open: sumsOf(asked, line), eligible: sumsOf(eligible, line), months: monthsOf(asked, eligible, line) },
      queue: waiting.map(({ line: _, ...one }) => ({ ...one, fits: fits.has(one.id) })),
    }
  })
  return { lines, screenedOn: found.asOf, unsized: open.filter(({ sum }) => sum === 0).length, queueBy: rule.queueBy }
}

const sumsOf = (needs: readonly Need[], line: Pot) => {
  const own = needs.filter((one) => one.line === line && one.amount > 0)
  return { count: own.length, amount: own.reduce((sum, { amount }) => sum + amount, 0) }
}

function monthsOf(asked: readonly Need[], eligible: readonly Need[], line: Pot) {
  const sum = (of: readonly Need[], month: string) =>
    of.filter((one) => one.line === line && one.month === month).reduce((total, { amount }) => total + amount, 0)
  const months = [...new Set([...asked, ...eligible].filter((one) => one.line === line).map(({ month }) => month))].sort()
  return months.map((month) => ({ month, open: sum(asked, month), eligible: sum(eligible, month) }))
}

/** With what is already reserved or committed for each: the rest is still to be found. */
async function openClaims({ db }: Ctx, year: number): Promise<Open[]> {
  const bound = sql<number>`coalesce((select sum(e.reserved + e.committed + e.paid) from ${potEntries} e where e.matter = claim.id), 0)`
  return db
    .select({
      ...{ line: claims.line, status: claims.status, dueOn: claims.dueOn },
      sum: sql<number>`coalesce(${claims.approved}, ${claims.computed}, ${claims.asked}, 0)`.mapWith(Number),
      bound: bound.mapWith(Number),
    })
    .from(claims)
    .where(and(eq(claims.year, year), notInArray(claims.status, [...closedStates])))
}

/** Of every version the last screening, firms with a claim of the clause left out; a batch of another year is none of this one. */
async function eligibleFirms(ctx: Ctx, year: number): Promise<{ needs: Omit<Need, 'month'>[]; asOf: string | null }> {
  const ended = await ctx.db
    .selectDistinctOn([screenings.version], { id: screenings.id, version: screenings.version, asOf: screenings.asOf })
    .from(screenings)
    .leftJoin(cycles, eq(cycles.id, screenings.cycle))
    .where(and(isNotNull(screenings.endedAt), sql`coalesce(${cycles.year}, extract(year from ${screenings.asOf})) = ${year}`))
    .orderBy(screenings.version, sql`${screenings.endedAt} desc`)
  if (ended.length === 0) return { needs: [], asOf: null }
  const read = await readVersions(
    ctx,
    ended.map(({ version }) => version),
  )
  const needs: Omit<Need, 'month'>[] = []
  for (const { id, version } of ended) {
    const clauses = read.get(version)?.policy.clauses ?? []
    for (const { clause, amount } of await grantedIn(ctx, id, year)) {
      const line = clauses.find(({ code }) => code === clause)?.pot
      if (line) needs.push({ line, amount })
    }
  }
  return { needs, asOf: ended.map(({ asOf }) => asOf).sort()[0]! }
}

/** One row for every firm and clause it was found eligible for. */
async function grantedIn({ db }: Ctx, screening: string, year: number): Promise<{ clause: string; amount: number }[]> {
  const { rows } = (await db.execute(sql`
    select regexp_replace(d.key, '^.*/', '') as clause, (d.value->>'amount')::bigint as amount
    from ${screeningRows} r, jsonb_each(r.decisions) d
    where r.screening = ${screening} and d.value->>'verdict' = 'granted' and (d.value->>'amount')::bigint > 0
      and not exists (select 1 from ${claims} c where c.enterprise = r.enterprise and c.year = ${year}
        and c.clause = regexp_replace(d.key, '^.*/', '') and c.status <> 'withdrawn')`)) as unknown as {
    rows: { clause: string; amount: string }[]
  }
  return rows.map(({ clause, amount }) => ({ clause, amount: Number(amount) }))
}

async function queueOf({ db }: Ctx, year: number) {
  const rows = await db
    .select({
      ...{ id: claims.id, line: claims.line, number: claims.number, name: claims.name, title: claims.title },
      ...{ amount: claims.approved, since: claims.submittedAt },
    })
    .from(claims)
    .where(and(eq(claims.year, year), inArray(claims.status, ['queued']), inArray(claims.line, potLines)))
  return rows.map((row) => ({ ...row, amount: row.amount ?? 0, since: row.since ?? '' }))
}
