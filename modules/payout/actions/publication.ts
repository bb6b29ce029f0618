/** The money of a year for everyone: its lines in sums, the grants that were shown, and the same as a sheet. */
import { z } from 'zod'
import { claimStates } from '#modules/claim/flow.ts'
import { pot } from '#modules/fund/model.ts'
import { query } from '#platform/action.ts'
import { day, download, fen, oneOf } from '#platform/fields.ts'
import { overAll } from '#platform/session.ts'
import { countGrants, grantsOf, grantsSheet, grantsTitle, publishedPots } from '../published.ts'

const { year, line } = pot.shape
const balance = pot.pick({ line: true, amount: true, reserved: true, committed: true, paid: true }).extend({ free: fen('可用') })
const grant = z.object({
  id: z.uuid(),
  ...{ name: z.string(), title: z.string(), article: z.string(), line },
  ...{ asked: fen('申报金额').nullable(), proposed: fen('公示金额'), granted: fen('审定金额').nullable(), paid: fen('已拨付') },
  paidOn: day('到账日期').nullable(),
  status: oneOf('状态', claimStates),
  publicity: z.string(),
})

export const publishedFunds = query(
  {
    label: '资金公开',
    who: 'anyone',
    input: z.object({
      ...{ year: year.optional(), line: line.optional() },
      page: z.int().min(1).max(10_000).default(1),
      size: z.int().min(1).max(200).default(50),
    }),
    output: z.object({
      ...{ year, years: z.array(z.number()), lines: z.array(balance) },
      ...{ grants: z.array(grant), total: z.int() },
    }),
  },
  (ctx, { year: asked, line, page, size }) =>
    // Sums of lines, and of grants what their list has shown to everyone already.
    overAll(ctx, async (wide) => {
      const pots = await publishedPots(wide, asked)
      const of = { year: pots.year, line }
      const grants = await grantsOf(wide, of)
        .limit(size)
        .offset((page - 1) * size)
      return { ...pots, grants, total: await countGrants(wide, of) }
    }),
)

export const publishedFundsSheet = query(
  { label: '导出资金公开表', who: 'anyone', input: z.object({ year, line: line.optional() }), output: download('资金公开表') },
  async (ctx, of) => {
    const rows = await overAll(ctx, (wide) => grantsOf(wide, of))
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    return { name: `${grantsTitle(of)}（截至${ctx.today}）.xlsx`, type, bytes: await grantsSheet(of, ctx.today, rows) }
  },
)
