/** How complete a month is, zone by zone and town by town; the names behind each count; what filing costs. */
import { and, asc, count, eq, gte, ilike, inArray, isNull, lte, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { shiftMonth } from '#engines/indicator/months.ts'
import { query } from '#platform/action.ts'
import { workdaysBetween } from '#platform/calendar.ts'
import { officials } from '#platform/context.ts'
import { month } from '#platform/fields.ts'
import { containing } from '#platform/search.ts'
import { overAll } from '#platform/session.ts'
import { closedMonth, dueOn, overMonth, rulesOf } from '../clock.ts'
import { type Standing, standings } from '../model.ts'
import { standingsOf } from '../standing.ts'
import { filings } from '../tables.ts'

const standing = z.enum(Object.keys(standings) as [Standing, ...Standing[]])
/** How many stand where; together they are those asked for a report. */
const counts = z.object({ accepted: z.int(), submitted: z.int(), returned: z.int(), draft: z.int(), none: z.int() })
type Counts = z.infer<typeof counts>
/** `place` is null for those in no park. */
const placed = counts.extend({ place: z.uuid().nullable() })

/** Completeness of a month, the same figures for whoever may see them; `late` once the due day has passed. */
export const board = query(
  {
    label: '报送情况',
    who: officials,
    input: z.object({ month: month('报告期').optional() }),
    output: z.object({
      month: z.string(),
      /** The latest month that can be looked at. */
      last: z.string(),
      closed: z.string().nullable(),
      dueOn: z.string().nullable(),
      workdaysLeft: z.int().nullable(),
      late: z.boolean(),
      total: counts,
      zones: z.array(placed),
      towns: z.array(placed),
    }),
  },
  async (ctx, input) => {
    const rules = await rulesOf(ctx)
    const last = overMonth(ctx.today)
    const month = input.month && input.month < last ? input.month : last
    const rows = await overAll(ctx, ({ db }) => {
      const owed = standingsOf(ctx, month)
      return db
        .select({ town: owed.town, zone: owed.zone, standing: owed.standing, of: count() })
        .from(owed)
        .groupBy(owed.town, owed.zone, owed.standing)
    })
    const due = dueOn(month, rules)
    return {
      month,
      last,
      closed: closedMonth(ctx.today, rules),
      dueOn: due,
      workdaysLeft: due === null ? null : workdaysBetween(ctx.today, due),
      late: due !== null && due < ctx.today,
      total: sum(rows),
      zones: by(rows, ({ zone }) => zone),
      towns: by(rows, ({ town }) => town),
    }
  },
)

type Count = { town: string; zone: string | null; standing: Standing; of: number }

function sum(rows: readonly Count[]): Counts {
  const total = { accepted: 0, submitted: 0, returned: 0, draft: 0, none: 0 }
  for (const { standing, of } of rows) total[standing] += of
  return total
}

/** Largest first. */
const by = (rows: readonly Count[], placeOf: (row: Count) => string | null) =>
  [...new Set(rows.map(placeOf))]
    .map((place) => ({ place, ...sum(rows.filter((row) => placeOf(row) === place)) }))
    .sort((a, b) => sizeOf(b) - sizeOf(a))
const sizeOf = ({ accepted, submitted, returned, draft, none }: Counts) => accepted + submitted + returned + draft + none

/** Who stands where: the names behind the counts, of those the actor may see. */
export const names = query(
  {
    label: '报送名单',
    who: ['leader', 'office', 'park', 'town'],
    input: z.object({
      month: month('报告期'),
      standing: z.array(standing).max(5).optional(),
      zone: z.union([z.uuid(), z.literal('none')]).optional(),
      town: z.uuid().optional(),
      name: z.string().trim().max(120).optional(),
      page: z.int().min(1).default(1),
      size: z.int().min(1).max(200).default(50),
    }),
    output: z.object({
      total: z.int(),
      rows: z.array(
        z.object({
          enterprise: z.uuid(),
          name: z.string(),
          town: z.uuid(),
          zone: z.uuid().nullable(),
          /** Its latest report, if one was begun. */
          filing: z.uuid().nullable(),
          standing,
          correcting: z.boolean(),
        }),
      ),
    }),
  },
  async (ctx, { month, standing, zone, town, name, page, size }) => {
    const owed = standingsOf(ctx, month)
    const where = and(
      standing?.length ? inArray(owed.standing, standing) : undefined,
      zone === 'none' ? isNull(owed.zone) : zone ? eq(owed.zone, zone) : undefined,
      town ? eq(owed.town, town) : undefined,
      name ? ilike(owed.name, containing(name)) : undefined,
    )
    const [all] = await ctx.db.select({ total: count() }).from(owed).where(where)
    const rows = await ctx.db
      .select()
      .from(owed)
      .where(where)
      .orderBy(asc(owed.name), asc(owed.enterprise))
      .limit(size)
      .offset((page - 1) * size)
    return { total: all!.total, rows }
  },
)

/** Cells typed by hand for a report, month by month: what filing costs those who file. */
export const burden = query(
  {
    label: '填报负担',
    who: officials,
    input: z.object({ months: z.int().min(1).max(36).default(12) }),
    output: z.array(
      z.object({
        month: z.string(),
        reports: z.int(),
        /** On average a report. */
        typed: z.number(),
        /** Of the reports, those confirmed in one click. */
        confirmed: z.int(),
      }),
    ),
  },
  async (ctx, { months }) => {
    const last = overMonth(ctx.today)
    return overAll(ctx, ({ db }) =>
      db
        .select({
          month: filings.month,
          reports: count(),
          typed: average(filings.typed),
          confirmed: sql`count(*) filter (where ${filings.unchanged})`.mapWith(Number),
        })
        .from(filings)
        .where(
          and(
            gte(filings.month, shiftMonth(last, 1 - months)),
            lte(filings.month, last),
            lte(filings.submittedOn, ctx.today),
            // A correction is no report of its own.
            eq(filings.revision, 1),
          ),
        )
        .groupBy(filings.month)
        .orderBy(asc(filings.month)),
    )
  },
)

const average = (of: typeof filings.typed): SQL<number> => sql`round(avg(${of}), 2)`.mapWith(Number)
