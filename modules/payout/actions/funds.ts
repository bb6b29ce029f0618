/** The money of a year: arranged, read as pots and as entries, handed on as a sheet, and what will still be asked for. */
import { z } from 'zod'
import { potNames } from '#engines/policy/policy.ts'
import { takeUp } from '#modules/claim/course/money.ts'
import { claimStates } from '#modules/claim/flow.ts'
import { arrange } from '#modules/fund/arrange.ts'
import { entryKinds, pot, potEntry } from '#modules/fund/model.ts'
import { command, query } from '#platform/action.ts'
import { cash, download, oneOf, ref } from '#platform/fields.ts'
import { invalid } from '#platform/problem.ts'
import { type Column, sheetBuffer } from '#platform/sheet.ts'
import { countEntries, entriesOf, mattersOf, potsOf, yearsOf } from '../books.ts'
import { forecastOf } from '../forecast.ts'

const readers = ['leader', 'office', 'department'] as const
const { year, line, basis } = pot.shape
const sum = (of: keyof typeof potNames) => cash(`${potNames[of]}资金`).min(0, `${potNames[of]}资金不能为负数`)
const sums = { attract: sum('attract'), talent: sum('talent'), carrier: sum('carrier'), platform: sum('platform') }

/** Where a line is raised, whoever waits for its money comes next. */
export const arrangeYear = command(
  {
    label: '安排年度资金',
    who: ['office'],
    input: z.object({ year, basis, ...sums }),
    output: z.object({ year, taken: z.int() }),
  },
  async (ctx, { year, basis, ...given }) => {
    const fen = (of: keyof typeof sums) => Math.round(given[of] * 100)
    const amounts = { attract: fen('attract'), talent: fen('talent'), carrier: fen('carrier'), platform: fen('platform') }
    if (Object.values(amounts).every((amount) => amount === 0)) throw invalid('请填写至少一项资金的金额')
    let taken = 0
    for (const line of await arrange(ctx, { year, basis, amounts })) taken += await takeUp(ctx, { line, year })
    return { year, taken }
  },
)

const balance = z.object({
  line,
  ...{ amount: z.number(), reserved: z.number(), committed: z.number(), paid: z.number(), free: z.number() },
  basis: z.string().nullable(),
  months: z.array(z.object({ month: z.string(), paid: z.number() })),
})

export const funds = query(
  {
    label: '年度资金',
    who: readers,
    input: z.object({ year: year.optional() }),
    output: z.object({ year, years: z.array(z.number()), lines: z.array(balance) }),
  },
  async (ctx, { year: asked }) => {
    const year = asked ?? Number(ctx.today.slice(0, 4))
    return { year, years: [...new Set([...(await yearsOf(ctx)), year])].sort((a, b) => b - a), lines: await potsOf(ctx, year) }
  },
)

const filter = z.object({
  year,
  line: line.optional(),
  kind: oneOf('类型', entryKinds).optional(),
  matter: ref('事项', 'claim').optional(),
})
const named = { claimNumber: z.string().nullable(), name: z.string().nullable(), title: z.string().nullable() }
const entry = potEntry.omit({ pot: true }).extend({ id: z.uuid(), line, ...named })

export const entries = query(
  {
    label: '资金流水',
    who: readers,
    input: filter.extend({ page: z.int().min(1).max(100_000).default(1), size: z.int().min(1).max(200).default(50) }),
    output: z.object({ rows: z.array(entry), total: z.number() }),
  },
  async (ctx, { page, size, ...of }) => ({
    rows: await entriesOf(ctx, of)
      .limit(size)
      .offset((page - 1) * size),
    total: await countEntries(ctx, of),
  }),
)

export const matters = query(
  {
    label: '资金占用事项',
    who: readers,
    input: z.object({ year, line }),
    output: z.array(
      z.object({
        matter: z.uuid(),
        ...{ reserved: z.number(), committed: z.number(), paid: z.number(), ...named },
        status: oneOf('状态', claimStates).nullable(),
      }),
    ),
  },
  mattersOf,
)

export const exportEntries = query(
  { label: '导出资金流水', who: readers, input: filter, output: download('资金流水') },
  async (ctx, of) => {
    const rows = await entriesOf(ctx, of)
    const name = of.line ? `${of.year} 年度${potNames[of.line]}资金流水` : `${of.year} 年度资金流水`
    const bytes = await sheetBuffer({ title: name, note: `截至 ${ctx.today}，共 ${rows.length} 笔`, columns, rows })
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    return { name: `${name}（截至${ctx.today}）.xlsx`, type, bytes }
  },
)

type Entry = Awaited<ReturnType<typeof entriesOf>>[number]
const yuan = (heading: string, of: 'reserved' | 'committed' | 'paid'): Column<Entry> => ({
  ...{ heading, width: 16, format: 'money' },
  value: (row) => row[of] / 100,
})
const columns: Column<Entry>[] = [
  { heading: '日期', width: 12, format: 'day', value: ({ on }) => on },
  { heading: '资金', width: 8, value: ({ line }) => potNames[line] },
  { heading: '类型', width: 8, value: ({ kind }) => entryKinds[kind] },
  yuan('预留增减（元）', 'reserved'),
  yuan('承诺增减（元）', 'committed'),
  yuan('支付增减（元）', 'paid'),
  { heading: '兑现事项', width: 16, value: ({ claimNumber }) => claimNumber },
  { heading: '企业', width: 30, value: ({ name }) => name },
  { heading: '条款', width: 24, value: ({ title }) => title },
  { heading: '说明', width: 36, value: ({ note }) => note },
  { heading: '经办人', width: 10, value: ({ by }) => by },
]

const need = z.object({ count: z.int(), amount: z.number() })
const foretold = z.object({
  line,
  free: z.number(),
  open: need,
  eligible: need,
  months: z.array(z.object({ month: z.string(), open: z.number(), eligible: z.number() })),
  queue: z.array(
    z.object({
      id: z.uuid(),
      ...{ number: z.string(), name: z.string(), title: z.string(), amount: z.number(), since: z.string() },
      /** Money now suffices for it and all before it. */
      fits: z.boolean(),
    }),
  ),
})

export const forecast = query(
  {
    label: '资金需求预测',
    who: readers,
    input: z.object({ year }),
    output: z.object({
      lines: z.array(foretold),
      /** Data of the oldest screening that counts; claims without a sum yet. */
      screenedOn: z.string().nullable(),
      unsized: z.int(),
      queueBy: z.enum(['time', 'amount']),
    }),
  },
  (ctx, { year }) => forecastOf(ctx, year),
)
