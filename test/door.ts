/** The door under test: a server with login and account actions on this file's database, and browsers to knock at it. */
import Fastify, { type FastifyInstance } from 'fastify'
import pg from 'pg'
import * as accountActions from '#modules/account/actions/account.ts'
import * as postActions from '#modules/account/actions/post.ts'
import * as selfActions from '#modules/account/actions/self.ts'
import * as signInActions from '#modules/account/actions/sign-in.ts'
import { makeAccount } from '#modules/account/make.ts'
import * as orgActions from '#modules/org/actions.ts'
import { orgs, persons, posts } from '#modules/org/tables.ts'
import { answerErrors, serveActions } from '#platform/api.ts'
import { makeAuth } from '#platform/auth/auth.ts'
import { registerAuth } from '#platform/auth/fastify.ts'
import type { Identity } from '#platform/auth/oidc.ts'
import { machine, type Role } from '#platform/context.ts'
import { drizzleOn, openPool } from '#platform/database/pool.ts'
import { session } from '#platform/session.ts'
import { databaseUrl } from './database.ts'

export const region = '500109'
export const goodPassword = 'Spring-rain-24'
const modules = { account: { ...accountActions, ...postActions, ...selfActions, ...signInActions }, org: orgActions }

type Person = { username: string; name: string; role: Role; mustChange?: boolean; until?: string }

export async function openDoor({
  oidc = null,
  publicUrl = 'http://localhost',
}: {
  oidc?: Identity | null
  publicUrl?: string
} = {}) {
  const url = await databaseUrl()
  const owner = new pg.Client(url)
  await owner.connect()
  const pools = { app: openPool(url, 'app', 4), auth: openPool(url, 'auth', 6) }
  const sessions = { app: session(drizzleOn(pools.app), clock), auth: session(drizzleOn(pools.auth), clock) }
  const auth = makeAuth({ pool: pools.auth, secret: 'only-for-tests-0123456789-abcdefgh', publicUrl, region, oidc })
  const app = Fastify()
  answerErrors(app)
  const { actorOf } = registerAuth(app, { auth, clock })
  await serveActions(app, modules, { sessions, actorOf })

  /** Puts a person with an account into a post of a body of its own. */
  const settle = ({ username, name, role, mustChange = false, until }: Person) =>
    sessions.auth.run(machine(region), 'test', async (ctx) => {
      const [org] = await sessions.app.run(machine(region), 'test', ({ db }) =>
        db
          .insert(orgs)
          .values({ name: `${name}的单位`, shortName: name, kind: 'department', aliases: [] })
          .returning(),
      )
      const [person] = await ctx.db.insert(persons).values({ name }).returning()
      const account = await makeAccount(ctx, { person: person!, username, password: goodPassword, mustChange })
      const [post] = await ctx.db
        .insert(posts)
        .values({ person: person!.id, org: org!.id, role, title: name, since: '2024-01-01', until: until ?? null })
        .returning()
      return { account, person: person!.id, org: org!.id, post: post!.id }
    })

  return {
    app,
    auth,
    owner,
    pools,
    sessions,
    settle,
    browser: () => browserOn(app),
    close: async () => {
      await app.close()
      await Promise.all([pools.app.end(), pools.auth.end(), owner.end()])
    },
  }
}
export type TestDoor = Awaited<ReturnType<typeof openDoor>>

/** The product's day in these tests. */
export const today = '2024-06-30'
const clock = () => new Date(`${today}T02:00:00Z`)

export type Answer = { status: number; body: { code?: string; message?: string } & Record<string, unknown>; location?: string }

/** Keeps cookies as a browser does. */
export function browserOn(app: FastifyInstance) {
  const jar = new Map<string, string>()
  const send = async (method: 'GET' | 'POST', url: string, payload?: object): Promise<Answer> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await app.inject({ method, url, ...(payload ? { payload } : {}), headers: { cookie, 'user-agent': 'test' } })
    for (const { name, value, maxAge } of response.cookies) {
      if (maxAge === 0 || value === '') jar.delete(name)
      else jar.set(name, encodeURIComponent(value))
    }
    const body = String(response.headers['content-type']).includes('json') ? response.json() : {}
    return { status: response.statusCode, body, location: response.headers.location as string | undefined }
  }
  return {
    jar,
    get: (url: string) => send('GET', url),
    /** At the door: `/api/auth/…`. */
    knock: (path: string, payload: object = {}) => send('POST', `/api/auth/${path}`, payload),
    /** A command. */
    tell: (path: string, payload: object = {}) => send('POST', `/api/${path}`, payload),
    /** A query. */
    ask: (path: string, input: object = {}) => send('GET', `/api/${path}?input=${encodeURIComponent(JSON.stringify(input))}`),
    signIn: (username: string, password = goodPassword) => send('POST', '/api/auth/sign-in', { username, password }),
  }
}
