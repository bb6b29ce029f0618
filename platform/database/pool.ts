/** Connections of a serving role, and drizzle upon them. */
import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import type { Db } from '../context.ts'
import { keepPlans } from './prepared.ts'
import { type Serving, urlOf } from './roles.ts'

export function openPool(ownerUrl: string, role: Serving, max = 10): pg.Pool {
  const pool = new pg.Pool({
    connectionString: urlOf(ownerUrl, role),
    max,
    // Whoever waits longer for a free connection is told so instead of waiting for ever.
    connectionTimeoutMillis: 15_000,
    // What a connection has planned goes with it: it outlives a pause in the work, not a day.
    idleTimeoutMillis: 300_000,
    maxLifetimeSeconds: 3600,
    // A statement that runs for half a minute is a mistake; it must not hold a connection for ever.
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 120_000,
  })
  // An idle connection dropped by the database is replaced at the next use.
  pool.on('error', () => {})
  // One dropped between two statements of a transaction fails the next of them; unheard, it would end the process.
  pool.on('connect', (client) => {
    client.on('error', () => {})
    keepPlans(client)
  })
  return pool
}

export const drizzleOn = (pool: pg.Pool | pg.Client) => drizzle(pool, { casing: 'snake_case' }) as unknown as Db
