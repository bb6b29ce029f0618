/** What arrives over HTTP in bad shape, or from someone who may not send it, is refused in words and not read further. */
import Fastify, { type FastifyInstance } from 'fastify'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { databaseUrl } from '#test/database.ts'
import { command, query } from './action.ts'
import { answerErrors, serveActions } from './api.ts'
import { machine, type Role, visitor } from './context.ts'
import { drizzleOn, openPool } from './database/pool.ts'
import { download, upload } from './fields.ts'
import { session } from './session.ts'

const take = command(
  {
    label: '收件',
    who: ['office'],
    input: z.object({ file: upload('材料'), note: z.string().optional() }),
    output: z.object({ name: z.string(), size: z.number(), note: z.string().optional() }),
  },
  async (_, { file, note }) => ({ name: file.name, size: file.bytes.length, note }),
)
const ask = query({ label: '查询', who: 'anyone', input: z.object({}), output: z.object({}) }, async () => ({}))
const fileOf = (digest?: string) =>
  query({ label: '下载', who: 'anyone', input: z.object({}), output: download('材料') }, async () => ({
    ...{ name: '甲.png', type: 'image/png', bytes: Buffer.from('abc'), digest },
  }))

let app: FastifyInstance
let pool: pg.Pool

beforeAll(async () => {
  pool = openPool(await databaseUrl(), 'app', 2)
  const one = session(drizzleOn(pool), () => new Date('2024-06-30T02:00:00Z'))
  app = Fastify()
  answerErrors(app)
  await serveActions(
    app,
    { post: { take, ask, paper: fileOf(), picture: fileOf('0a1b') } },
    {
      sessions: { app: one, auth: one },
      actorOf: async ({ headers }) => (headers.role ? { ...machine('500109'), role: headers.role as Role } : visitor('500109')),
    },
  )
})
afterAll(async () => {
  await app.close()
  await pool.end()
})

const end = '\r\n--x--\r\n'
const part = (name: string, words: string) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${words}\r\n`
const filePart = (name: string, words: string) =>
  `--x\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n${words}`
const send = async (payload: string, role: Role | null = 'office', type = 'multipart/form-data; boundary=x') => {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/post/take',
    payload,
    headers: { 'content-type': type, ...(role ? { role } : {}) },
  })
  return [answer.statusCode, answer.json().message ?? answer.json()]
}

describe('an upload', () => {
  it('takes the file and the words beside it', async () => {
    expect(await send(part('input', '{"note":"附言"}') + filePart('甲.txt', 'abc') + end)).toEqual([
      200,
      { name: '甲.txt', size: 3, note: '附言' },
    ])
  })
  it('with broken JSON beside it is told so', async () => {
    expect(await send(part('input', '{') + filePart('甲.txt', 'abc') + end)).toEqual([400, '请求参数不是有效的 JSON'])
  })
  it('cut short or without its boundary is told so, not that it is too large', async () => {
    expect(await send(filePart('甲.txt', 'abc'))).toEqual([400, '文件“甲.txt”没有传完，请重新上传'])
    expect(await send('abc', 'office', 'multipart/form-data')).toEqual([400, '上传的内容不完整，请重新上传'])
  })
  it('without a file, or with a name too long, is told so', async () => {
    expect(await send(part('input', '{}') + end)).toEqual([400, '请选择要上传的文件'])
    expect(await send(filePart(`${'长'.repeat(256)}.txt`, 'abc') + end)).toEqual([400, '文件名不超过 255 个字，请改短后再上传'])
  })
  it('of someone who may not send it is refused before it is read', async () => {
    const unreadable = filePart('甲.txt', 'abc')
    expect(await send(unreadable, null)).toEqual([401, '请先登录'])
    expect(await send(unreadable, 'town')).toEqual([403, '您没有“收件”的权限'])
  })
})

it('answers are kept by nobody on the way', async () => {
  const answer = await app.inject({ url: '/api/post/ask' })
  expect(answer.headers['cache-control']).toBe('no-store')
})

describe('a file', () => {
  const get = async (url: string, headers: Record<string, string> = {}) => {
    const { statusCode, headers: told, body } = await app.inject({ url, headers })
    return [statusCode, told['cache-control'], told.etag, String(told['content-disposition']).split(';')[0], body]
  }
  it('of some only is saved and kept by nobody on the way', async () => {
    expect(await get('/api/post/paper')).toEqual([200, 'no-store', undefined, 'attachment', 'abc'])
  })
  it('open to all is kept by a visitor, and not sent again to who has it', async () => {
    const week = 'public, max-age=604800, immutable'
    expect(await get('/api/post/picture')).toEqual([200, week, '"0a1b"', 'inline', 'abc'])
    expect(await get('/api/post/picture', { role: 'office' })).toEqual([200, 'private, no-cache', '"0a1b"', 'inline', 'abc'])
    const again = await get('/api/post/picture', { role: 'office', 'if-none-match': '"0a1b"' })
    expect(again).toEqual([304, 'private, no-cache', '"0a1b"', 'undefined', ''])
    expect((await get('/api/post/picture', { 'if-none-match': '"ffff"' }))[0]).toBe(200)
  })
})
