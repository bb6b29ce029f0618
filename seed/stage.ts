/** The stage of the demo: everything is one transaction, in which each scene has its actor and its moment. */
import { sql } from 'drizzle-orm'
import type { Actor, Ctx, Db } from '#platform/context.ts'
import { session } from '#platform/session.ts'

/** What somebody did at a moment; `action` is the name the journal records. */
export type Scene = { day: string; hour?: number; actor: Actor; action: string; work: (ctx: Ctx) => Promise<unknown> }

/**
 * Plays the acts one after the other, the scenes of each in the order of their moments, unless it was `done` before.
 * Everything is there afterwards or nothing is: a start cut short leaves no half a district. The journal is written at the
 * end of each statement instead of at commit, while its actor and moment still hold.
 */
export async function play(root: Db, acts: Iterable<Scene[]>, done: (db: Db) => Promise<boolean>): Promise<void> {
  await root.transaction(async (whole) => {
    await whole.execute(sql`select pg_advisory_xact_lock(hashtext('seed'))`)
    if (await done(whole as Db)) return
    await whole.execute(sql`set constraints all immediate`)
    let now = new Date(0)
    // A scene is a step of the one transaction: a savepoint for each of thousands would cost more than it protects.
    const step = { transaction: (work: (db: Db) => Promise<unknown>) => work(whole as Db) } as unknown as Db
    const { run } = session(step, () => now)
    for (const act of acts) {
      for (const { day, hour, actor, action, work } of [...act].sort(byTime)) {
        now = momentOf(day, hour)
        await run(actor, action, work)
      }
    }
  })
}

const byTime = (a: Scene, b: Scene) => momentOf(a.day, a.hour).getTime() - momentOf(b.day, b.hour).getTime()

/** Ten in the morning unless said otherwise, in China. */
const momentOf = (day: string, hour = 10) => new Date(Date.parse(`${day}T00:00:00+08:00`) + hour * 3_600_000)
