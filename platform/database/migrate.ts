/** Brings a database of PostgreSQL ≥ 15 to the present shape and grants the serving roles their rights. */
import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as runMigrations } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { unavailable } from '../problem.ts'
import { installQueue } from '../queue.ts'
import { grantRoles } from './roles.ts'

const migrationsFolder = fileURLToPath(new URL('../../migrations', import.meta.url))
/** Any number, the same for every server of one database. */
const migrationLock = 500109

/**
 * @param url the owner's URL
 * @param journalHash the digest new journal entries are chained with; entries remember theirs
 */
export async function migrate(url: string, journalHash: 'sha256' | 'sm3' = 'sha256'): Promise<void> {
  const owner = await connect(url)
  try {
    await owner.query('select pg_advisory_lock($1)', [migrationLock])
    await runMigrations(drizzle(owner), { migrationsFolder })
    await grantRoles(owner, url)
    await installQueue(owner)
    await chooseHash(owner, journalHash)
  } finally {
    await owner.end()
  }
}

async function connect(url: string): Promise<pg.Client> {
  const owner = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  // A connection the server drops later must not end the process.
  owner.on('error', () => {})
  try {
    await owner.connect()
  } catch (error) {
    const { hostname, port, pathname } = new URL(url)
    const why = (error as Error).message || (error as { code?: string }).code
    throw unavailable(`无法连接数据库 ${hostname}:${port || 5432}${pathname}（${why}），请检查 DATABASE_URL`)
  }
  const { rows } = await owner.query<{ version: number }>(`select current_setting('server_version_num')::int as version`)
  const major = Math.floor(rows[0]!.version / 10_000)
  if (major < 15) {
    await owner.end()
    throw unavailable(`数据库版本为 PostgreSQL ${major}，需要 15 或更高版本`)
  }
  return owner
}

async function chooseHash(owner: pg.Client, algorithm: 'sha256' | 'sm3'): Promise<void> {
  if (algorithm === 'sm3') {
    // pgcrypto hands `digest` any algorithm of its OpenSSL, SM3 among them.
    await owner.query('create extension if not exists pgcrypto schema public')
    await owner.query(`select public.digest('', 'sm3')`).catch(() => {
      throw unavailable('数据库所带的 OpenSSL 不支持 SM3，请改用 sha256 或更换数据库')
    })
  }
  await owner.query(`select set_config('search_path', 'public', false), public.journal_choose($1)`, [algorithm])
}
