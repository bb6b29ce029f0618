/** The ladder of titles: the criteria in force, new versions of them, how far an enterprise is, and how many stand where. */
import { and, eq, isNull, lte, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { inForce, type Scheme } from '#engines/criteria/scheme.ts'
import { titles } from '#modules/enterprise/model.ts'
import { knownOn, presentOn } from '#modules/enterprise/presence.ts'
import { fileToSee, ownFile } from '#modules/enterprise/queries.ts'
import { presences, qualifications } from '#modules/enterprise/tables.ts'
import { command, query } from '#platform/action.ts'
import { officials } from '#platform/context.ts'
import { day } from '#platform/fields.ts'
import { invalid } from '#platform/problem.ts'
import { overAll } from '#platform/session.ts'
import { enact, sourceOf } from './enact.ts'
import { criteriaInWords } from './in-words.ts'
import { criteria } from './model.ts'
import { standingOf, standing as standingRow } from './standing.ts'
import { newest, versionsOf } from './versions.ts'

const line = z.object({ depth: z.number(), title: z.string(), words: z.string() })
const scheme = z.object({
  code: z.string(),
  name: z.string(),
  version: z.number(),
  ladder: z.object({ name: z.string(), rank: z.number() }).nullable(),
  since: z.string(),
  until: z.string().nullable(),
  source: z.string(),
  note: z.string().nullable(),
  validYears: z.number().nullable(),
  criteria: z.array(line),
  bonus: z.array(line),
})

/** Ladders first, each from its lowest tier. */
const ladderFirst = ({ ladder: a }: Scheme, { ladder: b }: Scheme) =>
  Number(a === null) - Number(b === null) || (a && b ? a.name.localeCompare(b.name, 'zh') || a.rank - b.rank : 0)

/** What is in force today, ladder by ladder from the lowest tier. */
export const list = query(
  { label: '现行认定标准', who: officials, input: z.object({}), output: z.array(scheme) },
  async (ctx) => {
    const files = await newest(ctx)
    const versionOf = new Map(files.map(({ version: { code, version } }) => [code, version]))
    return inForce(
      files.flatMap(({ schemes }) => schemes),
      ctx.today,
    )
      .sort(ladderFirst)
      .map((one) => ({
        ...one,
        version: versionOf.get(one.code)!,
        source: sourceOf(one),
        note: one.source.note,
        criteria: criteriaInWords(one.criteria),
        bonus: criteriaInWords(one.bonus),
      }))
  },
)

const versionRow = criteria.extend({ id: z.uuid(), createdAt: z.string() })

/** Every version of a scheme as it was written, newest first; of all schemes where none is named. */
export const history = query(
  {
    label: '认定标准版本',
    who: officials,
    input: z.object({ code: criteria.shape.code.optional() }),
    output: z.array(versionRow),
  },
  async (ctx, { code }) => (await versionsOf(ctx)).filter((row) => code === undefined || row.code === code),
)

/** The office writes a new version; it counts only when it reads without a flaw and its worked examples come out as it says. */
export const revise = command(
  {
    label: '修订认定标准',
    who: ['office'],
    input: z.object({ text: criteria.shape.text }),
    output: z.object({ id: z.uuid(), code: z.string(), version: z.number() }),
  },
  (ctx, { text }) => enact(ctx, text),
)

export const standing = query(
  {
    label: '培育梯队对照',
    who: officials,
    input: z.object({ enterprise: z.uuid('没有找到该企业，请核对网址') }),
    output: standingRow,
  },
  async (ctx, { enterprise }) => standingOf(ctx, await fileToSee(ctx, enterprise)),
)

export const ownStanding = query(
  {
    label: '本企业培育梯队对照',
    who: ['enterprise', 'institution'],
    input: z.object({}),
    output: standingRow.nullable(),
  },
  async (ctx) => {
    const own = await ownFile(ctx)
    return own && standingOf(ctx, own)
  },
)

/** How many enterprises in the district hold each title on a day, over the whole district. */
export const pyramid = query(
  {
    label: '资质称号分布',
    who: officials,
    input: z.object({ day: day('日期').optional() }),
    output: z.array(z.object({ kind: z.string(), title: z.string(), count: z.number() })),
  },
  async (ctx, { day: on = ctx.today }) => {
    if (on > ctx.today) throw invalid('日期不能晚于今天')
    const n = sql<number>`count(distinct ${qualifications.enterprise})`.mapWith(Number)
    const rows = await overAll(ctx, ({ db }) =>
      db
        .select({ kind: qualifications.kind, n })
        .from(qualifications)
        .innerJoin(presences, eq(presences.enterprise, qualifications.enterprise))
        .where(
          and(
            knownOn(qualifications, ctx.today),
            lte(qualifications.grantedOn, on),
            or(isNull(qualifications.validUntil), sql`${qualifications.validUntil} >= ${on}`),
            presentOn(on, ctx.today),
          ),
        )
        .groupBy(qualifications.kind),
    )
    const counts = new Map(rows.map(({ kind, n }) => [kind, n]))
    return (Object.keys(titles) as (keyof typeof titles)[]).map((kind) => ({
      kind,
      title: titles[kind],
      count: counts.get(kind) ?? 0,
    }))
  },
)
