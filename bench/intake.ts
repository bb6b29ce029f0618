/**
 * A hundred thousand enterprises from a file to the ledger, through the real server: uploaded, read, checked, put aside,
 * committed with their journal. Beside it the least that could be done with the same rows in the same run: inflating and
 * scanning the file, and one bare insert into a table with the same indexes.
 */
import { createWriteStream, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { makeCreditCode } from '#engines/enterprise/credit-code.ts'
import { urlOfRunning } from '#platform/database/embedded.ts'
import { readParts, unpack } from '#platform/sheet/zip.ts'
import { type Column, writeSheet } from '#platform/sheet.ts'
import { demoPassword } from '#seed/demo.ts'
import { login, startServer } from '#test/server.ts'
import { ms, ratio } from './measure.ts'

const count = Number(process.env.BENCH_ROWS ?? 100_000)
/** Plain JavaScript, for a clone where nothing is installed yet. */
const builder = new URL('../scripts/build.js', import.meta.url).href
const dataDirectory = join(tmpdir(), `mantianxing-bench-intake-${process.pid}`)
const file = `${dataDirectory}.xlsx`

export async function bench(): Promise<void> {
  await writeSheet({ title: '企业档案', columns, rows: Array.from({ length: count }, (_, i) => i) }, createWriteStream(file))
  const bytes = readFileSync(file)
  // Founding the demo district takes memory of its own: what is measured is a server that finds it there.
  await (await startServer(dataDirectory)).stop()
  const { buildServer, builtServer } = (await import(builder)) as { buildServer(): number; builtServer: string }
  if (buildServer() !== 0) throw new Error('the server was not built')
  const server = await startServer(dataDirectory, [], [builtServer])
  const memory = watched(server.child.pid!)
  try {
    const call = await login(server.address, 'zhouke', demoPassword)
    // A server screens everybody as it starts, in a process of its own.
    while (!(await call.query('claim/screeningList', {})).some(({ done }: { done: boolean }) => done)) await sleep(200)
    await sleep(1000)
    memory.peak()
    await sleep(200)
    const idle = memory.peak()
    const begun = performance.now()
    const { id } = await call.upload('intake/start', { ledger: 'enterprise' }, { name: '企业.xlsx', bytes })
    const uploaded = performance.now()
    const uploading = memory.peak()
    const found = await settled(call, id)
    const checked = performance.now()
    if (found.fresh !== count) throw new Error(`not read as meant: ${JSON.stringify(found)}`)
    const reading = memory.peak()
    await call.command('intake/commit', { id })
    const ended = performance.now()
    const committing = memory.peak()
    const whole = ended - begun
    console.log(`${count} rows × ${columns.length} columns, ${(bytes.length / 1e6).toFixed(1)} MB`)
    console.log(`upload ${ms(uploaded - begun)}, reading and checking ${ms(checked - uploaded)}, commit ${ms(ended - checked)}`)
    console.log(`whole ${ms(whole)}: ${Math.round((count / whole) * 1000)} rows/s`)
    console.log(
      `memory of the server: ${idle.server} MB idle; at most ${uploading.server} MB taking the file, ${reading.server} reading, ${committing.server} committing`,
    )
    console.log(`memory of the process that reads: at most ${reading.reader} MB; together with the server ${reading.whole} MB`)
    const least = (await scanned(bytes)) + (await inserted(urlOfRunning(dataDirectory)!))
    console.log(`bound: ${ms(least)} to scan the file and insert the rows bare; the import takes ${ratio(whole, least)}`)
  } finally {
    memory.end()
    await server.stop()
    rmSync(file)
    rmSync(dataDirectory, { recursive: true, force: true })
  }
}

type Call = Awaited<ReturnType<typeof login>>
async function settled(call: Call, id: string) {
  for (;;) {
    const found = await call.query('intake/show', { id })
    if (found.status !== 'reading') return found
    await sleep(100)
  }
}

type Megabytes = { server: number; reader: number; whole: number }

/** The most memory the server and the process it reads in have held since this was last asked; 0 where the system does not tell. */
function watched(pid: number): { peak(): Megabytes; end(): void } {
  let most: Megabytes = { server: 0, reader: 0, whole: 0 }
  const look = () => {
    const server = residentMegabytes(pid)
    const reader = childrenOf(pid).reduce((sum, child) => sum + residentMegabytes(child), 0)
    most = {
      server: Math.max(most.server, server),
      reader: Math.max(most.reader, reader),
      whole: Math.max(most.whole, server + reader),
    }
  }
  const timer = setInterval(look, 20)
  const peak = () => {
    look()
    const found = most
    most = { server: 0, reader: 0, whole: 0 }
    return found
  }
  return { peak, end: () => clearInterval(timer) }
}

function residentMegabytes(pid: number): number {
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(told(`/proc/${pid}/status`))?.[1] ?? 0) / 1024)
}

/** The database is started by the server too, but is none of it. */
const childrenOf = (pid: number): number[] =>
  told(`/proc/${pid}/task/${pid}/children`)
    .split(' ')
    .filter((child) => child !== '' && told(`/proc/${child}/cmdline`).includes('worker-start'))
    .map(Number)

function told(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

async function scanned(bytes: Uint8Array): Promise<number> {
  const begun = performance.now()
  let cells = 0
  for await (const piece of unpack(bytes, readParts(bytes).get('xl/worksheets/sheet1.xml')!))
    for (let at = piece.indexOf('<c '); at >= 0; at = piece.indexOf('<c ', at + 3)) cells += 1
  if (cells < count) throw new Error('the file was not scanned')
  return performance.now() - begun
}

async function inserted(url: string): Promise<number> {
  const client = new pg.Client(url)
  await client.connect()
  await client.query('create table bare (like enterprise including indexes)')
  const begun = performance.now()
  await client.query('insert into bare select * from enterprise')
  const time = performance.now() - begun
  await client.query('drop table bare')
  await client.end()
  return time
}

const letters = [...'华瑞星云智联天合众诚汇科创新远博思达讯普泰恒信飞翔鼎盛嘉禾景明']
const nameOf = (i: number) =>
  `重庆${[0, 1, 2, 3].map((place) => letters[Math.floor(i / letters.length ** place) % letters.length]).join('')}科技有限公司`

const column = (heading: string, width: number, value: Column<number>['value'], format?: Column<number>['format']) => ({
  heading,
  width,
  value,
  format,
})
const one = <T>(of: readonly T[], i: number): T => of[i % of.length]!
const columns: Column<number>[] = [
  column('统一社会信用代码', 24, (i) => makeCreditCode('91500109', 1_000_000 + i)),
  column('企业名称', 30, nameOf),
  column('登记状态', 10, () => '存续'),
  column('企业类型', 16, () => '有限责任公司'),
  column('成立日期', 12, (i) => `20${10 + (i % 14)}-0${1 + (i % 9)}-1${i % 9}`, 'day'),
  column('注册资本（元）', 14, (i) => 1_000_000 + i * 1000, 'integer'),
  column('注册地址', 30, (i) => `重庆市北碚区云溪路${i}号`),
  column('所在镇街', 12, (i) => one(['天生街道', '歇马街道', '蔡家岗街道'], i)),
  column('所在楼宇', 12, (i) => `${i % 90}号楼`),
  column('行业代码', 8, (i) => one(['6513', '6531', '6450'], i)),
  column('重点方向', 12, () => '数字文创'),
  column('细分领域', 12, () => '工业软件'),
  column('注册关系', 8, () => '是'),
  column('注册关系起', 12, () => '2020-01-01', 'day'),
  column('经营关系', 8, () => '是'),
  column('税务关系', 8, () => '是'),
  column('统计关系', 8, () => '否'),
  column('来源', 10, () => '原有'),
  column('落户日期', 12, () => '2022-03-01', 'day'),
  column('监测频次', 10, () => '月报'),
  column('提供 SaaS 服务', 8, (i) => (i % 3 ? '否' : '是')),
  column('主要产品', 30, (i) => `产品${i % 1000}号，服务制造业`),
]
