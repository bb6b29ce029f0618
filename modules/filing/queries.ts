/** Reports as they stood on the product's today, who owes one, and the row that a step is taken on. */
import { and, desc, eq, gt, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { lastDayOf } from '#engines/indicator/months.ts'
import { monthInWords } from '#engines/progress/wording.ts'
import { presentOn } from '#modules/enterprise/presence.ts'
import { enterprises, presences } from '#modules/enterprise/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { conflict, denied, invalid, missing } from '#platform/problem.ts'
import { isQuarterEnd } from './model.ts'
import { filings } from './tables.ts'

export type Row = typeof filings.$inferSelect
type Today = Pick<Ctx, 'today'>

/** Recorded by today, and not withdrawn by then. */
export const isKnown = ({ knownFrom, knownUntil }: Record<'knownFrom' | 'knownUntil', AnyPgColumn>, { today }: Today) =>
  and(lte(knownFrom, today), or(isNull(knownUntil), gt(knownUntil, today)))!
/** The accepted figure of its month. */
export const isCurrent = (ctx: Today) => isKnown(filings, ctx)
/** Begun, and not accepted yet. */
export const isOpen = ({ today, now }: Pick<Ctx, 'today' | 'now'>) =>
  and(lte(filings.createdAt, now.toISOString()), or(isNull(filings.knownFrom), gt(filings.knownFrom, today)))!

/** The state of a report on the day: a decision or a submission that came later had not happened. */
export const statusOn = ({ today }: Today): SQL<Row['status']> => sql`case
  when ${filings.submittedOn} > ${today} then 'draft'
  when ${filings.decidedOn} > ${today} then 'submitted'
  else ${filings.status} end`

/** The same of a row that was read. */
export function asOn<R extends Row>(row: R, { today }: Today): R {
  if (row.submittedOn && row.submittedOn > today)
    return { ...row, status: 'draft', submittedOn: null, submittedBy: null, ...undecided }
  if (row.decidedOn && row.decidedOn > today) return { ...row, status: 'submitted', ...undecided }
  return row.knownUntil && row.knownUntil > today ? { ...row, knownUntil: null } : row
}
const undecided = { decidedOn: null, decidedBy: null, knownFrom: null, knownUntil: null, objections: {} }

/** Where enterprises were at the end of a month, as far as is known today: one row for each that was there. */
export const presentAt = (month: string, { today }: Today): SQL => presentOn(lastDayOf(month), today)!

/** Enterprises asked for a report of the month by how often they report. */
export const asked = (month: string) =>
  inArray(enterprises.frequency, isQuarterEnd(month) ? (['month', 'quarter'] as const) : (['month'] as const))

/** The enterprise a report is about: his own for who signs in for one, the named one for officials. */
export async function enterpriseFor({ db, actor }: Ctx, id: string | undefined) {
  const own = actor.role === 'enterprise' || actor.role === 'institution'
  if (!own && !id) throw invalid('请选择企业')
  if (own && !actor.org) throw denied('您的账号没有所属企业，不能填报')
  const [found] = await db
    .select()
    .from(enterprises)
    .where(own ? eq(enterprises.org, actor.org!) : eq(enterprises.id, id!))
  if (!found && own && !id) throw conflict('贵企业尚未认领企业档案，认领通过后即可填报')
  if (!found || (id && found.id !== id)) throw missing('企业')
  return found
}
export type Owner = Awaited<ReturnType<typeof enterpriseFor>>

/** Place and trade at the end of the month; refuses where no report is owed. */
export async function placeAt(ctx: Ctx, { id, name, frequency }: Owner, month: string) {
  const why = whyNotAsked({ name, frequency }, month)
  if (why) throw conflict(why)
  const [found] = await ctx.db
    .select()
    .from(presences)
    .where(and(eq(presences.enterprise, id), presentAt(month, ctx)))
  if (found) {
    const { town, zone, industry, division, direction } = found
    return { town, zone, industry, division, direction }
  }
  throw conflict(absentSentence(name, month, ctx.actor.role === 'town' || ctx.actor.role === 'park'))
}

/** Why nobody asks an enterprise for a report of the month; null where one is asked for. */
export function whyNotAsked({ name, frequency }: Pick<Owner, 'name' | 'frequency'>, month: string): string | null {
  if (frequency === 'none') return `“${name}”未纳入运行监测，无须报送`
  return frequency === 'quarter' && !isQuarterEnd(month) ? `“${name}”按季报送，${monthInWords(month)}无须报送` : null
}

/** `local`: told to a town or a park, who know their own area only. */
export const absentSentence = (name: string, month: string, local: boolean): string =>
  local
    ? `${monthInWords(month)}末“${name}”不在您的辖区，请由企业或当时所在的镇街、园城填报`
    : `${monthInWords(month)}末“${name}”不在本区，无须报送`

/** The report being worked on, if one is. */
export async function openReport(ctx: Ctx, enterprise: string, month: string): Promise<Row | null> {
  const [row] = await ctx.db
    .select()
    .from(filings)
    .where(and(eq(filings.enterprise, enterprise), eq(filings.month, month), isOpen(ctx)))
    .orderBy(desc(filings.revision))
    .limit(1)
  return row ? asOn(row, ctx) : null
}

/** Rows known today, whatever came of them. */
export const isBegun = ({ now }: Pick<Ctx, 'now'>) => lte(filings.createdAt, now.toISOString())

/** A report to take a step on, locked. What can be seen but not locked is for others to change. */
export async function reportToChange({ db }: Ctx, id: string): Promise<Row> {
  const found = () => db.select().from(filings).where(eq(filings.id, id))
  if (!(await found())[0]) throw missing('报表')
  const [row] = await found().for('update')
  if (!row) throw denied('您只能办理本辖区或本企业的报表')
  return row
}

/** Names of those whose rows the actor may see. */
export async function namesOf({ db }: Ctx, ids: string[]): Promise<Map<string, string>> {
  const rows = ids.length
    ? await db.select({ id: enterprises.id, name: enterprises.name }).from(enterprises).where(inArray(enterprises.id, ids))
    : []
  return new Map(rows.map(({ id, name }) => [id, name]))
}
