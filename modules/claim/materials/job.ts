/** Job: materials that wait are looked through for viruses; where no scanner is configured they are said to be unscanned. */
import { setTimeout as sleep } from 'node:timers/promises'
import { and, asc, eq, isNull, notInArray } from 'drizzle-orm'
import { type Ctx, machine } from '#platform/context.ts'
import { openFile } from '#platform/files.ts'
import { startJob } from '#platform/job.ts'
import type { Changes } from '#platform/live/listen.ts'
import type { Scanner } from '#platform/scan.ts'
import type { Session } from '#platform/session.ts'
import { claimMaterials } from '../tables.ts'

type Ground = { session: Session; region: string; changes: Changes; scanner: Scanner | null; warn: (line: string) => void }

/** A scanner that was out of reach is asked again. */
const later = 60_000
const gathering = 1000

/** The answer ends it, once what is under way is done. */
export function scanWaiting({ session, region, changes, scanner, warn }: Ground): () => Promise<void> {
  const run = <T>(work: (ctx: Ctx) => Promise<T>) => session.run(machine(region), 'claim/scan', work)
  return startJob({
    work: async (ending) => {
      // Files come several at a time: they are looked through together.
      await sleep(gathering, undefined, { ref: false })
      await scanAll(run, scanner, ending)
    },
    failed: '材料没有查毒，稍后重试',
    hears: { changes, region, entities: ['claim_material'] },
    every: later,
    warn,
  })
}

type Run = <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>

/** One after the other; no connection is held while the scanner works. One it cannot judge is left waiting, and the next is tried. */
export async function scanAll(run: Run, scanner: Scanner | null, ended: () => boolean = () => false): Promise<void> {
  if (!scanner) return run(sayUnscanned)
  const failed: string[] = []
  let reason: unknown
  for (let found = await run(nextOf(failed)); found && !ended(); found = await run(nextOf(failed))) {
    const { id, bytes } = found
    const outcome = await scanner(bytes).catch((error: unknown) => {
      failed.push(id)
      reason = error
      return null
    })
    if (outcome) await run((ctx) => note(ctx, id, outcome.clean ? 'clean' : 'infected'))
  }
  if (failed.length) throw reason
}

const waiting = and(eq(claimMaterials.scan, 'waiting'), isNull(claimMaterials.until))

const nextOf = (tried: readonly string[]) => async (ctx: Ctx) => {
  const [row] = await ctx.db
    .select({ id: claimMaterials.id, file: claimMaterials.file })
    .from(claimMaterials)
    .where(and(waiting, tried.length ? notInArray(claimMaterials.id, [...tried]) : undefined))
    .orderBy(asc(claimMaterials.createdAt))
    .limit(1)
  return row && { id: row.id, bytes: (await openFile(ctx, row.file)).bytes }
}

const note = async ({ db }: Ctx, id: string, scan: 'clean' | 'infected') =>
  void (await db.update(claimMaterials).set({ scan }).where(eq(claimMaterials.id, id)))

const sayUnscanned = async ({ db }: Ctx) =>
  void (await db.update(claimMaterials).set({ scan: 'unscanned' }).where(eq(claimMaterials.scan, 'waiting')))
