/** How many fields each unit had to type by hand, month by month and by ledger: published to every official. */
import { and, asc, gte, lte } from 'drizzle-orm'
import { z } from 'zod'
import { shiftMonth } from '#engines/indicator/months.ts'
import { orgs } from '#modules/org/tables.ts'
import { query } from '#platform/action.ts'
import { officials } from '#platform/context.ts'
import { month } from '#platform/fields.ts'
import { invalid } from '#platform/problem.ts'
import { definitions } from '#platform/table.ts'
import { burdenMarks, burdens } from '../tables.ts'

const amount = z.object({ fields: z.number(), entries: z.number() })
const shown = 12

export const burden = query(
  {
    label: '填报负担公示',
    who: officials,
    input: z.object({ month: month('月份').optional() }),
    output: z.object({
      month: z.string(),
      /** The last twelve, the oldest first. */
      months: z.array(z.string()),
      countedOn: z.string().nullable(),
      units: z.array(
        amount.extend({
          org: z.uuid(),
          name: z.string(),
          /** In the order of the months. */
          course: z.array(z.number()),
          before: z.number(),
          ledgers: z.array(amount.extend({ ledger: z.string(), title: z.string() })),
        }),
      ),
      /** Of all units, in the order of the months. */
      course: z.array(z.number()),
    }),
  },
  async ({ db, today }, asked) => {
    const last = asked.month ?? today.slice(0, 7)
    if (last > today.slice(0, 7)) throw invalid('月份不能晚于本月')
    const months = Array.from({ length: shown }, (_, i) => shiftMonth(last, i - shown + 1))
    const rows = await db
      .select()
      .from(burdens)
      .where(and(gte(burdens.month, months[0]!), lte(burdens.month, last)))
      .orderBy(asc(burdens.ledger))
    const names = new Map((await db.select({ id: orgs.id, name: orgs.shortName }).from(orgs)).map(({ id, name }) => [id, name]))
    const titles = new Map(definitions.map(({ name, entity }) => [name, entity.meta()?.title ?? name]))
    const fieldsIn = (of: typeof rows, at: string) => of.reduce((sum, row) => sum + (row.month === at ? row.fields : 0), 0)
    const units = [...new Set(rows.map(({ org }) => org))].map((org) => {
      const own = rows.filter((row) => row.org === org)
      const now = own.filter((row) => row.month === last)
      return {
        org,
        name: names.get(org) ?? '',
        fields: fieldsIn(own, last),
        entries: now.reduce((sum, row) => sum + row.entries, 0),
        before: fieldsIn(own, shiftMonth(last, -1)),
        course: months.map((at) => fieldsIn(own, at)),
        ledgers: now
          .map(({ ledger, fields, entries }) => ({ ledger, title: titles.get(ledger) ?? ledger, fields, entries }))
          .sort((a, b) => b.fields - a.fields),
      }
    })
    const [mark] = await db.select().from(burdenMarks)
    return {
      ...{ month: last, months, countedOn: mark?.countedOn ?? null },
      units: units.sort((a, b) => b.fields - a.fields || a.name.localeCompare(b.name, 'zh-CN')),
      course: months.map((at) => fieldsIn(rows, at)),
    }
  },
)
