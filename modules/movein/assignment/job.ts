/**
 * Job: assignments that wait are solved one after the other, off the event loop; what came out is kept once it is verified.
 *
 * A run belongs to the server that solves it: what a stopped server left behind is told to be unfinished when one starts.
 */
import { and, asc, eq, notInArray } from 'drizzle-orm'
import type { SpaceOption } from '#engines/allocation/match/options.ts'
import type { Clock } from '#platform/clock.ts'
import { machine } from '#platform/context.ts'
import { eachWaiting, startJob } from '#platform/job.ts'
import type { Changes } from '#platform/live/listen.ts'
import { Problem } from '#platform/problem.ts'
import type { Session } from '#platform/session.ts'
import { startSolving } from '#platform/solver.ts'
import { compute } from '#platform/worker.ts'
import { assignments } from '../tables.ts'
import { terms } from './asked.ts'
import { tenths } from './goals.ts'
import { groundOf } from './ground.ts'
import type { Outcome } from './outcome.ts'
import type { Ground } from './program.ts'
import { begin, forget, mark, type Standing, stopWith } from './progress.ts'
import type { News } from './solve-firms.ts'
import type { Chosen } from './tell-outcome.ts'

type Place = { session: Session; region: string; clock: Clock; changes: Changes; warn: (line: string) => void }
type Row = typeof assignments.$inferSelect
type Found = Extract<News, { found: unknown }>['found']
type Ending = Partial<Pick<Row, 'answer' | 'objective' | 'bound' | 'gap' | 'verified' | 'seconds'>> &
  Pick<Row, 'status' | 'notes'>

const solver = new URL('./solve-firms.ts', import.meta.url)
const teller = new URL('./tell-outcome.ts', import.meta.url)
/** Seconds for matching before the search, which is no part of its time. */
const before = 120
const busy = '其他求解正在进行，请稍后重试'
const telling = { seconds: 180, megabytes: 1000, tooLong: '方案已算出，但结果过大，未能整理，请减少企业后重新求解', busy }
const interrupted = '服务器在求解期间停止，本次求解没有结果，请重新求解'

/** The answer ends it; what is being solved then is given up. */
export function solveWaiting({ session, region, clock, changes, warn }: Place): () => Promise<void> {
  const solverOf = machine(region)
  let leave = () => {}

  const end = (id: string, ending: Ending) =>
    session.run(solverOf, 'movein/assign', ({ db }) =>
      db
        .update(assignments)
        .set({ ...ending, endedAt: clock().toISOString() })
        .where(and(eq(assignments.id, id), eq(assignments.status, 'solving'))),
    )

  // At once: what is begun after this is not left behind.
  const cleared = session
    .run(solverOf, 'movein/assign', ({ db }) =>
      db
        .update(assignments)
        .set({ status: 'stopped', notes: [interrupted], endedAt: clock().toISOString() })
        .where(eq(assignments.status, 'solving')),
    )
    .catch((error: Error) => warn(`未完成的统筹分配没有清理：${error.message.slice(0, 500)}`))

  const next = (tried: string[]) =>
    session.run(solverOf, 'movein/assign', async ({ db }) => {
      const waiting = and(eq(assignments.status, 'solving'), notInArray(assignments.id, tried))
      return (
        await db.select().from(assignments).where(waiting).orderBy(asc(assignments.createdAt), asc(assignments.id)).limit(1)
      )[0]
    })

  const run = async (row: Row, ending: () => boolean): Promise<void> => {
    const standing = begin(row.id)
    try {
      const { ground, notes } = await session.run(solverOf, 'movein/assign', (ctx) =>
        groundOf(ctx, row.zone, terms.parse(row.asked)),
      )
      standing.firms = ground.firms.length
      const search = await searched(ground, standing, (stop) => {
        stopWith(row.id, stop)
        leave = stop
      })
      if (!ending()) await end(row.id, await endingOf(ground, standing, search, notes))
    } catch (error) {
      if (ending()) return
      if (!(error instanceof Problem)) warn(`统筹分配求解出错：${String((error as Error).stack).slice(0, 2000)}`)
      const sentence = error instanceof Problem ? error.message : '求解时系统出现故障，请稍后重新求解'
      await end(row.id, { status: 'failed', notes: [sentence] })
    } finally {
      forget(row.id)
    }
  }

  const rest = startJob({
    work: async (ending) => {
      await cleared
      await eachWaiting(next, ending, (row) => run(row, ending))
    },
    failed: '统筹分配没有算成',
    hears: { changes, region, entities: ['assignment'] },
    givesUp: true,
    warn,
  })
  return async () => {
    const rested = rest()
    leave()
    await rested
  }
}

type Search = { options: SpaceOption[][] | null; found: Found | null; refused: string[] }

/** Whatever becomes of the process: what it told last is what there is. */
async function searched(ground: Ground, standing: Standing, started: (stop: () => void) => void): Promise<Search> {
  const search: Search = { options: null, found: null, refused: [] }
  const hear = (news: News) => {
    if ('matched' in news) standing.matched = news.matched
    else if ('refused' in news) search.refused = news.refused
    else if ('options' in news) {
      search.options = news.options
      standing.matched = standing.firms
      standing.phase = 'start'
      standing.since = performance.now()
    } else {
      const { seconds, objective, bound, gap, phase } = news.found
      if (news.found.choice || !search.found?.choice) search.found = news.found
      standing.phase = phase ?? standing.phase
      standing.gap = gap
      mark(standing, { seconds, objective: inPoints(objective), bound: inPoints(bound) })
    }
  }
  const limits = { seconds: ground.terms.seconds + before, megabytes: 1500, yields: true, busy, heard: hear }
  const { answer, stop } = startSolving<Ground, News>(solver, ground, limits)
  started(stop)
  const last = await answer
  if (last) hear(last)
  return search
}

async function endingOf(
  ground: Ground,
  standing: Standing,
  { options, found, refused }: Search,
  notes: string[],
): Promise<Ending> {
  const { stopped, points } = standing
  if (refused.length > 0) return { status: 'failed', notes: [...refused, ...notes] }
  if (found?.status === 'infeasible') return { status: 'failed', notes: [impossible, ...notes] }
  if (!options || !found?.choice || !found.verified)
    return { status: stopped ? 'stopped' : 'failed', notes: [stopped ? '已按要求停止，停止时尚无可行方案' : nothing, ...notes] }
  standing.phase = 'words'
  const outcome = await compute<Outcome>(teller, { ground, options, choice: found.choice } satisfies Chosen, telling)
  const proven = found.status === 'optimal'
  return {
    status: 'solved',
    answer: { ...outcome, course: points, proven, taken: null },
    objective: inPoints(found.objective),
    bound: inPoints(found.bound),
    ...{ gap: found.gap, seconds: Math.round(found.seconds * 10) / 10, verified: true },
    notes: [...(stopped && !proven ? ['已按要求提前停止，方案为停止时的最好结果'] : []), ...notes],
  }
}

const impossible = '已证明没有方案能同时满足全部硬性条件，请放宽须安置、园城定位、相邻分开或锁定的要求'
const nothing = '在规定时间内没有找到满足全部硬性条件的方案，请延长求解时间，或放宽须安置、园城定位等要求'

const inPoints = (value: number | null) => (value === null ? null : Math.round(value) / tenths)
