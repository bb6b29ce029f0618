/** Files: what they are, by content rather than by name, and their bytes, kept in the database beside the facts they prove. */
import { createHash } from 'node:crypto'
import { eq, inArray, sql } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import type { Ctx } from './context.ts'
import { count, entity, oneOf, ref, text } from './fields.ts'
import { invalid, missing } from './problem.ts'
import { either, me, nobody, office, official, ownRegion } from './rows.ts'
import { overAll } from './session.ts'
import { table } from './table.ts'

export const file = entity('file', '文件', {
  name: text('文件名', 255),
  type: text('文件类型', 100),
  size: count('大小', '字节'),
  sha256: text('摘要', 64),
  org: ref('上传单位', 'org').nullable(),
  uploadedBy: text('上传人', 40),
  /** Plans and notices are for all officials; evidence is for its unit, the office and leaders; pictures of what is offered are public. */
  audience: oneOf('可见范围', { internal: '全区公职人员', own: '本单位与办公室', public: '公开' }),
})

const own = sql`org = ${me.org}`
export const files = table(
  file,
  {
    see: either(
      sql`audience = 'public'`,
      sql`(audience = 'internal' and ${official})`,
      own,
      office,
      sql`(${me.role} = 'leader')`,
    ),
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

type Upload = {
  name: string
  type: string
  bytes: Buffer
  audience: 'internal' | 'own' | 'public'
  /** Whose file it is; the uploader's unit unless said otherwise. */
  org?: string | null
}

export async function keepFile({ db, actor }: Ctx, { name: given, type, bytes, audience, org = actor.org }: Upload) {
  // Signs that are not seen make a name look like another: gpj.exe.
  const name = given.replace(/[\p{Cc}\p{Cf}]/gu, '').trim() || '未命名'
  refuseUnfit(name, bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const [row] = await db
    .insert(files)
    .values({ name, type, size: bytes.length, sha256, org, uploadedBy: actor.name, audience })
    .returning()
  await db.insert(contents).values({ file: row!.id, bytes })
  return row!
}

/** A file is opened on a colleague's machine: nothing that would run there is passed on. */
function refuseUnfit(name: string, bytes: Buffer): void {
  if (bytes.length === 0) throw invalid(`文件“${name}”是空的，请检查后重新提供`)
  if (programNames.test(name) || programStarts.some((start) => bytes.subarray(0, start.length).equals(start))) {
    throw invalid(`文件“${name}”是程序或脚本，不能上传，请提供文档、表格、图片或压缩包`)
  }
}
const programNames =
  /\.(apk|appx?|bat|cmd|com|cpl|dll|exe|gadget|hta|inf|iso|jar|jse?|lnk|msc|msi|mst|pif|ps1|reg|scf|scr|sh|url|vbe?|vbs|wsf|wsh)[. ]*$/i
/** Windows, Linux, macOS, a script of the shell. */
const programStarts = [
  [0x4d, 0x5a],
  [0x7f, 0x45, 0x4c, 0x46],
  [0xcf, 0xfa, 0xed, 0xfe],
  [0x23, 0x21],
].map((codes) => Buffer.from(codes))

export async function openFile({ db }: Ctx, id: string) {
  const [found] = await db
    .select({ name: files.name, type: files.type, size: files.size, sha256: files.sha256, audience: files.audience })
    .from(files)
    .where(eq(files.id, id))
  if (!found) throw missing('文件')
  const { size, sha256, audience, ...file } = found
  const bytes = Buffer.alloc(size)
  for (let at = 0; at < size; at += pieceSize) {
    const piece = sql<Buffer>`substring(${contents.bytes} from ${at + 1} for ${pieceSize})`
    const [part] = await db.select({ piece }).from(contents).where(eq(contents.file, id))
    if (!part) throw missing('文件')
    part.piece.copy(bytes, at)
  }
  return { ...file, bytes, ...(audience === 'public' && { digest: sha256 }) }
}

/** On its way from the database a file takes many times its size: it comes piece by piece. */
const pieceSize = 1024 * 1024

/** Of some files those the actor may open. */
export async function openable({ db }: Ctx, ids: readonly string[]): Promise<Set<string>> {
  if (!ids.length) return new Set()
  const found = await db
    .select({ id: files.id })
    .from(files)
    .where(inArray(files.id, [...ids]))
  return new Set(found.map(({ id }) => id))
}

/** What a record is shown by: the caller has found the record under the actor's rights, and who sees it sees its paper. */
export const openPaper = (ctx: Ctx, id: string) => overAll(ctx, (wide) => openFile(wide, id))
