/**
 * Job: sheets that wait are read one after the other, off the event loop; also those a server that was stopped left half-read.
 *
 * It wakes whenever an intake changes, and when the database is back after a gap.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { and, asc, eq, notInArray } from 'drizzle-orm'
import type { Clock } from '#platform/clock.ts'
import { machine } from '#platform/context.ts'
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
  let ended = false
  let awake = false
  let again = false

  const next = (tried: string[]) =>
    session.run(reader, 'intake/read', async ({ db }) => {
      const waiting = and(eq(intakes.status, 'reading'), notInArray(intakes.id, tried))
      const [found] = await db.select({ id: intakes.id }).from(intakes).where(waiting).orderBy(asc(intakes.startedAt)).limit(1)
      return found?.id
    })

  const read = async (id: string): Promise<void> => {
    const heard = (news: unknown) => tellProgress(id, news as Progress)
    const input: ReadingInput = { databaseUrl, region, id, now: clock().toISOString() }
    try {
      await compute(worker, input, { ...limits, heard })
    } catch (error) {
      if (ended) return
      if (error instanceof Problem && error.message === busy) return void (await sleep(3000))
      if (!(error instanceof Problem)) warn(`读取表格时出错：${String((error as Error).stack).slice(0, 2000)}`)
      const sentence = error instanceof Problem ? error.message : '读取时系统出现故障，请稍后重新上传'
      await session.run(reader, 'intake/read', (ctx) => fail(ctx, id, sentence))
    } finally {
      forgetProgress(id)
    }
  }

  const sweep = async () => {
    do {
      again = false
      // Another server may be reading one: it is tried once and left to that server.
      const tried: string[] = []
      for (let id = await next(tried); id && !ended; id = await next(tried)) {
        tried.push(id)
        await read(id)
      }
    } while (again && !ended)
  }

  const wake = () => {
    again = true
    if (awake) return
    awake = true
    sweep()
      .catch((error: Error) => warn(`表格没有读成：${error.message.slice(0, 500)}`))
      .finally(() => {
        awake = false
      })
  }

  const deafen = changes((change) => {
    if (change === 'anything' || (change.entity === 'intake' && change.region === region)) wake()
  }, warn)
  return async () => {
    ended = true
    await deafen()
  }
}
