/** The rows behind a figure, under the reader's own rights: a page at a time, or all of them as a sheet. */
import { z } from 'zod'
import { type Dimension, dimensions } from '#engines/indicator/definition.ts'
import { reads } from '#engines/indicator/figure/reads.ts'
import { query } from '#platform/action.ts'
import { type Ctx, officials } from '#platform/context.ts'
import { download } from '#platform/fields.ts'
import { conflict, invalid } from '#platform/problem.ts'
import { asked, dayAsked } from '../asked.ts'
import { definitionOf, viewOf } from '../figures.ts'
import { ledgers } from '../ledgers.ts'
import { rowsBehind } from '../read/rows.ts'
import { rowsSheet, takenBy } from '../read/sheet.ts'
import { sharedWith } from '../told/disclose.ts'

const behind = z.object({
  read: z.object({
    side: z.enum(['of', 'over', 'before']),
    sign: z.union([z.literal(1), z.literal(-1)]),
    window: z.union([
      z.object({ kind: z.literal('standing'), on: z.string() }),
      z.object({ kind: z.literal('events'), from: z.string(), to: z.string() }),
      z.object({ kind: z.literal('month'), month: z.string() }),
    ]),
    take: z.string().nullable(),
    unit: z.string(),
    /** Since January: of a month the sum of the year so far. */
    cumulative: z.boolean(),
    ledgerTitle: z.string(),
  }),
  ledger: z.string(),
  /** Null where telling it would tell on fewer than three enterprises. */
  whole: z.object({ amount: z.number(), rows: z.number() }).nullable(),
  visible: z.object({ amount: z.number(), rows: z.number() }),
  /** Of those the reader may see, how many are called as asked for. */
  found: z.number(),
  rows: z.array(
    z.object({
      id: z.string(),
      enterprise: z.uuid().nullable(),
      name: z.string().nullable(),
      label: z.string().nullable(),
      from: z.string(),
      amount: z.number(),
    }),
  ),
})

const which = asked.extend({
  code: z.string(),
  version: z.int().optional(),
  by: z.enum(Object.keys(dimensions) as [Dimension, ...Dimension[]]).optional(),
  part: z.string().optional(),
})

async function whatIsAsked(ctx: Ctx, { code, version, day, by, part = '' }: z.output<typeof which>) {
  const view = await viewOf(ctx, dayAsked(ctx, day))
  const of = await definitionOf(ctx, code, view.day, version)
  if (by && !of.dimensions.includes(by)) throw invalid(`“${of.name}”不能按${dimensions[by]}拆分`)
  return { view, of, ...(by && { within: { by, part } }) }
}

/** The rows whose sum is the figure, of one read of it. */
export const rows = query(
  {
    label: '指标明细',
    who: officials,
    input: which.extend({
      read: z.int().nonnegative().default(0),
      name: z.string().trim().max(120).optional(),
      page: z.int().positive().max(1_000_000).default(1),
      size: z.int().positive().max(200).default(50),
    }),
    output: z.array(behind),
  },
  async (ctx, { read, name, page, size, ...given }) => {
    const { view, of, within } = await whatIsAsked(ctx, given)
    const found = await rowsBehind(ctx, of, view, { read, page, size, within, name })
    return found.map(({ read, ledger, whole, visible, ...listed }) => ({
      read: { side: read.side, sign: read.sign, ...takenBy(read) },
      ledger,
      whole: sharedWith(ctx, of, { whole, visible, ofPart: within !== undefined }),
      visible,
      ...listed,
    }))
  },
)

/** All rows the reader may see, each with what it adds or takes away. */
export const exportRows = query(
  { label: '导出指标明细', who: officials, input: which, output: download('指标明细') },
  async (ctx, given) => {
    const { view, of, within } = await whatIsAsked(ctx, given)
    const plan = reads(of, ledgers, view)
    if ('missing' in plan) throw conflict(`${plan.missing}，没有明细可以导出`)
    const bytes = await rowsSheet(ctx, of, view, within)
    return {
      name: `${of.name}明细（${view.day}）.xlsx`,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes,
    }
  },
)
