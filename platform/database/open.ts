/** The database the settings name — any PostgreSQL ≥ 15, else the embedded one — migrated and ready to serve. */
import pg from 'pg'
import { unavailable } from '../problem.ts'
import { startEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'
import { openPool } from './pool.ts'
import { serving } from './roles.ts'

type Wanted = { databaseUrl: string | null; dataDirectory: string; journalHash: 'sha256' | 'sm3' }

export type Database = {
  ownerUrl: string
  app: pg.Pool
  auth: pg.Pool
  /** Tells a second start of the same data where this one listens. */
  announce(address: string): void
  close(): Promise<void>
}

export async function openDatabase(
  { databaseUrl, dataDirectory, journalHash }: Wanted,
  log: (line: string) => void,
): Promise<Database> {
  const embedded = databaseUrl ? null : await startEmbedded({ dataDirectory, log })
  const ownerUrl = databaseUrl ?? embedded!.url
  try {
    await migrate(ownerUrl, journalHash)
    await refuseBypass(ownerUrl)
  } catch (error) {
    await embedded?.stop()
    throw error
  }
  const app = openPool(ownerUrl, 'app', 16)
  const auth = openPool(ownerUrl, 'auth', 6)
  return {
    ownerUrl,
    app,
    auth,
    announce: (address) => embedded?.announce(address),
    close: async () => {
      await Promise.all([app.end(), auth.end()])
      await embedded?.stop()
    },
  }
}

/** Row rights mean nothing to a role that bypasses them: such a database is not served. */
async function refuseBypass(ownerUrl: string): Promise<void> {
  const owner = new pg.Client(ownerUrl)
  await owner.connect()
  const { rows } = await owner.query<{ rolname: string }>(
    'select rolname from pg_roles where rolname = any($1) and (rolsuper or rolbypassrls)',
    [Object.values(serving)],
  )
  await owner.end()
  if (rows[0]) throw unavailable(`数据库角色 ${rows[0].rolname} 可以绕过行级权限，请取消其 SUPERUSER 与 BYPASSRLS 属性后再启动`)
}
