/** The firms facts are asked of: where each stood on the day, and what its file says. */
import { and, sql } from 'drizzle-orm'
import type { Fact, Facts, Known, Past } from '#engines/policy/fact.ts'
import { presentOn } from '#modules/enterprise/presence.ts'
import { enterprises, presences } from '#modules/enterprise/tables.ts'
import type { FileFacts } from '#modules/ladder/facts.ts'
import { type Days, idsOf } from '#modules/ladder/known/asked.ts'
import type { Reports } from '#modules/ladder/known/reports.ts'
import type { Ctx } from '#platform/context.ts'

type File = typeof enterprises.$inferSelect
/** Place and trade are those of the day where the firm was in the district then, else those of its file. */
export type Firm = FileFacts &
  Pick<
    File,
    | ('name' | 'creditCode' | 'org' | 'town' | 'zone' | 'status' | 'frequency' | 'originKind' | 'settledOn')
    | ('operating' | 'reporting' | 'registeredSince' | 'operatingSince' | 'taxedSince' | 'reportingSince')
  > & { present: boolean }

/** What is known of one firm on a day, for clauses to be decided by. */
export type KnownFirm = { firm: Firm; facts: Facts; past: Past }

const columns = {
  ...{ id: enterprises.id, name: enterprises.name, creditCode: enterprises.creditCode, org: enterprises.org },
  ...{ town: enterprises.town, zone: enterprises.zone, industry: enterprises.industry, status: enterprises.status },
  ...{ originKind: enterprises.originKind, settledOn: enterprises.settledOn, frequency: enterprises.frequency },
  ...{ legalForm: enterprises.legalForm, registeredOn: enterprises.registeredOn },
  ...{ registered: enterprises.registered, registeredSince: enterprises.registeredSince },
  ...{ operating: enterprises.operating, operatingSince: enterprises.operatingSince },
  ...{ taxed: enterprises.taxed, taxedSince: enterprises.taxedSince },
  ...{ reporting: enterprises.reporting, reportingSince: enterprises.reportingSince },
  ...{ origins: enterprises.origins, source: enterprises.source, asOf: enterprises.asOf },
}

/** Those named, wherever they are now. */
export async function firmsOf(ctx: Ctx, ids: readonly string[], days: Days): Promise<Firm[]> {
  const files = await ctx.db
    .select(columns)
    .from(enterprises)
    .where(sql`${enterprises.id} = any(${idsOf({ ids })})`)
    .orderBy(enterprises.id)
  return placed(ctx, files, days)
}

/** The next files by id, and of them the firms that were in the district on the day. */
export async function nextFirms(ctx: Ctx, after: string | null, most: number, days: Days) {
  const files = await ctx.db
    .select(columns)
    .from(enterprises)
    .where(after === null ? undefined : sql`${enterprises.id} > ${after}`)
    .orderBy(enterprises.id)
    .limit(most)
  const firms = (await placed(ctx, files, days)).filter(({ present }) => present)
  return { firms, last: files.length < most ? null : files.at(-1)!.id }
}

/** Stretches are looked up by firm: a join would go through all of them for every portion. */
async function placed({ db }: Ctx, files: readonly Omit<Firm, 'present'>[], { day, known }: Days): Promise<Firm[]> {
  const { enterprise, town, zone, industry, originKind, settledOn } = presences
  const rows = await db
    .select({ enterprise, town, zone, industry, originKind, settledOn })
    .from(presences)
    .where(and(sql`${enterprise} = any(${idsOf({ ids: files.map(({ id }) => id) })})`, presentOn(day, known)))
  const stretches = new Map(rows.map(({ enterprise: of, ...stretch }) => [of, stretch]))
  return files.map((file) => ({ ...file, ...stretches.get(file.id), present: stretches.has(file.id) }))
}

/** Of some facts, each value with its day and source; by firm. */
export type Found = Record<string, Known>
/** Adds to each firm's facts those it knows of. */
export type Source = {
  titles: readonly Fact['title'][]
  add: (ctx: Ctx, firms: readonly Firm[], days: Days, into: ReadonlyMap<string, Found>, shared: Shared) => Promise<void>
}
/** Looked up once for all who need it. */
export type Shared = { reports: () => Promise<Map<string, Reports>> }
