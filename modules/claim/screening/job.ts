/**
 * Job: screenings that wait are run one after the other, off the event loop; and once a day every document in force with
 * clauses of 免申即享 is screened anew.
 *
 * What a stopped server left unfinished kept nothing and is run again.
 */
import { and, asc, eq, gte, isNull, lte, notInArray, or, sql } from 'drizzle-orm'
import { readVersions } from '#modules/policy/reading.ts'
import { policyVersions } from '#modules/policy/tables.ts'
import type { Clock } from '#platform/clock.ts'
import { type Ctx, machine } from '#platform/context.ts'
import { eachWaiting, hour, startJob } from '#platform/job.ts'
import type { Changes } from '#platform/live/listen.ts'
import { Problem } from '#platform/problem.ts'
import { oneAtATime, type Session } from '#platform/session.ts'
import { compute } from '#platform/worker.ts'
import { screenings } from '../tables.ts'
import { forgetProgress, tellProgress } from './progress.ts'
import type { Progress } from './run.ts'
import type { ScreeningInput } from './worker.ts'

type Ground = {
  session: Session
  region: string
  clock: Clock
  databaseUrl: string
  changes: Changes
  warn: (line: string) => void
  /** Hears when one is over, in its own time: claims are made from it. */
  ended?: (screening: string) => Promise<void>
}

const worker = new URL('./worker.ts', import.meta.url)
const busy = '其他计算正在进行，稍后继续'
const limits = { seconds: 1800, megabytes: 330, tooLong: '筛查未能在规定时间和内存内完成', busy }
const machineName = '系统'

/** The answer ends it. */
export function screenWaiting({ session, region, clock, databaseUrl, changes, warn, ended }: Ground): () => Promise<void> {
  const actor = machine(region)

  const next = (tried: string[]) =>
    session.run(actor, 'claim/screen', async ({ db }) => {
      const waiting = and(isNull(screenings.endedAt), notInArray(screenings.id, tried))
      const [found] = await db
        .select({ id: screenings.id })
        .from(screenings)
        .where(waiting)
        .orderBy(asc(screenings.startedAt))
        .limit(1)
      return found
    })

  const run = async (id: string, ending: () => boolean): Promise<void> => {
    const heard = (news: unknown) => tellProgress(id, news as Progress) // what run.ts tells
    const input: ScreeningInput = { databaseUrl, region, id, now: clock().toISOString() }
    try {
      const ran = await compute(worker, input, { ...limits, heard })
      if (ran) await ended?.(id)
    } catch (error) {
      if (ending() || (error instanceof Problem && error.message === busy)) return
      warn(`政策筛查没有完成：${String((error as Error).stack).slice(0, 2000)}`)
      await session.run(actor, 'claim/screen', ({ db }) =>
        db
          .update(screenings)
          .set({ endedAt: clock().toISOString() })
          .where(and(eq(screenings.id, id), isNull(screenings.endedAt))),
      )
    } finally {
      forgetProgress(id)
    }
  }

  const rests = [
    startJob({
      work: (ending) => eachWaiting(next, ending, ({ id }) => run(id, ending)),
      failed: '政策筛查没有进行',
      hears: { changes, region, entities: ['screening'] },
      givesUp: true,
      warn,
    }),
    startJob({
      work: () => session.run(actor, 'claim/screen', beginNightly),
      failed: '免申即享筛查没有发起',
      every: hour,
      warn,
    }),
  ]
  return async () => void (await Promise.all(rests.map((rest) => rest())))
}

/** One for each document in force that grants something without being asked, once a day by the product's clock. */
export async function beginNightly(ctx: Ctx): Promise<string[]> {
  const { db, today } = ctx
  await oneAtATime(ctx, `nightly screening ${ctx.actor.region}`)
  const { id, since, until, status } = policyVersions
  const rows = await db
    .select({ id })
    .from(policyVersions)
    .where(
      and(
        eq(status, 'published'),
        lte(since, today),
        or(isNull(until), gte(until, today)),
        sql`not exists (select 1 from policy p where p.id = ${policyVersions.policy} and (p.demonstration or p.status <> 'inForce'))`,
        sql`not exists (select 1 from screening s where s.version = ${id} and s.as_of = ${today} and s.started_by = ${machineName})`,
      ),
    )
  const read = await readVersions(
    ctx,
    rows.map((row) => row.id),
  )
  const direct = rows.filter((row) => read.get(row.id)?.policy.clauses.some(({ channel }) => channel === 'direct'))
  const begun: string[] = []
  for (const row of direct) begun.push(await begin(ctx, { version: row.id, asOf: today, cycle: null }, machineName))
  return begun
}

type Asked = { version: string; asOf: string; cycle: string | null }
/** It is run as soon as a server has a hand free. */
export async function begin({ db, now }: Ctx, asked: Asked, by: string): Promise<string> {
  const [row] = await db
    .insert(screenings)
    .values({
      ...asked,
      startedAt: now.toISOString(),
      endedAt: null,
      firms: 0,
      eligible: 0,
      amount: 0,
      digest: null,
      startedBy: by,
    })
    .returning({ id: screenings.id })
  return row!.id
}
