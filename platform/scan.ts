/**
 * Looking files through for viruses: clamd's INSTREAM over TCP or a local socket, where one is configured (MANTIANXING_CLAMD).
 *
 * The protocol: `zINSTREAM\0`, then pieces each led by its length in four bytes, ended by a length of 0; clamd answers one line.
 */
import { connect } from 'node:net'
import { Readable } from 'node:stream'
import { invalid } from './problem.ts'

export type Outcome = { clean: true } | { clean: false; virus: string }
/** @throws when clamd cannot be asked, or does not know: whoever asked tries again later */
export type Scanner = (bytes: Uint8Array) => Promise<Outcome>

type Place = { host: string; port: number } | { path: string }

/** `tcp://127.0.0.1:3310`, `unix:/run/clamav/clamd.ctl`; null where nothing is configured. */
export function scannerAt(setting: string | undefined): Scanner | null {
  if (!setting) return null
  const place = placeIn(setting)
  return (bytes) => ask(place, bytes)
}

function placeIn(setting: string): Place {
  if (setting.startsWith('unix:/')) return { path: setting.slice('unix:'.length) }
  const url = setting.startsWith('tcp://') && URL.canParse(setting) ? new URL(setting) : null
  if (!url?.hostname || !url.port) throw invalid('MANTIANXING_CLAMD 应形如 tcp://主机:3310 或 unix:/run/clamav/clamd.ctl')
  return { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port) }
}

/** A scanner that says nothing for so long is taken to be gone. */
const patience = 60_000
/** As much as is sent at a time. */
const piece = 64 * 1024

function ask(place: Place, bytes: Uint8Array): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const socket = connect(place)
    let said = ''
    socket.setTimeout(patience, () => socket.destroy(new Error('查毒服务长时间没有应答')))
    socket.setEncoding('utf8')
    socket.on('data', (part: string) => {
      said += part
    })
    socket.on('error', reject)
    socket.on('close', () => {
      const outcome = outcomeIn(said)
      if (outcome) resolve(outcome)
      else reject(new Error(`查毒服务的应答无法识别：${said.slice(0, 200) || '没有应答'}`))
    })
    // No faster than the scanner takes it.
    socket.on('connect', () => void Readable.from(framed(bytes)).pipe(socket, { end: false }))
  })
}

/** The whole conversation of ours: the word, the pieces each behind its length, a length of nothing. */
function* framed(bytes: Uint8Array): Generator<Uint8Array> {
  yield Buffer.from('zINSTREAM\0')
  for (let at = 0; at < bytes.length; at += piece) {
    const part = bytes.subarray(at, at + piece)
    yield lengthOf(part.length)
    yield part
  }
  yield lengthOf(0)
}

function lengthOf(length: number): Buffer {
  const four = Buffer.alloc(4)
  four.writeUInt32BE(length)
  return four
}

/** `stream: OK`, `stream: Eicar-Test-Signature FOUND`; anything else is an error of the scanner. */
function outcomeIn(said: string): Outcome | null {
  const line = said.replace(/[\0\r\n]+$/, '')
  if (/^stream: OK$/.test(line)) return { clean: true }
  const found = /^stream: (.+) FOUND$/.exec(line)
  return found ? { clean: false, virus: found[1]! } : null
}
