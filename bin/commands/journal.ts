/** `mantianxing journal verify`: recomputes the whole chain outside the database and names the first broken entry. */
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { readConfig } from '#platform/config.ts'
import { startEmbedded, urlOfRunning } from '#platform/database/embedded.ts'
import { verifyJournal } from '#platform/journal.ts'
import { invalid, unavailable } from '#platform/problem.ts'

/** `--head SEQ:HASH` also checks that a head written down earlier is still in the chain: nothing was cut off its end. */
export async function journal(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args: args.slice(1),
    options: { head: { type: 'string' }, data: { type: 'string' } },
    strict: false,
  })
  const kept = typeof values.head === 'string' ? headIn(values.head) : null
  const config = readConfig(typeof values.data === 'string' ? ['--data', values.data] : [])
  return withOwner(config, async (client) => {
    const verdict = await verifyJournal(client)
    if (!verdict.whole) {
      console.error(`办理日志第 ${verdict.seq} 条不可信：${verdict.reason}（此前 ${verdict.entries} 条完好）`)
      return 1
    }
    if (kept) {
      const { rows } = await client.query<{ hash: string }>('select hash from public.journal where seq = $1', [kept.seq])
      if (rows[0]?.hash !== kept.hash) {
        console.error(`办理日志中没有留底的第 ${kept.seq} 条（${kept.hash.slice(0, 12)}…），末尾可能被截去或整体被替换`)
        return 1
      }
    }
    console.log(`办理日志完好，共 ${verdict.entries} 条。留底：${verdict.entries}:${verdict.head}`)
    return 0
  })
}

function headIn(text: string): { seq: number; hash: string } {
  const [, seq, hash] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? []
  if (!seq || !hash) throw invalid('--head 应为上次核对时打印的留底，形如 120:9f86d0…')
  return { seq: Number(seq), hash }
}

type Config = ReturnType<typeof readConfig>

/** A running server's database is looked into as it runs; otherwise it is started for the while. */
async function withOwner({ databaseUrl, dataDirectory }: Config, work: (client: pg.Client) => Promise<number>): Promise<number> {
  if (!databaseUrl && !existsSync(dataDirectory)) throw unavailable(`没有找到数据目录 ${dataDirectory}，请先运行 npm start`)
  const running = databaseUrl ?? urlOfRunning(dataDirectory)
  if (running) return connected(running, work)
  const { url, stop } = await startEmbedded({ dataDirectory })
  return connected(url, work).finally(stop)
}

async function connected(url: string, work: (client: pg.Client) => Promise<number>): Promise<number> {
  const client = new pg.Client(url)
  await client.connect().catch((error: Error) => {
    throw unavailable(`无法连接数据库（${error.message}），请检查 DATABASE_URL`)
  })
  return work(client).finally(() => client.end())
}
