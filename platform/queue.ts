/**
 * Jobs that are queued with the transaction they follow from: kept in the same database (schema `pgboss`), run by any server,
 * and run again when the one that had them dies.
 *
 * A job is at an end in the transaction that did its work (`Job.finish`): whatever happens before the commit, it is run again;
 * after it, never. What leaves the database, as an e-mail does, must bear being done twice.
 */
import { sql } from 'drizzle-orm'
import type pg from 'pg'
import { type JobWithMetadata, PgBoss } from 'pg-boss'
import type { Ctx } from './context.ts'
import { serving, urlOf } from './database/roles.ts'

/** One for all: what a job is stands in its kind. */
const queue = 'jobs'
const schema = 'pgboss'
type Order = { kind: string; region: string; of: unknown }

export type Job = {
  kind: string
  region: string
  of: unknown
  /** Ends the job in the transaction of its work. Somebody else has it by now: the work is undone. */
  finish(ctx: Ctx): Promise<void>
}
type Work = (job: Job) => Promise<unknown>
type Running = {
  ownerUrl: string
  /** What runs a job of each kind. */
  works: Record<string, Work>
  warn: (line: string) => void
  /** Seconds between looks for jobs that came, and for those whose server died. */
  pace?: { look: number; recover: number }
}

/** Waits with the caller's transaction: after a rollback there is no job. */
export async function enqueue({ db, actor }: Ctx, kind: string, of: unknown, afterSeconds = 0): Promise<void> {
  const order: Order = { kind, region: actor.region, of }
  const wait = Math.max(0, Math.ceil(afterSeconds))
  // The queue's own settings, as pg-boss copies them to each job.
  await db.execute(sql`insert into pgboss.job (name, data, start_after, keep_until, policy,
      retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds, deletion_seconds)
    select name, ${JSON.stringify(order)}::jsonb, now() + ${wait} * interval '1 s',
      now() + (${wait} + retention_seconds) * interval '1 s', policy,
      retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds, deletion_seconds
    from pgboss.queue where name = ${queue}`)
}

/** Whether a job of this kind and matter waits or is at work; `of` as it was enqueued. */
export const isQueued = (kind: string, of: unknown) =>
  sql`exists (select from pgboss.job j where j.name = ${queue} and j.state < 'completed'
    and j.data ->> 'kind' = ${kind} and j.data -> 'of' = ${of})`

/** Runs jobs until the answer is called, which waits for those under way. */
export async function runJobs({ ownerUrl, works, warn, pace = { look: 1, recover: 30 } }: Running): Promise<() => Promise<void>> {
  const boss = new PgBoss({
    connectionString: urlOf(ownerUrl, 'app'),
    ...{ schema, migrate: false, schedule: false, registerInstance: false, max: 3 },
    // The serving role owns no index and reads no statistics of the server: both are its owner's care.
    ...{ reindex: false, monitorVacuum: false, persistWarnings: false },
    ...{ superviseIntervalSeconds: pace.recover, monitorIntervalSeconds: pace.recover },
  })
  boss.on('error', (error) => warn(`任务队列：${error.message}`))
  await boss.start()
  const run = async ([found]: JobWithMetadata<Order>[]) => {
    if (!found) return
    const { kind, region, of } = found.data
    const work = works[kind]
    // Of a newer release: its server takes it.
    if (!work) throw new Error(`没有办理“${kind}”的程序`)
    const finish = async ({ db }: Ctx) => {
      const ended = await db.execute(sql`update pgboss.job set state = 'completed', completed_on = now()
        where name = ${queue} and id = ${found.id} and state = 'active' and retry_count = ${found.retryCount} returning id`)
      if (!(ended as unknown as { rows: unknown[] }).rows.length) throw new Superseded()
    }
    await work({ kind, region, of, finish }).catch((error: Error) => {
      if (error instanceof Superseded) return
      warn(`任务“${kind}”没有办成，稍后再试：${error.message.slice(0, 500)}`)
      throw error
    })
  }
  await boss.work(queue, { includeMetadata: true, pollingIntervalSeconds: pace.look, localConcurrency: 2 }, run)
  return () => boss.stop({ graceful: true, timeout: 20_000, close: true })
}

/** The job was given to another server meanwhile, which does it. */
class Superseded extends Error {}

/** Makes or renews the schema of the queue as the owner, and lets the serving role use it. Runs with the migrations. */
export async function installQueue(owner: pg.Client): Promise<void> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => owner.query(text, values as unknown[]) },
    ...{ schema, supervise: false, schedule: false, registerInstance: false, reindex: false },
  })
  await boss.start()
  // A minute for one job; whoever fails is tried again ever later, for a week and longer.
  const settings = { expireInSeconds: 60, retryLimit: 1000, retryDelay: 5, retryBackoff: true, retryDelayMax: 600 }
  if (await boss.getQueue(queue)) await boss.updateQueue(queue, settings)
  else await boss.createQueue(queue, { ...settings, deleteAfterSeconds: 86_400, retentionSeconds: 90 * 86_400 })
  await boss.stop({ graceful: false, close: false })
  await owner.query(`
    grant usage on schema ${schema} to ${serving.app};
    grant select, insert, update, delete on all tables in schema ${schema} to ${serving.app};
    grant execute on all functions in schema ${schema} to ${serving.app};
  `)
}
