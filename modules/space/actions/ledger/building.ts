/** One building of the ledger: opened, put on it, kept up, confirmed, placed on the map, given to a keeper (plan task 8). */
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { moveAlong } from '#modules/enterprise/file/site-moved.ts'
import { type Pin, pinned, requireNearby } from '#modules/space/ledger/pin.ts'
import { keeperPhone, keepers, requirePlace } from '#modules/space/ledger/place.ts'
import { buildingToChange, buildingToSee, floorsOf } from '#modules/space/ledger/queries.ts'
import { readWhole, wholeBuilding } from '#modules/space/ledger/whole.ts'
import { building } from '#modules/space/model.ts'
import { buildings } from '#modules/space/tables.ts'
import { command, query } from '#platform/action.ts'
import { type Ctx, officials } from '#platform/context.ts'
import { text } from '#platform/fields.ts'
import { conflict, invalid } from '#platform/problem.ts'

const which = z.object({ id: z.uuid('没有找到该楼宇，请核对网址') })
const done = z.object({ id: z.uuid() })

export const showBuilding = query(
  { label: '楼宇台账', who: officials, input: which, output: wholeBuilding },
  async (ctx, { id }) => readWhole(ctx, await buildingToSee(ctx, id)),
)

const pinFields = { longitude: true, latitude: true, datum: true, precision: true, pinnedBy: true } as const
const keeperFields = { keeperName: true, keeperPhone: true } as const
/** What a form of the ledger holds; pin, keeper and confirmation have steps of their own. */
export const written = building.omit({ ...pinFields, ...keeperFields, confirmedOn: true })

export const addBuilding = command({ label: '登记楼宇', who: keepers, input: written, output: done }, async (ctx, values) => {
  await requirePlace(ctx, values)
  await requireFit(ctx, values)
  const nobody = { keeperName: null, keeperPhone: null, confirmedOn: null }
  const nowhere = { longitude: null, latitude: null, datum: null, precision: null, pinnedBy: null }
  const [row] = await ctx.db
    .insert(buildings)
    .values({ ...values, ...nobody, ...nowhere })
    .returning()
  return { id: row!.id }
})

export const changeBuilding = command(
  { label: '更新楼宇台账', who: keepers, input: which.extend({ values: written.partial() }), output: done },
  async (ctx, { id, values }) => {
    const before = await buildingToChange(ctx, id)
    const next = { ...before, ...values }
    const moved = next.zone !== before.zone || next.town !== before.town
    if (moved) await requirePlace(ctx, next)
    await requireFit(ctx, next, id)
    // All that stands with a building moves with it (trigger building_moves), and so do the enterprises in it.
    await ctx.db.update(buildings).set(values).where(eq(buildings.id, id))
    await moveAlong(ctx, before, next)
    return { id }
  },
)

type Fit = { name: string; asOf: string; floorsAbove: number; floorsBelow: number }
async function requireFit(ctx: Ctx, { name, asOf, floorsAbove, floorsBelow }: Fit, id?: string): Promise<void> {
  if (asOf > ctx.today) throw invalid('数据截至日期不能晚于今天')
  const [same] = await ctx.db.select({ id: buildings.id }).from(buildings).where(eq(buildings.name, name))
  if (same && same.id !== id) throw conflict(`台账中已有名为“${name}”的楼宇，请核对是否为同一幢；不是的，请在名称中加以区分`)
  if (!id) return
  const beyond = (await floorsOf(ctx, id)).find(({ number }) => number > floorsAbove || number < -floorsBelow)
  if (beyond) throw conflict(`已登记 ${beyond.number} 层，层数不能少于已登记的楼层`)
}

/** Whoever keeps it says that the ledger is as the building is today. */
export const confirmBuilding = command(
  { label: '确认楼宇台账', who: keepers, input: which, output: done },
  async (ctx, { id }) => {
    await buildingToChange(ctx, id)
    const confirmed = { confirmedOn: ctx.today }
    await ctx.db.update(buildings).set(confirmed).where(eq(buildings.id, id))
    return { id }
  },
)

const { longitude, latitude, datum, precision } = building.shape
const dropped = z.object({
  longitude: longitude.unwrap(),
  latitude: latitude.unwrap(),
  datum: datum.unwrap(),
  precision: precision.unwrap(),
})

export const pinBuilding = command(
  { label: '标注楼宇位置', who: keepers, input: which.extend(dropped.shape), output: done },
  async (ctx, { id, ...given }) => {
    await buildingToChange(ctx, id)
    const pin: Pin = pinned(given)
    await requireNearby(ctx, pin)
    await ctx.db
      .update(buildings)
      .set({ ...pin, pinnedBy: ctx.actor.name })
      .where(eq(buildings.id, id))
    return { id }
  },
)

/** One named keeper (楼长) a building. */
export const appointKeeper = command(
  { label: '指定楼长', who: keepers, input: which.extend({ name: text('楼长', 40), phone: keeperPhone }), output: done },
  async (ctx, { id, name, phone }) => {
    await buildingToChange(ctx, id)
    await ctx.db.update(buildings).set({ keeperName: name, keeperPhone: phone }).where(eq(buildings.id, id))
    return { id }
  },
)
