/** Screening everybody from the database with reasons kept, the preview of one clause, and a simulation after a slider was moved. */
import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import type { Ran } from '#modules/claim/screening/run.ts'
import { previewClause, simulate } from '#modules/policy/simulate/actions.ts'
import { forgetColumns } from '#modules/policy/simulate/columns.ts'
import type { Actor } from '#platform/context.ts'
import { drizzleOn, openPool } from '#platform/database/pool.ts'
import { session } from '#platform/session.ts'
import { compute } from '#platform/worker.ts'
import { fillLarge, region } from './large.ts'
import { ms, spread, withDatabase } from './measure.ts'
import { measures, sixty } from './screen/clauses.ts'

const day = '2025-12-02'
const worker = new URL('../modules/claim/screening/worker.ts', import.meta.url)

export async function bench(): Promise<void> {
  for (const enterprises of sizes) await withDatabase((url) => withOwner(url, (owner) => screening(url, owner, enterprises)))
}

/** SCREEN_FIRMS asks for other numbers of firms, MONTHS of reports for another span. */
const sizes = (process.env.SCREEN_FIRMS ?? '20000,100000').split(',').map(Number)
const months = Number(process.env.SCREEN_MONTHS ?? 48)

async function withOwner(url: string, work: (owner: pg.Client) => Promise<void>): Promise<void> {
  const owner = new pg.Client(url)
  await owner.connect()
  await work(owner).finally(() => owner.end())
}

async function screening(url: string, owner: pg.Client, enterprises: number): Promise<void> {
  const filled = await fillLarge(owner, { enterprises, months })
  console.log(`${enterprises} firms, ${filled.reports} reports, filled in ${filled.seconds.toFixed(0)} s`)
  const id = await begin(owner, sixty())
  const memory = watchMemory()
  const begun = performance.now()
  const limits = { seconds: 600, megabytes: 330, tooLong: 'too long', busy: 'busy', heard: memory.look }
  const ran = await compute<Ran>(worker, { databaseUrl: url, region, id, now: `${day}T04:00:00Z` }, limits)
  const seconds = (performance.now() - begun) / 1000
  const { rows } = await owner.query<{ n: string; bytes: string }>(
    "select count(*) as n, pg_total_relation_size('screening_row') as bytes from screening_row",
  )
  console.log(
    `screened ${ran.firms} firms × 60 clauses in ${seconds.toFixed(1)} s, rows kept ${rows[0]!.n} ` +
      `(${Math.round(Number(rows[0]!.bytes) / 1_048_576)} MB), eligible ${ran.eligible}, at most ${memory.most()} MB resident`,
  )
  await simulating(url, owner, id)
}

/** A district that has rules of reporting, relations on file, and one document with these clauses. */
async function begin(owner: pg.Client, text: string): Promise<string> {
  await owner.query(`select set_config('app.region', '${region}', false)`)
  await owner.query(
    'update enterprise set registered = true, operating = true, taxed = true, reporting = hashtext(name) % 9 <> 0, registered_on = settled_on',
  )
  await owner.query(`insert into filing_rule (since, due_workday, enough, swing, least, stale_days, renewal_days, basis)
    values ('2022-01-01', 10, 0.9, 0.5, 10000, 180, 60, '测量')`)
  const { rows } = await owner.query<{ id: string }>(
    `with p as (insert into policy (code, title, level, demonstration, issuer, since, until, status, source)
       values ('demo-measures', '测量', 'district', false, '测量', '2025-01-01', '2027-12-31', 'inForce', '测量') returning id),
     v as (insert into policy_version (policy, number, text, digest, since, until, status, saved_by)
       select id, 1, $1, md5($1), '2025-01-01', '2027-12-31', 'draft', '测量' from p returning id)
     insert into screening (version, as_of, started_at, firms, eligible, amount, started_by)
     select id, '${day}', now(), 0, 0, 0, '测量' from v returning id`,
    [text],
  )
  await owner.query('analyze')
  return rows[0]!.id
}

/** The largest a process below this one was seen, where the system tells. */
function watchMemory() {
  let most = 0
  const look = () => {
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      try {
        const status = readFileSync(`/proc/${pid}/status`, 'utf8')
        if (Number(/PPid:\s+(\d+)/.exec(status)?.[1]) !== process.pid) continue
        if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('worker-start')) continue
        most = Math.max(most, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
      } catch {
        // It ended meanwhile.
      }
    }
  }
  return { look, most: () => Math.round(most) }
}

/** As a page asks, facts of the day once read: a slider moved to another place each time, and one clause for everybody. */
async function simulating(url: string, owner: pg.Client, screening: string): Promise<void> {
  const { rows } = await owner.query<{ version: string }>(
    `insert into policy_version (policy, number, text, digest, since, until, status, saved_by)
     select v.policy, 2, $2, md5($2), v.since, v.until, 'draft', v.saved_by
     from policy_version v join screening s on s.version = v.id where s.id = $1 returning id as version`,
    [screening, measures()],
  )
  const { version } = rows[0]!
  const office: Actor = { id: 'planner', name: '测量', role: 'office', org: null, region }
  const pool = openPool(url, 'app', 2)
  const run = session(drizzleOn(pool), () => new Date(`${day}T04:00:00Z`)).run
  const year = Number(day.slice(0, 4))
  const ask = (limit: number) => {
    const changes = limit === 0 ? [] : [{ id: '条款.0.上限.每企业每年', to: String(limit) }]
    return run(office, 'bench', (ctx) => simulate(ctx, { version, year, changes }))
  }
  // Those of the database before are not these.
  forgetColumns()
  const before = process.memoryUsage().rss
  const begun = performance.now()
  const { firms } = await ask(0)
  const read = performance.now() - begun
  let limit = 10
  const moved = await spread(15, () => {
    limit += 1
    return ask(limit)
  })
  const preview = await spread(9, () =>
    run(office, 'bench', (ctx) => previewClause(ctx, { version, year, clause: 'rent', changes: [] })),
  )
  const kept = Math.round((process.memoryUsage().rss - before) / 1_048_576)
  console.log(
    `${firms} firms kept in memory after ${(read / 1000).toFixed(1)} s (${kept} MB); a slider moved ${ms(moved.median)} ` +
      `(p95 ${ms(moved.p95)}), one clause for everybody ${ms(preview.median)} (p95 ${ms(preview.p95)})`,
  )
  await pool.end()
}
