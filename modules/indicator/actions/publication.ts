/** Publishing a month, and restating what was found wrong later: never silently. */
import { z } from 'zod'
import { lastDayOf } from '#modules/filing/clock.ts'
import { command, query } from '#platform/action.ts'
import { month as monthField, text } from '#platform/fields.ts'
import { conflict, invalid, missing } from '#platform/problem.ts'
import { oneAtATime } from '#platform/session.ts'
import { definitionsOn, figuresOf, viewOf, viewOfMonth } from '../figures.ts'
import { snapshot } from '../model.ts'
import { isSame, presentFigures, publicationsOf, publishedMonths, tell } from '../publish.ts'

const month = monthField('报告期')

/** What is published of a month, with what the ledgers tell of it today where that differs. */
export const published = query(
  {
    label: '公布数据',
    who: 'anyone',
    input: z.object({ month: month.optional() }),
    output: z.object({
      months: z.array(z.string()),
      month: z.string().nullable(),
      rows: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          unit: z.string(),
          decimals: z.number(),
          version: z.number(),
          figure: snapshot,
          restatement: z.number(),
          reason: z.string().nullable(),
          publishedOn: z.string(),
          publishedBy: z.string(),
          digest: z.string(),
        }),
      ),
    }),
  },
  async (ctx, { month }) => {
    const months = await publishedMonths(ctx, ctx.today)
    const of = month ?? months.at(-1) ?? null
    const definitions = await definitionsOn(ctx, ctx.today)
    const rows = of === null ? [] : await publicationsOf(ctx, { month: of, upTo: ctx.today })
    const order = definitions.map(({ code }) => code)
    return {
      months,
      month: of,
      rows: rows
        .sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code))
        .map((row) => ({
          ...row,
          ...wordsOf(
            definitions.find(({ code }) => code === row.code),
            row.code,
          ),
        })),
    }
  },
)

const wordsOf = (found: { name: string; unit: string; decimals: number } | undefined, code: string) =>
  found ? { name: found.name, unit: found.unit, decimals: found.decimals } : { name: code, unit: '', decimals: 0 }

/** Published figures the ledgers no longer bear out: reports corrected, rows recorded late. */
export const drift = query(
  {
    label: '公布数据与台账的差异',
    who: ['office', 'leader'],
    input: z.object({ month: month.optional() }),
    output: z.array(z.object({ code: z.string(), month: z.string(), published: snapshot, present: snapshot })),
  },
  async (ctx, { month }) => {
    const told = await publicationsOf(ctx, { ...(month && { month }), upTo: ctx.today })
    const present = await presentFigures(ctx, told)
    return told.flatMap((row, i) =>
      isSame(row.figure, present[i]!) ? [] : [{ code: row.code, month: row.month, published: row.figure, present: present[i]! }],
    )
  },
)

/** Every indicator in force, as the ledgers tell the month today. What has no value yet is not published. */
export const publish = command(
  { label: '公布月度数据', who: ['office'], input: z.object({ month }), output: z.object({ published: z.number() }) },
  async (ctx, { month }) => {
    const { closedMonth } = await viewOf(ctx, ctx.today)
    if (lastDayOf(month) >= ctx.today) throw invalid(`${month} 尚未结束，不能公布`)
    if (closedMonth === null || month > closedMonth) throw conflict(`${month} 的报表尚未截止，截止后方可公布`)
    await oneAtATime(ctx, `publish ${month}`)
    const [already] = await publicationsOf(ctx, { month, upTo: ctx.today })
    if (already) throw conflict(`${month} 的数据已于 ${already.publishedOn} 公布，如有变动请更正`)
    const definitions = await definitionsOn(ctx, lastDayOf(month))
    const view = viewOfMonth(month, ctx.today)
    const figures = await figuresOf(
      ctx,
      definitions.map((definition) => ({ definition, view })),
    )
    const tellings = definitions.flatMap((definition, i) =>
      figures[i]!.value === null ? [] : [{ definition, month, figure: figures[i]!, restatement: 0, reason: null }],
    )
    if (tellings.length === 0) throw conflict(`${month} 没有可以公布的数据`)
    await tell(ctx, tellings)
    return { published: tellings.length }
  },
)

/** What the ledgers tell today takes the place of what was published; both stay, with the reason. */
export const restate = command(
  {
    label: '更正公布数据',
    who: ['office'],
    input: z.object({ code: z.string(), month, reason: text('更正原因', 500) }),
    output: z.object({ restatement: z.number() }),
  },
  async (ctx, { code, month, reason }) => {
    await oneAtATime(ctx, `publish ${month}`)
    const [told] = await publicationsOf(ctx, { code, month, upTo: ctx.today })
    if (!told) throw missing('公布数据')
    const [figure] = await presentFigures(ctx, [told])
    if (isSame(told.figure, figure!)) throw conflict('台账数据与公布数据一致，无须更正')
    const definition = (await definitionsOn(ctx, lastDayOf(month))).find(
      (one) => one.code === code && one.version === told.version,
    )
    if (!definition) throw missing('指标口径')
    await tell(ctx, [{ definition, month, figure: figure!, restatement: told.restatement + 1, reason }])
    return { restatement: told.restatement + 1 }
  },
)
