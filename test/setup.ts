/**
 * One PostgreSQL for the whole test run, with a migrated database that every test file gets a copy of (see database.ts).
 *
 * TEST_DATABASE_URL or DATABASE_URL names a server to use (its role needs CREATEDB and CREATEROLE); otherwise the embedded
 * one runs in a temporary directory that goes away with the run.
 */
import { readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { observe } from '#platform/database/embedded/processes.ts'
import { type Embedded, startEmbedded } from '#platform/database/embedded.ts'
import { migrate } from '#platform/database/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The owner's URL on the server, and the prefix of this run's databases; `<prefix>template` is the migrated one. */
    database: { server: string; prefix: string }
  }
}

const directoryPrefix = 'mantianxing-test-'

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL || process.env.DATABASE_URL
  const server = given ? { url: given, stop: async () => {} } : await startTemporary()
  const prefix = `t_${process.pid}_`
  try {
    await makeTemplate(server.url, `${prefix}template`)
    project.provide('database', { server: server.url, prefix })
  } catch (error) {
    await server.stop()
    throw error
  }
  return async () => {
    // The embedded server takes its databases with it.
    if (given) await dropDatabases(given, prefix)
    await server.stop()
  }
}

async function startTemporary(): Promise<{ url: string; stop: () => Promise<void> }> {
  await sweep()
  const dataDirectory = join(tmpdir(), `${directoryPrefix}${process.pid}`)
  const database = await startEmbedded({ dataDirectory })
  return { url: database.url, stop: () => remove(database, dataDirectory) }
}

/** Ends what killed test runs left behind; what belongs to another user of the machine stays. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(directoryPrefix))) {
    if (observe(Number(name.slice(directoryPrefix.length)))) continue
    const dataDirectory = join(tmpdir(), name)
    const left = await startEmbedded({ dataDirectory }).catch(() => null)
    if (left) await remove(left, dataDirectory)
  }
}

async function remove(database: Embedded, dataDirectory: string): Promise<void> {
  await database.stop()
  for (const directory of [database.directory, dataDirectory]) rmSync(directory, { recursive: true, force: true })
}

async function makeTemplate(server: string, name: string): Promise<void> {
  await execute(server, `create database ${name}`)
  const template = new URL(server)
  template.pathname = `/${name}`
  await migrate(template.toString())
}

async function dropDatabases(url: string, prefix: string): Promise<void> {
  const { rows } = await execute(url, `select datname from pg_database where starts_with(datname, '${prefix}')`)
  for (const { datname } of rows) await execute(url, `drop database if exists ${datname} with (force)`)
}

async function execute(url: string, statement: string): Promise<pg.QueryResult<{ datname: string }>> {
  const client = new pg.Client(url)
  await client.connect()
  return client.query(statement).finally(() => client.end())
}
