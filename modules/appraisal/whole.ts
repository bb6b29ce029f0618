/** One appraisal with its scheme read and its subjects, as its steps need it; and what a scheme asks about a group. */
import { and, asc, desc, eq } from 'drizzle-orm'
import { readScheme } from '#engines/appraisal/read/scheme.ts'
import type { Group, Scheme, Source } from '#engines/appraisal/scheme.ts'
import type { Ctx } from '#platform/context.ts'
import { missing } from '#platform/problem.ts'
import { oneAtATime } from '#platform/session.ts'
import { appraisals, reckonings, schemes, subjects, values } from './tables.ts'

export type Appraisal = typeof appraisals.$inferSelect
export type SubjectRow = typeof subjects.$inferSelect
export type ValueRow = typeof values.$inferSelect
export type Reckoning = typeof reckonings.$inferSelect

export async function appraisalOf({ db }: Pick<Ctx, 'db'>, id: string): Promise<Appraisal> {
  const [found] = await db.select().from(appraisals).where(eq(appraisals.id, id))
  if (!found) throw missing('考核评估')
  return found
}

/** Until the end of the transaction nobody else takes a step of it. */
export async function appraisalToStep(ctx: Ctx, id: string): Promise<Appraisal> {
  await oneAtATime(ctx, `appraisal ${id}`)
  return appraisalOf(ctx, id)
}

export async function schemeRow({ db }: Pick<Ctx, 'db'>, id: string) {
  const [found] = await db.select().from(schemes).where(eq(schemes.id, id))
  if (!found) throw missing('考核办法')
  return found
}

/** What was issued was read without a flaw then, and is for ever. */
export function schemeIn(text: string): Scheme {
  const { scheme, flaws } = readScheme(text)
  if (!scheme) throw new Error(`an issued scheme cannot be read: ${flaws[0]?.sentence}`)
  return scheme
}

export async function schemeOf(ctx: Pick<Ctx, 'db'>, { scheme }: Pick<Appraisal, 'scheme'>): Promise<Scheme> {
  return schemeIn((await schemeRow(ctx, scheme)).text)
}

/** Those the reader may see. */
export const subjectsOf = ({ db }: Pick<Ctx, 'db'>, appraisal: string) =>
  db.select().from(subjects).where(eq(subjects.appraisal, appraisal)).orderBy(asc(subjects.group), asc(subjects.name))

export async function subjectOf({ db }: Pick<Ctx, 'db'>, id: string): Promise<SubjectRow> {
  const [found] = await db.select().from(subjects).where(eq(subjects.id, id))
  if (!found) throw missing('考核对象')
  return found
}

export type Asked = {
  code: string
  title: string
  article: string
  unit: string
  source: Source
  kind: 'item' | 'extra' | 'veto'
}

/** Everything of a group that needs a value. */
export const askedIn = ({ items, extras, vetoes }: Group): Asked[] => [
  ...items.map((of) => ({ ...of, kind: 'item' as const })),
  ...extras.map((of) => ({ ...of, kind: 'extra' as const })),
  ...vetoes.map((of) => ({ ...of, kind: 'veto' as const })),
]

export function groupOf(scheme: Scheme, code: string): Group {
  const found = scheme.groups.find((one) => one.code === code)
  if (!found) throw missing('考核组')
  return found
}

export function askedOf(scheme: Scheme, group: string, code: string): Asked {
  const found = askedIn(groupOf(scheme, group)).find((one) => one.code === code)
  if (!found) throw missing('考核指标')
  return found
}

/** As they were frozen, the latest round of each last. */
export const frozenOf = ({ db }: Pick<Ctx, 'db'>, appraisal: string) =>
  db.select().from(values).where(eq(values.appraisal, appraisal)).orderBy(asc(values.round))

export const keyOf = (subject: string, item: string) => `${subject} ${item}`

/** What holds of each. */
export const latestIn = (frozen: readonly ValueRow[]): Map<string, ValueRow> =>
  new Map(frozen.map((row) => [keyOf(row.subject, row.item), row]))

/** The newest that the reader may see. */
export async function latestReckoning({ db }: Pick<Ctx, 'db'>, appraisal: string, round?: number): Promise<Reckoning | null> {
  const [found] = await db
    .select()
    .from(reckonings)
    .where(and(eq(reckonings.appraisal, appraisal), round === undefined ? undefined : eq(reckonings.round, round)))
    .orderBy(desc(reckonings.round))
    .limit(1)
  return found ?? null
}
