/** Drawing up a lease: units of one building, a tenant, terms. A draft holds nothing; whoever signs first has the units. */
import { and, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { dayAfter } from '#engines/lease/days.ts'
import { hundredths, rentOn } from '#engines/lease/terms.ts'
import { fileToSee } from '#modules/enterprise/queries.ts'
import { requireKeeping } from '#modules/space/ledger/place.ts'
import { byName, type UnitRow } from '#modules/space/ledger/queries.ts'
import { units } from '#modules/space/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { nextNumber } from '#platform/number.ts'
import { conflict, invalid, missing } from '#platform/problem.ts'
import { overAll } from '#platform/session.ts'
import { leaseToChange } from '../queries.ts'
import type { LeaseRow } from '../standing.ts'
import { leases, leaseUnits } from '../tables.ts'
import { type Draft, draftInput, requireArea, requireTerms } from './terms.ts'

/** Draws up a lease; also for other matters, whose input is checked here. */
export async function draftLease(ctx: Ctx, given: z.input<typeof draftInput>): Promise<{ id: string; number: string }> {
  const draft = draftInput.parse(given)
  const { values, rows } = await drawUp(ctx, draft)
  const number = await numberFor(ctx, draft.number)
  const [row] = await ctx.db
    .insert(leases)
    .values({ ...values, number, status: 'draft' })
    .returning()
  await ctx.db.insert(leaseUnits).values(rows.map((one) => ({ ...one, lease: row!.id })))
  return { id: row!.id, number }
}

/** A draft is written anew as a whole; its number stays unless another is given. */
export async function redraftLease(ctx: Ctx, id: string, draft: Draft): Promise<{ id: string; number: string }> {
  const old = await leaseToChange(ctx, id)
  if (old.status !== 'draft') throw conflict('已签订或已作废的租约不可改动，请办理续租、退租或重新起草')
  const { values, rows } = await drawUp(ctx, draft)
  const number = draft.number === null || draft.number === old.number ? old.number : await numberFor(ctx, draft.number)
  await ctx.db.delete(leaseUnits).where(eq(leaseUnits.lease, id))
  await ctx.db
    .update(leases)
    .set({ ...values, number, renews: old.renews })
    .where(eq(leases.id, id))
  await ctx.db.insert(leaseUnits).values(rows.map((one) => ({ ...one, lease: id })))
  return { id, number }
}

export type Renewal = { id: string; to: string; rent?: number | undefined }
/** Draws up the lease that follows on another, from the day after its last, on its terms and at its last rent unless said otherwise. */
export async function renewLease(ctx: Ctx, { id, to, rent }: Renewal): Promise<{ id: string; number: string }> {
  const old = await leaseToChange(ctx, id)
  await requireRenewable(ctx, old)
  const held = await ctx.db.select().from(leaseUnits).where(eq(leaseUnits.lease, id))
  return draftLease(ctx, {
    lessor: old.lessor,
    enterprise: old.enterprise,
    tenant: old.tenant,
    creditCode: old.creditCode,
    from: dayAfter(old.to),
    to,
    rent: rent ?? rentOn(old, old.to) / 100,
    fee: old.fee,
    growth: old.growth,
    payEvery: old.payEvery,
    dueDays: old.dueDays,
    deposit: old.deposit,
    renews: id,
    units: held.map(({ unit, area }) => ({ unit, area })),
  })
}

async function requireRenewable({ db }: Ctx, old: LeaseRow): Promise<void> {
  if (old.status !== 'running') throw conflict(`租约 ${old.number} 不在履行中，不能续租`)
  const [next] = await db
    .select()
    .from(leases)
    .where(and(eq(leases.renews, old.id), sql`${leases.status} <> 'cancelled'`))
  if (next) throw conflict(`租约 ${old.number} 已由 ${next.number} 续租${next.status === 'draft' ? '（待签订）' : ''}`)
}

/** The rows of a lease and its units; place and names are those of the ledgers, never the client's. */
async function drawUp(ctx: Ctx, draft: Draft) {
  requireTerms(draft)
  const { units: wanted, number: _, tenant: named, creditCode, ...terms } = draft
  const found = await unitsFor(ctx, draft)
  const { building, zone, town } = found[0]!
  await requireKeeping(ctx, zone)
  const areas = new Map(wanted.map(({ unit, area }) => [unit, area]))
  const rows = found.map((unit) => ({
    unit: unit.id,
    area: areaWithin(unit, areas.get(unit.id) ?? unit.area),
    since: draft.from,
    until: dayAfter(draft.to),
    held: false,
  }))
  const file = draft.enterprise === null ? null : await fileToSee(ctx, draft.enterprise)
  const tenant = file?.name ?? named
  if (!tenant) throw invalid('请选择承租企业，或填写承租方名称')
  const area = requireArea(rows.reduce((sum, row) => sum + hundredths(row.area), 0) / 100)
  const values = { ...terms, building, zone, town, tenant, creditCode: file?.creditCode ?? creditCode, area }
  return { values, rows }
}

async function unitsFor({ db }: Ctx, { units: wanted, from, to }: Draft): Promise<UnitRow[]> {
  const ids = wanted.map(({ unit }) => unit)
  if (new Set(ids).size < ids.length) throw invalid('同一单元选择了两次，请核对')
  const found = await db
    .select()
    .from(units)
    .where(sql`${units.id} = any(${`{${ids.join()}}`}::uuid[])`)
  if (found.length < ids.length) throw missing('单元')
  if (new Set(found.map(({ building }) => building)).size > 1)
    throw invalid('一份租约只能包含同一楼宇的单元，其他楼宇的请另行签订')
  for (const { name, since, until } of found) {
    if (since > from) throw conflict(`单元“${name}”自 ${since} 启用，起租日不能早于该日`)
    if (until !== null && until <= to) throw conflict(`单元“${name}”自 ${until} 停用，不能租至 ${to}`)
  }
  return found.sort((a, b) => byName(a.name, b.name))
}

function areaWithin({ name, area: whole }: UnitRow, area: number): number {
  if (area <= 0) throw invalid(`单元“${name}”的租赁面积应大于零`)
  if (area > whole) throw invalid(`单元“${name}”的租赁面积 ${area} ㎡ 超过其建筑面积 ${whole} ㎡`)
  return area
}

/** The next of the year, or as given unless any lease of the district has it. */
async function numberFor(ctx: Ctx, given: string | null): Promise<string> {
  // Asked for in either case: whoever numbers a lease at the same time waits.
  const next = await nextNumber(ctx, 'ZL', sql`lease`)
  if (given === null) return next
  const taken = await overAll(ctx, ({ db }) => db.$count(leases, eq(leases.number, given)))
  if (taken) throw conflict(`合同编号“${given}”已被使用`)
  return given
}
