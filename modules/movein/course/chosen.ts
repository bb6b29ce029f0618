/** Rooms that a matter is to be about: there today, of one building, and their place as the ledger has it. */
import { inArray } from 'drizzle-orm'
import { sumOf } from '#modules/space/history/record.ts'
import { byName, type UnitRow } from '#modules/space/ledger/queries.ts'
import { units } from '#modules/space/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { conflict, invalid, missing } from '#platform/problem.ts'

export type Chosen = { building: string; zone: string | null; town: string; units: string[]; rows: UnitRow[]; area: number }

/** `offered`: what an applicant may take beside what is offered to everyone; officials take whatever is there. */
export async function chosenUnits(ctx: Ctx, ids: readonly string[], offered: readonly string[] | null = null): Promise<Chosen> {
  const rows = await unitsNamed(ctx, [...new Set(ids)])
  const [first] = rows
  if (!first || rows.length < new Set(ids).size) throw missing('房源')
  for (const { id, name, use, since, until, listed } of rows) {
    if (since > ctx.today || (until !== null && until <= ctx.today)) throw conflict(`单元“${name}”未启用或已停用，请另选房源`)
    if (use === 'shared') throw invalid(`单元“${name}”为共享配套，不对外出租`)
    if (offered && !listed && !offered.includes(id)) throw invalid(`单元“${name}”未对外推介，请从推荐的房源中选择`)
  }
  if (rows.some(({ building }) => building !== first.building)) throw invalid('所选单元应在同一楼宇，其他楼宇的请另行办理')
  const { building, zone, town } = first
  return { building, zone, town, units: rows.map(({ id }) => id), rows, area: areaOf(rows) }
}

export const areaOf = (rows: readonly Pick<UnitRow, 'area'>[]): number => sumOf(rows.map(({ area }) => area))

/** In the order of their names. */
export async function unitsNamed({ db }: Ctx, ids: readonly string[]): Promise<UnitRow[]> {
  if (!ids.length) return []
  const found = await db
    .select()
    .from(units)
    .where(inArray(units.id, [...ids]))
  return found.sort((a, b) => byName(a.name, b.name))
}
