/** What everyone may know of the money: of each line its sums, and every grant that was shown before it was decided (plan task 3). */
import { and, count, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { type Pot, potNames } from '#engines/policy/policy.ts'
import { claimStates } from '#modules/claim/flow.ts'
import { claims, publicities, publicityItems } from '#modules/claim/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { type Column, sheetBuffer } from '#platform/sheet.ts'
import { potsOf, yearsOf } from './books.ts'
import { payments } from './tables.ts'

export type Asked = { year: number; line?: Pot | undefined }

/** The year that was asked for, else the latest money was arranged for. */
export async function publishedPots(ctx: Ctx, asked: number | undefined) {
  const years = await yearsOf(ctx)
  const now = Number(ctx.today.slice(0, 4))
  const year = asked ?? years.find((one) => one <= now) ?? now
  return { year, years, lines: years.includes(year) ? await potsOf(ctx, year) : [] }
}

/** Decided, and shown on a list that ran its days: what an objection took down or an appeal took up again is not among them. */
const matching = ({ year, line }: Asked): SQL | undefined =>
  and(
    eq(claims.year, year),
    line ? eq(claims.line, line) : undefined,
    eq(publicities.status, 'done'),
    inArray(claims.status, ['paying', 'paid']),
  )

const arrived = <T>(of: SQL<T>) =>
  sql<T>`(select ${of} from ${payments} where ${payments.claim} = ${claims.id} and ${payments.status} = 'paid')`

/** Firm, clause and sums as they were shown; what was granted and what has arrived as it is now. */
export const grantsOf = ({ db }: Ctx, of: Asked) =>
  db
    .select({
      ...{ id: publicityItems.id, name: publicityItems.name, title: publicityItems.title, article: publicityItems.article },
      ...{ line: claims.line, asked: publicityItems.asked, proposed: publicityItems.approved, granted: claims.approved },
      paid: arrived(sql<number>`coalesce(sum(${payments.amount}), 0)`).mapWith(Number),
      paidOn: arrived(sql<string | null>`max(${payments.settledOn})::text`),
      ...{ status: claims.status, publicity: publicities.number },
    })
    .from(publicityItems)
    .innerJoin(publicities, eq(publicities.id, publicityItems.publicity))
    .innerJoin(claims, and(eq(claims.id, publicityItems.claim), eq(claims.publicity, publicities.id)))
    .where(matching(of))
    .orderBy(desc(publicities.until), desc(publicities.number), publicityItems.title, publicityItems.name)

export async function countGrants({ db }: Ctx, of: Asked): Promise<number> {
  const [all] = await db
    .select({ total: count() })
    .from(publicityItems)
    .innerJoin(publicities, eq(publicities.id, publicityItems.publicity))
    .innerJoin(claims, and(eq(claims.id, publicityItems.claim), eq(claims.publicity, publicities.id)))
    .where(matching(of))
  return all!.total
}

type Grant = Awaited<ReturnType<typeof grantsOf>>[number]

export const grantsTitle = ({ year, line }: Asked): string => `${year} 年度${line ? potNames[line] : '政策'}资金拨付公开表`

export const grantsSheet = (of: Asked, today: string, rows: readonly Grant[]): Promise<Buffer> =>
  sheetBuffer({ title: grantsTitle(of), note: `截至 ${today}，共 ${rows.length} 件`, columns, rows })

const yuan = (heading: string, of: 'asked' | 'proposed' | 'granted' | 'paid'): Column<Grant> => ({
  ...{ heading, width: 18, format: 'money' },
  value: ({ [of]: fen }) => (fen === null ? null : fen / 100),
})
const columns: Column<Grant>[] = [
  { heading: '企业', width: 34, value: ({ name }) => name },
  { heading: '条款', width: 26, value: ({ title }) => title },
  { heading: '条目', width: 12, value: ({ article }) => article },
  { heading: '资金', width: 8, value: ({ line }) => potNames[line] },
  yuan('申报金额（元）', 'asked'),
  yuan('公示金额（元）', 'proposed'),
  yuan('审定金额（元）', 'granted'),
  yuan('已拨付（元）', 'paid'),
  { heading: '到账日期', width: 12, format: 'day', value: ({ paidOn }) => paidOn },
  { heading: '状态', width: 10, value: ({ status }) => claimStates[status] },
  { heading: '公示编号', width: 16, value: ({ publicity }) => publicity },
]
