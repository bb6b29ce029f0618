/** Units that lie beside one another and can be opened into one: said by whoever keeps the building (plan task 8). */
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { keepers } from '#modules/space/ledger/place.ts'
import { unitsToChange } from '#modules/space/ledger/queries.ts'
import { adjoinings } from '#modules/space/tables.ts'
import { adjoin, ordered } from '#modules/space/unit/adjoin.ts'
import { command } from '#platform/action.ts'
import { conflict, invalid } from '#platform/problem.ts'

const pair = z.object({ one: z.uuid('请选择单元'), other: z.uuid('请选择相邻单元') })
const done = z.object({})

export const joinUnits = command(
  { label: '登记相邻单元', who: keepers, input: pair, output: done },
  async (ctx, { one, other }) => {
    if (one === other) throw invalid('单元不能与自己相邻')
    const [a, b] = await unitsToChange(ctx, [one, other])
    for (const { name, until } of [a!, b!])
      if (until !== null) throw conflict(`单元“${name}”已于 ${until} 停用，不能登记相邻关系`)
    if (a!.building !== b!.building) throw conflict(`单元“${a!.name}”与“${b!.name}”不在同一幢楼，不能登记为相邻`)
    await adjoin(ctx, [[one, other]])
    return {}
  },
)

export const separateUnits = command(
  { label: '取消相邻单元', who: keepers, input: pair, output: done },
  async (ctx, { one, other }) => {
    await unitsToChange(ctx, [one, other])
    const pair = ordered([one, other])
    await ctx.db.delete(adjoinings).where(and(eq(adjoinings.one, pair.one), eq(adjoinings.other, pair.other)))
    return {}
  },
)
