/** What the ledgers say on the day a round is laid out, read once for all its sheets. */
import { and, desc, eq, gte, inArray, isNull, lte } from 'drizzle-orm'
import { shiftMonth } from '#engines/indicator/months.ts'
import { cards, matters } from '#modules/matter/tables.ts'
import { orgs } from '#modules/org/tables.ts'
import { zones } from '#modules/plan/tables.ts'
import { boardOn } from '#modules/work/board.ts'
import { reportsOf } from '#modules/work/queries.ts'
import type { Ctx } from '#platform/context.ts'
import type { Term } from '../rule.ts'
import { figuresFor } from './figures.ts'
import { lateIn } from './queues.ts'

export type Unit = { id: string; name: string; kind: string; parent: string | null }
export type Facts = NonNullable<Awaited<ReturnType<typeof factsOf>>>

/** Null before any plan is in force. */
export async function factsOf(ctx: Ctx, term: Term) {
  const board = await boardOn(ctx)
  if (!board) return null
  const bodies: Unit[] = await ctx.db
    .select({ id: orgs.id, name: orgs.shortName, kind: orgs.kind, parent: orgs.parent })
    .from(orgs)
    .where(inArray(orgs.kind, ['department', 'park', 'company', 'town']))
  const open = await ctx.db
    .select()
    .from(matters)
    .where(inArray(matters.status, ['open', 'answered']))
    .orderBy(matters.dueOn, matters.number)
  const asked = new Set([...board.tasks.flatMap(({ units }) => units.map(({ org }) => org)), ...open.map(({ owner }) => owner)])
  const planned = await ctx.db.select({ name: zones.name, org: zones.org }).from(zones).where(eq(zones.plan, board.plan.id))
  return {
    term,
    today: ctx.today,
    board,
    bodies,
    /** Those who have a task of the plan or a matter in hand. */
    units: bodies.filter(({ id, kind }) => asked.has(id) && kind !== 'park').sort(byName),
    zones: bodies.filter(({ id }) => planned.some(({ org }) => org === id)).sort(byName),
    matters: open,
    cards: await cardsOf(ctx, term),
    problems: (
      await reportsOf(
        ctx,
        board.tasks.map(({ key }) => key),
      )
    ).filter(({ month, problems, status }) => month > term.before && month <= term.month && problems && status !== 'draft'),
    late: await lateIn(ctx),
    ...(await figuresFor(ctx, term)),
  }
}

const byName = (a: Unit, b: Unit) => a.name.localeCompare(b.name, 'zh-CN')

/** Given since the months looked at began, and not lifted. */
const cardsOf = ({ db, today }: Ctx, { before }: Term) =>
  db
    .select()
    .from(cards)
    .where(and(gte(cards.on, `${shiftMonth(before, 1)}-01`), lte(cards.on, today), isNull(cards.liftedOn)))
    .orderBy(desc(cards.on))
