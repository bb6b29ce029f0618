/** What was looked at becomes files: new ones by two statements however many, changed ones a few hundred at a time. */
import { inArray, sql } from 'drizzle-orm'
import type { Reading, Values } from '#modules/intake/importer.ts'
import type { Ctx } from '#platform/context.ts'
import { columnOf, metaOf, type Storage } from '#platform/fields.ts'
import { conflict, denied } from '#platform/problem.ts'
import { overAll } from '#platform/session.ts'
import { keeperAfterMove } from '../file/keepers.ts'
import { merge } from '../file/origins.ts'
import { type File, placed, replace, type Stretch, shifted } from '../presence.ts'
import { presences } from '../tables.ts'
import { type ImportedKey, imported } from './columns.ts'
import { changedIn, type Filed, filesBy } from './rules.ts'

export async function commitEnterprises(ctx: Ctx, intake: string, reading: Reading): Promise<void> {
  await keepOthersOut(ctx, intake)
  // That all are still new is found by adding them: only where one is not, it is looked for.
  await ctx.db
    .transaction((db) => register({ ...ctx, db }, intake))
    .catch(async (fault) => {
      await requireStillNew(ctx, intake)
      throw fault
    })
  let last = 0
  for (;;) {
    const rows = await changedRows(ctx, intake, last)
    if (!rows.length) return
    await amend(ctx, rows, reading)
    last = rows.at(-1)!.row
  }
}

/**
 * Nobody amends them in between; taken in one order, however sheets are sorted, two imports do not stand in each other's way.
 * As a list they are looked up by their index, whatever the database knows of rows put aside a moment ago.
 */
async function keepOthersOut({ db }: Ctx, intake: string): Promise<void> {
  await db.execute(sql`select count(*) from (
    select e.id from enterprise e
    where e.id = any(array(select present from intake_row where intake = ${intake} and present is not null and not skip))
    order by e.id for update of e) locked`)
}

const again = '请点“重新检查”后再提交'

/** The codes come first, as they are: only then may the database look them up by its index under row rights. */
async function requireStillNew(ctx: Ctx, intake: string): Promise<void> {
  const known = sql`
    with coming as materialized (select "row", "values" ->> 'creditCode' as code from intake_row
      where intake = ${intake} and present is null and not skip)
    select c."row" from coming c join enterprise e on e.credit_code = c.code order by c."row" limit 1`
  const { rows } = (await overAll(ctx, ({ db }) => db.execute(known))) as unknown as { rows: { row: number }[] }
  if (rows[0]) throw conflict(`第 ${rows[0].row} 行的企业在检查之后已由他人建档，${again}`)
}

const types: Partial<Record<Storage, string>> = { uuid: 'uuid', money: 'bigint', date: 'date', boolean: 'boolean' }
const kept = (Object.keys(imported.shape) as ImportedKey[]).filter((key) => key !== 'effectiveOn')
/** A value of a row, of the type of its field. */
const typed = (key: ImportedKey) => sql.raw(`(r."values" ->> '${key}')::${types[metaOf(imported.shape[key]).storage!] ?? 'text'}`)
const quoted = (key: string) => `"${columnOf(key)}"`
const columns = (keys: readonly string[]) => sql.raw(keys.map(quoted).join(', '))

/** What a new enterprise is where the sheet does not say. */
const usual = (today: string) => ({ frequency: 'month', saas: false, source: 'import', asOf: today }) as Values

/**
 * The file takes the identity of the row it comes from, and so does its first stretch. Stamps are said here: what a column takes
 * by itself is found anew for every row.
 */
async function register(ctx: Ctx, intake: string): Promise<void> {
  const absent = usual(ctx.today)
  const given = kept.map((key) => (key in absent ? sql`coalesce(${typed(key)}, ${absent[key]})` : typed(key)))
  const begin = sql`case when a.origin_kind = 'spun-off' then 'spun-off' else 'settled' end`
  const now = sql`${ctx.now.toISOString()}::timestamptz`
  await ctx.db.execute(sql`
    with added as (
      insert into enterprise (id, region, created_at, updated_at, ${columns(kept)}, origins)
      select r.id, r.region, ${now}, ${now}, ${sql.join(given, sql`, `)}, '{}' from intake_row r
      where r.intake = ${intake} and r.present is null and not r.skip
      returning id, region, ${columns(placed)}, origin_kind, settled_on)
    insert into presence (id, region, created_at, updated_at, enterprise, ${columns(placed)}, division, origin_kind, settled_on, since,
      "begin", recorded_by, known_from)
    select a.id, a.region, ${now}, ${now}, a.id, ${columns(placed)}, left(a.industry, 2), a.origin_kind, a.settled_on, a.settled_on,
      ${begin}, ${ctx.actor.name}, ${ctx.today}::date
    from added a`)
}

type Row = { row: number; values: Values; present: string }

async function changedRows({ db }: Ctx, intake: string, after: number): Promise<Row[]> {
  const { rows } = (await db.execute(sql`select "row", "values", present from intake_row
    where intake = ${intake} and "row" > ${after} and present is not null and not skip order by "row" limit 500`)) as unknown as {
    rows: Row[]
  }
  return rows
}

type Change = { file: Filed; values: Partial<File>; on: string }

/** What was on file when the rows were looked at may have changed: it is judged once more. */
async function amend(ctx: Ctx, rows: Row[], reading: Reading): Promise<void> {
  const ids = rows.map(({ present }) => present)
  const files = new Map((await filesBy(ctx, 'id', ids)).map((file) => [file.id, file]))
  const changes = rows.flatMap(({ row, values, present }): Change[] => {
    const file = files.get(present)
    if (!file) throw denied(`第 ${row} 行的企业不在您可以改动的范围内，${again}`)
    const [fault] = reading.check(values, file)
    if (fault) throw conflict(`第 ${row} 行：${fault.problem}；该企业的档案在检查之后有变动，${again}`)
    const keys = changedIn(values, file.row)
    if (!keys.length) return []
    const said = {
      source: (values.source ?? 'import') as never,
      asOf: String(values.asOf ?? ctx.today),
      by: ctx.actor.name,
      reason: null,
    }
    const { changed, origins } = merge(file.row, Object.fromEntries(keys.map((key) => [key, values[key]])), said)
    return [{ file, values: { ...changed, origins }, on: String(values.effectiveOn) }]
  })
  await move(ctx, changes)
  await write(ctx, changes)
}

const isPlaced = (key: string) => (placed as readonly string[]).includes(key)

async function move(ctx: Ctx, changes: Change[]): Promise<void> {
  const moved = changes.filter(({ values }) => Object.keys(values).some(isPlaced))
  if (!moved.length) return
  const ids = moved.map(({ file }) => file.id)
  const found = await ctx.db
    .select()
    .from(presences)
    .where(sql`${inArray(presences.enterprise, ids)} and until is null and known_until is null`)
  const open = new Map(found.map((stretch) => [stretch.enterprise, stretch]))
  const after: Stretch[] = []
  for (const { file, values, on } of moved) {
    const change = Object.fromEntries(Object.entries(values).filter(([key]) => isPlaced(key)))
    after.push(...shifted(open.get(file.id)!, change, on))
    Object.assign(values, await keeperAfterMove(ctx, file.row, { ...file.row, ...change }))
  }
  await replace(ctx, found, after)
}

const written = [...kept, 'origins', 'keeper', 'keeperName', 'keeperOrg'] as const

/** Source and day of the file as a whole stay: each value brings its own. */
async function write({ db }: Ctx, changes: Change[]): Promise<void> {
  if (!changes.length) return
  const rows = changes.map(({ file, values }) => {
    const next: Values = { ...file.row, ...values }
    return Object.fromEntries(['id', ...written].map((key) => [quoted(key).slice(1, -1), next[key]]))
  })
  const { rowCount } = (await db.execute(sql`
    update enterprise e set (${columns(written)}) = (select ${sql.raw(written.map((key) => `n.${quoted(key)}`).join(', '))})
    from json_populate_recordset(null::enterprise, ${JSON.stringify(rows)}::json) n where n.id = e.id`)) as unknown as {
    rowCount: number
  }
  if (rowCount !== changes.length) throw denied('有企业不在您可以改动的范围内，没有提交')
}
