/** An enterprise and its months: which reports it owes, where each stands, and how long there is left. */
import { and, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { lastDayOf, shiftMonth } from '#engines/indicator/months.ts'
import { enterprises, presences } from '#modules/enterprise/tables.ts'
import { query } from '#platform/action.ts'
import { workdaysBetween } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { dueOn, overMonth, rulesOf } from '../clock.ts'
import { filingRow, isQuarterEnd, type Standing, standings } from '../model.ts'
import { asOn, isBegun, isKnown } from '../queries.ts'
import { filings } from '../tables.ts'

const ownMonth = filingRow.pick({ month: true, revenue: true, softwareRevenue: true, headcount: true }).extend({
  dueOn: z.string(),
  workdaysLeft: z.int(),
  standing: z.enum(Object.keys(standings) as [Standing, ...Standing[]]),
  /** Past its day, and neither filed nor accepted. */
  late: z.boolean(),
  /** Accepted, with a correction under way. */
  correcting: z.boolean(),
  filing: z.uuid().nullable(),
  decidedOn: z.string().nullable(),
})

/** Null while the signed-in organisation has no enterprise file. */
export const mine = query(
  {
    label: '我的报表',
    who: ['enterprise', 'institution'],
    input: z.object({}),
    output: z.object({ enterprise: z.uuid(), name: z.string(), months: z.array(ownMonth) }).nullable(),
  },
  async (ctx) => {
    const own = await ownEnterprise(ctx)
    return own && { enterprise: own.id, name: own.name, months: (await ownMonths(ctx))! }
  },
)

async function ownEnterprise({ db, actor }: Ctx) {
  if (!actor.org) return null
  const [found] = await db.select().from(enterprises).where(eq(enterprises.org, actor.org))
  return found ?? null
}

/** Months the own enterprise was asked for a report of, the latest first; null without an enterprise. */
export async function ownMonths(ctx: Ctx): Promise<z.infer<typeof ownMonth>[] | null> {
  const own = await ownEnterprise(ctx)
  if (!own) return null
  const rules = await rulesOf(ctx)
  const stretches = await ctx.db
    .select()
    .from(presences)
    .where(and(eq(presences.enterprise, own.id), isKnown(presences, ctx)))
  const reports = await ctx.db
    .select()
    .from(filings)
    .where(and(eq(filings.enterprise, own.id), isBegun(ctx)))
    .orderBy(desc(filings.revision))
  const there = (month: string) =>
    stretches.some(({ since, until }) => since <= lastDayOf(month) && (until === null || until > lastDayOf(month)))
  const rows = reports.map((row) => asOn(row, ctx))
  const since = [...stretches.map((stretch) => stretch.since.slice(0, 7)), ...rows.map(({ month }) => month)].sort()[0]
  return monthsBack(overMonth(ctx.today), since).flatMap((month) => {
    const due = dueOn(month, rules)
    const revisions = rows.filter((row) => row.month === month)
    const owed = there(month) && (own.frequency === 'month' || (own.frequency === 'quarter' && isQuarterEnd(month)))
    if (!due || !(owed || revisions.length)) return []
    const current = revisions.find(({ knownFrom, knownUntil }) => knownFrom && !knownUntil)
    const [latest] = revisions
    const standing: Standing = current ? 'accepted' : (latest?.status ?? 'none')
    const { revenue = null, softwareRevenue = null, headcount = null, decidedOn = null } = current ?? latest ?? {}
    return [
      {
        ...{ month, dueOn: due, workdaysLeft: workdaysBetween(ctx.today, due), standing, revenue, softwareRevenue, headcount },
        late: due < ctx.today && standing !== 'accepted' && standing !== 'submitted',
        correcting: current !== undefined && latest !== current,
        filing: latest?.id ?? null,
        decidedOn,
      },
    ]
  })
}

function monthsBack(last: string, first: string | undefined): string[] {
  const months: string[] = []
  for (let month = last; first && month >= first; month = shiftMonth(month, -1)) months.push(month)
  return months
}
