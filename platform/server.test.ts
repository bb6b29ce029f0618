/** The server in front of everything: bad addresses and foreign origins are refused in words, before anything else is asked. */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { visitor } from './context.ts'
import { makeServer } from './server.ts'

let app: FastifyInstance
beforeAll(async () => {
  const none = { run: () => Promise.reject(new Error('nothing is asked of the database here')) }
  app = await makeServer({
    modules: {},
    sessions: { app: none, auth: none },
    login: () => ({ actorOf: async () => visitor('500109') }),
    portal: () => ({ absent: async (_, reply) => reply.status(404).send('没有找到') }),
    changes: () => async () => {},
    https: false,
  })
})
afterAll(() => app.close())

it('an address that cannot be read is refused in Chinese and without its own words', async () => {
  for (const url of ['/%', '/login/%ff', '/api/%E0%A4%A']) {
    const answer = await app.inject(url)
    expect([answer.statusCode, answer.json()]).toEqual([400, { code: 'invalid', message: '地址有误，请核对后重试' }])
  }
})

it('writing from another origin is refused, reading and writing from this one are not', async () => {
  const send = async (origin: string | undefined, method: 'GET' | 'POST' = 'POST') =>
    (await app.inject({ method, url: '/api/nothing', headers: { host: 'here.cn', ...(origin ? { origin } : {}) } })).statusCode
  for (const foreign of ['https://evil.cn', 'null', 'https://here.cn.evil.cn']) expect(await send(foreign)).toBe(403)
  expect([await send('https://here.cn'), await send(undefined), await send('https://evil.cn', 'GET')]).toEqual([404, 404, 404])
})
