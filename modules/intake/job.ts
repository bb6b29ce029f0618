/**
 * Job: sheets that wait are read one after the other, off the event loop; also those a server that was stopped left half-read.
 *
 * It wakes whenever an intake changes, and when the database is back after a gap.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { and, asc, eq, notInArray } from 'drizzle-orm'
import type { Clock } from '#platform/clock.ts'
import { machine } from '#platform/context.ts'
import { eachWaiting, startJob } from '#platform/job.ts'
import type { Changes } from '#platform/live/listen.ts'
import { Problem } from '#platform/problem.ts'
import type { Session } from '#platform/session.ts'
import { compute } from '#platform/worker.ts'
import { forgetProgress, tellProgress } from './progress.ts'
import { fail, type Progress } from './read.ts'
import { intakes } from './tables.ts'

export type ReadingInput = { databaseUrl: string; region: string; id: string; now: string }

type Ground = {
  session: Session
  region: string
  clock: Clock
  databaseUrl: string
  changes: Changes
  /** Starts the reading of one sheet with `ReadingInput`, in a process of its own. */
  worker: URL
  warn: (line: string) => void
}

const busy = '其他文件正在读取，稍后继续'
const limits = {
  seconds: 600,
  megabytes: 144,
  tooLong: '文件过大或过于复杂，未能读完，请拆成几个文件分别上传',
  busy,
}

/** The answer ends it; a sheet that is being read then stays one that waits. */
export function readWaiting({ session, region, clock, databaseUrl, changes, worker, warn }: Ground): () => Promise<void> {
  const reader = machine(region)

  const next = (tried: string[]) =>
    session.run(reader, 'intake/read', async ({ db }) => {
      const waiting = and(eq(intakes.status, 'reading'), notInArray(intakes.id, tried))
      const [found] = await db.select({ id: intakes.id }).from(intakes).where(waiting).orderBy(asc(intakes.startedAt)).limit(1)
      return found
    })

  const read = async (id: string, ending: () => boolean): Promise<void> => {
    const heard = (news: unknown) => tellProgress(id, news as Progress)
    const input: ReadingInput = { databaseUrl, region, id, now: clock().toISOString() }
    try {
      await compute(worker, input, { ...limits, heard })
    } catch (error) {
      if (ending()) return
      if (error instanceof Problem && error.message === busy) return void (await sleep(3000))
      if (!(error instanceof Problem)) warn(`读取表格时出错：${String((error as Error).stack).slice(0, 2000)}`)
      const sentence = error instanceof Problem ? error.message : '读取时系统出现故障，请稍后重新上传'
      await session.run(reader, 'intake/read', (ctx) => fail(ctx, id, sentence))
    } finally {
      forgetProgress(id)
    }
  }

  return startJob({
    work: (ending) => eachWaiting(next, ending, ({ id }) => read(id, ending)),
    failed: '表格没有读成',
    hears: { changes, region, entities: ['intake'] },
    givesUp: true,
    warn,
  })
}
