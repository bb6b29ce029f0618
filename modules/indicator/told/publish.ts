/** Published figures: what was told for a month stays as it was told; what the ledgers say now is set beside it. */

import { createHash } from 'node:crypto'
import { and, asc, eq, lte, sql } from 'drizzle-orm'
import type { Definition, Figure } from '#engines/indicator/definition.ts'
import type { Ctx } from '#platform/context.ts'
import { allDefinitions, figuresOf, viewOfMonth } from '../figures.ts'
import { publications } from '../tables.ts'

type Filter = { code?: string; month?: string; upTo: string }

/** Everything that was told up to a day, restatements after what they restate; oldest month first. */
export const tellingsOf = ({ db }: Pick<Ctx, 'db'>, { code, month, upTo }: Filter) =>
  db
    .select()
    .from(publications)
    .where(
      and(
        lte(publications.publishedOn, upTo),
        code === undefined ? undefined : eq(publications.code, code),
        month === undefined ? undefined : eq(publications.month, month),
      ),
    )
    .orderBy(asc(publications.month), asc(publications.restatement))

/** What holds of each month on a day: the last restatement, or the figure as first published; newest month first. */
export async function publicationsOf(ctx: Pick<Ctx, 'db'>, filter: Filter) {
  const all = await tellingsOf(ctx, filter)
  return [...new Map(all.map((row) => [`${row.code} ${row.month}`, row])).values()].reverse()
}

/** The figure of a published month as the ledgers tell it today, under the definition it was published with. */
export async function presentFigures(ctx: Ctx, told: { code: string; month: string; version: number }[]): Promise<Figure[]> {
  const all = await allDefinitions(ctx)
  return figuresOf(
    ctx,
    told.map(({ code, month, version }) => ({
      definition: all.find((one) => one.code === code && one.version === version)!,
      view: viewOfMonth(month, ctx.today),
    })),
  )
}

export const isSame = (a: Figure, b: Figure) =>
  a.value === b.value && [a.of, a.over, a.before].every((sum, i) => sum?.amount === [b.of, b.over, b.before][i]?.amount)

/** Proof of what a figure was made of: its definition and its exact sums. */
export const digestOf = (definition: Definition, figure: Figure): string =>
  createHash('sha256')
    .update(JSON.stringify([definition, figure]), 'utf8')
    .digest('hex')

type Telling = { definition: Definition; month: string; figure: Figure; restatement: number; reason: string | null }
export const tell = async ({ db, today, actor }: Ctx, tellings: Telling[]) =>
  db.insert(publications).values(
    tellings.map(({ definition, month, figure, restatement, reason }) => ({
      code: definition.code,
      version: definition.version,
      month,
      figure,
      digest: digestOf(definition, figure),
      publishedOn: today,
      publishedBy: actor.name,
      restatement,
      reason,
    })),
  )

/** The first and last month published. */
export async function publishedMonths({ db }: Pick<Ctx, 'db'>, upTo: string): Promise<string[]> {
  const { rows } = (await db.execute(
    sql`select distinct month from publication where published_on <= ${upTo} order by month`,
  )) as unknown as { rows: { month: string }[] }
  return rows.map(({ month }) => month)
}
