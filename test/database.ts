/** A database of its own for each test file: a fresh copy of the migrated template. */
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
    await client.query(`drop database if exists ${name} with (force)`)
    await client.query(`create database ${name} template ${prefix}template`)
  } finally {
    await client.end()
  }
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.toString()
}
