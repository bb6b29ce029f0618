/** The money of a year, arranged over its four lines with what it is arranged by; raised and lowered by the office. */
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { type Pot, potNames } from '#engines/policy/policy.ts'
import { command } from '#platform/action.ts'
import { cash } from '#platform/fields.ts'
import { invalid } from '#platform/problem.ts'
import { oneAtATime } from '#platform/session.ts'
import { pot } from '../model.ts'
import { pots } from '../tables.ts'

const sum = (line: Pot) => cash(`${potNames[line]}资金`).min(0, `${potNames[line]}资金不能为负数`)
const { year, basis } = pot.shape
export const lines = Object.keys(potNames) as Pot[]

/** A sum below what is bound is refused by the database, with what is bound. */
export const arrange = command(
  {
    label: '安排年度资金',
    who: ['office'],
    input: z.object({
      year,
      basis,
      ...{ attract: sum('attract'), talent: sum('talent'), carrier: sum('carrier'), platform: sum('platform') },
    }),
    output: z.object({ year: z.number() }),
  },
  async (ctx, { year, basis, ...sums }) => {
    await oneAtATime(ctx, `pots ${year}`)
    const before = await ctx.db.select().from(pots).where(eq(pots.year, year))
    if (before.length === 0 && lines.every((line) => sums[line] === 0)) throw invalid('请填写至少一项资金的金额')
    for (const line of lines) {
      const amount = Math.round(sums[line] * 100)
      const known = before.find((one) => one.line === line)
      if (!known) {
        const empty = { reserved: 0, committed: 0, paid: 0 }
        await ctx.db.insert(pots).values({ year, line, amount, basis, ...empty })
      } else if (known.amount !== amount) {
        await ctx.db
          .update(pots)
          .set({ amount, basis })
          .where(and(eq(pots.year, year), eq(pots.line, line)))
      }
    }
    return { year }
  },
)
