/** Which part of a split is a subject's: the zone its company runs, its town, its building, or the unit itself. */
import { inArray } from 'drizzle-orm'
import type { SubjectKind } from '#engines/appraisal/scheme.ts'
import { orgs } from '#modules/org/tables.ts'
import type { Ctx } from '#platform/context.ts'
import type { subjects } from '../tables.ts'

/** Names of dimensions in the order in which they are tried, each with the id of the part. */
export type Part = { name: string; tried: readonly (readonly [dimension: string, id: string])[] }
type Subject = Pick<typeof subjects.$inferSelect, 'org' | 'building' | 'name'>

/** A company stands for the zone it runs. */
export async function zonesOf({ db }: Pick<Ctx, 'db'>, units: readonly (string | null)[]): Promise<Map<string, string>> {
  const asked = [...new Set(units.flatMap((id) => id ?? []))]
  if (asked.length === 0) return new Map()
  const rows = await db.select({ id: orgs.id, kind: orgs.kind, parent: orgs.parent }).from(orgs).where(inArray(orgs.id, asked))
  return new Map(rows.flatMap(({ id, kind, parent }) => (kind === 'company' && parent ? [[id, parent] as const] : [])))
}

export function partOf(kind: SubjectKind, { org, building, name }: Subject, zoneOf: ReadonlyMap<string, string>): Part {
  if (kind === 'building') return { name, tried: building ? [['building', building]] : [] }
  if (!org) return { name, tried: [] }
  const unit = ['unit', org] as const
  if (kind === 'park') return { name, tried: [['zone', zoneOf.get(org) ?? org], unit] }
  return { name, tried: kind === 'town' ? [['town', org], unit] : [unit] }
}
