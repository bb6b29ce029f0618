/** Floors and units of a building: put on the ledger, kept up, taken out of use, shown to visitors or no longer (plan task 8). */
import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { keepers } from '#modules/space/ledger/place.ts'
import { buildingToChange, floorOf, unitToChange } from '#modules/space/ledger/queries.ts'
import { withStanding } from '#modules/space/ledger/whole.ts'
import { floor, unit } from '#modules/space/model.ts'
import { floors, units } from '#modules/space/tables.ts'
import { requireFree } from '#modules/space/unit/free.ts'
import { command } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { day } from '#platform/fields.ts'
import { conflict, invalid } from '#platform/problem.ts'

const which = z.object({ id: z.uuid('没有找到该单元，请刷新页面') })
const done = z.object({ id: z.uuid() })
const writtenFloor = floor.omit({ building: true })
/** What a form of a unit holds; place, standing and origins follow from elsewhere. */
export const writtenUnit = unit.omit({
  building: true,
  floor: true,
  zone: true,
  town: true,
  listed: true,
  until: true,
  origins: true,
  confirmedOn: true,
})

export const addFloor = command(
  { label: '登记楼层', who: keepers, input: floor, output: done },
  async (ctx, { building, ...values }) => {
    const { floorsAbove, floorsBelow, name } = await buildingToChange(ctx, building)
    if (values.number > floorsAbove || values.number < -floorsBelow)
      throw invalid(`“${name}”地上 ${floorsAbove} 层、地下 ${floorsBelow} 层，没有 ${values.number} 层；楼宇层数有误的请先更正`)
    const [same] = await ctx.db
      .select({ id: floors.id })
      .from(floors)
      .where(and(eq(floors.building, building), eq(floors.number, values.number)))
    if (same) throw conflict(`“${name}”${values.number} 层已经登记`)
    const [row] = await ctx.db
      .insert(floors)
      .values({ ...values, building })
      .returning()
    return { id: row!.id }
  },
)

export const changeFloor = command(
  {
    label: '更新楼层',
    who: keepers,
    input: which.extend({ values: writtenFloor.omit({ number: true }).partial() }),
    output: done,
  },
  async (ctx, { id, values }) => {
    await buildingToChange(ctx, (await floorOf(ctx, id)).building)
    await ctx.db.update(floors).set(values).where(eq(floors.id, id))
    return { id }
  },
)

export const addUnit = command(
  { label: '登记单元', who: keepers, input: writtenUnit.extend({ floor: unit.shape.floor }), output: done },
  async (ctx, { floor, ...values }) => {
    const { building } = await floorOf(ctx, floor)
    const { zone, town } = await buildingToChange(ctx, building)
    requireFit(ctx, values)
    await requireName(ctx, floor, [values.name])
    const born = { building, floor, zone, town, listed: false, until: null, origins: [], confirmedOn: ctx.today }
    const [row] = await ctx.db
      .insert(units)
      .values({ ...values, ...born })
      .returning()
    return { id: row!.id }
  },
)

/** Whoever writes about it says that it is so. */
export const changeUnit = command(
  { label: '更新单元', who: keepers, input: which.extend({ values: writtenUnit.partial() }), output: done },
  async (ctx, { id, values }) => {
    const before = await unitToChange(ctx, id)
    if (before.until !== null) throw conflict(`单元“${before.name}”已于 ${before.until} 停用，不能更新`)
    const next = { ...before, ...values }
    requireFit(ctx, next)
    if (next.name !== before.name) await requireName(ctx, before.floor, [next.name], [id])
    if (before.listed) requireWhole(await lacks(ctx, next))
    await ctx.db
      .update(units)
      .set({ ...values, confirmedOn: ctx.today })
      .where(eq(units.id, id))
    return { id }
  },
)

type Fit = { name: string; area: number; netArea: number | null; since: string }
export function requireFit({ today }: Pick<Ctx, 'today'>, { name, area, netArea, since }: Fit): void {
  if (area <= 0) throw invalid(`单元“${name}”的建筑面积应大于 0`)
  if (netArea !== null && netArea > area) throw invalid(`单元“${name}”的使用面积 ${netArea} ㎡ 超过其建筑面积 ${area} ㎡`)
  if (since > today) throw invalid('启用日期不能晚于今天')
}

/** Among the units in use on a floor, but for those given. */
export async function requireName({ db }: Ctx, floor: string, names: readonly string[], but: readonly string[] = []) {
  const there = await db
    .select({ id: units.id, name: units.name })
    .from(units)
    .where(and(eq(units.floor, floor), isNull(units.until)))
  const taken = there.find(({ id, name }) => names.includes(name) && !but.includes(id))
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice) throw invalid(`单元号“${twice}”写了两次，请改为不同的单元号`)
  if (taken) throw conflict(`该层已有单元“${taken.name}”，请改用其他单元号`)
}

export const endUnit = command(
  { label: '停用单元', who: keepers, input: which.extend({ on: day('停用日期') }), output: done },
  async (ctx, { id, on }) => {
    const of = await unitToChange(ctx, id)
    await requireFree(ctx, [of], on, '停用')
    await ctx.db.update(units).set({ until: on, listed: false }).where(eq(units.id, id))
    return { id }
  },
)

export const offerUnit = command({ label: '对外推介单元', who: keepers, input: which, output: done }, async (ctx, { id }) => {
  const of = await unitToChange(ctx, id)
  if (of.until !== null) throw conflict(`单元“${of.name}”已于 ${of.until} 停用，不能对外推介`)
  requireWhole(await lacks(ctx, of))
  await ctx.db.update(units).set({ listed: true }).where(eq(units.id, id))
  return { id }
})

async function lacks(ctx: Ctx, of: typeof units.$inferSelect): Promise<{ name: string; words: string[] }> {
  const [unit] = await withStanding(ctx, [of])
  return { name: of.name, words: unit!.lacking }
}

function requireWhole({ name, words }: { name: string; words: string[] }): void {
  if (words.length) throw conflict(`单元“${name}”缺少${words.join('、')}，补齐后才能对外推介`)
}

export const withholdUnit = command({ label: '停止推介单元', who: keepers, input: which, output: done }, async (ctx, { id }) => {
  await unitToChange(ctx, id)
  await ctx.db.update(units).set({ listed: false }).where(eq(units.id, id))
  return { id }
})
