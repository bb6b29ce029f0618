/** Who is to come to a meeting: whoever holds the post in each member unit that day, or the one who stands in for him. */
import { and, asc, eq, gte, inArray, isNull, lte, or, type SQL } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import { members, orgs, persons, posts } from '#modules/org/tables.ts'
import { type Ctx, officials } from '#platform/context.ts'
import { absences } from './tables.ts'

/** Of a unit that has not said who comes. */
export const nobodyYet = { name: '待定', title: '参会人员' }

export type Holder = { post: string; org: string; person: string; name: string; title: string }
type Invited = Pick<Holder, 'org' | 'name' | 'title'> & { post: string | null }
export type Attendee = Invited & {
  standsInFor: string | null
  /** Why the one he stands in for is away. */
  excuse: string | null
  /** The post of the one who is away. */
  instead: string | null
}

const lasts = (since: pg.AnyPgColumn, until: pg.AnyPgColumn, day: string) =>
  and(lte(since, day), or(isNull(until), gte(until, day)))

/** Posts held on a day by people who come to meetings, the longest held first. */
export const holdersOn = ({ db }: Ctx, day: string, where?: SQL): Promise<Holder[]> =>
  db
    .select({ post: posts.id, org: posts.org, person: posts.person, name: persons.name, title: posts.title })
    .from(posts)
    .innerJoin(persons, eq(persons.id, posts.person))
    .where(and(inArray(posts.role, [...officials]), lasts(posts.since, posts.until, day), where))
    .orderBy(asc(posts.since), asc(persons.name))

const deputies = pg.alias(posts, 'deputy_post')
const standing = pg.alias(persons, 'deputy_person')

/** Posts whose holder is away on a day, each with who acts for it. */
export async function absentOn({ db }: Ctx, day: string) {
  const found = await db
    .select({
      post: absences.post,
      reason: absences.reason,
      deputy: { post: deputies.id, org: deputies.org, person: deputies.person, name: standing.name, title: deputies.title },
    })
    .from(absences)
    .innerJoin(deputies, eq(deputies.id, absences.deputy))
    .innerJoin(standing, eq(standing.id, deputies.person))
    .where(and(lte(absences.since, day), gte(absences.until, day)))
    .orderBy(asc(absences.since))
  return new Map(found.map(({ post, ...rest }) => [post, rest]))
}

/** One of each member unit, the chair first; of a park nobody is named in, one of the company that runs it. */
export async function attendeesOf(ctx: Ctx, body: string, chair: string, day: string): Promise<Attendee[]> {
  const units = await ctx.db
    .select({ id: orgs.id })
    .from(members)
    .innerJoin(orgs, eq(orgs.id, members.org))
    .where(and(eq(members.body, body), lasts(members.since, members.until, day)))
    .orderBy(asc(orgs.name))
  const companies = await ctx.db
    .select({ id: orgs.id, parent: orgs.parent })
    .from(orgs)
    .where(and(eq(orgs.kind, 'company'), or(isNull(orgs.until), gte(orgs.until, day))))
  const holders = await holdersOn(ctx, day)
  const away = await absentOn(ctx, day)
  const presided = holders.filter(({ post }) => post === chair)
  const invited = units.map(({ id }): Invited => {
    const running = companies.filter(({ parent }) => parent === id).map((company) => company.id)
    const own = holders.find(({ org }) => org === id) ?? holders.find(({ org }) => running.includes(org))
    return own ?? { ...nobodyYet, org: running[0] ?? id, post: null }
  })
  const all = [...presided, ...invited].map((one) => replaced(one, away))
  return all.filter((one, at) => all.findIndex(({ org, name }) => org === one.org && name === one.name) === at)
}

type Away = Awaited<ReturnType<typeof absentOn>>
function replaced({ post, org, name, title }: Invited, away: Away): Attendee {
  const gone = post === null ? undefined : away.get(post)
  if (!gone) return { post, org, name, title, standsInFor: null, excuse: null, instead: null }
  const { deputy } = gone
  const acting = { post: deputy.post, org: deputy.org, name: deputy.name, title: deputy.title }
  return { ...acting, standsInFor: name, excuse: gone.reason, instead: post }
}
