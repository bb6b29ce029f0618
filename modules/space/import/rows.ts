/** What both sheets of the ledger share: whose zone a row may be in, what would change, and the rows to be committed. */
import { and, asc, eq, gt } from 'drizzle-orm'
import type { Values } from '#modules/intake/importer.ts'
import { intakeRows } from '#modules/intake/tables.ts'
import { orgs } from '#modules/org/tables.ts'
import type { Ctx } from '#platform/context.ts'

/** Zones an organisation may import into; null where it may into every one. */
export async function zonesOf({ db }: Ctx, org: string): Promise<readonly string[] | null> {
  const [own] = await db.select().from(orgs).where(eq(orgs.id, org))
  if (own?.kind !== 'park' && own?.kind !== 'company') return null
  return own.parent ? [org, own.parent] : [org]
}
export const outOfZone = '园城只能导入本园城范围内的楼宇，其他范围的请由领导小组办公室导入'

/** An empty cell leaves what is on the ledger as it is. */
export const changedOf = (values: Values, row: Values, keys: readonly string[]): string[] =>
  keys.filter((key) => {
    const value = values[key]
    return value !== undefined && value !== null && JSON.stringify(value) !== JSON.stringify(row[key])
  })

export type Coming = { row: number; values: Values; present: string | null }
const batch = 500

/** Rows that are not skipped, some hundred at a time, in their order. */
export async function* comingRows({ db }: Ctx, intake: string): AsyncGenerator<Coming[]> {
  for (let last = 0; ; ) {
    const rows = await db
      .select({ row: intakeRows.row, values: intakeRows.values, present: intakeRows.present })
      .from(intakeRows)
      .where(and(eq(intakeRows.intake, intake), eq(intakeRows.skip, false), gt(intakeRows.row, last)))
      .orderBy(asc(intakeRows.row))
      .limit(batch)
    if (!rows.length) return
    yield rows
    last = rows.at(-1)!.row
  }
}

export const again = '请点“重新检查”后再提交'
