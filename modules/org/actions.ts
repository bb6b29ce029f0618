/** Organisations: the district's bodies, who belongs to which, and which areas the district governs. */
import { and, asc, desc, eq, isNull, lte } from 'drizzle-orm'
import { z } from 'zod'
import { command, query } from '#platform/action.ts'
import { administrators, officials } from '#platform/context.ts'
import { conflict, invalid, missing } from '#platform/problem.ts'
import { boundary, jurisdiction, member, org, orgRow, post, spot } from './model.ts'
import { boundaries, jurisdictions, members, orgs, persons, posts, spots } from './tables.ts'

export const list = query({ label: '单位名录', who: 'anyone', input: z.object({}), output: z.array(orgRow) }, async ({ db }) =>
  db.select().from(orgs).orderBy(asc(orgs.kind), asc(orgs.areaCode), asc(orgs.name)),
)

/** What every page shows around itself: whose platform this is, and its day where that is not the real one. */
export const frame = query(
  {
    label: '平台概况',
    who: 'anyone',
    input: z.object({}),
    output: z.object({ regionName: z.string(), today: z.string(), clockSet: z.boolean() }),
  },
  async ({ db, now, today }) => {
    const [district] = await db.select().from(orgs).where(eq(orgs.kind, 'government')).limit(1)
    // The real clock is asked here, only to tell whether the product's differs from it.
    const apart = Math.abs(now.getTime() - Date.now()) > 24 * 60 * 60 * 1000
    return { regionName: district?.name.replace(/人民政府$/, '') ?? '本区', today, clockSet: apart }
  },
)

export const memberships = query(
  { label: '成员单位', who: 'anyone', input: z.object({}), output: z.array(member.extend({ id: z.uuid() })) },
  async ({ db }) => db.select().from(members),
)

export const jurisdictionRules = query(
  { label: '管辖规则', who: 'anyone', input: z.object({}), output: z.array(jurisdiction.extend({ id: z.uuid() })) },
  async ({ db }) => db.select().from(jurisdictions).orderBy(asc(jurisdictions.areaCode)),
)

/** Who held which post of an organisation when: a change of person keeps the post's history. */
export const tenures = query(
  {
    label: '任职沿革',
    who: [...officials, ...administrators],
    input: z.object({ org: z.uuid() }),
    output: z.array(post.pick({ role: true, title: true, since: true, until: true }).extend({ id: z.uuid(), name: z.string() })),
  },
  async ({ db }, { org }) =>
    db
      .select({
        ...{ id: posts.id, name: persons.name, role: posts.role },
        ...{ title: posts.title, since: posts.since, until: posts.until },
      })
      .from(posts)
      .innerJoin(persons, eq(persons.id, posts.person))
      .where(eq(posts.org, org))
      .orderBy(asc(posts.title), desc(posts.since), asc(persons.name)),
)

/** The district as a source drew it, and where its organisations stand: for orientation, no proof of a border. */
export const map = query(
  {
    label: '区域地图',
    who: 'anyone',
    input: z.object({}),
    output: z.object({
      boundary: boundary.pick({ rings: true, source: true, note: true }).nullable(),
      spots: z.array(
        spot.pick({ org: true, longitude: true, latitude: true, precision: true, note: true }).extend({
          name: z.string(),
          shortName: z.string(),
          kind: org.shape.kind,
        }),
      ),
    }),
  },
  async ({ db, today }) => {
    const [drawn] = await db
      .select()
      .from(boundaries)
      .where(lte(boundaries.since, today))
      .orderBy(desc(boundaries.since), desc(boundaries.createdAt))
      .limit(1)
    const placed = await db
      .select({ spot: spots, name: orgs.name, shortName: orgs.shortName, kind: orgs.kind })
      .from(spots)
      .innerJoin(orgs, eq(orgs.id, spots.org))
      .where(lte(spots.since, today))
      .orderBy(asc(spots.since), asc(orgs.name))
    // Of a place that was set right, the last one holds.
    const last = new Map(placed.map((one) => [one.spot.org, one]))
    return { boundary: drawn ?? null, spots: [...last.values()].map(({ spot, ...named }) => ({ ...spot, ...named })) }
  },
)

export const save = command(
  { label: '登记单位', who: ['office', 'secadmin'], input: org.extend({ id: z.uuid().optional() }), output: orgRow },
  async ({ db }, { id, ...values }) => {
    if (id && values.parent === id) throw invalid('上级单位不能是本单位')
    if (!id) return (await db.insert(orgs).values(values).returning())[0]!
    const [saved] = await db.update(orgs).set(values).where(eq(orgs.id, id)).returning()
    if (!saved) throw missing('单位')
    return saved
  },
)

export const join = command(
  {
    label: '加入成员',
    who: ['office', 'secadmin'],
    input: member.omit({ until: true, since: true }),
    output: z.object({ id: z.uuid() }),
  },
  async ({ db, today }, { body, org: joining }) => {
    if (body === joining) throw invalid('单位不能成为自己的成员')
    const [present] = await db
      .select()
      .from(members)
      .where(and(eq(members.body, body), eq(members.org, joining), isNull(members.until)))
    if (present) throw conflict('该单位已是成员')
    const [row] = await db.insert(members).values({ body, org: joining, since: today }).returning()
    return row!
  },
)

/** Leaving keeps the history of membership. */
export const leave = command(
  { label: '退出成员', who: ['office', 'secadmin'], input: z.object({ id: z.uuid() }), output: z.object({ id: z.uuid() }) },
  async ({ db, today }, { id }) => {
    const [row] = await db
      .update(members)
      .set({ until: today })
      .where(and(eq(members.id, id), isNull(members.until)))
      .returning()
    if (!row) throw missing('成员')
    return row
  },
)
