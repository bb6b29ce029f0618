/** The checklist of a firm that has its keys: who sees to what, by when; owners see the matter from then on. */
import { asc, eq, inArray } from 'drizzle-orm'
import { orgs } from '#modules/org/tables.ts'
import { addWorkdays } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { conflict, denied, missing } from '#platform/problem.ts'
import { ownBodies } from '../course/turn.ts'
import { holderOf, type Matter, withHands } from '../course/way.ts'
import { checkKinds } from '../model.ts'
import { ruleOn } from '../rule.ts'
import { checkItems, moveIns } from '../tables.ts'

export type CheckRow = typeof checkItems.$inferSelect
export const kinds = Object.keys(checkKinds) as (keyof typeof checkKinds)[] // the keys of the record, in its order

export async function makeChecklist(ctx: Ctx, matter: Matter): Promise<void> {
  const { owners, checkDays } = await ruleOn(ctx, ctx.today)
  const park = await holderOf(ctx, 'settling', matter.zone)
  if (park === null) throw conflict('没有承接入驻清单的单位，请先在组织体系中登记领导小组办公室')
  const named = await bodiesNamed(ctx, Object.values(owners))
  const dueOn = addWorkdays(ctx.today, checkDays)
  const rows = kinds.map((kind) => ({ kind, owner: named.get(owners[kind] ?? '') ?? park }))
  const open = { moveIn: matter.id, dueOn, doneOn: null, waived: null, note: null, evidence: null, by: null }
  await ctx.db.insert(checkItems).values(rows.map((row) => ({ ...open, ...row })))
  const hands = withHands(matter.hands, ...rows.map(({ owner }) => owner))
  await ctx.db.update(moveIns).set({ hands }).where(eq(moveIns.id, matter.id))
}

async function bodiesNamed({ db }: Ctx, shortNames: string[]): Promise<Map<string, string>> {
  if (!shortNames.length) return new Map()
  const found = await db.select({ id: orgs.id, name: orgs.shortName }).from(orgs).where(inArray(orgs.shortName, shortNames))
  return new Map(found.map(({ id, name }) => [name, id]))
}

export async function checklistOf({ db }: Ctx, moveIn: string): Promise<CheckRow[]> {
  const found = await db.select().from(checkItems).where(eq(checkItems.moveIn, moveIn)).orderBy(asc(checkItems.createdAt))
  return found.sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind))
}

export const isOpen = ({ doneOn, waived }: Pick<CheckRow, 'doneOn' | 'waived'>): boolean => doneOn === null && waived === null

/** Its owner sees to an item, or the park and the office for him. */
export async function whyNotMyItem(ctx: Ctx, { owner }: CheckRow, { zone }: Matter): Promise<string | null> {
  const { role, org } = ctx.actor
  if (role === 'office' || owner === org) return null
  const own = role === 'park' ? await ownBodies(ctx) : []
  if (own.includes(owner) || (zone !== null && own.includes(zone))) return null
  const [body] = await ctx.db.select({ name: orgs.shortName }).from(orgs).where(eq(orgs.id, owner))
  return `该事项由“${body?.name ?? '其他单位'}”办理`
}

type Outcome = Partial<Pick<CheckRow, 'doneOn' | 'waived' | 'note' | 'evidence'>>
export async function close(ctx: Ctx, id: string, outcome: Outcome): Promise<void> {
  const { db, actor } = ctx
  const [item] = await db.select().from(checkItems).where(eq(checkItems.id, id)).for('update')
  if (!item) throw missing('清单事项')
  const [matter] = await db.select().from(moveIns).where(eq(moveIns.id, item.moveIn))
  const why = await whyNotMyItem(ctx, item, matter!)
  if (why) throw denied(why)
  if (matter!.status !== 'settling') throw conflict('该入驻事项已办结，清单不能再改动')
  if (!isOpen(item)) throw conflict(`“${checkKinds[item.kind]}”已${item.waived ? '登记为不适用' : `于 ${item.doneOn} 办结`}`)
  await db
    .update(checkItems)
    .set({ ...outcome, by: actor.name })
    .where(eq(checkItems.id, id))
}
