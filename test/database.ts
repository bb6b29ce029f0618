/** A database of its own for each test file: a fresh copy of the migrated template. */
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { inject } from 'vitest'

let made: Promise<string> | null = null

/** The owner's URL of this file's database, made at the first call. */
export function databaseUrl(): Promise<string> {
  made ??= copyTemplate()
  return made
}

async function copyTemplate(): Promise<string> {
  const { server, prefix } = inject('database')
  // Workers have numbers, files take turns on them: dropping the predecessor keeps the disk small.
  const name = `${prefix}${process.env.VITEST_POOL_ID ?? process.pid}`
  const client = new pg.Client(server)
  await client.connect()
  try {
    await patiently(() => client.query(`drop database if exists ${name} with (force)`))
    await patiently(() => client.query(`create database ${name} template ${prefix}template`))
  } finally {
    await client.end()
  }
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.toString()
}

/** What is in somebody's hands is asked for again: a connection just closed, or the same done beside it. */
async function patiently(work: () => Promise<unknown>, left = 5): Promise<void> {
  await work().catch(async (error: { code?: string }) => {
    const inUse = error.code === '55006' || error.code === 'XX000'
    if (!inUse || left === 0) throw error
    await sleep(200)
    await patiently(work, left - 1)
  })
}
