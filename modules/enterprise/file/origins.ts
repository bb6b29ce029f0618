/** Where each value of a file comes from: merging new values into it without losing what an outside register said. */
import type { z } from 'zod'
import { metaOf } from '#platform/fields.ts'
import { invalid } from '#platform/problem.ts'
import { enterprise, type origin, type sources } from '../model.ts'

export type Source = keyof typeof sources
export type Origin = z.infer<typeof origin>
type Value = Origin['instead']
type Row = { source: Source; asOf: string; origins: Record<string, Origin> } & Record<string, unknown>
export type Said = { source: Source; asOf: string; by: string; reason: string | null }

/** Registers kept by others: what they say is overridden only with a reason. */
const outside: Source[] = ['market', 'tax', 'insurance', 'statistics', 'override']
export const isOutside = (source: Source): boolean => outside.includes(source)

/**
 * The values that really change, and the origins after them. A value put in the place of an outside register's keeps what it
 * replaced; the same value said anew only renews its origin.
 */
export function merge(row: Row, values: Record<string, unknown>, said: Said) {
  const origins = { ...row.origins }
  const changed: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(values)) {
    const before = origins[field]
    const same = row[field] === value
    const from = before?.source ?? row.source
    // What the register left empty is filled in, not overridden.
    const overrides = !same && plain(row[field]) !== null && outside.includes(from) && !outside.includes(said.source)
    if (overrides && !said.reason) throw invalid(`“${titleOf(field)}”来自其他部门登记，更正时请写明理由`)
    if (!same) changed[field] = value
    if (overrides)
      origins[field] = { ...said, source: 'override', instead: from === 'override' ? before!.instead : kept(field, row[field]) }
    else if (same && outside.includes(from) && !outside.includes(said.source)) continue
    else if (said.source === row.source && said.asOf === row.asOf && !said.reason) delete origins[field]
    else origins[field] = { ...said, instead: null }
  }
  return { changed, origins }
}

/** How to reach a person is nobody's history. */
const kept = (field: string, value: unknown): Value => (field === 'contact' || field === 'phone' ? null : plain(value))
const titleOf = (field: string) => metaOf(enterprise.shape[field as keyof typeof enterprise.shape]).title ?? field
const plain = (value: unknown): Value => (value === undefined ? null : (value as Value))
