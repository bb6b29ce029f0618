/** Titles and rights on record, of many enterprises at once. */
import { and, count, lte, sql } from 'drizzle-orm'
import { ipRights, qualifications } from '#modules/enterprise/tables.ts'
import type { Ctx } from '#platform/context.ts'
import type { Title } from '../titles.ts'
import { type Asked, idsOf, recordedBy } from './asked.ts'

export type Grant = { kind: Title; grantedOn: string; validUntil: string | null }
/** Granted by the day, the oldest first; also those that have run out. */
export async function grantsOf(ctx: Ctx, asked: Asked): Promise<Map<string, Grant[]>> {
  const { enterprise, kind, grantedOn, validUntil } = qualifications
  const rows = await ctx.db
    .select({ enterprise, kind, grantedOn, validUntil })
    .from(qualifications)
    .where(and(sql`${enterprise} = any(${idsOf(asked)})`, lte(grantedOn, asked.day), recordedBy(qualifications, asked)))
    .orderBy(grantedOn, qualifications.createdAt)
  const found = new Map<string, Grant[]>()
  for (const { enterprise, ...grant } of rows) {
    const own = found.get(enterprise!)
    if (own) own.push(grant)
    else found.set(enterprise!, [grant])
  }
  return found
}

export const isHeld = ({ validUntil }: Grant, day: string): boolean => validUntil === null || validUntil >= day

type Kind = (typeof ipRights.$inferSelect)['kind']
export type Rights = Partial<Record<Kind, number>>
export async function rightsOf(ctx: Ctx, asked: Asked): Promise<Map<string, Rights>> {
  const { enterprise, kind, registeredOn } = ipRights
  const rows = await ctx.db
    .select({ enterprise, kind, n: count() })
    .from(ipRights)
    .where(and(sql`${enterprise} = any(${idsOf(asked)})`, lte(registeredOn, asked.day), recordedBy(ipRights, asked)))
    .groupBy(enterprise, kind)
  const found = new Map<string, Rights>()
  for (const { enterprise, kind, n } of rows) found.set(enterprise, { ...found.get(enterprise), [kind]: n })
  return found
}

/** For a row of an enterprise of whom nothing is there. */
export const noGrants: readonly Grant[] = []
export const noRights: Rights = {}
export const heldKinds = (grants: readonly Grant[], day: string): Set<Title> =>
  new Set(grants.filter((one) => isHeld(one, day)).map(({ kind }) => kind))
