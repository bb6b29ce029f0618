/** One matter with everything about it: its need in words, rooms, viewings, steps with clocks, checklist, lease, and what can be done next. */
import { asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { orgNames } from '#modules/enterprise/place.ts'
import { enterprises } from '#modules/enterprise/tables.ts'
import { lease as leaseEntity } from '#modules/lease/model.ts'
import { leases } from '#modules/lease/tables.ts'
import { buildings } from '#modules/space/tables.ts'
import { workdaysBetween } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { clockOf } from '#platform/step-clock.ts'
import { areaOf, unitsNamed } from './course/chosen.ts'
import { clock } from './course/clocks.ts'
import { nextStep, nextSteps } from './course/next.ts'
import { whyNotMine } from './course/turn.ts'
import type { Matter } from './course/way.ts'
import { checkItem, moveInPause, moveInRow, moveInStep, viewing, wanted } from './model.ts'
import { inWords, wantedIn } from './need.ts'
import { zoneNames } from './search.ts'
import { checklistOf, isOpen, whyNotMyItem } from './settling/checklist.ts'
import { moveInPauses, moveInSteps, viewings } from './tables.ts'

const id = z.uuid()
export const wholeMatter = z.object({
  matter: moveInRow.omit({ token: true, need: true }),
  wanted,
  need: z.string(),
  names: z.object({
    zone: z.string().nullable(),
    holder: z.string().nullable(),
    building: z.string().nullable(),
    enterprise: z.string().nullable(),
  }),
  units: z.array(z.object({ id, name: z.string(), area: z.number(), rent: z.number().nullable(), fee: z.number().nullable() })),
  area: z.number(),
  /** Of the building, for the contract. */
  owner: z.string().nullable(),
  viewings: z.array(viewing.extend({ id, unitName: z.string().nullable() })),
  steps: z.array(
    moveInStep.extend({
      id,
      holderName: z.string().nullable(),
      clock,
      pauses: z.array(moveInPause.omit({ step: true, moveIn: true })),
    }),
  ),
  checklist: z.array(checkItem.extend({ id, ownerName: z.string(), left: z.number().nullable(), why: z.string().nullable() })),
  lease: z
    .object({
      id,
      number: z.string(),
      from: z.string(),
      to: z.string(),
      status: leaseEntity.shape.status,
      signedOn: z.string().nullable(),
    })
    .nullable(),
  /** What the actor's part can do in this state; why not, where he cannot now. */
  next: z.array(nextStep),
  /** Whether the actor works on it at all; why not. */
  why: z.string().nullable(),
})

export async function readWhole(ctx: Ctx, matter: Matter): Promise<z.output<typeof wholeMatter>> {
  const { db } = ctx
  const of = wantedIn(matter.need)
  const steps = await db
    .select()
    .from(moveInSteps)
    .where(eq(moveInSteps.moveIn, matter.id))
    .orderBy(asc(moveInSteps.since), asc(moveInSteps.createdAt), asc(moveInSteps.endedOn))
  const pauses = await db.select().from(moveInPauses).where(eq(moveInPauses.moveIn, matter.id)).orderBy(asc(moveInPauses.since))
  const seen = await db.select().from(viewings).where(eq(viewings.moveIn, matter.id)).orderBy(asc(viewings.wantedOn))
  const checklist = await checklistOf(ctx, matter.id)
  const rooms = await unitsNamed(ctx, [...matter.units, ...seen.flatMap(({ unit }) => unit ?? [])])
  const units = rooms.filter((room) => matter.units.includes(room.id))
  const names = await orgNames(ctx, [
    matter.zone,
    matter.holder,
    ...steps.map(({ holder }) => holder),
    ...checklist.map(({ owner }) => owner),
  ])
  const named = (one: string | null) => (one === null ? null : (names.get(one) ?? null))
  const [building] = matter.building ? await db.select().from(buildings).where(eq(buildings.id, matter.building)) : []
  const [file] = matter.enterprise ? await db.select().from(enterprises).where(eq(enterprises.id, matter.enterprise)) : []
  const [lease] = matter.lease ? await db.select().from(leases).where(eq(leases.id, matter.lease)) : []
  const parks = await zoneNames(ctx)
  const mine = await whyNotMine(ctx, matter)
  const items: z.output<typeof wholeMatter>['checklist'] = []
  for (const item of checklist) {
    const left = isOpen(item) ? workdaysBetween(ctx.today, item.dueOn) : null
    items.push({ ...item, ownerName: named(item.owner) ?? '', left, why: await whyNotMyItem(ctx, item, matter) })
  }
  return {
    matter,
    wanted: of,
    need: inWords(of, (zone) => parks.get(zone) ?? ''),
    names: {
      ...{ zone: named(matter.zone), holder: named(matter.holder) },
      ...{ building: building?.name ?? null, enterprise: file?.name ?? null },
    },
    ...{ units, area: areaOf(units), owner: building?.owner ?? null, lease: lease ?? null, why: mine },
    viewings: seen.map((one) => ({ ...one, unitName: rooms.find(({ id }) => id === one.unit)?.name ?? null })),
    steps: steps.map((step) => {
      const own = pauses.filter((one) => one.step === step.id)
      return { ...step, holderName: named(step.holder), clock: clockOf(step, own, ctx.today), pauses: own }
    }),
    checklist: items,
    next: await nextSteps(ctx, matter, mine, checklist),
  }
}
