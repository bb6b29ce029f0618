/**
 * An enterprise's stretches in the district: begun, ended, and set right. A row once recorded is only ever withdrawn, so every
 * step withdraws what no longer holds and records anew what was and what is.
 */

import { randomUUID } from 'node:crypto'
import { and, asc, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Ctx } from '#platform/context.ts'
import { columnOf } from '#platform/fields.ts'
import { conflict, invalid } from '#platform/problem.ts'
import { enterprises, presences } from './tables.ts'

export type File = typeof enterprises.$inferSelect
export type Stretch = typeof presences.$inferSelect
type NewFile = Omit<typeof enterprises.$inferInsert, 'id' | 'region' | 'createdAt' | 'updatedAt' | 'leftOn'>
type Begun = Partial<Pick<Stretch, 'begin' | 'counterpart' | 'reason' | 'evidence'>>
export type Settler = { file: NewFile; begun?: Begun }

/** What a stretch holds of its enterprise: a change of one of these ends it and begins another. */
export const placed = ['town', 'zone', 'building', 'industry', 'direction', 'saas'] as const
export type Placed = Pick<Stretch, (typeof placed)[number]>

const divisionOfStretch = (industry: string) => industry.slice(0, 2)

/**
 * Puts enterprises on file with their first stretch, in two statements however many they are.
 * @returns their ids, in the order given
 */
export async function settle(ctx: Ctx, settlers: Settler[]): Promise<string[]> {
  if (!settlers.length) return []
  const trace = { recordedBy: ctx.actor.name, knownFrom: ctx.today, knownUntil: null }
  const files = settlers.map(({ file }) => ({ ...file, id: randomUUID(), leftOn: null }))
  const stretches = files.map((file, at) => ({
    ...placeIn(file),
    id: randomUUID(),
    enterprise: file.id,
    division: divisionOfStretch(file.industry),
    originKind: file.originKind,
    settledOn: file.settledOn,
    since: file.settledOn,
    begin: file.originKind === 'spun-off' ? 'spun-off' : 'settled',
    ...settlers[at]!.begun,
    ...trace,
  }))
  await addMany(ctx, enterprises, 'enterprise', files)
  await addMany(ctx, presences, 'presence', stretches)
  return files.map(({ id }) => id)
}

/** Ends the open stretch on a day and begins another with the given change; one that held for no day is replaced. */
export async function shift(ctx: Ctx, file: File, change: Partial<Placed>, on: string, begun: Begun = {}): Promise<void> {
  const open = await openStretch(ctx, file)
  requireDay(ctx, open, on, '生效日期')
  await replace(ctx, [open], shifted(open, change, on, begun))
}

/** What is recorded in the place of an open stretch: its end and the one after it. */
export function shifted(open: Stretch, change: Partial<Placed>, on: string, begun: Begun = {}): Stretch[] {
  const begin = 'town' in change || 'zone' in change || 'building' in change ? 'moved' : 'changed'
  const next = { ...open, ...change, since: on, begin, counterpart: null, reason: null, evidence: null, ...begun } as const
  return on === open.since ? [{ ...next, begin: open.begin, counterpart: open.counterpart }] : [closed(open, on, begin), next]
}

type Leaving = { end: 'left' | 'merged' | 'closed' } & Partial<
  Pick<Stretch, 'counterpart' | 'destination' | 'reason' | 'evidence'>
>

/** The open stretch ends for good. */
export async function depart(ctx: Ctx, file: File, on: string, { end, ...rest }: Leaving): Promise<void> {
  const open = await openStretch(ctx, file)
  requireDay(ctx, open, on, '离区日期')
  if (on === open.since) throw invalid(`离区日期应晚于最近一次变动之日 ${open.since}`)
  await replace(ctx, [open], [{ ...closed(open, on, end), ...rest, counterpart: rest.counterpart ?? open.counterpart }])
}

/** Withdraws stretches as of today and records others in their place. */
export async function replace(ctx: Ctx, old: Stretch[], rows: Omit<Stretch, 'id'>[]): Promise<void> {
  const ids = old.map(({ id }) => id)
  if (ids.length) await ctx.db.update(presences).set({ knownUntil: ctx.today }).where(inArray(presences.id, ids))
  const trace = { recordedBy: ctx.actor.name, knownFrom: ctx.today, knownUntil: null }
  await ctx.db.insert(presences).values(
    rows.map((row) => ({
      ...row,
      id: randomUUID(),
      division: divisionOfStretch(row.industry),
      createdAt: undefined,
      updatedAt: undefined,
      ...trace,
    })),
  )
}

/** What is known today, from the first stretch to the last. */
export const stretchesOf = ({ db, today }: Ctx, enterprise: string): Promise<Stretch[]> =>
  db
    .select()
    .from(presences)
    .where(and(eq(presences.enterprise, enterprise), knownOn(presences, today)))
    .orderBy(asc(presences.since), asc(presences.createdAt))

type Known = { knownFrom: AnyPgColumn; knownUntil: AnyPgColumn }
/** Recorded by that day and not withdrawn by it. */
export const knownOn = ({ knownFrom, knownUntil }: Known, day: string) =>
  and(lte(knownFrom, day), or(isNull(knownUntil), gt(knownUntil, day)))

/** Stretches that held on a day, as far as was known on another: one row for each enterprise that was there. */
export const presentOn = (day: string, known: string) =>
  and(lte(presences.since, day), or(isNull(presences.until), gt(presences.until, day)), knownOn(presences, known))

async function openStretch({ db }: Ctx, { id, name, leftOn }: File): Promise<Stretch> {
  const now = and(eq(presences.enterprise, id), isNull(presences.until), isNull(presences.knownUntil))
  const [open] = await db.select().from(presences).where(now)
  if (!open) throw conflict(`“${name}”已于 ${leftOn ?? '此前'} 离区，不能办理`)
  return open
}

function requireDay({ today }: Ctx, { since }: Stretch, on: string, title: string): void {
  if (on > today) throw invalid(`${title}不能晚于今天`)
  if (on < since) throw invalid(`${title}不能早于最近一次变动之日 ${since}，如该记录有误请办理更正`)
}

const closed = (open: Stretch, until: string, end: NonNullable<Stretch['end']>): Stretch => ({ ...open, until, end })

const placeIn = (of: Partial<Placed>): Partial<Placed> => Object.fromEntries(placed.map((key) => [key, of[key] ?? null]))

/** One parameter for all rows: PostgreSQL reads them by the types of the table itself. */
async function addMany({ db }: Ctx, into: PgTable, name: string, rows: Record<string, unknown>[]): Promise<void> {
  const keys = Object.keys(Object.assign({}, ...rows))
  const columns = sql.raw(keys.map((key) => `"${columnOf(key)}"`).join(', '))
  const written = JSON.stringify(rows.map((row) => Object.fromEntries(keys.map((key) => [columnOf(key), row[key] ?? null]))))
  await db.execute(
    sql`insert into ${into} (${columns}) select ${columns} from json_populate_recordset(null::${sql.identifier(name)}, ${written}::json)`,
  )
}
