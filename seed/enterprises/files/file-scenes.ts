/** Enterprises are put on file week by week, what befalls them is recorded, and their keepers confirm that all is as it says. */
import { eq, inArray } from 'drizzle-orm'
import { depart, replace, shift } from '#modules/enterprise/presence.ts'
import { enterprises, presences } from '#modules/enterprise/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { actorNamed } from '#seed/cast.ts'
import { chanceOf } from '#seed/history/chance.ts'
import { together } from '#seed/history/together.ts'
import type { Scene } from '#seed/stage.ts'
import type { Fate } from '../firms/fates.ts'
import type { Firm } from '../firms/firms.ts'
import { isThere } from '../firms/growth.ts'
import { keeperOf } from '../firms/places.ts'
import { placeOn } from '../firms/stretches.ts'
import { enterpriseId } from '../reports/report-rows.ts'
import { addRows } from '../rows.ts'
import { fileOf, keptBy, sited, stretchOf, trading } from './file-rows.ts'

/** The list kept so far is taken over on that day. */
const takenOverOn = '2022-11-04'

export function fileScenes(firms: Firm[], region: string): Scene[] {
  const byDay = together(firms, ({ knownOn }) => (knownOn < takenOverOn ? takenOverOn : knownOn))
  const settling = [...byDay].map(([day, own]): Scene => {
    const actor = actorNamed('小何', region)
    const work = async (ctx: Ctx) => {
      await addRows(
        ctx,
        enterprises,
        own.map((firm) => fileOf(firm, region, day)),
      )
      await addRows(
        ctx,
        presences,
        own.map((firm) => stretchOf(firm, region, actor.name)),
      )
    }
    return { day, hour: 13, actor, action: 'intake/commit', work }
  })
  const fates = firms.flatMap((firm) => (firm.fate ? [fateScene(firm, firm.fate, region)] : []))
  return [...settling, ...fates, ...rounds.flatMap((round) => confirmScenes(firms, round, region))]
}

const actions: Record<Fate['kind'], string> = {
  moved: 'enterprise/move',
  changed: 'enterprise/amend',
  left: 'enterprise/leave',
  merged: 'enterprise/leave',
  closed: 'enterprise/leave',
  rerecorded: 'enterprise/rectify',
}

function fateScene(firm: Firm, fate: Fate, region: string): Scene {
  const id = enterpriseId(firm.serial, region)
  const work = async (ctx: Ctx) => {
    const [file] = await ctx.db.select().from(enterprises).where(eq(enterprises.id, id))
    const change = await befall(ctx, file!, fate, region)
    await ctx.db.update(enterprises).set(change).where(eq(enterprises.id, id))
  }
  return { day: fate.knownOn, hour: 14, actor: actorNamed('小何', region), action: actions[fate.kind], work }
}

type File = typeof enterprises.$inferSelect

/** Records it among the stretches; answers what changes in the file itself. */
async function befall(ctx: Ctx, file: File, fate: Fate, region: string): Promise<Partial<File>> {
  const { on, reason } = fate
  switch (fate.kind) {
    case 'moved': {
      const place = sited(fate.place, region)
      await shift(ctx, file, place, on, { reason })
      return { ...place, ...keptBy(fate.place, region) }
    }
    case 'changed': {
      await shift(ctx, file, trading(fate.trade), on, { reason })
      const { subField, products } = fate.trade
      return { ...trading(fate.trade), subField, products }
    }
    case 'rerecorded': {
      const [open] = await ctx.db.select().from(presences).where(eq(presences.enterprise, file.id))
      const { settledOn } = fate
      await replace(ctx, [open!], [{ ...open!, settledOn, since: settledOn, reason }])
      return { settledOn }
    }
    case 'left':
      await depart(ctx, file, on, { end: 'left', destination: fate.destination, reason })
      return { leftOn: on }
    case 'merged':
      await depart(ctx, file, on, { end: 'merged', counterpart: enterpriseId(fate.into, region), reason })
      return { leftOn: on, status: 'deregistered' }
    case 'closed':
      await depart(ctx, file, on, { end: 'closed', reason })
      return { leftOn: on, status: 'deregistered' }
  }
}

/** Keepers come round twice: in summer to those whom they will not reach in autumn, before the demo opens to all others. */
const rounds = [
  { days: ['2025-08-06', '2025-08-13'], reached: false },
  { days: ['2025-11-06', '2025-11-14'], reached: true },
] as const
const reachedInAutumn = ({ serial }: Firm) => chanceOf('confirmed', serial).happens(0.915)

const confirmScenes = (firms: Firm[], { days, reached }: (typeof rounds)[number], region: string): Scene[] =>
  days.flatMap((day, nth) => {
    const own = firms.filter(
      (firm) => reachedInAutumn(firm) === reached && firm.serial % 2 === nth && firm.knownOn < days[0] && isThere(firm, day),
    )
    return [...together(own, (firm) => keeperOf(placeOn(firm, day)))].map(([keeper, kept]): Scene => {
      const ids = kept.map(({ serial }) => enterpriseId(serial, region))
      const confirmed = { confirmedOn: day, asOf: day }
      const work: Scene['work'] = ({ db }) => db.update(enterprises).set(confirmed).where(inArray(enterprises.id, ids))
      return { day, hour: 17, actor: actorNamed(keeper, region), action: 'enterprise/confirm', work }
    })
  })
