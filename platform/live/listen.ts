/** Hears what the database tells at every commit (channel `changes`): one connection, taken up again whenever it drops. */
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { urlOf } from '../database/roles.ts'

/** Which entity changed where; `anything` after a gap, of which nobody knows what was missed. */
export type Change = { region: string; entity: string } | 'anything'
export type Hear = (change: Change) => void
/** Starts hearing; the answer ends it. `warn` is told when the connection is lost and found again. */
export type Changes = (hear: Hear, warn: (line: string) => void) => () => Promise<void>

const firstWait = 500
const longestWait = 30_000
/** A connection that died without a word is found out at the next sign of life. */
const pulse = 25_000

export const listenOn =
  (ownerUrl: string): Changes =>
  (hear, warn) => {
    const ending = new AbortController()
    const whole = attendForEver(urlOf(ownerUrl, 'app'), hear, warn, ending.signal)
    return () => {
      ending.abort()
      return whole
    }
  }

async function attendForEver(url: string, hear: Hear, warn: (line: string) => void, ending: AbortSignal): Promise<void> {
  let wait = firstWait
  let lost = false
  const stand = () => {
    if (lost) warn('数据库变动通知已恢复')
    wait = firstWait
    lost = false
    hear('anything')
  }
  while (!ending.aborted) {
    const reason = await attend(url, hear, stand, ending).then(
      () => '连接中断',
      (error: Error) => error.message,
    )
    if (ending.aborted) return
    if (!lost) warn(`数据库变动通知中断，正在重新连接：${reason}`)
    lost = true
    await sleep(wait, undefined, { signal: ending }).catch(() => {})
    wait = Math.min(wait * 2, longestWait)
  }
}

/** Listens until the connection ends. */
async function attend(url: string, hear: Hear, stand: () => void, ending: AbortSignal): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 15_000, query_timeout: 10_000 })
  const leave = () => client.end().catch(() => {})
  const ended = new Promise<void>((resolve) => client.once('end', resolve))
  // Told by `end` as well; unheard, it would end the process.
  client.on('error', () => {})
  client.on('notification', ({ payload = '' }) => {
    const [region = '', entity = ''] = payload.split(' ')
    hear({ region, entity })
  })
  ending.addEventListener('abort', leave, { once: true })
  const beat = setInterval(() => client.query('select').catch(leave), pulse)
  try {
    await client.connect()
    await client.query('listen changes')
    stand()
    await ended
  } finally {
    clearInterval(beat)
    ending.removeEventListener('abort', leave)
    await leave()
  }
}
