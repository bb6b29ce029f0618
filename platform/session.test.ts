/** What happens between an action and the database when either misbehaves: told in words, and nobody else suffers. */
import { sql } from 'drizzle-orm'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { orgs } from '#modules/org/tables.ts'
import { databaseUrl } from '#test/database.ts'
import { refusal } from '#test/it.ts'
import { machine } from './context.ts'
import { drizzleOn, openPool } from './database/pool.ts'
import { oneAtATime, overAll, type Session, session } from './session.ts'

let app: pg.Pool
let run: Session['run']
const system = machine('500109')

beforeAll(async () => {
  app = openPool(await databaseUrl(), 'app', 4)
  run = session(drizzleOn(app), () => new Date('2024-06-30T02:00:00Z')).run
})
afterAll(() => app.end())

const keep = (name: string, aliases: string[] = []) =>
  run(system, 'test', ({ db }) => db.insert(orgs).values({ name, shortName: 'x', kind: 'department', aliases }))

describe('characters that no text can hold', () => {
  it('are refused with a sentence, in words and in lists of words', async () => {
    const sentence = '内容中含有无法保存的字符，请删去后再提交'
    expect(await refusal(keep('甲\u0000'))).toBe(sentence)
    expect(await refusal(keep('乙', ['\u0000']))).toBe(sentence)
    expect(await refusal(keep('丙', ['\ud800']))).toBe(sentence)
  })
})

describe('a connection that is cut off', () => {
  it('in the middle of a transaction refuses that matter and leaves the server running', async () => {
    const unheard: Error[] = []
    const hear = (error: Error) => unheard.push(error)
    process.on('uncaughtException', hear)
    const cut = run(system, 'test', async ({ db }) => {
      const { rows } = (await db.execute(sql`select pg_backend_pid() as pid`)) as unknown as { rows: { pid: number }[] }
      const ended = new Promise<void>((resolve) => app.once('remove', () => resolve()))
      await app.query('select pg_terminate_backend($1)', [rows[0]!.pid])
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 300))])
      await db.select().from(orgs)
    })
    expect(await refusal(cut)).toBe('系统繁忙或数据库连接中断，您的操作没有生效，请稍后再试')
    expect(await run(system, 'test', async () => 'served again')).toBe('served again')
    process.off('uncaughtException', hear)
    expect(unheard).toEqual([])
  })
})

describe('one matter at a time', () => {
  it('the second waits until the first is done, and sees what it did', async () => {
    const seen: number[] = []
    const look = () =>
      run(system, 'test', async (ctx) => {
        await oneAtATime(ctx, 'the same matter')
        seen.push((await ctx.db.select().from(orgs)).length)
        await ctx.db.insert(orgs).values({ name: `第${seen.length}家`, shortName: 'x', kind: 'department', aliases: [] })
      })
    await Promise.all([look(), look(), look()])
    expect(seen).toEqual([0, 1, 2])
  })
})

describe('a reading over all', () => {
  it('that fails is over: what is read after it is read under the reader’s own rights again', async () => {
    const role = await run({ ...system, role: 'town' }, 'test', async (ctx) => {
      await overAll(ctx, async () => {
        throw new Error('a fault of ours')
      }).catch(() => undefined)
      await overAll(ctx, async () => 'the next is not kept out')
      const { rows } = (await ctx.db.execute(sql`select current_setting('app.role') as role`)) as unknown as {
        rows: { role: string }[]
      }
      return rows[0]!.role
    })
    expect(role).toBe('town')
  })
})
