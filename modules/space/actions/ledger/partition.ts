/** Units divided and joined: the old ones end, new ones begin with their origins, and not a hundredth of a metre is lost (plan task 8). */
import { inArray } from 'drizzle-orm'
import { z } from 'zod'
import { keepers } from '#modules/space/ledger/place.ts'
import { type UnitRow, unitsToChange, unitToChange } from '#modules/space/ledger/queries.ts'
import { neighboursOf } from '#modules/space/ledger/whole.ts'
import { unit, uses } from '#modules/space/model.ts'
import { units } from '#modules/space/tables.ts'
import { adjoin, joined } from '#modules/space/unit/adjoin.ts'
import { requireFree } from '#modules/space/unit/free.ts'
import { command } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { day } from '#platform/fields.ts'
import { conflict, invalid } from '#platform/problem.ts'
import { requireFit, requireName } from './unit.ts'

const id = z.uuid('没有找到该单元，请刷新页面')
const part = unit.pick({ name: true, area: true, netArea: true })
type NewUnit = typeof units.$inferInsert

/** What is not divided with the area is as it was; who offers the parts says so anew. */
const bornOf = (of: UnitRow, on: string, today: string) => {
  const { id: _, createdAt, updatedAt, ...rest } = of
  return { ...rest, listed: false, since: on, until: null, confirmedOn: today }
}

export const splitUnit = command(
  {
    label: '拆分单元',
    who: keepers,
    input: z.object({
      id,
      on: day('拆分日期'),
      parts: z.array(part).min(2, '请至少拆成两个单元').max(50, '一次最多拆成 50 个单元'),
    }),
    output: z.object({ ids: z.array(z.uuid()) }),
  },
  async (ctx, { id, on, parts }) => {
    const of = await unitToChange(ctx, id)
    await requireFree(ctx, [of], on, '拆分')
    requireSum(of, parts)
    const names = parts.map(({ name }) => name)
    await requireName(ctx, of.floor, names, [id])
    const born = parts.map((part) => ({ ...bornOf(of, on, ctx.today), ...part, power: null, about: null, origins: [id] }))
    for (const one of born) requireFit(ctx, one)
    const ids = await replace(ctx, [of], on, born)
    // They lie in the order they are named in; which of them meets the neighbours of the whole, only a person knows.
    await adjoin(
      ctx,
      ids.slice(1).map((next, at) => [ids[at]!, next]),
    )
    return { ids }
  },
)

function requireSum(of: UnitRow, parts: { area: number }[]): void {
  const sum = parts.reduce((sum, { area }) => sum + hundredths(area), 0)
  const more = sum - hundredths(of.area)
  if (more === 0) return
  throw invalid(
    `拆分后面积合计 ${sum / 100} ㎡，与单元“${of.name}”的建筑面积 ${of.area} ㎡ 不符，${more > 0 ? '多' : '少'} ${Math.abs(more) / 100} ㎡`,
  )
}
const hundredths = (area: number) => Math.round(area * 100)

export const mergeUnits = command(
  {
    label: '合并单元',
    who: keepers,
    input: z.object({
      ids: z.array(id).min(2, '请选择两个以上的单元').max(50, '一次最多合并 50 个单元'),
      on: day('合并日期'),
      name: unit.shape.name,
    }),
    output: z.object({ id: z.uuid() }),
  },
  async (ctx, { ids, on, name }) => {
    if (new Set(ids).size < ids.length) throw invalid('同一单元只能选择一次')
    const of = await unitsToChange(ctx, ids)
    await requireFree(ctx, of, on, '合并')
    requireAlike(of)
    await requireJoined(ctx, of)
    const [first] = of
    await requireName(ctx, first!.floor, [name], ids)
    const outer = await outside(ctx, first!.building, ids)
    const [born] = await replace(ctx, of, on, [{ ...bornOf(first!, on, ctx.today), ...together(of), name, origins: ids }])
    await adjoin(
      ctx,
      outer.map((next) => [born!, next]),
    )
    return { id: born! }
  },
)

function requireAlike(of: UnitRow[]): void {
  const [first, ...others] = of as [UnitRow, ...UnitRow[]]
  for (const { floor, name, use } of others) {
    if (floor !== first.floor) throw conflict(`单元“${first.name}”与“${name}”不在同一楼层，不能合并`)
    if (use !== first.use)
      throw conflict(`单元“${first.name}”为${uses[first.use]}、“${name}”为${uses[use]}，请先将用途改为一致再合并`)
  }
}

async function requireJoined(ctx: Ctx, of: UnitRow[]): Promise<void> {
  const ids = of.map(({ id }) => id)
  const apart = joined(ids, await neighboursOf(ctx, ids)).apart
  const named = of.find(({ id }) => id === apart)
  if (named) throw conflict(`单元“${named.name}”与其余单元没有登记为相邻，不能合并；确实相邻的，请先登记相邻关系`)
}

/** Those that adjoined one of the merged adjoin the whole. */
async function outside(ctx: Ctx, building: string, ids: string[]): Promise<string[]> {
  const living = await ctx.db
    .select({ id: units.id, until: units.until })
    .from(units)
    .where(inArray(units.building, [building]))
  const all = living.filter(({ until }) => until === null).map(({ id }) => id)
  const met = await neighboursOf(ctx, all)
  return [...new Set(ids.flatMap((id) => met.get(id) ?? []))].filter((id) => !ids.includes(id))
}

/** What is known of all: sums of what adds up, the weakest of what bears, and what they have in common. */
function together(of: UnitRow[]): Partial<NewUnit> & Pick<NewUnit, 'area'> {
  const all = <K extends keyof UnitRow>(key: K) => {
    const values = of.map((one) => one[key])
    return values.some((value) => value === null) ? null : (values as NonNullable<UnitRow[K]>[])
  }
  const same = <K extends 'fitOut' | 'rent' | 'fee'>(key: K) => (of.every((one) => one[key] === of[0]![key]) ? of[0]![key] : null)
  const least = (values: number[] | null) => values && Math.min(...values)
  const exact = (values: number[]) => values.reduce((sum, value) => sum + hundredths(value), 0) / 100
  const net = all('netArea')
  const power = all('power')
  return {
    area: exact(of.map(({ area }) => area)),
    netArea: net && exact(net),
    power: power && exact(power),
    height: least(all('height')),
    load: least(all('load')),
    fitOut: same('fitOut'),
    rent: same('rent'),
    fee: same('fee'),
    readyOn: all('readyOn')?.reduce((last, one) => (one > last ? one : last)) ?? null,
    about: null,
  }
}

async function replace({ db }: Ctx, old: UnitRow[], on: string, born: NewUnit[]): Promise<string[]> {
  const ids = old.map(({ id }) => id)
  await db.update(units).set({ until: on, listed: false }).where(inArray(units.id, ids))
  const rows = await db.insert(units).values(born).returning({ id: units.id, name: units.name })
  const made = new Map(rows.map(({ id, name }) => [name, id]))
  return born.map(({ name }) => made.get(name)!)
}
