/** The library looked through: by words in titles, clauses, readings and bodies, by level, pot, kind of support and state. */
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { potNames } from '#engines/policy/policy.ts'
import { orgs } from '#modules/org/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { oneOf } from '#platform/fields.ts'
import { containing } from '#platform/search.ts'
import { policyStates } from './flow.ts'
import { levels, policy } from './model.ts'
import { type Read, readVersions, shownVersion } from './reading.ts'
import { policies } from './tables.ts'

/** More words than these say nothing more. */
const most = 6

export const filter = z.object({
  words: z
    .string()
    .trim()
    .max(60, '查找内容不超过 60 个字')
    .transform((typed) => [...new Set(typed.toLowerCase().split(/\s+/))].filter(Boolean).slice(0, most))
    .prefault(''),
  level: oneOf('级别', levels).optional(),
  line: oneOf('资金', potNames).optional(),
  type: z.string().trim().max(60).optional(),
  status: oneOf('状态', policyStates).optional(),
  demonstration: z.boolean().optional(),
})
export type Sought = z.output<typeof filter>

export const line = policy
  .pick({ code: true, title: true, level: true, demonstration: true, issuer: true, number: true, issuedOn: true })
  .extend(policy.pick({ since: true, until: true, status: true, org: true, summary: true }).shape)
  .extend({
    id: z.uuid(),
    orgName: z.string().nullable(),
    clauses: z.number(),
    lines: z.array(z.enum(Object.keys(potNames) as [keyof typeof potNames])),
    types: z.array(z.string()),
    /** Titles of clauses in which the words stand. */
    found: z.array(z.string()),
  })
export type Line = z.output<typeof line>

/** Named apart: joined where there may be none. */
export const lead = pg.alias(orgs, 'lead_unit')

type Clauses = { policy: string; read: Read }

/** Every policy with the clauses it is shown by. */
export async function clausesOf(ctx: Ctx): Promise<Clauses[]> {
  const rows = await ctx.db
    .select({ policy: policies.id, version: sql<string | null>`${shownVersion(sql`policy.id`, ctx.today)}` })
    .from(policies)
    .where(sql`exists (select 1 from policy_version v where v.policy = policy.id and v.status = 'published')`)
  const read = await readVersions(
    ctx,
    rows.flatMap(({ version }) => version ?? []),
  )
  return rows.flatMap(({ policy, version }) => {
    const found = version === null ? undefined : read.get(version)
    return found ? [{ policy, read: found }] : []
  })
}

export async function seek(ctx: Ctx, of: Sought, { page, size }: { page: number; size: number }) {
  const all = await clausesOf(ctx)
  const where = matching(of, all)
  const rows = await ctx.db
    .select({ row: policies, orgName: lead.shortName, total: sql<number>`count(*) over ()`.mapWith(Number) })
    .from(policies)
    .leftJoin(lead, eq(lead.id, policies.org))
    .where(where)
    .orderBy(...order(of.words, all))
    .limit(size)
    .offset((page - 1) * size)
  const clauses = new Map(all.map(({ policy, read }) => [policy, read]))
  return {
    rows: rows.map(({ row, orgName }) => ({ ...row, orgName, ...toldOf(clauses.get(row.id), of.words) })),
    // Found in the same pass over the texts; a page beyond the last has no row to tell it.
    total: rows[0]?.total ?? (page === 1 ? 0 : await ctx.db.$count(policies, where)),
  }
}

function toldOf(read: Read | undefined, words: readonly string[]) {
  const own = read?.policy.clauses ?? []
  return {
    clauses: own.length,
    lines: [...new Set(own.map(({ pot }) => pot))],
    types: [...new Set(own.map(({ type }) => type))],
    found: own.filter((_, at) => words.some((word) => read!.prepared[at]!.includes(word))).map(({ title }) => title),
  }
}

/** Each word stands somewhere in the document or in one of its clauses. */
function matching({ words, level, line, type, status, demonstration }: Sought, all: readonly Clauses[]): SQL | undefined {
  const having = (has: (clause: Read['policy']['clauses'][number]) => boolean) =>
    all.filter(({ read }) => read.policy.clauses.some(has)).map(({ policy }) => policy)
  return and(
    ...words.map((word) => sql`(${anywhere(word)} or policy.id = any(${ids(withWord(all, word))}))`),
    level ? eq(policies.level, level) : undefined,
    status ? eq(policies.status, status) : undefined,
    demonstration === undefined ? undefined : eq(policies.demonstration, demonstration),
    line
      ? inArray(
          policies.id,
          having(({ pot }) => pot === line),
        )
      : undefined,
    type
      ? inArray(
          policies.id,
          having((clause) => clause.type === type),
        )
      : undefined,
  )
}

const withWord = (all: readonly Clauses[], word: string) =>
  all.filter(({ read }) => read.prepared.some((text) => text.includes(word))).map(({ policy }) => policy)
const ids = (of: readonly string[]) => sql`${`{${of.join()}}`}::uuid[]`

const heading = sql`policy.title || ' ' || coalesce(policy.number, '') || ' ' || policy.issuer`
const reading = sql`coalesce(policy.summary, '') || ' ' || coalesce(policy.guide::text, '')`

/** Chinese has no capitals: without folding, a text is looked through many times as fast. */
const within = (text: SQL, word: string) =>
  /[a-z]/i.test(word) ? sql`${text} ilike ${containing(word)}` : sql`${text} like ${containing(word)}`
const anywhere = (word: string) =>
  sql`(${within(heading, word)} or ${within(reading, word)} or ${within(sql`policy.body`, word)})`

/** What is in force first; of what was looked for, where it stands in the title, then in clauses, then in readings. */
function order(words: readonly string[], all: readonly Clauses[]): SQL[] {
  const standing = sql`array_position(array['draft', 'inForce', 'amended', 'repealed'], policy.status)`
  const latest = [sql`policy.since desc`, sql`policy.title`]
  if (words.length === 0) return [sql`policy.demonstration`, standing, ...latest]
  const weight = words.map(
    (word) => sql`case when ${within(heading, word)} then 8 else 0 end
      + case when policy.id = any(${ids(withWord(all, word))}) then 4 else 0 end
      + case when ${within(reading, word)} then 2 else 0 end`,
  )
  return [sql`(${sql.join(weight, sql` + `)}) desc`, sql`policy.demonstration`, standing, ...latest]
}
