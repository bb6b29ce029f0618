/** Kill -9 in the middle of writes, twenty times: nothing that was acknowledged is lost, and the journal verifies. */
import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, expect, it } from 'vitest'
import { startEmbedded, urlOfRunning } from '#platform/database/embedded.ts'
import { verifyJournal } from '#platform/journal.ts'
import { demoPassword } from '#seed/demo.ts'
import { login, startServer } from '../server.ts'

const rounds = 20
const writers = 6
const dataDirectory = join(tmpdir(), `mantianxing-kill-${process.pid}`)
let placed = dataDirectory
afterAll(() => {
  for (const directory of [dataDirectory, placed]) rmSync(directory, { recursive: true, force: true })
})

const body = { kind: 'department', parent: null, aliases: [], areaCode: null, duties: null, since: null, until: null }

it('keeps every acknowledged write through twenty kills', { timeout: 300_000 }, async () => {
  const acknowledged: string[] = []
  for (let round = 0; round < rounds; round += 1) {
    const server = await startServer(dataDirectory)
    const { command } = await login(server.address, 'zhouke', demoPassword)
    let dying = false
    const writing = Array.from({ length: writers }, async (_, writer) => {
      for (let n = 0; !dying; n += 1) {
        const name = `写入${round}-${writer}-${n}`
        await command('org/save', { ...body, name, shortName: name })
        acknowledged.push(name)
      }
    })
    // Different moments of the writes are hit: the delay walks through them.
    await sleep(150 + ((round * 37) % 200))
    // Every fourth time the database dies in the same instant.
    if (round % 4 === 3) process.kill(postmasterOf(dataDirectory), 'SIGKILL')
    const killed = server.kill()
    dying = true
    await Promise.allSettled([...writing, killed])
  }

  const { url, stop, directory } = await startEmbedded({ dataDirectory })
  placed = directory
  const owner = new pg.Client(url)
  await owner.connect()
  const { rows } = await owner.query<{ name: string }>(`select name from org where name like '写入%'`)
  const journaled = await owner.query<{ name: string }>(`select after ->> 'name' as name from journal where entity = 'org'`)
  const verdict = await verifyJournal(owner)
  await owner.end()
  await stop()

  const kept = new Set(rows.map(({ name }) => name))
  const recorded = new Set(journaled.rows.map(({ name }) => name))
  expect(acknowledged.length).toBeGreaterThan(rounds)
  expect(acknowledged.filter((name) => !kept.has(name))).toEqual([])
  expect([...kept].filter((name) => !recorded.has(name))).toEqual([])
  expect(verdict).toMatchObject({ whole: true })
  console.log(`${acknowledged.length} acknowledged writes kept through ${rounds} kills`)
})

/** The process that was told to serve this directory. */
function postmasterOf(directory: string): number {
  const intended = join(directory, 'postgresql')
  const home = (() => {
    try {
      return readFileSync(join(intended, 'location'), 'utf8').split('\n')[0]!
    } catch {
      return intended
    }
  })()
  expect(urlOfRunning(directory)).not.toBeNull()
  return Number(readFileSync(join(home, 'cluster/postmaster.pid'), 'utf8').split('\n')[0])
}
