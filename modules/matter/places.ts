/** Where a matter goes: the unit that works for a body, the group that carries its task, the office and the board above. */
import { and, eq, gt, inArray, isNull, lte, or } from 'drizzle-orm'
import { orgs, posts } from '#modules/org/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { invalid } from '#platform/problem.ts'
import type { Level } from './model.ts'
import { charges } from './tables.ts'

/** Who can be given something to do: those whose people report. */
const doers = ['office', 'department', 'park', 'company', 'town', 'institution'] as const

/** The bodies that do the work: of a park the company that runs it. Each once, in the order given. */
export async function actingFor(ctx: Ctx, given: readonly string[], what: string): Promise<string[]> {
  const acting: string[] = []
  for (const id of given) acting.push(await actsFor(ctx, id, what))
  return [...new Set(acting)]
}

async function actsFor({ db, today }: Ctx, id: string, what: string): Promise<string> {
  const [body] = await db.select().from(orgs).where(eq(orgs.id, id))
  if (!body) throw invalid(`组织体系中没有所选的${what}`)
  if (!doers.some((kind) => kind === body.kind)) throw invalid(`“${body.shortName}”不能作${what}，请选择具体承办的单位`)
  if (body.until !== null && body.until <= today) throw invalid(`“${body.shortName}”已撤销，不能作${what}`)
  if (body.kind !== 'park') return id
  const company = and(eq(orgs.parent, id), eq(orgs.kind, 'company'), or(isNull(orgs.until), gt(orgs.until, today)))
  const [runs] = await db.select({ id: orgs.id }).from(orgs).where(company).orderBy(orgs.name).limit(1)
  return runs?.id ?? id
}

/** The level above and who has it there: a task no group carries goes on to the office; above the board there is none. */
export async function above(ctx: Ctx, level: Level, task: string | null): Promise<{ level: Level; holder: string } | null> {
  const team = level === 'unit' && task !== null ? await chargeOf(ctx, task) : null
  if (team) return { level: 'team', holder: team.lead }
  if (level === 'unit' || level === 'team') {
    const office = await firstOf(ctx, 'office')
    if (office) return { level: 'office', holder: office }
  }
  const board = level === 'board' ? null : await firstOf(ctx, 'board')
  return board === null ? null : { level: 'board', holder: board }
}

/** The group that carries a task today. */
export async function chargeOf({ db, today }: Ctx, task: string) {
  const { since, until } = charges
  const inForce = and(eq(charges.task, task), lte(since, today), or(isNull(until), gt(until, today)))
  return (await db.select().from(charges).where(inForce))[0] ?? null
}

async function firstOf({ db }: Ctx, kind: 'office' | 'board'): Promise<string | null> {
  const [found] = await db.select({ id: orgs.id }).from(orgs).where(eq(orgs.kind, kind)).orderBy(orgs.name).limit(1)
  return found?.id ?? null
}

/** Everyone whose turn an organisation's people may take: their own, and for the office the office as a body. */
export async function ownBodies({ db, actor: { role, org } }: Ctx): Promise<string[]> {
  const bodies = role === 'office' ? ['office' as const] : role === 'leader' ? ['board' as const] : []
  const found = bodies.length ? await db.select({ id: orgs.id }).from(orgs).where(inArray(orgs.kind, bodies)) : []
  return [...new Set([...(org ? [org] : []), ...found.map(({ id }) => id)])]
}

/** Whom to tell at these bodies: of the office and the board those who play their parts, of the others everyone in post. */
export async function peopleAt({ db, today }: Ctx, bodies: readonly string[]): Promise<{ orgs: string[]; persons: string[] }> {
  const units = [...new Set(bodies)]
  const found = await db
    .select({ kind: orgs.kind })
    .from(orgs)
    .where(and(inArray(orgs.id, units), inArray(orgs.kind, ['office', 'board'])))
  const parts = found.map(({ kind }) => (kind === 'office' ? ('office' as const) : ('leader' as const)))
  if (!parts.length) return { orgs: units, persons: [] }
  const inPost = and(inArray(posts.role, parts), lte(posts.since, today), or(isNull(posts.until), gt(posts.until, today)))
  return { orgs: units, persons: (await db.select({ id: posts.person }).from(posts).where(inPost)).map(({ id }) => id) }
}
