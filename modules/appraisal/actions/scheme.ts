/** Schemes by version: drafted as text, checked while they are written, issued; what is issued stays as it is. */
import { and, desc, eq, ne, sql } from 'drizzle-orm'
import { z } from 'zod'
import { checkScheme } from '#engines/appraisal/check.ts'
import { readScheme } from '#engines/appraisal/read/scheme.ts'
import { subjectKinds, terms } from '#engines/appraisal/scheme.ts'
import { definitionsOn } from '#modules/indicator/figures.ts'
import { command, query } from '#platform/action.ts'
import { type Ctx, officials } from '#platform/context.ts'
import { conflict } from '#platform/problem.ts'
import { oneAtATime } from '#platform/session.ts'
import { scheme as schemeEntity } from '../model.ts'
import { appraisals, schemes } from '../tables.ts'
import { schemeRow } from '../whole.ts'

const which = z.object({ id: z.uuid('没有找到该考核办法，请核对网址') })
const done = z.object({ id: z.uuid(), code: z.string(), version: z.number() })
const written = z.object({ text: z.string().max(100_000, '办法文本不超过 100000 个字') })
const row = schemeEntity.extend({ id: z.uuid() })

export const listSchemes = query(
  {
    label: '考核办法列表',
    who: officials,
    input: z.object({}),
    output: z.array(row.omit({ text: true }).extend({ appraisals: z.number() })),
  },
  async ({ db }) =>
    db
      .select({
        ...{ id: schemes.id, code: schemes.code, version: schemes.version, title: schemes.title, basis: schemes.basis },
        ...{ since: schemes.since, until: schemes.until, status: schemes.status, issuedOn: schemes.issuedOn, by: schemes.by },
        appraisals: sql<number>`(select count(*)::int from appraisal a where a.scheme = appraisal_scheme.id)`,
      })
      .from(schemes)
      .orderBy(desc(schemes.since), schemes.code, desc(schemes.version)),
)

const outline = z.object({
  groups: z.array(
    z.object({
      code: z.string(),
      title: z.string(),
      kind: z.enum(Object.keys(subjectKinds) as [keyof typeof subjectKinds]),
      items: z.number(),
    }),
  ),
  terms: z.array(z.enum(Object.keys(terms) as [keyof typeof terms])),
  /** Whether it shares out a reward fund. */
  rewards: z.boolean(),
})

const outlineOf = (text: string): z.infer<typeof outline> | null => {
  const { scheme } = readScheme(text)
  if (!scheme) return null
  const groups = scheme.groups.map(({ code, title, kind, items }) => ({ code, title, kind, items: items.length }))
  return { groups, terms: [...scheme.terms], rewards: scheme.award !== null }
}

export const showScheme = query(
  { label: '考核办法', who: officials, input: which, output: row.extend({ outline: outline.nullable() }) },
  async (ctx, { id }) => {
    const found = await schemeRow(ctx, id)
    return { ...found, outline: outlineOf(found.text) }
  },
)

const flaw = z.object({ line: z.number(), column: z.number(), sentence: z.string() })

/** Form, examples, and whether every indicator it takes is there in its unit. */
async function checked(ctx: Ctx, text: string) {
  const definitions = await definitionsOn(ctx, ctx.today)
  const units = new Map(definitions.map(({ code, unit }) => [code, unit]))
  const { scheme, flaws } = checkScheme(text, [...units.keys()])
  const misfits = (scheme?.groups ?? []).flatMap(({ items }) =>
    items.flatMap(({ source, title, unit, line, column }) => {
      const counted = source.is === 'indicator' ? units.get(source.code) : unit
      if (counted === unit) return []
      return [{ line, column, sentence: `“${title}”的单位应与指标一致：${counted || '（无单位）'}` }]
    }),
  )
  return { scheme, flaws: [...flaws, ...misfits] }
}

/** Asked while one writes. */
export const checkSchemeText = command(
  {
    label: '检查考核办法',
    who: ['office'],
    input: written,
    output: z.object({
      flaws: z.array(flaw),
      examples: z.number(),
      outline: outline.nullable(),
    }),
  },
  async (ctx, { text }) => {
    const { scheme, flaws } = await checked(ctx, text)
    return { flaws, examples: scheme?.examples.length ?? 0, outline: outlineOf(text) }
  },
)

/** What the file itself says; a draft with flaws keeps what it can. */
function headOf(text: string, kept: Pick<typeof schemes.$inferSelect, 'title' | 'basis' | 'since' | 'until'>) {
  const { scheme } = readScheme(text)
  const { title, basis, since, until } = scheme ?? kept
  return { title, basis, since, until }
}

export const draftScheme = command(
  {
    label: '起草考核办法',
    who: ['office'],
    input: z.object({
      code: schemeEntity.shape.code,
      text: z.string().min(1, '请填写办法文本').max(100_000, '办法文本不超过 100000 个字'),
    }),
    output: done,
  },
  async (ctx, { code, text }) => {
    await oneAtATime(ctx, `appraisal-scheme ${code}`)
    const versions = await ctx.db.select().from(schemes).where(eq(schemes.code, code)).orderBy(desc(schemes.version))
    if (versions.some(({ status }) => status === 'draft')) throw conflict(`“${code}”已有一份草案，请在该草案上修改`)
    const head = headOf(text, { title: '未命名的考核办法', basis: '待填', since: ctx.today, until: null })
    const version = (versions[0]?.version ?? 0) + 1
    const [made] = await ctx.db
      .insert(schemes)
      .values({ code, version, text, ...head, status: 'draft', issuedOn: null, by: ctx.actor.name })
      .returning({ id: schemes.id })
    return { id: made!.id, code, version }
  },
)

export const saveScheme = command(
  { label: '保存考核办法草案', who: ['office'], input: which.extend(written.shape), output: done },
  async (ctx, { id, text }) => {
    const found = await schemeRow(ctx, id)
    if (found.status === 'issued') throw conflict('考核办法已印发，不能改动，请另立新版')
    await ctx.db
      .update(schemes)
      .set({ text, ...headOf(text, found), by: ctx.actor.name })
      .where(eq(schemes.id, id))
    return { id, code: found.code, version: found.version }
  },
)

/** Whole and without a flaw; the version before it ends the day before. */
export const issueScheme = command(
  { label: '印发考核办法', who: ['office'], input: which, output: done },
  async (ctx, { id }) => {
    const found = await schemeRow(ctx, id)
    await oneAtATime(ctx, `appraisal-scheme ${found.code}`)
    if (found.status === 'issued') throw conflict('该考核办法已印发')
    const { scheme, flaws } = await checked(ctx, found.text)
    if (!scheme || flaws.length > 0)
      throw conflict(`办法文本还有 ${flaws.length} 处问题，第 ${flaws[0]!.line} 行：${flaws[0]!.sentence}`)
    if (scheme.code !== found.code) throw conflict(`办法文本中的代码“${scheme.code}”与“${found.code}”不一致`)
    const { title, basis, since, until } = scheme
    const earlier = and(eq(schemes.code, found.code), ne(schemes.id, id), eq(schemes.status, 'issued'))
    const [same] = await ctx.db
      .select({ version: schemes.version })
      .from(schemes)
      .where(and(earlier, sql`${schemes.since} >= ${since}`))
    if (same) throw conflict(`第 ${same.version} 版的生效日期不早于 ${since}，请调整新版的生效日期`)
    const before = sql`(${since}::date - 1)`
    await ctx.db
      .update(schemes)
      .set({ until: before })
      .where(and(earlier, sql`(${schemes.until} is null or ${schemes.until} >= ${since})`))
    await ctx.db
      .update(schemes)
      .set({ title, basis, since, until, status: 'issued', issuedOn: ctx.today, by: ctx.actor.name })
      .where(eq(schemes.id, id))
    return { id, code: found.code, version: found.version }
  },
)

/** Appraisals whose data another scheme can be tried on. */
export const triable = query(
  {
    label: '可用于推演的考核评估',
    who: ['office', 'leader'],
    input: z.object({}),
    output: z.array(z.object({ id: z.uuid(), title: z.string(), year: z.number() })),
  },
  async ({ db }) =>
    db
      .select({ id: appraisals.id, title: appraisals.title, year: appraisals.year })
      .from(appraisals)
      .where(sql`${appraisals.status} in ('drafted', 'deciding', 'published', 'archived')`)
      .orderBy(desc(appraisals.year), appraisals.term),
)
