/**
 * Who may be told a small number: those who may see the rows anyway. For everybody else what stems from fewer than three
 * enterprises is hidden, also against subtraction (engines/indicator/suppress.ts).
 */

import { industryName } from '#engines/enterprise/industry.ts'
import type { Definition, Dimension, Sum } from '#engines/indicator/definition.ts'
import { suppress } from '#engines/indicator/suppress.ts'
import { orgs } from '#modules/org/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { partsOf, type View } from './figures.ts'

/** Ledgers whose rows are nobody's secret. */
const open = ['enterprise', 'qualification', 'ip_right', 'entry']
const seesAll = ({ actor }: Ctx) => actor.role === 'office' || actor.role === 'leader'
const mayKnow = (ctx: Ctx, { of }: Definition) => seesAll(ctx) || open.includes(of.ledger)

/** The parts of a figure with their names, largest first; small ones hidden from those who may not see their rows. */
export async function splitFor(ctx: Ctx, definition: Definition, view: View, by: Dimension) {
  const parts = [...(await partsOf(ctx, definition, view, by))].map(([part, found]) => ({ part, ...found }))
  const names = await namesOf(ctx, by)
  const kept = mayKnow(ctx, definition) ? new Map<string, null>() : hiddenOf(parts)
  return parts
    .sort((a, b) => (b.figure.value ?? 0) - (a.figure.value ?? 0) || a.part.localeCompare(b.part))
    .map(({ part, figure }) => {
      const hidden = kept.get(part) ?? null
      return { part, name: names(part), value: hidden ? null : figure.value, rows: hidden ? null : figure.of.rows, hidden }
    })
}

function hiddenOf(parts: { part: string; fewest: number }[]) {
  const cells = parts.map(({ part, fewest: n }) => ({ at: [part] as (string | null)[], n, amount: 0 }))
  const total = { at: [null], n: cells.reduce((sum, { n }) => sum + n, 0), amount: 0 }
  return new Map(suppress([...cells, total]).map(({ at, hidden }) => [at[0], hidden] as const))
}

/** The whole of a sum beside what the reader sees of it: not told where the difference is that of fewer than three rows. */
export function sharedWith(ctx: Ctx, { whole, visible }: { whole: Sum; visible: Sum }): Sum | null {
  const rest = whole.rows - visible.rows
  return seesAll(ctx) || rest === 0 || rest >= 3 ? whole : null
}

async function namesOf({ db }: Ctx, by: Dimension): Promise<(part: string) => string> {
  if (by === 'industry') return (part) => industryName(part) ?? (part || '未登记')
  if (by !== 'zone' && by !== 'town') return (part) => part || '未登记'
  const names = new Map((await db.select({ id: orgs.id, name: orgs.shortName }).from(orgs)).map(({ id, name }) => [id, name]))
  return (part) => names.get(part) ?? (by === 'zone' ? '园城以外' : '未登记')
}
