/**
 * What a reader may be told of ledgers whose rows are somebody's secret: who sees every row is told all there is; everybody
 * else is told sums over three enterprises and more that he does not see himself, and those one step at a time.
 */

import { and, eq, lt, lte, max } from 'drizzle-orm'
import type { Definition, Measure, Read } from '#engines/indicator/definition.ts'
import { lastDayOf, monthOf, shiftMonth } from '#engines/indicator/months.ts'
import { orgs } from '#modules/org/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { overAll } from '#platform/session.ts'
import { type Sums, sumsOf } from '../read/sums.ts'
import { publications } from '../tables.ts'

/** Ledgers whose rows are nobody's secret. */
const open = ['enterprise', 'qualification', 'ip_right', 'entry', 'acquisition', 'occupancy', 'makerspace', 'matter', 'card']
const isSecret = ({ ledger }: Measure) => !open.includes(ledger)
export const isOpen = ({ of, over }: Pick<Definition, 'of' | 'over'>) => !isSecret(of) && (over === null || !isSecret(over))

/** The office and the leader see every row; the machine hands nothing on by itself. */
export const seesAll = ({ actor }: Pick<Ctx, 'actor'>) => ['office', 'leader', 'system'].includes(actor.role)

export const fewSentence = '企业不足3家或可据以推算其他企业，不予列示'

/**
 * The day as of which a reader is told what was known on another. Two days around one accepted report would tell that report
 * by subtraction: who does not see every row is told one state a month, that of the day a month was published, or of the
 * month's end where none was. A day still under way may bring another report, and is no such day yet.
 */
export async function toldAsOf(ctx: Ctx, known: string): Promise<string> {
  if (seesAll(ctx)) return known
  const [month, over] = [monthOf(known), isOver(ctx, known)]
  const end = over && known === lastDayOf(month) ? known : lastDayOf(shiftMonth(month, -1))
  const { publishedOn, restatement } = publications
  const [last] = await ctx.db
    .select({ day: max(publishedOn) })
    .from(publications)
    .where(and(over ? lte(publishedOn, known) : lt(publishedOn, known), eq(restatement, 0)))
  return last?.day && monthOf(last.day) >= monthOf(end) ? last.day : end
}

/** The day of knowledge a figure is told from. */
export const knownFor = async (ctx: Ctx, definition: Definition, known: string): Promise<string> =>
  isOpen(definition) ? known : toldAsOf(ctx, known)

const isOver = ({ now }: Ctx, day: string) => now.getTime() >= Date.parse(`${day}T23:59:59+08:00`)

/** Whether what a read found would tell on fewer than three: of everybody's, or of those the reader does not see himself. */
export type IsFew = (read: Read, handedOn: boolean) => boolean

export async function fewIn(ctx: Ctx, reads: readonly Read[], sumOf: Sums, known: string): Promise<IsFew> {
  const rowsOf = (read: Read, sums: Sums) => sums(read).get('')?.rows ?? 0
  const own = await ownSums(ctx, reads.filter(isSecretAmount), (read) => rowsOf(read, sumOf), known)
  return (read, handedOn) => {
    if (!isSecretAmount(read) || (seesAll(ctx) && !handedOn)) return false
    const unseen = rowsOf(read, sumOf) - (handedOn ? 0 : rowsOf(read, own))
    return unseen > 0 && unseen < 3
  }
}

/** How many there are is an achievement anybody may know; what they earn and whom they employ is not. */
const isSecretAmount = ({ measure }: Read) => measure.take !== null && isSecret(measure)

/**
 * What towns and parks see of the reads themselves, row by row; left out where all the reports of their place together would
 * leave three unseen.
 */
async function ownSums(ctx: Ctx, reads: Read[], rowsOf: (read: Read) => number, known: string): Promise<Sums> {
  const { org, role } = ctx.actor
  if ((role !== 'town' && role !== 'park') || org === null || !reads.length) return () => new Map()
  const [park] = await ctx.db.select({ parent: orgs.parent }).from(orgs).where(eq(orgs.id, org))
  const places = [org, park?.parent].filter((place) => place != null)
  const inMonth = (read: Read) => ({ measure: { ...read.measure, take: null, where: [] }, window: read.window })
  const by = role === 'town' ? 'town' : 'zone'
  const reports = await overAll(ctx, (all) => sumsOf(all, reads.map(inMonth), known, { by }))
  const most = (read: Read) => places.reduce((sum, place) => sum + (reports(inMonth(read)).get(place)?.rows ?? 0), 0)
  const close = reads.filter((read) => rowsOf(read) > 0 && rowsOf(read) - most(read) < 3)
  return close.length ? sumsOf(ctx, close, known, { rowByRow: true }) : () => new Map()
}
