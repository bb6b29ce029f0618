/**
 * A screening run: every firm of the day against every clause of a version, portion by portion.
 *
 * One connection reads ahead while another writes; all rows and their seal come with one commit, or none do.
 */
import { eq, sql } from 'drizzle-orm'
import { rowOf } from '#engines/policy/layout.ts'
import type { KnownFirm } from '#modules/policy/facts/firm.ts'
import { everybody } from '#modules/policy/facts/gather.ts'
import { readText } from '#modules/policy/reading.ts'
import { screenFirm } from '#modules/policy/screen/firm.ts'
import { sealing, written } from '#modules/policy/screen/frozen.ts'
import { type Ground, groundOf } from '#modules/policy/screen/ground.ts'
import { policyVersions } from '#modules/policy/tables.ts'
import { type Ctx, machine } from '#platform/context.ts'
import { conflict } from '#platform/problem.ts'
import type { Session } from '#platform/session.ts'
import { screenings } from '../tables.ts'

export type Progress = { firms: number }
export type Ran = { firms: number; eligible: number; amount: number; digest: string }

const stopped = '筛查已停止，没有保存结果'

/** `session` of two connections at least; answers null where another server is at it or it is over. */
export async function runScreening(
  session: Session,
  region: string,
  id: string,
  tell: (progress: Progress) => void,
): Promise<Ran | null> {
  const actor = machine(region)
  return session.run(actor, 'claim/screen', (writing) =>
    session.run(actor, 'claim/screen', async (reading) => {
      if (!(await isAlone(writing, id))) return null
      const [found] = await reading.db.select().from(screenings).where(eq(screenings.id, id))
      if (!found || found.endedAt !== null) return null
      const [version] = await reading.db.select().from(policyVersions).where(eq(policyVersions.id, found.version))
      const read = readText(version!.text, version!.digest)
      if (!read) throw conflict('条款文件有误，不能筛查')
      const ran = await screenAll(reading, writing, groundOf(read.policy), found, tell)
      await writing.db
        .update(screenings)
        .set({ ...ran, endedAt: writing.now.toISOString() })
        .where(eq(screenings.id, id))
      return ran
    }),
  )
}

async function isAlone({ db }: Ctx, id: string): Promise<boolean> {
  const { rows } = (await db.execute(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${`screening ${id}`}, 0)) as alone`,
  )) as unknown as { rows: { alone: boolean }[] }
  return rows[0]!.alone
}

type Asked = Pick<typeof screenings.$inferSelect, 'id' | 'asOf'>

async function screenAll(
  reading: Ctx,
  writing: Ctx,
  ground: Ground,
  of: Asked,
  tell: (progress: Progress) => void,
): Promise<Ran> {
  // Statements over portions are planned for the very portion, whatever plan the connection keeps.
  await reading.db.execute(sql`select set_config('plan_cache_mode', 'force_custom_plan', true)`)
  const seal = sealing()
  const ran = { firms: 0, eligible: 0, amount: 0 }
  let written: Promise<unknown> = Promise.resolve()
  for await (const firms of everybody(reading, { day: of.asOf, known: reading.today, titles: ground.titles })) {
    if (await isEnded(reading, of)) throw conflict(stopped)
    const rows: string[] = []
    for (const one of firms) {
      const { text, granted, amount } = rowText(ground, one, of, seal)
      rows.push(text)
      ran.firms += 1
      ran.amount += amount
      if (granted > 0) ran.eligible += 1
    }
    await written
    written = keep(writing, of.id, rows)
    // Awaited before the next portion is kept; a fault that comes earlier is not lost until then.
    written.catch(() => undefined)
    tell({ firms: ran.firms })
  }
  await written
  return { ...ran, digest: seal.digest() }
}

/** Whoever stopped it did so on another connection. */
async function isEnded({ db }: Ctx, { id }: Asked): Promise<boolean> {
  const [row] = await db.select({ endedAt: screenings.endedAt }).from(screenings).where(eq(screenings.id, id))
  return row?.endedAt !== null
}

function rowText(ground: Ground, { firm, facts, past }: KnownFirm, { asOf }: Asked, seal: ReturnType<typeof sealing>) {
  const found = screenFirm(ground, rowOf(facts, ground.layout, asOf), past, asOf)
  const texts = written(ground, facts, past, found)
  const { granted, amount } = found
  seal.add(firm.id, texts, found)
  const id = (one: string | null) => (one === null ? 'null' : `"${one}"`)
  const text =
    `{"enterprise":"${firm.id}","org":${id(firm.org)},"zone":${id(firm.zone)},"town":${id(firm.town)},"facts":${texts.facts},` +
    `"past":${texts.past},"decisions":${texts.decisions},"granted":${granted},"amount":${amount}}`
  return { text, granted, amount }
}

/** A promise, not a query: that would be run by everyone who awaits it. */
async function keep({ db }: Ctx, id: string, rows: readonly string[]): Promise<void> {
  await db.execute(sql`
    insert into screening_row (screening, enterprise, org, zone, town, facts, past, decisions, granted, amount)
    select ${id}::uuid, r.enterprise, r.org, r.zone, r.town, r.facts, r.past, r.decisions, r.granted, r.amount
    from json_to_recordset(${`[${rows.join()}]`}::json)
      as r (enterprise uuid, org uuid, zone uuid, town uuid, facts jsonb, past jsonb, decisions jsonb, granted int, amount bigint)`)
}
