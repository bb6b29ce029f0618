/** A document with its clauses in plain words, its versions and reviews, what it replaced, and answers made public. */
import { desc, eq, inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { ClauseWords } from '#engines/policy/words.ts'
import { orgs } from '#modules/org/tables.ts'
import { type Ctx, isOfficial } from '#platform/context.ts'
import { fairReview, policy, policyVersion } from './model.ts'
import { readVersions, shownVersion } from './reading.ts'
import { mayWork, type PolicyRow } from './rights.ts'
import { fairReviews, policies, policyVersions } from './tables.ts'

const words = z.custom<ClauseWords>()
const other = z.object({ id: z.uuid(), code: z.string(), title: z.string() })
const versionLine = policyVersion
  .pick({ number: true, since: true, until: true, status: true, note: true, publishedOn: true })
  .extend({ id: z.uuid(), savedBy: z.string().nullable() })
const reviewLine = fairReview.omit({ policy: true, by: true, file: true }).extend({ id: z.uuid(), paper: z.boolean() })
const openAnswer = z.object({
  id: z.uuid(),
  text: z.string(),
  clause: z.string().nullable(),
  answer: z.string(),
  answeredOn: z.string(),
})

export const shownPolicy = policy.omit({ file: true, successor: true }).extend({
  id: z.uuid(),
  paper: z.boolean(),
  orgName: z.string().nullable(),
  successor: other.nullable(),
  replaces: z.array(other),
  /** The version its clauses are told by, and whether it is in force today. */
  version: z.uuid().nullable(),
  running: z.boolean(),
  clauses: z.array(words),
  versions: z.array(versionLine),
  reviews: z.array(reviewLine),
  answers: z.array(openAnswer),
  /** Whether the reader works on it. */
  mine: z.boolean(),
})
export type ShownPolicy = z.output<typeof shownPolicy>

export async function showPolicy(ctx: Ctx, { file, successor, ...row }: PolicyRow): Promise<z.input<typeof shownPolicy>> {
  const { db, today } = ctx
  const [picked] = await db
    .select({ version: sql<string | null>`${shownVersion(sql`policy.id`, today)}` })
    .from(policies)
    .where(eq(policies.id, row.id))
  const version = picked?.version ?? null
  const read = version === null ? undefined : (await readVersions(ctx, [version])).get(version)
  const own = await db.select().from(policyVersions).where(eq(policyVersions.policy, row.id)).orderBy(desc(policyVersions.number))
  const replaced = await db.select().from(policies).where(eq(policies.successor, row.id)).orderBy(policies.since)
  const [next] = successor === null ? [] : await db.select().from(policies).where(eq(policies.id, successor))
  const [lead] = row.org === null ? [] : await db.select({ name: orgs.shortName }).from(orgs).where(eq(orgs.id, row.org))
  const shown = own.find(({ id }) => id === version)
  return {
    ...row,
    paper: file !== null,
    orgName: lead?.name ?? null,
    successor: next ?? null,
    replaces: replaced,
    version,
    running: shown !== undefined && shown.since <= today && (shown.until === null || shown.until >= today),
    clauses: read?.words ?? [],
    // Who wrote what is the office's own affair.
    versions: own.map(({ savedBy, ...one }) => ({ ...one, savedBy: isOfficial(ctx.actor.role) ? savedBy : null })),
    reviews: await reviewsOf(
      ctx,
      own.map(({ id }) => id),
    ),
    answers: await openAnswersOf(ctx, row.id),
    mine: mayWork(ctx, row),
  }
}

async function reviewsOf({ db }: Ctx, versions: string[]) {
  const rows = await db
    .select()
    .from(fairReviews)
    .where(inArray(fairReviews.version, versions))
    .orderBy(desc(fairReviews.reviewedOn), desc(fairReviews.createdAt))
  return rows.map(({ file, ...one }) => ({ ...one, paper: file !== null }))
}

/** Told by the database without whoever asked. */
export async function openAnswersOf({ db }: Ctx, of: string | null): Promise<z.output<typeof openAnswer>[]> {
  type Told = { id: string; text: string; clause: string | null; answer: string; answered_on: string }
  const { rows } = (await db.execute(sql`select * from open_answers(${of}::uuid)`)) as unknown as { rows: Told[] }
  return rows.map(({ answered_on, ...one }) => ({ ...one, answeredOn: answered_on }))
}
