/** Where the books do not agree, so that their lists are not empty: each kind befalls a few lets, drawn once and for all. */
import { chanceOf } from '#seed/history/chance.ts'
import type { Let } from '../fill/fill.ts'

export type Oddity =
  /** A lease, and nobody in the rooms. */
  | 'never came'
  /** The rooms were given up, the lease runs on. */
  | 'left early'
  /** In the rooms without a lease. */
  | 'unsigned'
  /** In less area than the lease has. */
  | 'uses less'
  /** The lease is another's: a parent company signed. */
  | 'other tenant'

const kinds: Oddity[] = ['never came', 'left early', 'unsigned', 'uses less', 'other tenant']
const share = 0.011

export function oddity({ firm, site, since, until, rooms }: Let): Oddity | null {
  if (firm.special || rooms.length > 2) return null
  const lot = chanceOf('oddity', firm.serial, site.name, since).fraction()
  const kind = kinds[Math.floor(lot / share)] ?? null
  if (kind === 'left early') return until === null && since < '2024-08' ? kind : null
  // Where nobody came nobody leaves, and nobody else has had the rooms since.
  return kind === 'never came' ? (until === null && since > '2024-06' ? kind : null) : kind
}
