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
    await patiently((left) => client.query(`drop database if exists ${name}${left % 2 ? ' with (force)' : ''}`))
    await patiently(() => client.query(`create database ${name} template ${prefix}template`))
  } finally {
    await client.end()
  }
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.toString()
}

/** Somebody is connected; the same is done beside it; the server tidies up there, which only a drop without force ends. */
const inUse = ['55006', 'XX000', '42501']

/** What is in somebody's hands is asked for again. `work` is told how often it may still fail. */
async function patiently(work: (left: number) => Promise<unknown>, left = 9): Promise<void> {
  await work(left).catch(async (error: { code?: string }) => {
    if (!inUse.includes(error.code ?? '') || left === 0) throw error
    await sleep(200)
    await patiently(work, left - 1)
  })
}
