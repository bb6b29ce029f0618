/** Speaking with clamd: against a small server of its real protocol, which finds the EICAR test string. */
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clamd, eicar } from '#test/clamd.ts'
import { refusal } from '#test/it.ts'
import { scannerAt } from './scan.ts'

const path = join(tmpdir(), `clamd-${process.pid}.sock`)
let local: Server
let remote: { server: Server; port: number }
beforeAll(async () => {
  local = await clamd(path)
  const server = await clamd(0)
  remote = { server, port: (server.address() as { port: number }).port }
})
afterAll(() => {
  local.close()
  remote.server.close()
})

describe.each(['tcp', 'unix'] as const)('over %s', (way) => {
  const scanner = () => scannerAt(way === 'unix' ? `unix:${path}` : `tcp://127.0.0.1:${remote.port}`)!

  it('what is clean is clean, however long it is', async () => {
    expect(await scanner()(Buffer.from('合同'))).toEqual({ clean: true })
    expect(await scanner()(Buffer.alloc(5 * 1024 * 1024, 7))).toEqual({ clean: true })
  })

  it('a virus is called by its name, wherever in the pieces it stands', async () => {
    expect(await scanner()(Buffer.from(eicar))).toEqual({ clean: false, virus: 'Eicar-Test-Signature' })
    const long = Buffer.concat([Buffer.alloc(64 * 1024 - 10), Buffer.from(eicar)])
    expect(await scanner()(long)).toEqual({ clean: false, virus: 'Eicar-Test-Signature' })
  })
})

it('a scanner that refuses or is not there says so: nothing is taken for clean', async () => {
  const scanner = scannerAt(`tcp://127.0.0.1:${remote.port}`)!
  expect(await refusal(scanner(Buffer.alloc(26 * 1024 * 1024)))).toMatch(/INSTREAM size limit exceeded|EPIPE|ECONNRESET/)
  const gone = createServer()
  await new Promise<void>((listen) => gone.listen(0, '127.0.0.1', listen))
  const { port } = gone.address() as { port: number }
  await new Promise((end) => gone.close(end))
  expect(await refusal(scannerAt(`tcp://127.0.0.1:${port}`)!(Buffer.from('x')))).toMatch(/ECONNREFUSED/)
})

it('is none where nothing is configured; a setting that is no address is refused', () => {
  expect(scannerAt(undefined)).toBeNull()
  expect(scannerAt('')).toBeNull()
  expect(() => scannerAt('127.0.0.1:3310')).toThrow('MANTIANXING_CLAMD 应形如 tcp://主机:3310 或 unix:/run/clamav/clamd.ctl')
})
