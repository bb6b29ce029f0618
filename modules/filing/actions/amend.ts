/** What comes after: a report taken back before it is checked, an accepted one corrected, a draft given up. */
import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { monthInWords } from '#engines/progress/wording.ts'
import { command } from '#platform/action.ts'
import { advance } from '#platform/flow.ts'
import { conflict } from '#platform/problem.ts'
import { filers, filingFlow } from '../flow.ts'
import { blank } from '../form.ts'
import { filing, filingRow, valuesIn } from '../model.ts'
import { enterpriseFor, openReport, placeAt, reportToChange } from '../queries.ts'
import { filings } from '../tables.ts'

export const withdraw = command(
  { label: '撤回报表', who: filers, input: z.object({ id: z.uuid() }), output: filingRow },
  async (ctx, { id }) => {
    const row = await reportToChange(ctx, id)
    const status = advance(filingFlow, row, 'withdraw', ctx.actor)
    const [back] = await ctx.db
      .update(filings)
      .set({ status, submittedOn: null, submittedBy: null, unchanged: false })
      .where(eq(filings.id, id))
      .returning()
    return back!
  },
)

/** Opens a correction of an accepted report; the old figure holds until the new one is accepted. */
export const correct = command(
  {
    label: '更正报表',
    who: filers,
    input: z.object({ id: z.uuid(), reason: filing.shape.correction.unwrap() }),
    output: filingRow,
  },
  async (ctx, { id, reason }) => {
    const row = await reportToChange(ctx, id)
    if (row.status !== 'accepted') throw conflict(`当前为“${filingFlow.states[row.status]}”，可直接修改，无须更正`)
    if (row.knownUntil) throw conflict('该报表已更正过，请更正最新的一份')
    const said = monthInWords(row.month)
    if (await openReport(ctx, row.enterprise, row.month)) throw conflict(`${said}报表已有更正正在办理`)
    const owner = await enterpriseFor(ctx, row.enterprise)
    const [added] = await ctx.db
      .insert(filings)
      .values({
        ...blank,
        ...valuesIn(row),
        ...(await placeAt(ctx, owner, row.month)),
        ...{ enterprise: row.enterprise, month: row.month, revision: row.revision + 1, correction: reason },
        ...{ explanations: row.explanations, unchanged: false, typed: 0 },
      })
      .returning()
    return added!
  },
)

/** A draft nobody needs goes without a trace in the figures; the journal keeps that it was there. */
export const discard = command(
  { label: '放弃报表草稿', who: filers, input: z.object({ id: z.uuid() }), output: z.object({ id: z.uuid() }) },
  async (ctx, { id }) => {
    const row = await reportToChange(ctx, id)
    if (row.status !== 'draft') throw conflict(`当前为“${filingFlow.states[row.status]}”，只有填报中的报表可以放弃`)
    await ctx.db.delete(filings).where(and(eq(filings.id, id), isNull(filings.knownFrom)))
    return { id }
  },
)
