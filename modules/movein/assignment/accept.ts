/** An answer is taken: each firm is offered its rooms, one by one, whole or not at all; who has moved on meanwhile is told. */
import { eq } from 'drizzle-orm'
import type { Ctx, Db } from '#platform/context.ts'
import { Problem } from '#platform/problem.ts'
import { explain } from '#platform/session.ts'
import { offer } from '../actions/offer.ts'
import { moveInStates } from '../flow.ts'
import { unitsToLet } from '../market.ts'
import { moveIns } from '../tables.ts'
import { keyOf } from './asked.ts'
import type { Answer, Placed } from './outcome.ts'

export type Taken = NonNullable<Answer['taken']>[number]

export async function offerAll(ctx: Ctx, title: string, { placed }: Answer): Promise<Taken[]> {
  const free = new Map(
    (await unitsToLet(ctx, { only: placed.flatMap(({ units }) => units.map(({ id }) => id)) })).map((unit) => [unit.id, unit]),
  )
  const taken: Taken[] = []
  for (const one of placed) {
    const { matter, name } = one
    const late = one.units.find(({ id }) => (free.get(id)?.freeFrom ?? '9999-12-31') > one.from)
    const sentence = late ? `${late.name} 已另行出租或停用，请重新求解` : await offered(ctx, title, one)
    taken.push({ matter, name, taken: sentence === null, sentence: sentence ?? `已推荐${one.buildingName} ${namesOf(one)}` })
  }
  return taken
}

/** In a part of the transaction that is undone alone. @returns why it was not offered */
async function offered(ctx: Ctx, title: string, one: Placed): Promise<string | null> {
  const units = one.units.map(({ id }) => id)
  const [matter] = await ctx.db.select().from(moveIns).where(eq(moveIns.id, one.matter))
  if (!matter) return '没有找到该入驻事项，或不在您可以查看的范围内'
  if (matter.status !== 'matching' && keyOf(matter.units) === keyOf(units))
    return `该企业已在办理这处房源（${moveInStates[matter.status]}），未作改动`
  try {
    const opinion = `统筹分配“${title}”推荐 ${namesOf(one)}，共 ${one.area} ㎡，匹配评分 ${one.score} 分`
    await ctx.db.transaction((db) => offer({ ...ctx, db: db as Db }, { id: one.matter, units, opinion }))
    return null
  } catch (error) {
    const known = explain(error)
    if (known instanceof Problem) return known.message
    throw error
  }
}

const namesOf = ({ units }: Placed) => units.map(({ name }) => name).join('、')
