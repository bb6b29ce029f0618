/** A matter is opened: numbered, given its query code, its first step and its clock. Visitors cannot read back what they add. */
import { randomUUID } from 'node:crypto'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { orgs } from '#modules/org/tables.ts'
import { ownZones } from '#modules/space/ledger/place.ts'
import { type Ctx, isOfficial } from '#platform/context.ts'
import { makeCode } from '#platform/enquiry.ts'
import { nextNumber } from '#platform/number.ts'
import { invalid } from '#platform/problem.ts'
import { requireSense, type Wanted } from '../need.ts'
import { moveInSteps, moveIns } from '../tables.ts'
import { holderOf, type Matter, stepFor, withHands } from './way.ts'

type Opening = Pick<Matter, 'origin' | 'name' | 'contact' | 'phone'> &
  Partial<Pick<Matter, 'creditCode' | 'enterprise' | 'applicant'>> & {
    need: Wanted
    /** Rooms it is about already, with the place of their building. */
    at?: Pick<Matter, 'zone' | 'building' | 'units'> | null
  }

export async function openMatter(
  ctx: Ctx,
  { need, at = null, ...who }: Opening,
): Promise<{ id: string; number: string; token: string }> {
  requireSense(need)
  await requireParks(ctx, need.zones)
  const status = at ? 'viewing' : 'matching'
  const zone = at ? at.zone : await zoneFor(ctx, need)
  const holder = await holderOf(ctx, status, zone)
  const [id, token] = [randomUUID(), makeCode()]
  const step = await stepFor(ctx, id, status, holder)
  const number = await nextNumber(ctx, 'RZ', sql`move_in`)
  await ctx.db.insert(moveIns).values({
    ...{ creditCode: null, enterprise: null, applicant: null, building: null, units: [], ...at, ...who },
    ...{ id, number, token, need, zone, status, holder, dueOn: step.dueOn },
    hands: withHands([], holder, isOfficial(ctx.actor.role) ? ctx.actor.org : null),
    ...{ lease: null, openedOn: ctx.today, closedOn: null, outcome: null },
  })
  await ctx.db.insert(moveInSteps).values(step)
  return { id, number, token }
}

/** A park opens matters of its own; of others the one park the firm asks for has it, if it asks for one. */
async function zoneFor(ctx: Ctx, { zones }: Wanted): Promise<string | null> {
  if (ctx.actor.role !== 'park') return zones.length === 1 ? zones[0]! : null
  const parks = and(inArray(orgs.id, await ownZones(ctx)), eq(orgs.kind, 'park'))
  const [own] = await ctx.db.select({ id: orgs.id }).from(orgs).where(parks)
  return own?.id ?? null
}

export async function requireParks({ db }: Ctx, zones: readonly string[]): Promise<void> {
  if (!zones.length) return
  const parks = await db
    .select({ id: orgs.id })
    .from(orgs)
    .where(and(inArray(orgs.id, [...zones]), eq(orgs.kind, 'park')))
  if (parks.length < new Set(zones).size) throw invalid('意向园城应从园城名录中选择')
}
