/** What was looked at becomes reports sent on behalf of their enterprises, waiting for somebody else's check. */
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Values as Given } from '#modules/intake/importer.ts'
import type { Ctx } from '#platform/context.ts'
import { advance } from '#platform/flow.ts'
import { conflict, denied } from '#platform/problem.ts'
import { filingFlow } from '../flow.ts'
import { blank } from '../form.ts'
import { filerOf } from '../on-behalf.ts'
import { filings } from '../tables.ts'
import { knownBy } from './known.ts'
import { type Ground, judge, type Report } from './rules.ts'

type Row = { row: number; values: Given }
const batch = 500

export async function commitReports(ctx: Ctx, intake: string, ground: Ground): Promise<void> {
  for (let last = 0; ; ) {
    const rows = await rowsAfter(ctx, intake, last)
    if (!rows.length) return
    await send(ctx, rows, ground)
    last = rows.at(-1)!.row
  }
}

async function rowsAfter({ db }: Ctx, intake: string, last: number): Promise<Row[]> {
  const { rows } = (await db.execute(sql`select "row", "values" from intake_row
    where intake = ${intake} and "row" > ${last} and not skip order by "row" limit ${batch}`)) as unknown as { rows: Row[] }
  return rows
}

/** What was there when the rows were looked at may have changed: they are judged once more. */
async function send(ctx: Ctx, rows: Row[], ground: Ground): Promise<void> {
  const known = await knownBy(
    ctx,
    rows.map(({ values }) => String(values.creditCode)),
  )
  const begun: (typeof filings.$inferInsert)[] = []
  for (const { row, values: given } of rows) {
    const owner = known.get(String(given.creditCode))
    const judged = judge(given, owner, ground)
    if (!('report' in judged) || !owner)
      throw conflict(`第 ${row} 行：${faultIn(judged)}；检查之后有变动，请点“重新检查”后再提交`)
    const { open } = judged.report
    if (open) await change(ctx, row, open.id, sentBy(ctx, judged.report))
    else begun.push({ ...blank, ...sentBy(ctx, judged.report), enterprise: owner.id, month: String(given.month) })
  }
  if (begun.length) await ctx.db.insert(filings).values(begun)
}

const faultIn = (judged: ReturnType<typeof judge>) => ('faults' in judged && judged.faults[0]?.problem) || '该行已不能导入'

function sentBy(ctx: Ctx, { open, place, values, explanations, typed }: Report) {
  const status = advance(filingFlow, { status: open?.status ?? 'draft' }, 'submit', ctx.actor)
  const sent = { status, submittedOn: ctx.today, submittedBy: filerOf(ctx), decidedOn: null, decidedBy: null }
  return { ...values, ...place, explanations, typed, unchanged: false, ...sent }
}

/** Somebody may be about the same draft: it is still to be sent, or the whole import waits for another look. */
async function change({ db }: Ctx, row: number, id: string, sent: ReturnType<typeof sentBy>): Promise<void> {
  const still = and(eq(filings.id, id), inArray(filings.status, ['draft', 'returned']))
  const [changed] = await db.update(filings).set(sent).where(still).returning({ id: filings.id })
  if (!changed) throw denied(`第 ${row} 行的报表不在您可以办理的范围内，或刚刚已报送，没有提交`)
}
