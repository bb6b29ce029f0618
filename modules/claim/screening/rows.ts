/** Rows of a screening: looked through, told in full, and who is eligible for what. */
import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Verdict } from '#engines/policy/policy.ts'
import { verdicts } from '#engines/policy/policy.ts'
import { missedOnce } from '#engines/policy/truths.ts'
import { enterprises } from '#modules/enterprise/tables.ts'
import { orgs } from '#modules/org/tables.ts'
import { readVersions } from '#modules/policy/reading.ts'
import { type Explained, explainRow, type Kept } from '#modules/policy/screen/frozen.ts'
import { type Ground, groundOf } from '#modules/policy/screen/ground.ts'
import type { Ctx } from '#platform/context.ts'
import { missing } from '#platform/problem.ts'
import { overAll } from '#platform/session.ts'
import { screeningRows, screenings } from '../tables.ts'

export type Screening = typeof screenings.$inferSelect
export type Row = typeof screeningRows.$inferSelect

export const filter = z.object({
  screening: z.uuid('没有找到该筛查，请核对网址'),
  /** A code. */
  clause: z.string().max(60).optional(),
  verdict: z.enum(Object.keys(verdicts) as [Verdict]).optional(),
  zone: z.uuid().optional(),
  /** Refused for one reason alone; by the clause named, or by any. */
  near: z.boolean().default(false),
  words: z.string().trim().max(60).default(''),
})
export type Filter = z.output<typeof filter>

export const rowLine = z.object({
  enterprise: z.uuid(),
  name: z.string(),
  zone: z.string().nullable(),
  granted: z.number(),
  amount: z.number(),
  /** Of the clause that was asked for. */
  verdict: z.enum(Object.keys(verdicts) as [Verdict]).nullable(),
  alone: z.number().nullable(),
})

const outcomeOf = (code: string) => sql`(${screeningRows.decisions} -> ${code}::text)`
/** One reason alone stands against it, as the engine means it. */
export const isNear = (outcome: SQL) => sql`(${outcome} ->> 2 ~ ${missedOnce.source})`

export function matching({ screening, clause, verdict, zone, near, words }: Filter): SQL {
  const any = (test: (outcome: SQL) => SQL) =>
    clause
      ? test(outcomeOf(clause))
      : sql`exists (select 1 from jsonb_each(${screeningRows.decisions}) as each (code, told) where ${test(sql`each.told`)})`
  return and(
    eq(screeningRows.screening, screening),
    zone ? eq(screeningRows.zone, zone) : undefined,
    verdict ? any((outcome) => sql`${outcome} ->> 0 = ${verdict}`) : undefined,
    near ? any(isNear) : undefined,
    words ? sql`${enterprises.name} ilike ${`%${words.replace(/[\\%_]/g, '\\$&')}%`}` : undefined,
  )!
}

/** The most first. */
export const linesOf = ({ db }: Ctx, of: Filter) => {
  const told = of.clause ? outcomeOf(of.clause) : sql`null::jsonb`
  return db
    .select({
      enterprise: screeningRows.enterprise,
      name: enterprises.name,
      zone: orgs.shortName,
      granted: screeningRows.granted,
      amount: sql<number>`${screeningRows.amount}::float8`,
      verdict: sql<Verdict | null>`${told} ->> 0`,
      alone: sql<number | null>`(${told} ->> 1)::float8`,
    })
    .from(screeningRows)
    .innerJoin(enterprises, eq(enterprises.id, screeningRows.enterprise))
    .leftJoin(orgs, eq(orgs.id, screeningRows.zone))
    .where(matching(of))
    .orderBy(desc(screeningRows.amount), enterprises.name)
}

/** As it was told by the version of the run: whoever sees a row may know by which clauses it came about. */
export async function groundFor(ctx: Ctx, screening: string): Promise<{ run: Screening; ground: Ground }> {
  const [run] = await overAll(ctx, ({ db }) => db.select().from(screenings).where(eq(screenings.id, screening)))
  if (!run) throw missing('筛查')
  const read = (await readVersions(ctx, [run.version])).get(run.version)
  if (!read) throw missing('条款版本')
  return { run, ground: groundOf(read.policy) }
}

export const keptIn = (row: Row): Kept => row as unknown as Kept // structures of the row are written by run.ts alone

/** One firm with all reasons, told again from what was frozen. */
export async function rowInFull(ctx: Ctx, screening: string, enterprise: string): Promise<Told> {
  const [found] = await ctx.db
    .select({ row: screeningRows, name: enterprises.name })
    .from(screeningRows)
    .innerJoin(enterprises, eq(enterprises.id, screeningRows.enterprise))
    .where(and(eq(screeningRows.screening, screening), eq(screeningRows.enterprise, enterprise)))
  if (!found) throw missing('企业筛查结论')
  const { run, ground } = await groundFor(ctx, screening)
  return { ...explainRow(ground, keptIn(found.row), run.asOf), asOf: run.asOf, name: found.name }
}
type Told = Explained & { asOf: string; name: string }

export type Eligible = {
  enterprise: string
  org: string | null
  clause: string
  amount: number
  facts: Kept['facts']
  past: Kept['past']
}
/** Of clauses of 免申即享: which firms have what, in their best lawful combination; by portions, for claims to be made from. */
export async function* eligibleOf(ctx: Ctx, screening: string, most = 500): AsyncGenerator<Eligible[]> {
  const { run, ground } = await groundFor(ctx, screening)
  const direct = new Map(
    ground.policy.clauses
      .filter(({ channel }) => channel === 'direct')
      .map(({ code }) => [`${ground.policy.code}/${code}`, code]),
  )
  for (let after: string | null = null; ; ) {
    const rows: Row[] = await ctx.db
      .select()
      .from(screeningRows)
      .where(
        and(
          eq(screeningRows.screening, screening),
          sql`${screeningRows.granted} > 0`,
          after ? sql`${screeningRows.enterprise} > ${after}` : undefined,
        ),
      )
      .orderBy(screeningRows.enterprise)
      .limit(most)
    if (rows.length === 0) return
    yield rows.flatMap((row) => {
      const kept = keptIn(row)
      return explainRow(ground, kept, run.asOf).combination.kept.flatMap(({ clause, amount }) => {
        const code = direct.get(clause)
        return code
          ? [{ enterprise: row.enterprise, org: row.org, clause: code, amount, facts: kept.facts, past: kept.past }]
          : []
      })
    })
    after = rows.at(-1)!.enterprise
  }
}
