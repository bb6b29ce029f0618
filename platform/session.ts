/** One matter, one transaction: the actor shows who he is at the door, and row rights hold from there on. */
import { sql } from 'drizzle-orm'
import { type Clock, dayOf } from './clock.ts'
import type { Actor, Ctx, Db } from './context.ts'
import { conflict, denied, Problem } from './problem.ts'

export type Session = {
  /** Runs `work` in one transaction as `actor`; `action` is the name the journal records. */
  run<T>(actor: Actor, action: string, work: (ctx: Ctx) => Promise<T>): Promise<T>
}

type Refusal = { code?: string; constraint?: string; message?: string }
const refusalIn = (error: unknown): Refusal => (error as { cause?: Refusal }).cause ?? (error as Refusal)

/** PostgreSQL's refusals in the user's words; what is no refusal passes through unchanged. */
export function explain(error: unknown): unknown {
  if (error instanceof Problem) return error
  const { code, message } = refusalIn(error)
  if (code === '42501') return denied('您只能改动本单位的数据')
  if (code === '23505') return conflict('已有相同的记录，请勿重复登记')
  if (code === '23503') return conflict('该记录与其他记录有关联，不能这样改动')
  if (code === '40001' || code === '40P01') return conflict('此刻有人正在改动同一内容，请稍后再试')
  // Rules the database itself keeps raise with a Chinese sentence of their own (see migrations).
  if (code === 'MTX01') return conflict(message ?? '')
  return error
}

export const session = (root: Db, clock: Clock): Session => ({
  run: (actor, action, work) =>
    root
      .transaction(async (db) => {
        const now = clock()
        await db.execute(sql`select set_config('app.region', ${actor.region}, true), set_config('app.role', ${actor.role}, true),
          set_config('app.org', ${actor.org ?? ''}, true), set_config('app.user', ${actor.id}, true),
          set_config('app.name', ${actor.name}, true), set_config('app.action', ${action}, true),
          set_config('app.now', ${now.toISOString()}, true)`)
        return work({ db: db as Db, actor, now, today: dayOf(now) })
      })
      .catch((error) => {
        throw explain(error)
      }),
})
