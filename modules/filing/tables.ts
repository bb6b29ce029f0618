import { sql } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import { enterprises, inArea } from '#modules/enterprise/tables.ts'
import { orgs } from '#modules/org/tables.ts'
import { anyone, as, both, either, me, nobody, office, ownRegion } from '#platform/rows.ts'
import { table } from '#platform/table.ts'
import { cellNames, filing, filingRule } from './model.ts'

/** Single figures are for the enterprise, those who check them, the office that runs the monitoring, and the leader. */
const own = both(as('enterprise', 'institution'), sql`enterprise in (select e.id from enterprise e where e.org = ${me.org})`)
export const filings = table(
  filing,
  {
    see: either(as('office', 'leader'), inArea, own),
    add: either(office, inArea, own),
    change: either(office, inArea, own),
    remove: both(either(office, inArea, own), sql`status = 'draft'`),
  },
  { audience: 'matter', subject: 'enterprise' },
  (t) => [
    pg.foreignKey({ columns: [t.enterprise!], foreignColumns: [enterprises.id] }),
    pg.foreignKey({ columns: [t.town!], foreignColumns: [orgs.id] }),
    pg.foreignKey({ columns: [t.zone!], foreignColumns: [orgs.id] }),
    pg.unique('filing_revision').on(t.enterprise!, t.month!, t.revision!),
    // One figure holds for a month, and one is being worked on.
    pg.uniqueIndex('filing_current').on(t.enterprise!, t.month!).where(sql`known_from is not null and known_until is null`),
    pg.uniqueIndex('filing_open').on(t.enterprise!, t.month!).where(sql`known_from is null`),
    pg.index('filing_month').on(t.region!, t.month!, t.status!),
    pg.index('filing_revenue').on(t.region!, t.month!, t.revenue!),
  ],
)

export const filingRules = table(
  filingRule,
  { see: anyone, add: office, change: nobody, remove: nobody },
  { audience: 'internal' },
  (t) => [pg.unique('filing_rule_since').on(t.region!, t.since!)],
)

const sum = () => pg.bigint({ mode: 'number' }).notNull().default(0)

/** By what the sums are kept apart: not at all, or by one of the places and trades of a report. */
export const faces = ['whole', 'town', 'zone', 'industry', 'direction'] as const

/**
 * Sums of accepted reports by month, day of knowledge and division, once as a whole and once for every face: deltas kept by
 * the database as reports are accepted and withdrawn (trigger filing_tally), so that no figure of a whole month reads its
 * reports, and a new report costs the same whatever was there before. Not journaled: every delta follows from a report that is.
 */
export const tallies = pg.pgTable(
  'tally',
  {
    region: pg.text().notNull().default(ownRegion),
    face: pg.text({ enum: faces }).notNull(),
    month: pg.text().notNull(),
    known: pg.date({ mode: 'string' }).notNull(),
    /** The town, park, industry or direction; empty for the whole, and where a report has none. */
    member: pg.text().notNull(),
    division: pg.text().notNull(),
    reports: pg.bigint({ mode: 'number' }).notNull(),
    ...(Object.fromEntries(cellNames.map((name) => [name, sum()])) as Record<(typeof cellNames)[number], ReturnType<typeof sum>>),
  },
  (t) => [
    pg.primaryKey({ columns: [t.region, t.face, t.month, t.known, t.member, t.division] }),
    pg.pgPolicy('tally_region', {
      as: 'restrictive',
      for: 'all',
      using: sql`region = ${me.region}`,
      withCheck: sql`region = ${me.region}`,
    }),
    pg.pgPolicy('tally_see', { for: 'select', using: sql`${me.role} = 'system'` }),
  ],
)
