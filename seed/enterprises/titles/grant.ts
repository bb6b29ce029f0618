/** A title granted, and its row in the ledger. */
import type { qualifications } from '#modules/enterprise/tables.ts'
import { orgId } from '#seed/cast.ts'
import { idOf } from '#seed/identity.ts'
import { addDays, weekEnd } from '../calendar.ts'
import type { Firm } from '../firms/firms.ts'
import { placeOn } from '../firms/stretches.ts'
import { enterpriseId } from '../reports/report-rows.ts'
import type { Ladder } from './ladders.ts'

export type Grant = {
  /** Null for what no enterprise of the ledger holds. */
  firm: Firm | null
  holder: string
  zone: string | null
  kind: Ladder['kind']
  level: string | null
  grantedBy: string
  grantedOn: string
  validUntil: string | null
}

type What = { kind: Ladder['kind']; grantedBy: string; level?: string | null }

export const grantTo = (firm: Firm, { kind, grantedBy, level = null }: What, grantedOn: string, years: number | null): Grant => ({
  firm,
  holder: firm.name,
  zone: placeOn(firm, grantedOn).zone,
  kind,
  level,
  grantedBy,
  grantedOn,
  validUntil: years === null ? null : addDays(`${Number(grantedOn.slice(0, 4)) + years}${grantedOn.slice(4)}`, -1),
})

/** Entered at the end of the week after. */
export const enteredOn = ({ grantedOn }: Grant): string => weekEnd(addDays(grantedOn, 5))

export function rowOf(grant: Grant, region: string, recordedBy: string): typeof qualifications.$inferInsert {
  const { firm, holder, zone, kind, level, grantedBy, grantedOn, validUntil } = grant
  const id = idOf(region, 'qualification', holder, kind, grantedOn)
  return {
    id,
    enterprise: firm && enterpriseId(firm.serial, region),
    holder,
    kind,
    level,
    number: `演示${grantedOn.slice(0, 4)}${String(Number.parseInt(id.slice(0, 7), 16) % 1_000_000).padStart(6, '0')}`,
    grantedBy,
    grantedOn,
    validUntil,
    town: firm && orgId(placeOn(firm, grantedOn).town, region),
    zone: zone && orgId(zone, region),
    source: 'import',
    evidence: null,
    recordedBy,
    knownFrom: enteredOn(grant),
    knownUntil: null,
    reason: null,
  }
}
