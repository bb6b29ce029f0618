/** What the scenes of granting know of one another: ids as they come to be, the people, and how a scene is written. */
import { and, eq } from 'drizzle-orm'
import { policies, policyVersions } from '#modules/policy/tables.ts'
import { type Actor, type Ctx, machine } from '#platform/context.ts'
import { accounts, actorNamed, orgId } from '#seed/cast.ts'
import { idOf } from '#seed/identity.ts'
import type { Scene } from '#seed/stage.ts'
import { type Case, type Claimant, claimants } from './cases.ts'

export type Book = {
  region: string
  /** By batch; by firm, clause and batch; by list. */
  cycles: Map<string, string>
  claims: Map<string, string>
  lists: Map<string, string>
}

export const openBook = (region: string): Book => ({ region, cycles: new Map(), claims: new Map(), lists: new Map() })

export const keyOf = ({ firm, clause, batch }: Pick<Case, 'firm' | 'clause' | 'batch'>) => `${firm} ${clause} ${batch}`

export const scene = (day: string, hour: number, actor: Actor, action: string, work: Scene['work']): Scene => ({
  ...{ day, hour, actor, action, work },
})

/** As on file. */
export const nameOf = (firm: Claimant): string =>
  accounts.find(({ shortName }) => shortName === firm)?.name ?? `重庆${firm}${claimants[firm as keyof typeof claimants]}（演示）`

/** Who acts for a firm. */
export function actorFor(firm: Claimant, region: string): Actor {
  if (firm === '满星软件') return actorNamed('小满', region)
  const name = `${firm}经办人`
  return { id: idOf(region, 'person', name), name, role: 'enterprise', org: orgId(firm, region), region }
}

export const people = (region: string) => ({
  office: actorNamed('周科', region),
  treasury: actorNamed('钱科', region),
  /** In the order their opinions are written (cases.ts). */
  jury: [actorNamed('柯科', region), actorNamed('林科', region)],
  system: machine(region),
})

/** The clauses all of it is granted by. */
export async function versionInForce({ db }: Ctx): Promise<string> {
  const [found] = await db
    .select({ id: policyVersions.id })
    .from(policyVersions)
    .innerJoin(policies, eq(policies.id, policyVersions.policy))
    .where(and(eq(policies.code, 'demo-measures'), eq(policyVersions.status, 'published')))
  return found!.id
}
