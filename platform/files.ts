/** Files: what they are, by content rather than by name, and their bytes, kept in the database beside the facts they prove. */
import { createHash } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import type { Ctx } from './context.ts'
import { count, entity, oneOf, ref, text } from './fields.ts'
import { missing } from './problem.ts'
import { either, me, nobody, office, official, ownRegion } from './rows.ts'
import { table } from './table.ts'

export const file = entity('file', '文件', {
  name: text('文件名', 255),
  type: text('文件类型', 100),
  size: count('大小', '字节'),
  sha256: text('摘要', 64),
  org: ref('上传单位', 'org').nullable(),
  uploadedBy: text('上传人', 40),
  /** Plans and notices are for all officials; evidence is for its unit, the office and leaders. */
  audience: oneOf('可见范围', { internal: '全区公职人员', own: '本单位与办公室' }),
})

const own = sql`org = ${me.org}`
export const files = table(
  file,
  {
    see: either(sql`(audience = 'internal' and ${official})`, own, office, sql`(${me.role} = 'leader')`),
    add: either(own, office),
    change: nobody,
    remove: nobody,
  },
  { audience: 'internal', owner: 'org' },
)

const bytea = pg.customType<{ data: Buffer }>({ dataType: () => 'bytea' })
const withFile = sql`exists (select 1 from file f where f.id = file)`

/** The bytes. Not journaled: their digest is, in `file`. Rights follow the file's row. */
export const contents = pg.pgTable(
  'content',
  {
    file: pg
      .uuid()
      .primaryKey()
      .references(() => files.id),
    region: pg.text().notNull().default(ownRegion),
    bytes: bytea().notNull(),
  },
  () => [
    pg.pgPolicy('content_region', {
      as: 'restrictive',
      for: 'all',
      using: sql`region = ${me.region}`,
      withCheck: sql`region = ${me.region}`,
    }),
    pg.pgPolicy('content_see', { for: 'select', using: withFile }),
    pg.pgPolicy('content_add', { for: 'insert', withCheck: withFile }),
  ],
)

type Upload = { name: string; type: string; bytes: Buffer; audience: 'internal' | 'own' }

export async function keepFile({ db, actor }: Ctx, { name, type, bytes, audience }: Upload) {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const [row] = await db
    .insert(files)
    .values({ name, type, size: bytes.length, sha256, org: actor.org, uploadedBy: actor.name, audience })
    .returning()
  await db.insert(contents).values({ file: row!.id, bytes })
  return row!
}

export async function openFile({ db }: Ctx, id: string) {
  const [found] = await db
    .select({ name: files.name, type: files.type, bytes: contents.bytes })
    .from(files)
    .innerJoin(contents, eq(contents.file, files.id))
    .where(eq(files.id, id))
  if (!found) throw missing('文件')
  return found
}
