/** Numbers are frozen: figures when the verification begins, verified numbers and experts' points when the draft is reckoned. */
import { and, eq, isNotNull } from 'drizzle-orm'
import type { Group, Scheme } from '#engines/appraisal/scheme.ts'
import { allDefinitions } from '#modules/indicator/figures.ts'
import type { Ctx } from '#platform/context.ts'
import { expertScores, selfEvaluations, values } from '../tables.ts'
import {
  type Appraisal,
  type Asked,
  askedIn,
  frozenOf,
  groupOf,
  keyOf,
  latestIn,
  type SubjectRow,
  type ValueRow,
} from '../whole.ts'
import { partOf, zonesOf } from './part.ts'
import { reader } from './published.ts'
import type { Source } from './source.ts'

type Read = { subject: SubjectRow; asked: Asked; value: number | null; missing: string | null; source: Source }

/** The published part of every subject for everything that takes an indicator. */
export async function readFigures(
  ctx: Ctx,
  scheme: Scheme,
  term: { from: string; until: string },
  subjects: readonly SubjectRow[],
  wanted: (subject: SubjectRow, asked: Asked) => boolean = () => true,
): Promise<Read[]> {
  const read = reader(ctx, await allDefinitions(ctx), term)
  const zoneOf = await zonesOf(
    ctx,
    subjects.map(({ org }) => org),
  )
  const found: Read[] = []
  for (const { subject, asked, group } of pairs(scheme, subjects)) {
    const { source: from, unit } = asked
    if (from.is !== 'indicator' || !wanted(subject, asked)) continue
    found.push({ subject, asked, ...(await read({ ...from, unit }, partOf(group.kind, subject, zoneOf))) })
  }
  return found
}

/** Of the appraisal, those not frozen yet; with `again` also those that were missing. */
export async function freezeFigures(
  ctx: Ctx,
  appraisal: Appraisal,
  scheme: Scheme,
  subjects: readonly SubjectRow[],
): Promise<number> {
  const before = latestIn(await frozenOf(ctx, appraisal.id))
  const open = ({ id }: SubjectRow, { code }: Asked) => (before.get(keyOf(id, code))?.value ?? null) === null
  const read = await readFigures(ctx, scheme, appraisal, subjects, open)
  const news = read.filter(({ subject, asked, value }) => value !== null || !before.has(keyOf(subject.id, asked.code)))
  return freeze(ctx, before, news, '数据公布后补取')
}

/** What the office verified and what the experts gave, where it is other than what was frozen before. */
export async function freezeJudged(
  ctx: Ctx,
  appraisal: Appraisal,
  scheme: Scheme,
  subjects: readonly SubjectRow[],
): Promise<void> {
  const before = latestIn(await frozenOf(ctx, appraisal.id))
  const own = eq(selfEvaluations.appraisal, appraisal.id)
  const selves = await ctx.db
    .select()
    .from(selfEvaluations)
    .where(and(own, isNotNull(selfEvaluations.verifiedOn)))
  const verified = new Map(selves.map((row) => [keyOf(row.subject, row.item), row]))
  const given = await pointsOf(ctx, appraisal.id)
  const read = pairs(scheme, subjects).flatMap(({ subject, asked }): Read[] => {
    const key = keyOf(subject.id, asked.code)
    if (asked.source.is === 'experts') {
      const points = given.get(key) ?? []
      return [{ subject, asked, value: null, missing: points.length ? null : '专家尚未评分', source: { is: 'experts', points } }]
    }
    if (asked.source.is !== 'verified') return []
    const self = verified.get(key)
    if (!self) return []
    const source = { is: 'verified', by: self.verifiedBy!, on: self.verifiedOn!, opinion: self.opinion } as const
    return [{ subject, asked, value: self.verified, missing: null, source }]
  })
  const news = read.filter(({ subject, asked, value, source }) => {
    const last = before.get(keyOf(subject.id, asked.code))
    return !last || last.value !== value || (source.is === 'experts' && !samePoints(last, source.points))
  })
  await freeze(ctx, before, news, '退回后重新核验')
}

const samePoints = ({ source }: ValueRow, points: readonly number[]) =>
  JSON.stringify((source as { points?: unknown }).points) === JSON.stringify(points)

/** Sorted: who gave what is not told by their order. The expert's own rights are kept by whoever calls this. */
async function pointsOf({ db }: Pick<Ctx, 'db'>, appraisal: string): Promise<Map<string, number[]>> {
  const rows = await db
    .select()
    .from(expertScores)
    .where(and(eq(expertScores.appraisal, appraisal), isNotNull(expertScores.points)))
  const given = new Map<string, number[]>()
  for (const { subject, item, points } of rows)
    given.set(keyOf(subject, item), [...(given.get(keyOf(subject, item)) ?? []), points!])
  for (const all of given.values()) all.sort((a, b) => a - b)
  return given
}

async function freeze(
  { db, today }: Ctx,
  before: ReadonlyMap<string, ValueRow>,
  read: readonly Read[],
  why: string,
): Promise<number> {
  if (read.length === 0) return 0
  await db.insert(values).values(
    read.map(({ subject, asked, value, missing, source }) => {
      const round = (before.get(keyOf(subject.id, asked.code))?.round ?? 0) + 1
      return {
        ...{ appraisal: subject.appraisal, subject: subject.id, item: asked.code, value, missing, source },
        ...{ round, frozenOn: today, reason: round === 1 ? null : why },
      }
    }),
  )
  return read.length
}

const pairs = (scheme: Scheme, subjects: readonly SubjectRow[]): { subject: SubjectRow; asked: Asked; group: Group }[] =>
  subjects.flatMap((subject) => {
    const group = groupOf(scheme, subject.group)
    return askedIn(group).map((asked) => ({ subject, asked, group }))
  })
