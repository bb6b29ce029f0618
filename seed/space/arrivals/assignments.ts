/** Many firms assigned to space as one, solved when it is played: one answer that was taken, and one that waits to be. */
import { solve } from '#engines/allocation/solve/solve.ts'
import { acceptAssignment } from '#modules/movein/actions/assignment.ts'
import { type Terms, terms } from '#modules/movein/assignment/asked.ts'
import { tenths } from '#modules/movein/assignment/goals.ts'
import { groundOf } from '#modules/movein/assignment/ground.ts'
import type { Point } from '#modules/movein/assignment/outcome.ts'
import { optionsOf, programOf } from '#modules/movein/assignment/program.ts'
import { tell } from '#modules/movein/assignment/tell-outcome.ts'
import { assignments } from '#modules/movein/tables.ts'
import { addWorkdays } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { actorNamed } from '#seed/cast.ts'
import { idOf } from '#seed/identity.ts'
import type { Scene } from '#seed/stage.ts'
import { demoDay } from '../book/days.ts'
import { cases } from './cases.ts'
import { matterId } from './matter.ts'

const day = addWorkdays(demoDay, -1)
const by = '2025-12-31'

export function assignmentScenes(region: string): Scene[] {
  const actor = actorNamed('周科', region)
  const accepted = idOf(region, 'assignment', 'accepted')
  const mattersOf = (fits: (one: (typeof cases)[number]) => boolean) =>
    cases.filter(fits).map(({ name: key }) => matterId({ key }, region))
  const taken = mattersOf(({ together }) => together === true)
  const waiting = mattersOf(
    ({ together, status }) => !together && ['matching', 'viewing', 'applying', 'reviewing'].includes(status),
  )
  const scene = (hour: number, action: string, work: Scene['work']): Scene => ({ day, hour, actor, action, work })
  return [
    scene(16, 'movein/assign', (ctx) =>
      run(ctx, accepted, '11 月下旬新增需求统筹安置（演示）', terms.parse({ matters: taken, by, weights: {}, seconds })),
    ),
    scene(16.5, 'movein/acceptAssignment', (ctx) => acceptAssignment(ctx, { id: accepted })),
    scene(17, 'movein/assign', (ctx) =>
      run(
        ctx,
        idOf(region, 'assignment', 'solved'),
        '12 月在办企业统筹比选（演示）',
        terms.parse({ matters: waiting, by, weights: {}, seconds }),
      ),
    ),
  ]
}

/** Of the search, by a clock that moves a little each time it is looked at: the same course every time. */
const seconds = 2
const tick = 4

async function run(ctx: Ctx, id: string, title: string, asked: Terms): Promise<void> {
  const { ground, notes } = await groundOf(ctx, null, asked)
  const options = ground.firms.map((firm) => optionsOf(ground, firm))
  const course: Point[] = []
  let clock = 0
  const found = await solve(programOf(ground, options), {
    ...{ seconds: asked.seconds, seed: 1, mip: null, stopped: () => false, pause: async () => {} },
    now: () => {
      clock += tick
      return clock
    },
    heard: ({ seconds, objective, bound }) => course.push({ seconds, objective: inPoints(objective), bound: inPoints(bound) }),
  })
  if (!found.choice) throw new Error(`${title}: nothing was found`)
  await ctx.db.insert(assignments).values({
    ...{ id, title, zone: null, asked, after: null, status: 'solved' as const, notes, verified: found.verified },
    answer: { ...tell({ ground, options, choice: found.choice }), course, proven: found.status === 'optimal', taken: null },
    ...{ objective: inPoints(found.objective), bound: inPoints(found.bound), gap: found.gap },
    ...{ seconds: Math.round(found.seconds * 10) / 10, startedBy: ctx.actor.name },
    ...{ startedAt: ctx.now.toISOString(), endedAt: ctx.now.toISOString() },
  })
}

const inPoints = (value: number | null) => (value === null ? null : Math.round(value) / tenths)
