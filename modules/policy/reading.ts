/** Files of clauses as they are read: each once, kept by its digest, with the words of its clauses. */
import { createHash } from 'node:crypto'
import { and, eq, gte, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Other } from '#engines/policy/meaning.ts'
import type { Policy } from '#engines/policy/policy.ts'
import { readPolicy } from '#engines/policy/read/policy.ts'
import { type ClauseWords, clauseInWords, type Line } from '#engines/policy/words.ts'
import type { Ctx } from '#platform/context.ts'
import { policyVersions } from './tables.ts'

export type Read = {
  policy: Policy
  words: ClauseWords[]
  /** What each clause is found by, in small letters. */
  prepared: string[]
}

export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** So many files are kept; those asked for last. */
const most = 500
const known = new Map<string, Read | null>()

/** Null where the file has flaws: only drafts have. */
export function readText(text: string, digest = digestOf(text)): Read | null {
  const found = known.has(digest) ? known.get(digest)! : prepare(text)
  known.delete(digest)
  known.set(digest, found)
  if (known.size > most) known.delete(known.keys().next().value!)
  return found
}

function prepare(text: string): Read | null {
  const { policy } = readPolicy(text)
  if (!policy) return null
  const words = policy.clauses.map((clause) => clauseInWords(policy, clause))
  return { policy, words, prepared: words.map(preparedOf) }
}

const said = (lines: readonly Line[]) => lines.flatMap(({ title, words }) => [title ?? '', words])
const preparedOf = (of: ClauseWords) =>
  [of.title, of.article, of.plain ?? '', of.type, ...said(of.conditions), ...said(of.amount), ...of.limits]
    .join('\n')
    .toLowerCase()

/** One version of each policy: the one in force on the day, else the one to come, else the last. */
export const shownVersion = (policy: SQL, day: string): SQL =>
  sql`(select v.id from policy_version v where v.policy = ${policy} and v.status = 'published'
    order by (v.since <= ${day} and (v.until is null or v.until >= ${day})) desc, v.since desc limit 1)`

/** Of some versions what their files say; only files not read before are fetched. */
export async function readVersions({ db }: Ctx, ids: readonly string[]): Promise<Map<string, Read>> {
  if (ids.length === 0) return new Map()
  const { id, digest, text } = policyVersions
  const rows = await db
    .select({ id, digest })
    .from(policyVersions)
    .where(inArray(id, [...ids]))
  const unread = rows.filter((row) => !known.has(row.digest)).map((row) => row.id)
  const fetched = unread.length ? await db.select({ digest, text }).from(policyVersions).where(inArray(id, unread)) : []
  const now = new Map(fetched.map((row) => [row.digest, readText(row.text, row.digest)]))
  return new Map(
    rows.flatMap((row) => {
      const found = now.get(row.digest) ?? known.get(row.digest)
      return found ? [[row.id, found] as const] : []
    }),
  )
}

/** All policies that are in force or are to come: what a title means in one of them, it means in every other. */
export async function othersInForce(ctx: Ctx): Promise<Other[]> {
  const { id, status, until } = policyVersions
  const rows = await ctx.db
    .select({ id })
    .from(policyVersions)
    .where(and(eq(status, 'published'), or(isNull(until), gte(until, ctx.today))))
  const read = await readVersions(
    ctx,
    rows.map((row) => row.id),
  )
  return [...read.values()].map(({ policy: { code, title, facts } }) => ({ code, name: `《${title}》`, facts }))
}
