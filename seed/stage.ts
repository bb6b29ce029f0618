/** The stage of the demo: everything is one transaction, in which each scene has its actor and its moment. */
import { sql } from 'drizzle-orm'
import type { Actor, Ctx, Db } from '#platform/context.ts'
import { session } from '#platform/session.ts'

/** What somebody did at a moment; `action` is the name the journal records. */
export type Scene = { day: string; hour?: number; actor: Actor; action: string; work: (ctx: Ctx) => Promise<unknown> }

/**
 * Plays scenes in the order of their days. They are all there afterwards or none is: a start cut short leaves no half a
 * district. The journal is written at the end of each statement instead of at commit, while its actor and moment still hold.
 */
export async function play(root: Db, scenes: AsyncIterable<Scene[]> | Iterable<Scene[]>, lock: string): Promise<void> {
  await root.transaction(async (whole) => {
    await whole.execute(sql`select pg_advisory_xact_lock(hashtext(${lock}))`)
    await whole.execute(sql`set constraints all immediate`)
    let now = new Date(0)
    const { run } = session(whole as Db, () => now)
    for await (const act of scenes) {
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
