/** Filing a report: the form opens filled in, is kept as a draft, confirmed where nothing changed, and sent. */
import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { openFindings } from '#engines/filing/checks.ts'
import type { Prefilled } from '#engines/filing/prefill.ts'
import { monthInWords } from '#engines/progress/wording.ts'
import { command, query } from '#platform/action.ts'
import { workdaysBetween } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { month } from '#platform/fields.ts'
import { advance } from '#platform/flow.ts'
import { conflict, denied, invalid } from '#platform/problem.ts'
import { oneAtATime } from '#platform/session.ts'
import { dueOn, overMonth } from '../clock.ts'
import { filers, filingFlow } from '../flow.ts'
import { blank, formOf, step, stepsOn, typedIn } from '../form.ts'
import { cell, cellNames, filed, filingRow, filingRule, findingRow, findingsIn, type Values, values, valuesIn } from '../model.ts'
import { filerOf } from '../on-behalf.ts'
import { enterpriseFor, type Owner, openReport, placeAt, type Row, reportToChange } from '../queries.ts'
import { filings } from '../tables.ts'

const which = { enterprise: z.uuid().optional(), month: month('报告期') }
const explanations = z.partialRecord(cell, z.string().trim().min(1).max(500, '情况说明不超过 500 个字'))

const start = z.object({ value: z.number().nullable(), from: z.string().nullable(), sentence: z.string() })

/** The form of a month: nothing is written until it is saved. */
export const open = query(
  {
    label: '填报运行监测报表',
    who: filers,
    input: z.object(which),
    output: z.object({
      enterprise: z.uuid(),
      name: z.string(),
      month: z.string(),
      dueOn: z.string(),
      workdaysLeft: z.int(),
      rule: filingRule,
      /** Begun, sent or accepted; null before the first save. */
      filing: filingRow.nullable(),
      /** What the form opens with. */
      values,
      prefilled: z.record(cell, start),
      /** Accepted reports of this year and the last to compare with, the oldest first. */
      history: z.array(filed),
      findings: z.array(findingRow),
      mayEdit: z.boolean(),
      can: z.array(step),
    }),
  },
  async (ctx, input) => {
    const owner = await enterpriseFor(ctx, input.enterprise)
    const form = await formOf(ctx, owner.id, requireOver(ctx, input.month))
    const filing = (await openReport(ctx, owner.id, input.month)) ?? form.current
    if (!filing) await placeAt(ctx, owner, input.month)
    const shown = filing ? valuesIn(filing) : startOf(form.prefilled)
    const mayEdit = !filing || filing.status === 'draft' || filing.status === 'returned'
    const due = dueOn(input.month, [form.rule])!
    return {
      ...{ enterprise: owner.id, name: owner.name, month: input.month, rule: form.rule },
      dueOn: due,
      workdaysLeft: workdaysBetween(ctx.today, due),
      filing,
      values: shown,
      prefilled: form.prefilled,
      history: form.history,
      findings: findingsIn({ ...shown, month: input.month, explanations: filing?.explanations ?? {} }, form.rule, form.history),
      mayEdit,
      can: stepsOn(ctx, filing ?? { status: 'draft', submittedBy: null }),
    }
  },
)

/** The cells as the form opens. */
const startOf = (prefilled: Prefilled): Values =>
  valuesIn(Object.fromEntries(cellNames.map((name) => [name, prefilled[name].value])) as Values)

const written = z.object({ ...which, values, explanations })

/** Keeps what was written so far; it need not be right yet. */
export const save = command(
  { label: '保存报表草稿', who: filers, input: written, output: filingRow },
  async (ctx, { enterprise, month, ...writing }) => keep(ctx, await enterpriseFor(ctx, enterprise), month, writing),
)

async function keep(
  ctx: Ctx,
  owner: Owner,
  month: string,
  writing: Omit<z.infer<typeof written>, keyof typeof which>,
): Promise<Row> {
  const form = await formOf(ctx, owner.id, requireOver(ctx, month))
  await oneAtATime(ctx, `filing ${owner.id} ${month}`)
  const present = await openReport(ctx, owner.id, month)
  if (present && present.status !== 'draft' && present.status !== 'returned')
    throw conflict(`${monthInWords(month)}报表当前为“${filingFlow.states[present.status]}”，不能再改动`)
  if (!present && form.current) throw conflict(`${monthInWords(month)}报表已审核，如有误请提交更正`)
  const fresh = { ...writing.values, explanations: writing.explanations, typed: typedIn(writing.values, form), unchanged: false }
  const [row] = present
    ? await ctx.db
        .update(filings)
        .set(fresh)
        // A sheet of many reports may have sent it meanwhile.
        .where(and(eq(filings.id, present.id), inArray(filings.status, ['draft', 'returned'])))
        .returning()
    : await ctx.db
        .insert(filings)
        .values({ ...blank, ...fresh, ...(await placeAt(ctx, owner, month)), enterprise: owner.id, month })
        .returning()
  if (!row && present) throw conflict(`${monthInWords(month)}报表刚刚已报送，请刷新后查看`)
  if (!row) throw denied('您只能办理本辖区或本企业的报表')
  return row
}

export const submit = command(
  { label: '报送报表', who: filers, input: z.object({ id: z.uuid() }), output: filingRow },
  async (ctx, { id }) => send(ctx, await reportToChange(ctx, id)),
)

/** One click where nothing changed: the form goes as it opens. */
export const confirmUnchanged = command(
  { label: '确认报表无变化', who: filers, input: z.object(which), output: filingRow },
  async (ctx, input) => {
    const owner = await enterpriseFor(ctx, input.enterprise)
    const { prefilled } = await formOf(ctx, owner.id, requireOver(ctx, input.month))
    if (await openReport(ctx, owner.id, input.month)) throw conflict(`${monthInWords(input.month)}报表已开始填报，请核对后报送`)
    return send(ctx, await keep(ctx, owner, input.month, { values: startOf(prefilled), explanations: {} }), true)
  },
)

/** What must be right is right, and what is unusual is explained; place and trade are those of the month's end. */
async function send(ctx: Ctx, row: Row, unchanged = row.unchanged): Promise<Row> {
  const status = advance(filingFlow, row, 'submit', ctx.actor)
  const owner = await enterpriseFor(ctx, row.enterprise)
  const { rule, history } = await formOf(ctx, row.enterprise, row.month)
  const [hindrance, ...others] = openFindings(findingsIn(row, rule, history))
  if (hindrance)
    throw invalid(others.length ? `${hindrance.sentence}（另有 ${others.length} 项须处理）` : hindrance.sentence, [
      hindrance,
      ...others,
    ])
  const [sent] = await ctx.db
    .update(filings)
    .set({
      ...(await placeAt(ctx, owner, row.month)),
      ...{ status, unchanged, submittedOn: ctx.today, submittedBy: filerOf(ctx), decidedOn: null, decidedBy: null },
    })
    .where(eq(filings.id, row.id))
    .returning()
  if (!sent) throw denied('您只能办理本辖区或本企业的报表')
  return sent
}

function requireOver({ today }: Ctx, month: string): string {
  if (month > overMonth(today)) throw invalid(`${monthInWords(month)}尚未结束，暂不能填报`)
  return month
}
