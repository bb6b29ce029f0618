/**
 * Who may be told a small number: those who may see the rows anyway. From everybody else what stems from fewer than three
 * enterprises he does not see himself is hidden, also against subtraction (engines/indicator/disclose/suppress.ts).
 */

import { industryName } from '#engines/enterprise/industry.ts'
import type { Definition, Dimension, Sum } from '#engines/indicator/definition.ts'
import { suppress } from '#engines/indicator/disclose/suppress.ts'
import { orgs } from '#modules/org/tables.ts'
import { buildings } from '#modules/space/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { type PartFigure, partsOf, type View } from '../figures.ts'
import { isOpen, seesAll } from './reader.ts'

/**
 * The parts of a figure with their names, largest first; small ones hidden from those who may not see their rows, and from
 * everybody in what is handed on.
 */
export async function splitFor(ctx: Ctx, definition: Definition, view: View, by: Dimension) {
  const parts = await partsOf(ctx, definition, view, { by })
  const names = await namesOf(ctx, by)
  const told = isOpen(definition) || (seesAll(ctx) && !view.handedOn)
  const own = told || view.handedOn ? new Map<string, PartFigure>() : await partsOf(ctx, definition, view, { by, own: true })
  const kept = told ? new Map<string, null>() : hiddenOf(parts, own)
  return [...parts]
    .map(([part, { figure }]) => ({ part, figure }))
    .sort((a, b) => (b.figure.value ?? 0) - (a.figure.value ?? 0) || a.part.localeCompare(b.part))
    .map(({ part, figure }) => {
      const hidden = kept.get(part) ?? null
      return { part, name: names(part), value: hidden ? null : figure.value, rows: hidden ? null : figure.of.rows, hidden }
    })
}

/** What the reader sees himself he can take away: a part is as small as the rest of it. */
function hiddenOf(parts: Map<string, PartFigure>, own: Map<string, PartFigure>) {
  const cells = [...parts].map(([part, { rows }]) => {
    const unseen = rows.map((count, read) => count - (own.get(part)?.rows[read] ?? 0)).filter((count) => count > 0)
    return { at: [part] as (string | null)[], n: unseen.length ? Math.min(...unseen) : 0 }
  })
  const total = { at: [null], n: cells.reduce((sum, { n }) => sum + n, 0) }
  return new Map(suppress([...cells, total]).map(({ at, hidden }) => [at[0], hidden] as const))
}

/**
 * The whole of a sum beside what the reader sees of it: not told where the difference is that of fewer than three rows. Of
 * a part it would tell what its split hides for the sake of another.
 */
export function sharedWith(
  ctx: Ctx,
  definition: Definition,
  { whole, visible, ofPart }: { whole: Sum; visible: Sum; ofPart: boolean },
): Sum | null {
  const rest = whole.rows - visible.rows
  if (seesAll(ctx) || rest === 0) return whole
  return rest >= 3 && (!ofPart || seesAll(ctx) || isOpen(definition)) ? whole : null
}

async function namesOf({ db }: Ctx, by: Dimension): Promise<(part: string) => string> {
  if (by === 'industry') return (part) => industryName(part) ?? (part || '未登记')
  if (by === 'building') {
    const all = await db.select({ id: buildings.id, name: buildings.name }).from(buildings)
    const names = new Map(all.map(({ id, name }) => [id, name]))
    return (part) => names.get(part) ?? '未登记'
  }
  if (by !== 'zone' && by !== 'town' && by !== 'unit') return (part) => part || '未登记'
  const names = new Map((await db.select({ id: orgs.id, name: orgs.shortName }).from(orgs)).map(({ id, name }) => [id, name]))
  return (part) => names.get(part) ?? (by === 'zone' ? '园城以外' : '未登记')
}
