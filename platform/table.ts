/** Projection: entity → PostgreSQL table with row-level security. */
import { type $Type, type NotNull, type SQL, sql } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import type { z } from 'zod'
import { fieldsOf, metaOf, type Storage } from './fields.ts'
import { either, type Journaled, me, ownRegion, type RowRights } from './rows.ts'

type Builder<T> = T extends boolean
  ? pg.PgBooleanBuilderInitial<''>
  : T extends number
    ? pg.PgDoublePrecisionBuilderInitial<''>
    : T extends string
      ? pg.PgTextBuilderInitial<'', [T, ...T[]]>
      : $Type<pg.PgJsonbBuilderInitial<''>, T>
type Column<Z extends z.ZodType> = null extends z.infer<Z> ? Builder<NonNullable<z.infer<Z>>> : NotNull<Builder<z.infer<Z>>>
type Columns<S extends z.ZodRawShape> = { [K in keyof S]: S[K] extends z.ZodType ? Column<S[K]> : never }

/** Column builders are mutable: always made afresh, never shared between tables. */
const storage: Record<Storage, () => pg.PgColumnBuilderBase> = {
  text: () => pg.text(),
  uuid: () => pg.uuid(),
  integer: () => pg.integer(),
  double: () => pg.doublePrecision(),
  money: () => pg.bigint({ mode: 'number' }),
  decimal: () => pg.numeric({ precision: 16, scale: 2, mode: 'number' }),
  date: () => pg.date({ mode: 'string' }),
  instant: () => pg.timestamp({ withTimezone: true, mode: 'string' }),
  boolean: () => pg.boolean(),
  json: () => pg.jsonb(),
}

/** The product's clock where the session set it, else the database's. */
export const productNow = sql`coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now())`

const stamps = () => ({
  id: pg.uuid().primaryKey().default(sql`gen_random_uuid()`),
  region: pg.text().notNull().default(ownRegion),
  createdAt: pg.timestamp({ withTimezone: true, mode: 'string' }).notNull().default(productNow),
  updatedAt: pg.timestamp({ withTimezone: true, mode: 'string' }).notNull().default(productNow),
})

/** The machine (seeding, jobs) is under region rights but above the rest. */
const orMachine = (condition: SQL) => either(sql`${me.role} = 'system'`, condition)

type Extras = (self: Record<string, pg.AnyPgColumn>) => pg.PgTableExtraConfigValue[]
export type Definition = { name: string; entity: z.ZodObject; rights: RowRights; journal: Journaled | null }

/** Every business table, in order of definition: read by generated docs and by the test that no table is undecided. */
export const definitions: Definition[] = []

/**
 * A table of `entity` with id, region and time stamps. Region is a restrictive policy of its own: no rule below can
 * widen it. `journal: null` needs a reason beside it.
 */
export function table<S extends z.ZodRawShape>(
  entity: z.ZodObject<S>,
  rights: RowRights,
  journal: Journaled | null,
  extras: Extras = () => [],
) {
  const name = entity.meta()?.entity
  if (!name) throw new Error('an entity needs a name to become a table')
  definitions.push({ name, entity: entity as unknown as z.ZodObject, rights, journal })
  const columns = Object.fromEntries(
    fieldsOf(entity as unknown as z.ZodObject).map(([key, field]) => {
      const column = storage[metaOf(field).storage ?? 'json']() as pg.PgTextBuilderInitial<'', [string]>
      return [key, field.safeParse(null).success ? column : column.notNull()]
    }),
  ) as unknown as Columns<S>
  return pg.pgTable(name, { ...stamps(), ...columns }, (self) => [
    pg.pgPolicy(`${name}_region`, {
      as: 'restrictive',
      for: 'all',
      using: sql`region = ${me.region}`,
      withCheck: sql`region = ${me.region}`,
    }),
    pg.pgPolicy(`${name}_see`, { for: 'select', using: orMachine(rights.see) }),
    pg.pgPolicy(`${name}_add`, { for: 'insert', withCheck: orMachine(rights.add) }),
    pg.pgPolicy(`${name}_change`, { for: 'update', using: orMachine(rights.change), withCheck: orMachine(rights.change) }),
    pg.pgPolicy(`${name}_remove`, { for: 'delete', using: orMachine(rights.remove) }),
    ...extras(self as unknown as Record<string, pg.AnyPgColumn>),
  ])
}

/** The line of a migration that puts a table under the journal; null for one that is not journaled. */
export function attachment({ name, journal }: Definition): string | null {
  if (!journal) return null
  const { audience, subject = 'id', owner = '', hidden = [] } = journal
  const given = [audience, subject, owner, hidden.join(',')]
  while (given.length > 1 && given.at(-1) === ['', 'id', '', ''][given.length - 1]) given.pop()
  return `SELECT journal_attach('${name}', ${given.map((word) => `'${word}'`).join(', ')});`
}
