/** Reading reports: one with all that belongs to it, those of an enterprise over the years, a month as a sheet. */
import { and, asc, desc, eq, getTableColumns, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { monthInWords } from '#engines/progress/wording.ts'
import { enterprises } from '#modules/enterprise/tables.ts'
import { orgs } from '#modules/org/tables.ts'
import { query } from '#platform/action.ts'
import { download, month } from '#platform/fields.ts'
import { missing } from '#platform/problem.ts'
import { type Column, columnsOf, sheetBuffer } from '#platform/sheet.ts'
import { formOf, step, stepsOn } from '../form.ts'
import { cellNames, type Filing, filed, filing, filingRow, findingRow, findingsIn } from '../model.ts'
import { asOn, enterpriseFor, isBegun, isCurrent, namesOf } from '../queries.ts'
import { filings } from '../tables.ts'

const readers = ['leader', 'office', 'park', 'town', 'enterprise', 'institution'] as const

/** One report: its values against those before, what the checks ask, what was explained and objected, and what may be done. */
export const show = query(
  {
    label: '报表明细',
    who: readers,
    input: z.object({ id: z.uuid('没有找到该报表，请核对网址') }),
    output: z.object({
      filing: filingRow,
      name: z.string().nullable(),
      /** Accepted reports of this year and the last to compare with, the oldest first. */
      history: z.array(filed),
      findings: z.array(findingRow),
      /** Every revision of the month, the first one first. */
      revisions: z.array(filingRow),
      can: z.array(step),
    }),
  },
  async (ctx, { id }) => {
    const [found] = await ctx.db
      .select()
      .from(filings)
      .where(and(eq(filings.id, id), isBegun(ctx)))
    if (!found) throw missing('报表')
    const row = asOn(found, ctx)
    const revisions = await ctx.db
      .select()
      .from(filings)
      .where(and(eq(filings.enterprise, row.enterprise), eq(filings.month, row.month), isBegun(ctx)))
      .orderBy(asc(filings.revision))
    const { rule, history } = await formOf(ctx, row.enterprise, row.month)
    return {
      filing: row,
      name: (await namesOf(ctx, [row.enterprise])).get(row.enterprise) ?? null,
      history,
      findings: findingsIn(row, rule, history),
      revisions: revisions.map((one) => asOn(one, ctx)),
      // Only the last revision of a month moves on.
      can: revisions.at(-1)?.id === id ? stepsOn(ctx, row) : [],
    }
  },
)

/** All reports of an enterprise with their revisions, the latest month first. */
export const history = query(
  {
    label: '企业历月报表',
    who: readers,
    input: z.object({ enterprise: z.uuid().optional() }),
    output: z.array(filingRow.omit({ explanations: true, objections: true }).extend({ current: z.boolean() })),
  },
  async (ctx, input) => {
    const { id } = await enterpriseFor(ctx, input.enterprise)
    const rows = await ctx.db
      .select()
      .from(filings)
      .where(and(eq(filings.enterprise, id), isBegun(ctx)))
      .orderBy(desc(filings.month), desc(filings.revision))
    return rows
      .map((row) => asOn(row, ctx))
      .map((row) => ({ ...row, current: row.knownFrom !== null && row.knownUntil === null }))
  },
)

type Exported = Filing & { name: string | null; code: string | null; townName: string; zoneName: string | null }
const text = (heading: string, width: number, value: (row: Exported) => string | null): Column<Exported> => ({
  heading,
  width,
  value,
})
const columns: Column<Exported>[] = [
  text('企业名称', 36, ({ name }) => name),
  text('统一社会信用代码', 22, ({ code }) => code),
  text('镇街', 14, ({ townName }) => townName),
  text('园城', 18, ({ zoneName }) => zoneName),
  ...columnsOf(filing, ['industry', 'direction', ...cellNames, 'submittedOn', 'decidedOn', 'revision']),
]

/** The accepted reports of a month that the actor may see. */
export const sheet = query(
  {
    label: '导出月度报表',
    who: ['leader', 'office', 'park', 'town'],
    input: z.object({
      month: month('报告期'),
      zone: z.union([z.uuid(), z.literal('none')]).optional(),
      town: z.uuid().optional(),
    }),
    output: download('月度报表'),
  },
  async (ctx, { month, zone, town }) => {
    const rows = await ctx.db
      .select({ ...getTableColumns(filings), name: enterprises.name, code: enterprises.creditCode })
      .from(filings)
      .leftJoin(enterprises, eq(enterprises.id, filings.enterprise))
      .where(
        and(
          eq(filings.month, month),
          isCurrent(ctx),
          zone === 'none' ? isNull(filings.zone) : zone ? eq(filings.zone, zone) : undefined,
          town ? eq(filings.town, town) : undefined,
        ),
      )
      .orderBy(asc(enterprises.name), asc(filings.id))
    const places = new Map(
      (await ctx.db.select({ id: orgs.id, name: orgs.shortName }).from(orgs)).map(({ id, name }) => [id, name]),
    )
    const title = `${monthInWords(month)}运行监测报表`
    const bytes = await sheetBuffer({
      title,
      note: `截至${ctx.today}已审核 ${rows.length} 家；金额为1月起累计`,
      columns,
      rows: rows.map((row) => ({
        ...row,
        townName: places.get(row.town) ?? '',
        zoneName: row.zone && (places.get(row.zone) ?? null),
      })),
    })
    return {
      name: `${title}（截至${ctx.today}）.xlsx`,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes,
    }
  },
)
