/** What a leader carries in his pocket: what is red, what waits for his word, and who is in charge of each. */
import { and, asc, eq, gt, inArray, isNull, lte, or } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { persons, posts } from '#modules/org/tables.ts'
import { query } from '#platform/action.ts'
import { workdaysBetween } from '#platform/calendar.ts'
import { type Ctx, officials } from '#platform/context.ts'
import { replyKinds } from '../model.ts'
import { ownBodies } from '../places.ts'
import { line, matching, told } from '../search.ts'
import { cards, matterReplies, matters, supervisions } from '../tables.ts'

const incharge = z.object({ name: z.string(), title: z.string() }).nullable()
const desk = z.object({
  red: z.array(line.extend({ incharge })),
  /** Decisions: what was reported done, a delay or help that is asked for, a reply to a notice. */
  waiting: z.array(line.extend({ incharge, what: z.string(), since: z.string() })),
  /** Notices my unit has to sign for or to reply to. */
  notices: z.array(
    z.object({
      matter: z.uuid(),
      number: z.string(),
      title: z.string(),
      signed: z.boolean(),
      dueOn: z.string(),
      left: z.number(),
    }),
  ),
  /** My unit's matters in hand, the most pressing first. */
  mine: z.array(line),
  cards: z.object({ yellow: z.number(), red: z.number() }),
})

export const duties = query({ label: '督办待办', who: officials, input: z.object({}), output: desk }, async (ctx) => {
  const { role, org } = ctx.actor
  const judges = role === 'office' || role === 'leader'
  const red = judges ? await told(ctx, await matching(ctx, { late: true })) : []
  const asked = await questions(ctx, judges)
  const about = asked.length
    ? await told(
        ctx,
        inArray(
          matters.id,
          asked.map(({ matter }) => matter),
        ),
      )
    : []
  const of = new Map(about.map((one) => [one.id, one]))
  const charge = await inChargeOf(
    ctx,
    [...red, ...about].map(({ owner }) => owner),
  )
  const mine =
    role === 'leader' ? [] : await told(ctx, and(await matching(ctx, { open: true, mine: true }), eq(matters.status, 'open')))
  return {
    red: red.map((one) => ({ ...one, incharge: charge.get(one.owner) ?? null })),
    waiting: asked.flatMap(({ matter, what, since }) => {
      const one = of.get(matter)
      return one ? [{ ...one, incharge: charge.get(one.owner) ?? null, what, since }] : []
    }),
    notices: await noticesOf(ctx),
    mine: judges ? mine.filter((one) => one.owner === org || one.level === 'office') : mine,
    cards: await cardsOf(ctx),
  }
})

const noticed = pg.alias(supervisions, 'noticed')
/** What waits for an answer of mine, the oldest first. */
async function questions(ctx: Ctx, judges: boolean) {
  const rows = await ctx.db
    .select({ reply: matterReplies, matter: matters, notice: noticed.number })
    .from(matterReplies)
    .innerJoin(matters, eq(matters.id, matterReplies.matter))
    .leftJoin(noticed, eq(noticed.id, matterReplies.supervision))
    .where(and(eq(matterReplies.status, 'waiting'), inArray(matters.status, ['open', 'answered'])))
    .orderBy(asc(matterReplies.on), asc(matters.number))
  const bodies = await ownBodies(ctx)
  return rows
    .filter(({ reply, matter }) => (reply.kind === 'help' ? bodies.includes(matter.holder) : judges))
    .filter(({ reply, matter }) => ctx.actor.role === 'leader' || reply.kind === 'help' || matter.owner !== ctx.actor.org)
    .map(({ reply, matter, notice }) => ({
      matter: matter.id,
      what: notice ? `回复 ${notice}` : replyKinds[reply.kind],
      since: reply.on,
    }))
}

async function noticesOf({ db, actor, today }: Ctx) {
  if (actor.org === null || actor.role === 'leader') return []
  const open = await db
    .select()
    .from(supervisions)
    .where(and(eq(supervisions.org, actor.org), inArray(supervisions.status, ['issued', 'signed', 'returned'])))
    .orderBy(asc(supervisions.replyDueOn))
  return open.map(({ matter, number, title, status, signDueOn, replyDueOn }) => {
    const dueOn = status === 'issued' ? signDueOn : replyDueOn
    return { matter, number, title, signed: status !== 'issued', dueOn, left: workdaysBetween(today, dueOn) }
  })
}

/** In force this year: of the actor's unit; of all for those who see all. */
async function cardsOf({ db, today }: Ctx) {
  const inForce = (colour: 'yellow' | 'red') =>
    db.$count(
      cards,
      and(
        eq(cards.colour, colour),
        isNull(cards.liftedOn),
        gt(cards.on, `${Number(today.slice(0, 4)) - 1}-12-31`),
        lte(cards.on, today),
      ),
    )
  return { yellow: await inForce('yellow'), red: await inForce('red') }
}

/** Who is in post at these units today; of several the one who was there first. */
async function inChargeOf({ db, today }: Ctx, units: readonly string[]) {
  if (!units.length) return new Map<string, { name: string; title: string }>()
  const found = await db
    .select({ org: posts.org, name: persons.name, title: posts.title })
    .from(posts)
    .innerJoin(persons, eq(persons.id, posts.person))
    .where(
      and(
        inArray(posts.org, [...new Set(units)]),
        inArray(posts.role, ['office', 'department', 'park', 'town']),
        and(lte(posts.since, today), or(isNull(posts.until), gt(posts.until, today))),
      ),
    )
    .orderBy(asc(posts.since), asc(posts.createdAt), asc(persons.name))
  return new Map(found.reverse().map(({ org, ...who }) => [org, who]))
}
