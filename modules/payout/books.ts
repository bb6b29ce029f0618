/** The books of a year's money as they are read: the four pots, month by month, and every entry with the matter it is for. */
import { and, count, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Pot } from '#engines/policy/policy.ts'
import { claims } from '#modules/claim/tables.ts'
import { potLines } from '#modules/fund/arrange.ts'
import type { entryKinds } from '#modules/fund/model.ts'
import { potEntries, pots } from '#modules/fund/tables.ts'
import type { Ctx } from '#platform/context.ts'

export type Filter = {
  year: number
  line?: Pot | undefined
  kind?: keyof typeof entryKinds | undefined
  matter?: string | undefined
}

/** A line nothing is arranged for stands with nothing. */
export async function potsOf({ db }: Ctx, year: number) {
  const rows = await db.select().from(pots).where(eq(pots.year, year))
  const months = await paidByMonth(db, year)
  return potLines.map((line) => {
    const found = rows.find((row) => row.line === line)
    const { amount, reserved, committed, paid } = found ?? { amount: 0, reserved: 0, committed: 0, paid: 0 }
    const free = amount - reserved - committed - paid
    const basis = found?.basis ?? null
    return { line, amount, reserved, committed, paid, free, basis, months: months.filter((one) => one.line === line) }
  })
}

async function paidByMonth(db: Ctx['db'], year: number) {
  const month = sql<string>`to_char(${potEntries.on}, 'YYYY-MM')`
  return db
    .select({ line: pots.line, month, paid: sql<number>`sum(${potEntries.paid})`.mapWith(Number) })
    .from(potEntries)
    .innerJoin(pots, eq(pots.id, potEntries.pot))
    .where(and(eq(pots.year, year), sql`${potEntries.paid} <> 0`))
    .groupBy(pots.line, month)
    .orderBy(month)
}

export const yearsOf = async ({ db }: Ctx): Promise<number[]> =>
  (await db.selectDistinct({ year: pots.year }).from(pots).orderBy(desc(pots.year))).map(({ year }) => year)

/** The matter is named as far as the reader may see it. */
export const entriesOf = ({ db }: Ctx, of: Filter) =>
  db
    .select({
      ...{ id: potEntries.id, on: potEntries.on, line: pots.line, kind: potEntries.kind, matter: potEntries.matter },
      ...{ reserved: potEntries.reserved, committed: potEntries.committed, paid: potEntries.paid },
      ...{ by: potEntries.by, note: potEntries.note },
      ...{ claimNumber: claims.number, name: claims.name, title: claims.title },
    })
    .from(potEntries)
    .innerJoin(pots, eq(pots.id, potEntries.pot))
    .leftJoin(claims, eq(claims.id, potEntries.matter))
    .where(matching(of))
    .orderBy(desc(potEntries.createdAt), desc(potEntries.id))

export async function countEntries({ db }: Ctx, of: Filter): Promise<number> {
  const [all] = await db
    .select({ total: count() })
    .from(potEntries)
    .innerJoin(pots, eq(pots.id, potEntries.pot))
    .where(matching(of))
  return all!.total
}

/** What each matter holds in a pot now, the most first: what a figure of the pot is made of. */
export async function mattersOf({ db }: Ctx, { year, line }: { year: number; line: Pot }) {
  const sum = (column: 'reserved' | 'committed' | 'paid') => sql<number>`sum(${potEntries[column]})`.mapWith(Number)
  return db
    .select({
      matter: potEntries.matter,
      ...{ reserved: sum('reserved'), committed: sum('committed'), paid: sum('paid') },
      ...{ claimNumber: claims.number, name: claims.name, title: claims.title, status: claims.status },
    })
    .from(potEntries)
    .innerJoin(pots, eq(pots.id, potEntries.pot))
    .leftJoin(claims, eq(claims.id, potEntries.matter))
    .where(and(eq(pots.year, year), eq(pots.line, line)))
    .groupBy(potEntries.matter, claims.id)
    .having(sql`sum(${potEntries.reserved}) + sum(${potEntries.committed}) + sum(${potEntries.paid}) > 0`)
    .orderBy(desc(sql`sum(${potEntries.reserved} + ${potEntries.committed} + ${potEntries.paid})`), potEntries.matter)
}

const matching = ({ year, line, kind, matter }: Filter): SQL | undefined =>
  and(
    eq(pots.year, year),
    line ? eq(pots.line, line) : undefined,
    kind ? eq(potEntries.kind, kind) : undefined,
    matter ? eq(potEntries.matter, matter) : undefined,
  )
