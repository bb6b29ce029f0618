/** Publishing a month, and restating what was found wrong later: never silently. */
import { z } from 'zod'
import type { Definition, Figure } from '#engines/indicator/definition.ts'
import { lastDayOf, monthNumber, shiftMonth } from '#engines/indicator/months.ts'
import { command, query } from '#platform/action.ts'
import { type Ctx, isOfficial, officials } from '#platform/context.ts'
import { month as monthField, text } from '#platform/fields.ts'
import { conflict, invalid, missing } from '#platform/problem.ts'
import { oneAtATime } from '#platform/session.ts'
import { allDefinitions, definitionsOn, figuresOf, toldMonth, viewOfMonth, whyUntold } from '../figures.ts'
import { monthStates, snapshot } from '../model.ts'
import { isSame, presentFigures, publicationsOf, publishedMonths, tell, tellingsOf } from '../told/publish.ts'
import { fewSentence } from '../told/reader.ts'

const month = monthField('报告期')
const telling = z.object({
  figure: snapshot,
  restatement: z.number(),
  reason: z.string().nullable(),
  publishedOn: z.string(),
  publishedBy: z.string(),
})

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
          ...telling.shape,
          digest: z.string(),
          /** What was told before it was restated, oldest first. */
          earlier: z.array(telling),
        }),
      ),
    }),
  },
  async (ctx, { month }) => {
    const months = await publishedMonths(ctx, ctx.today)
    const of = month ?? months.at(-1) ?? null
    const definitions = await definitionsOn(ctx, ctx.today)
    const all = of === null ? [] : await tellingsOf(ctx, { month: of, upTo: ctx.today })
    // The public is told by which office, not by whom.
    const told = isOfficial(ctx.actor.role) ? all : all.map((row) => ({ ...row, publishedBy: '领导小组办公室' }))
    const rows = told.filter(({ code, restatement }) => !told.some((one) => one.code === code && one.restatement > restatement))
    const order = definitions.map(({ code }) => code)
    return {
      months,
      month: of,
      rows: rows
        .sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code))
        .map((row) => ({
          ...row,
          ...wordsOf(definitions, row.code),
          earlier: told.filter(({ code, restatement }) => code === row.code && restatement < row.restatement),
        })),
    }
  },
)

function wordsOf(definitions: Definition[], code: string): { name: string; unit: string; decimals: number } {
  const found = definitions.find((one) => one.code === code)
  return found ? { name: found.name, unit: found.unit, decimals: found.decimals } : { name: code, unit: '', decimals: 0 }
}

/** Every month published, those closed since, and the one that is still open; newest first. */
export const months = query(
  {
    label: '公布月份',
    who: officials,
    input: z.object({}),
    output: z.array(
      z.object({
        month: z.string(),
        state: z.enum(Object.keys(monthStates) as [keyof typeof monthStates]),
        figures: z.number(),
        restated: z.number(),
        publishedOn: z.string().nullable(),
      }),
    ),
  },
  async (ctx) => {
    const told = await tellingsOf(ctx, { upTo: ctx.today })
    const closedMonth = await toldMonth(ctx, ctx.today)
    const published = [...new Set(told.map(({ month }) => month))].map((month) => {
      const own = told.filter((row) => row.month === month)
      const firsts = own.filter(({ restatement }) => restatement === 0)
      const restated = new Set(own.filter(({ restatement }) => restatement > 0).map(({ code }) => code)).size
      return { month, state: 'published' as const, figures: firsts.length, restated, publishedOn: firsts[0]!.publishedOn }
    })
    const waiting = monthsAfter(published.at(-1)?.month ?? null, closedMonth)
    return [...published, ...waiting].reverse()
  },
)

/** From the month after the last published one up to the first that is not closed. */
function monthsAfter(last: string | null, closed: string | null) {
  if (closed === null) return []
  const from = last === null ? closed : shiftMonth(last, 1)
  const count = monthNumber(shiftMonth(closed, 1)) - monthNumber(from) + 1
  return Array.from({ length: Math.max(0, count) }, (_, i) => {
    const month = shiftMonth(from, i)
    const state = month <= closed ? ('due' as const) : ('open' as const)
    return { month, state, figures: 0, restated: 0, publishedOn: null }
  })
}

/** Published figures the ledgers no longer bear out: reports corrected, rows recorded late. */
export const drift = query(
  {
    label: '公布数据与台账的差异',
    who: ['office', 'leader'],
    input: z.object({ month: month.optional() }),
    output: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        unit: z.string(),
        decimals: z.number(),
        month: z.string(),
        published: snapshot,
        present: snapshot,
      }),
    ),
  },
  async (ctx, { month }) => {
    const told = await publicationsOf(ctx, { ...(month && { month }), upTo: ctx.today })
    const present = await presentFigures(ctx, told)
    const definitions = await definitionsOn(ctx, ctx.today)
    return told.flatMap(({ code, month, figure: published }, i) =>
      isSame(published, present[i]!) ? [] : [{ code, month, ...wordsOf(definitions, code), published, present: present[i]! }],
    )
  },
)

/** Every indicator in force, as the ledgers tell the month today. What has no value yet is not published. */
export const publish = command(
  { label: '公布月度数据', who: ['office'], input: z.object({ month }), output: z.object({ published: z.number() }) },
  async (ctx, { month }) => {
    if (lastDayOf(month) >= ctx.today) throw invalid(`${month} 尚未结束，不能公布`)
    const untold = await whyUntold(ctx, month)
    if (untold) throw conflict(`${month} 的${untold}，暂不能公布`)
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
      isNothing(figures[i]!) ? [] : [{ definition, month, figure: figures[i]!, restatement: 0, reason: null }],
    )
    if (tellings.length === 0) throw conflict(`${month} 没有可以公布的数据`)
    await tell(ctx, tellings)
    return { published: tellings.length }
  },
)

/** Nothing to tell yet; that something must not be told is told. */
const isNothing = ({ value, missing }: Figure) => value === null && missing !== fewSentence

const which = z.object({ code: z.string(), month })

/** What the ledgers tell today takes the place of what was published; both stay, with the reason. All that are asked for, or none. */
export const restate = command(
  {
    label: '更正公布数据',
    who: ['office'],
    input: z.object({
      figures: z.array(which).min(1, '请选择要更正的公布数据').max(500, '一次最多更正 500 项公布数据'),
      reason: text('更正原因', 500),
    }),
    output: z.object({ restated: z.number() }),
  },
  async (ctx, { figures, reason }) => {
    const told = await toldOf(ctx, figures)
    const definitions = await allDefinitions(ctx)
    const present = await presentFigures(ctx, told)
    const tellings = told.map(({ code, month, version, figure: before, restatement }, i) => {
      const definition = definitions.find((one) => one.code === code && one.version === version)
      if (!definition) throw missing('指标口径')
      if (isSame(before, present[i]!)) throw conflict(`${month} 的“${definition.name}”与台账一致，无须更正`)
      return { definition, month, figure: present[i]!, restatement: restatement + 1, reason }
    })
    await tell(ctx, tellings)
    return { restated: tellings.length }
  },
)

/** What holds of published figures; nobody else restates them in between. */
async function toldOf(ctx: Ctx, figures: z.infer<typeof which>[]) {
  // In one order, so that two at it wait for each other instead of standing in each other's way.
  for (const month of [...new Set(figures.map(({ month }) => month))].sort()) await oneAtATime(ctx, `publish ${month}`)
  const asked = new Set(figures.map(({ code, month }) => `${code} ${month}`))
  const told = (await publicationsOf(ctx, { upTo: ctx.today })).filter(({ code, month }) => asked.has(`${code} ${month}`))
  if (told.length < asked.size) throw missing('公布数据')
  return told
}
