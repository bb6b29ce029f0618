/**
 * A sheet becomes rows to look at: read one by one, matched with the ledger, judged, and put aside in batches.
 *
 * All of it is one transaction: whoever is stopped half-way has left nothing, and the sheet is simply read again.
 */
import { and, eq, sql } from 'drizzle-orm'
import type { Actor, Ctx } from '#platform/context.ts'
import { openFile } from '#platform/files.ts'
import { missing, Problem } from '#platform/problem.ts'
import type { Session } from '#platform/session.ts'
import { readTable, type TableRow } from '#platform/sheet/table.ts'
import { markAlike } from './alike.ts'
import type { Importer } from './importer.ts'
import { emptyCounts, type Kept, stage } from './stage.ts'
import { intakes } from './tables.ts'

/**
 * Rows put aside by one statement: the next ones are read meanwhile. Few enough to be forgotten before the garbage collector
 * has moved them about.
 */
const batchSize = 500
/** More sentences about what was left out help nobody. */
const mostNotes = 50

/** Rows read so far, and the part of the sheet they are. */
export type Progress = { rows: number; part: number }

/** Reads what waits as `id`; a file that cannot be read leaves the sentence why. */
export async function readIntake(
  session: Session,
  reader: Actor,
  importers: readonly Importer[],
  id: string,
  told: (progress: Progress) => void = () => {},
): Promise<void> {
  try {
    await session.run(reader, 'intake/read', (ctx) => read(ctx, importers, id, told))
  } catch (error) {
    if (!(error instanceof Problem) || error.status === 503) throw error
    await session.run(reader, 'intake/read', (ctx) => fail(ctx, id, error.message))
  }
}

/** It is left as it is where somebody gave it up meanwhile. */
export async function fail({ db, now }: Ctx, id: string, message: string): Promise<void> {
  const ended = { status: 'failed', message, finishedAt: now.toISOString() } as const
  await db
    .update(intakes)
    .set(ended)
    .where(and(eq(intakes.id, id), eq(intakes.status, 'reading')))
}

async function read(ctx: Ctx, importers: readonly Importer[], id: string, told: (progress: Progress) => void) {
  const [of] = await ctx.db
    .select()
    .from(intakes)
    .where(and(eq(intakes.id, id), eq(intakes.status, 'reading')))
  if (!of || !(await alone(ctx, id))) return
  const importer = importers.find(({ ledger }) => ledger === of.ledger)
  if (!importer) throw missing('台账')
  const reading = await importer.open(ctx, of.org)
  const { bytes } = await openFile(ctx, of.file)
  const notes: string[] = []
  const kept: Kept = { counts: emptyCounts(), seen: new Map(), names: [], letters: new Map() }
  const { counts } = kept
  const put = (rows: TableRow[]) => stage(ctx, id, reading, rows, kept)
  let part = 0
  let batch: TableRow[] = []
  let staged: Promise<void> = Promise.resolve()
  const options = {
    columns: reading.columns,
    name: of.fileName,
    note: (sentence: string) => void notes.push(sentence),
    headed: (letters: Kept['letters']) => {
      kept.letters = letters
    },
    told: (read: number) => {
      part = read
    },
  }
  try {
    for await (const row of readTable(bytes, options)) {
      batch.push(row)
      if (batch.length < batchSize) continue
      await staged
      staged = put(batch)
      // Awaited one batch later; until then a refusal must not be taken for an unheard one.
      staged.catch(() => {})
      batch = []
      told({ rows: counts.total, part })
    }
  } finally {
    // The connection is not given back while a statement still runs on it.
    await staged.catch(() => {})
  }
  await staged
  await put(batch)
  told({ rows: counts.total, part })
  counts.similar = await markAlike(ctx, id, reading, kept.names)
  counts.fresh -= counts.similar
  await ctx.db
    .update(intakes)
    .set({ ...counts, status: 'checked', ignored: notes.slice(0, mostNotes), message: null })
    .where(and(eq(intakes.id, id), eq(intakes.status, 'reading')))
}

/** Another server may be reading it already. */
async function alone({ db }: Ctx, id: string): Promise<boolean> {
  const { rows } = (await db.execute(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${`intake ${id}`}, 0)) as alone`,
  )) as unknown as { rows: { alone: boolean }[] }
  return rows[0]!.alone
}
