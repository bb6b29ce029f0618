/** What the pages of imports share: their words and tones, and the calls they make. */

import type { Out } from '#web/client.ts'
import type { Tone } from '#web/ui/figure/light.tsx'
import type { intakeStates, rowKinds } from '../model.ts'

export type Intake = Out<'intake/show'>
export type ShownRow = Out<'intake/rows'>['rows'][number]
export type RowKind = keyof typeof rowKinds

export const stateTones: Record<keyof typeof intakeStates, Tone> = {
  reading: 'active',
  checked: 'warn',
  committing: 'active',
  committed: 'good',
  discarded: 'quiet',
  failed: 'bad',
}

/** The page of the ledger that is filled. */
export const ledgerPages = {
  enterprise: '/office/enterprises',
  filing: '/office/filings',
  building: '/office/buildings',
  unit: '/office/units',
} as const

export const countsOf = ({ total, bad, similar, fresh, changed }: Intake): Record<RowKind, number> => ({
  bad,
  similar,
  fresh,
  changed,
  same: total - bad - similar - fresh - changed,
})

/** Rows that a commit would write. */
export const goingIn = ({ fresh, changed, anyway }: Intake) => fresh + changed + anyway
