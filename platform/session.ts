/** One matter, one transaction: the actor shows who he is at the door, and row rights hold from there on. */
import { sql } from 'drizzle-orm'
import { type Clock, dayOf } from './clock.ts'
import type { Actor, Ctx, Db } from './context.ts'
import { conflict, denied, invalid, Problem, unavailable } from './problem.ts'

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
  if (code === '23P01') return conflict('该时段已被占用，请刷新后另选')
  if (code === '23503') return conflict('该记录与其他记录有关联，不能这样改动')
  if (code === '40001' || code === '40P01') return conflict('此刻有人正在改动同一内容，请稍后再试')
  // NUL and half a surrogate pair: characters that exist in JSON and in no text.
  const unkept = code === '22021' || code === '22P05' || (code === '22P02' && message?.endsWith('type json'))
  if (unkept) return invalid('内容中含有无法保存的字符，请删去后再提交')
  if (isCutOff(code, message)) return unavailable('系统繁忙或数据库连接中断，您的操作没有生效，请稍后再试')
  // Rules the database itself keeps raise with a Chinese sentence of their own (see migrations).
  if (code === 'MTX01') return conflict(message ?? '')
  return error
}

/** No connection to be had in time, or the one in use was dropped (class 08 and 57P0x; pg's own have no code). */
const isCutOff = (code = '', message = '') =>
  /^(08|57P0|ECONN)/.test(code) || /^timeout exceeded when trying to connect|^Connection terminated|not queryable/.test(message)

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

/**
 * Reads over all rows of the region, whoever asks: a figure is the same for everyone who may see it, while the rows behind
 * it are shown under his own rights. Only sums and counts leave `read`; a cell of few enterprises is hidden by its caller.
 */
export async function overAll<T>(ctx: Ctx, read: (ctx: Ctx) => Promise<T>): Promise<T> {
  // Two at once would mix: what one reads under the reader's rights, the other would read over all.
  if (overlooking.has(ctx.db)) throw new Error('overAll is not for two at once on one connection')
  overlooking.add(ctx.db)
  // Sums over millions of rows are planned for the very values they are asked with, whatever plan the connection keeps.
  const play = (role: string, plans: 'auto' | 'force_custom_plan') =>
    ctx.db.execute(sql`select set_config('app.role', ${role}, true), set_config('plan_cache_mode', ${plans}, true)`)
  const end = async () => {
    await play(ctx.actor.role, 'auto')
    overlooking.delete(ctx.db)
  }
  await play('system', 'force_custom_plan')
  const answer = await read(ctx).catch(async (fault) => {
    // Somebody may catch a fault of ours and read on; one of the database ends the transaction, and the part with it.
    await end().catch(() => undefined)
    throw fault
  })
  await end()
  return answer
}
const overlooking = new WeakSet<object>()

/**
 * Until the end of the transaction, whoever else is about the same matter waits here: what is looked up before a new row
 * is added then still holds when it is.
 */
export async function oneAtATime({ db }: Pick<Ctx, 'db'>, matter: string): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${matter}, 0))`)
}
