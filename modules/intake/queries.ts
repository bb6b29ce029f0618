/** Imports and their rows as they are looked up, and what kind of row is which. */
import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Ctx } from '#platform/context.ts'
import { denied, missing } from '#platform/problem.ts'
import type { Importer, Ledger } from './importer.ts'
import type { rowKinds } from './model.ts'
import { intakeRows, intakes } from './tables.ts'

export type Intake = typeof intakes.$inferSelect

export async function intakeById({ db }: Ctx, id: string): Promise<Intake> {
  const [found] = await db.select().from(intakes).where(eq(intakes.id, id))
  if (!found) throw missing('导入')
  return found
}

/** Whoever else is about the same import waits. */
export async function intakeToChange({ db }: Ctx, id: string): Promise<Intake> {
  const [found] = await db.select().from(intakes).where(eq(intakes.id, id)).for('update')
  if (!found) throw missing('导入')
  return found
}

export function importerOf(importers: readonly Importer[], ledger: Ledger, { actor }: Ctx): Importer {
  const found = importers.find((one) => one.ledger === ledger)
  if (!found) throw missing('台账')
  if (!found.who.includes(actor.role)) throw denied('您没有向该台账导入的权限')
  return found
}

const { bad, similar, present, skip } = intakeRows
const good = sql`${bad} = '[]'`
const alike = sql`${similar} <> '[]'`
const conditions: Record<keyof typeof rowKinds, SQL> = {
  bad: sql`not (${good})`,
  similar: sql`${good} and ${alike}`,
  fresh: sql`${good} and not (${alike}) and ${present} is null`,
  changed: sql`${good} and ${present} is not null and not ${skip}`,
  same: sql`${good} and ${present} is not null and ${skip}`,
}
export const ofKind = (intake: string, kind: keyof typeof rowKinds) => and(eq(intakeRows.intake, intake), conditions[kind])!

export function kindOf(row: typeof intakeRows.$inferSelect): keyof typeof rowKinds {
  if (row.bad.length) return 'bad'
  if (row.similar.length) return 'similar'
  if (row.present === null) return 'fresh'
  return row.skip ? 'same' : 'changed'
}
