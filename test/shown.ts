/** The demo district in this test file's own database, and its portal on a chosen day. */
import Fastify, { type FastifyInstance } from 'fastify'
import type pg from 'pg'
import { portal } from '#modules/portal/routes.tsx'
import { drizzleOn, openPool } from '#platform/database/pool.ts'
import { type Session, session } from '#platform/session.ts'
import { demoDay, seedDemo } from '#seed/demo.ts'
import { databaseUrl } from './database.ts'
import { home } from './town.ts'

export type Shown = { pool: pg.Pool; on(day: string): Session; portalOn(day: string): FastifyInstance; close(): Promise<void> }

/** Without accounts: these take the longest to make, and tests bring their own actors. */
export async function showDemo(): Promise<Shown> {
  const pool = openPool(await databaseUrl(), 'app', 4)
  await seedDemo({ root: drizzleOn(pool), auth: null, region: home, until: demoDay })
  const on = (day: string) => session(drizzleOn(pool), () => new Date(`${day}T12:00:00+08:00`))
  const apps: FastifyInstance[] = []
  return {
    pool,
    on,
    portalOn: (day) => {
      const app = Fastify()
      const { absent } = portal(app, { session: on(day), region: home })
      app.setNotFoundHandler(absent)
      apps.push(app)
      return app
    },
    close: async () => {
      await Promise.all(apps.map((app) => app.close()))
      await pool.end()
    },
  }
}
