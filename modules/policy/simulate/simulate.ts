/** A version with some figures changed beside the version as it is, over the firms of a year (plan task 2). */

import { eq } from 'drizzle-orm'
import { layoutOf } from '#engines/policy/layout.ts'
import { type Change, type Changed, changeParameters } from '#engines/policy/parameters.ts'
import type { Policy } from '#engines/policy/policy.ts'
import type { Ctx } from '#platform/context.ts'
import { invalid, missing } from '#platform/problem.ts'
import { readText } from '../reading.ts'
import { type Ground, groundOf } from '../screen/ground.ts'
import { policyVersions } from '../tables.ts'
import { type Columns, columnsOf } from './columns.ts'
import { type Cost, costOf } from './cost.ts'
import { type Outcome, outcomeOf } from './outcome.ts'

export type Asked = { version: string; changes: readonly Change[]; year: number }
export type Sides = Changed & { day: string; base: Ground; changed: Ground }

/** What is asked, before anybody is decided. */
export async function sidesOf(ctx: Ctx, { version, changes, year }: Asked): Promise<Sides> {
  const [row] = await ctx.db.select().from(policyVersions).where(eq(policyVersions.id, version))
  if (!row) throw missing('条款版本')
  const base = readText(row.text, row.digest)?.policy
  if (!base) throw invalid('条款文件尚有问题，请先改正再测算')
  const after = changeParameters(row.text, changes)
  if ('fault' in after) throw invalid(after.fault)
  const changed = readText(after.text)?.policy
  if (!changed) throw invalid('调整后的条款自相矛盾（如上限低于下限、分档次序颠倒），请重新调整')
  const day = dayOf(ctx, year)
  const [one, other] = [base, changed].map((policy) => inForce(policy, day)) as [Policy, Policy]
  const layout = layoutOf([one, other])
  return { ...after, day, base: groundOf(one, layout), changed: groundOf(other, layout) }
}

/** Its last day, or today while it runs. */
function dayOf({ today }: Ctx, year: number): string {
  const last = `${year}-12-31`
  if (`${year}-01-01` > today) throw invalid(`${year} 年尚未开始，没有台账可供测算`)
  return last < today ? last : today
}

/** Over a year in which it did not hold yet a version is tried as if it did. */
const inForce = (policy: Policy, day: string): Policy => ({
  ...policy,
  since: policy.since < day ? policy.since : day,
  until: policy.until !== null && policy.until < day ? null : policy.until,
})

export async function simulate(ctx: Ctx, asked: Asked): Promise<Sides & { columns: Columns; outcome: Outcome }> {
  const sides = await sidesOf(ctx, asked)
  const columns = await columnsOf(ctx, sides.day, sides.base.layout.titles)
  const base = await baseOf(columns, sides.base, `${asked.version} ${sides.day}`)
  const changed = sides.changes.length === 0 ? base : await costOf(sides.changed, columns, base)
  return { ...sides, columns, outcome: outcomeOf(columns, base, changed) }
}

/** The side that does not move is decided once for as long as its facts are kept. */
const bases = new WeakMap<Columns, Map<string, Promise<Cost>>>()
function baseOf(columns: Columns, ground: Ground, key: string): Promise<Cost> {
  const known = bases.get(columns) ?? new Map<string, Promise<Cost>>()
  bases.set(columns, known)
  const cost = known.get(key) ?? costOf(ground, columns, null)
  known.set(key, cost)
  return cost
}
