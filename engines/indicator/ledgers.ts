/** The ledgers and fields a definition names, looked up by name; undefined where there is none. */
import type { Ledger, LedgerField } from './definition.ts'

export const ledgerOf = (ledgers: readonly Ledger[], name: string): Ledger | undefined =>
  ledgers.find((ledger) => ledger.name === name)

/** Names come from texts people write: what every object inherits is no field. */
export const fieldOf = ({ fields }: Ledger, name: string): LedgerField | undefined =>
  Object.hasOwn(fields, name) ? fields[name] : undefined
