/** Matters and notices as they are looked up: to be seen, to be worked on; and whose they are. */
import { eq, inArray } from 'drizzle-orm'
import { orgs } from '#modules/org/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { denied, missing } from '#platform/problem.ts'
import { ownBodies } from '../places.ts'
import { matters, supervisions } from '../tables.ts'

export type Matter = typeof matters.$inferSelect
export type Supervision = typeof supervisions.$inferSelect

/** The row, as far as the actor may see it. */
export async function matterToSee({ db }: Ctx, id: string): Promise<Matter> {
  const [found] = await db.select().from(matters).where(eq(matters.id, id))
  if (!found) throw missing('督办事项')
  return found
}

/** The row, held until the end of the step; of two at once the second sees what the first has done. */
export async function matterHeld(ctx: Ctx, id: string): Promise<Matter> {
  const seen = await matterToSee(ctx, id)
  const [held] = await ctx.db.select().from(matters).where(eq(matters.id, id)).for('update')
  return held ?? seen
}

export async function supervisionHeld({ db }: Ctx, id: string): Promise<Supervision> {
  const of = eq(supervisions.id, id)
  const [seen] = await db.select().from(supervisions).where(of)
  if (!seen) throw missing('督办通知')
  const [held] = await db.select().from(supervisions).where(of).for('update')
  return held ?? seen
}

/** Whose part it is: who answers for it, who has it in hand now, who only helps. */
export type Part = 'owner' | 'holder' | 'supporter'

export async function partsIn(ctx: Ctx, { owner, holder, supporters }: Matter): Promise<Part[]> {
  const bodies = await ownBodies(ctx)
  const of: [Part, string[]][] = [
    ['owner', [owner]],
    ['holder', [holder]],
    ['supporter', supporters],
  ]
  return of.flatMap(([part, own]) => (own.some((one) => bodies.includes(one)) ? [part] : []))
}

/** Refuses with the name of the unit it is with. */
export async function requirePart(ctx: Ctx, matter: Matter, ...parts: Part[]): Promise<void> {
  const own = await partsIn(ctx, matter)
  if (parts.some((part) => own.includes(part))) return
  const whose = parts.includes('owner') ? matter.owner : matter.holder
  throw denied(`该事项由“${await nameOf(ctx, whose)}”办理，您可以查看，不能代为办理`)
}

/** Nobody judges what he did himself: what the lead unit carries is judged by a leader. */
export function whyNotJudge({ actor: { role, org } }: Ctx, owner: string): string | null {
  return role === 'office' && org === owner ? '本单位承办的事项应由区领导审核' : null
}
export function requireJudge(ctx: Ctx, owner: string): void {
  const why = whyNotJudge(ctx, owner)
  if (why !== null) throw denied(why)
}

export async function nameOf({ db }: Ctx, id: string): Promise<string> {
  const [body] = await db.select({ name: orgs.shortName }).from(orgs).where(eq(orgs.id, id))
  return body?.name ?? '其他单位'
}

export async function namesOf({ db }: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)]
  if (!wanted.length) return new Map()
  const found = await db.select({ id: orgs.id, name: orgs.shortName }).from(orgs).where(inArray(orgs.id, wanted))
  return new Map(found.map(({ id, name }) => [id, name]))
}
