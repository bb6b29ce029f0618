/** What a ledger tells so that sheets can be imported into it; the import itself knows no ledger. */
import type { Ctx, Role } from '#platform/context.ts'
import type { SheetColumn } from '#platform/sheet/column.ts'
import type { ledgers } from './model.ts'

export type Ledger = keyof typeof ledgers
export type Values = Record<string, unknown>
/** A row of the ledger as far as an import is concerned: by the keys of the columns, with whatever else its rules ask for. */
export type Present = { id: string; row: Values }
/** What is wrong with a row beyond its single cells, at the column named by its key. */
export type Fault = { key: string; problem: string }

export type Importer = {
  ledger: Ledger
  /** Who keeps the ledger: nobody else fills it. */
  who: readonly Role[]
  /** Prepares a reading on behalf of an organisation. It is asked by the machine: what others have on file must be told too. */
  open(ctx: Ctx, org: string): Promise<Reading>
  /** Writes the rows that are not skipped; under the rights of whoever commits. */
  commit(ctx: Ctx, of: { id: string; org: string }): Promise<void>
}

export type Reading = {
  columns: SheetColumn[]
  /** Columns a new row must fill, though one that is on file need not. */
  needed: readonly string[]
  /** For the template: values worth showing, names to choose from, and what is said under its title. */
  examples: Record<string, string>
  choices: Record<string, string[]>
  note: string
  /** The columns by whose values together a row is known, and the one by which a person calls it. */
  key: readonly [string, ...string[]]
  name: string
  /** Rows of the ledger with these keys, as `keyOf` tells them. */
  present(ctx: Ctx, keys: string[]): Promise<Map<string, Present>>
  check(values: Values, present: Present | undefined): Fault[]
  /** The values a row has so far, by the keys of the columns. */
  before(values: Values, present: Present): Values
  /** Columns whose value would be another afterwards. */
  changed(values: Values, present: Present): string[]
  /** All names on file, for pointing out those much alike, and the way to tell which are. */
  named(ctx: Ctx): Promise<{ name: string; where: string }[]>
  alike(names: { id: string; name: string }[]): [string, string][]
  /** What an identifier of a column that refers to something stands for. */
  called(id: string): string | undefined
}

/** No cell that was read holds it. */
const between = '\u001f'

/** What a row is known by; nothing where one of the values is missing. */
export function keyOf({ key }: Pick<Reading, 'key'>, values: Values): string | undefined {
  const parts = key.map((column) => values[column])
  return parts.some((part) => part === undefined || part === null) ? undefined : parts.join(between)
}
export const keyParts = (key: string): string[] => key.split(between)
