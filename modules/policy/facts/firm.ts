/** The firms facts are asked of: where each stood on the day, and what its file says. */
import { sql } from 'drizzle-orm'
import type { Fact, Facts, Known, Past } from '#engines/policy/fact.ts'
import { presentOn } from '#modules/enterprise/presence.ts'
import { enterprises, presences } from '#modules/enterprise/tables.ts'
import type { FileFacts } from '#modules/ladder/facts.ts'
import { type Days, idsOf } from '#modules/ladder/known/asked.ts'
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

export type Which = { ids: readonly string[] } | { after: string | null; most: number }

const file = enterprises
const columns = {
  id: file.id,
  name: file.name,
  creditCode: file.creditCode,
  org: file.org,
  town: sql<string>`coalesce(${presences.town}, ${file.town})`,
  zone: sql<string | null>`case when ${presences.id} is null then ${file.zone} else ${presences.zone} end`,
  industry: sql<string>`coalesce(${presences.industry}, ${file.industry})`,
  originKind: sql<File['originKind']>`coalesce(${presences.originKind}, ${file.originKind})`,
  settledOn: sql<string>`coalesce(${presences.settledOn}, ${file.settledOn})`,
  present: sql<boolean>`${presences.id} is not null`,
  status: file.status,
  frequency: file.frequency,
  legalForm: file.legalForm,
  registeredOn: file.registeredOn,
  registered: file.registered,
  registeredSince: file.registeredSince,
  operating: file.operating,
  operatingSince: file.operatingSince,
  taxed: file.taxed,
  taxedSince: file.taxedSince,
  reporting: file.reporting,
  reportingSince: file.reportingSince,
  origins: file.origins,
  source: file.source,
  asOf: file.asOf,
}

/** Those named; or the next ones, by id, of all that were in the district on the day. */
export async function firmsOf({ db }: Ctx, which: Which, { day, known }: Days): Promise<Firm[]> {
  const there = sql`${presences.enterprise} = ${file.id} and ${presentOn(day, known)}`
  if ('ids' in which) {
    return db
      .select(columns)
      .from(file)
      .leftJoin(presences, there)
      .where(sql`${file.id} = any(${idsOf(which)})`)
      .orderBy(file.id)
  }
  return db
    .select(columns)
    .from(file)
    .innerJoin(presences, there)
    .where(which.after === null ? undefined : sql`${file.id} > ${which.after}`)
    .orderBy(file.id)
    .limit(which.most)
}

/** Of some facts, each value with its day and source; by firm. */
export type Found = Record<string, Known>
/** Adds to each firm's facts those it knows of. */
export type Source = {
  titles: readonly Fact['title'][]
  add: (ctx: Ctx, firms: readonly Firm[], days: Days, into: ReadonlyMap<string, Found>) => Promise<void>
}
