/**
 * The ledgers turned into facts (engines/policy/vocabulary.ts), of many firms by one statement a source, and only those asked
 * for. What claims, examiners and levels above tell is added by whoever asks them.
 */

import { factTitled } from '#engines/criteria/facts.ts'
import type { Facts } from '#engines/policy/fact.ts'
import type { Days } from '#modules/ladder/known/asked.ts'
import { reportsOf } from '#modules/ladder/known/reports.ts'
import type { Ctx } from '#platform/context.ts'
import { criteria } from './criteria.ts'
import { file } from './file.ts'
import { type Firm, type Found, firmsOf, type KnownFirm, nextFirms, type Source } from './firm.ts'
import { letting } from './lease.ts'
import { pastIn, pastOfMany } from './past.ts'
import { punctual, staff } from './report.ts'
import { statistic } from './statistic.ts'
import { rights, titles } from './title.ts'

/** Statistical returns come last: they tell what nothing before them did. */
const sourcesFor = (asked: readonly string[]): Source[] =>
  [criteria(asked), file, titles, rights, staff, punctual, letting, statistic].filter((source) =>
    source.titles.some((title) => asked.includes(title)),
  )

export type Asking = {
  /** As it stood on that day. */
  day: string
  /** As far as it was known then; the day itself where nothing is said. */
  known?: string
  titles: readonly string[]
}

/** Of those named, or of everybody who was in the district on the day. */
export async function factsOfMany(
  ctx: Ctx,
  { enterprises, ...asking }: Asking & { enterprises?: readonly string[] },
): Promise<Map<string, Facts>> {
  const found = new Map<string, Facts>()
  const take = (firms: readonly KnownFirm[]) => {
    for (const { firm, facts } of firms) found.set(firm.id, facts)
  }
  if (enterprises) take(await knownOf(ctx, await firmsOf(ctx, enterprises, daysOf(asking)), asking))
  else for await (const firms of everybody(ctx, asking)) take(firms)
  return found
}

/** Firms with facts and what they had before, by portions in the order of their ids: never all of them at once. */
export async function* everybody(ctx: Ctx, asking: Asking, most = 2000): AsyncGenerator<KnownFirm[]> {
  let after: string | null = null
  do {
    const next: Awaited<ReturnType<typeof nextFirms>> = await nextFirms(ctx, after, most, daysOf(asking))
    if (next.firms.length > 0) yield await knownOf(ctx, next.firms, asking)
    after = next.last
  } while (after !== null)
}

/** One firm, wherever it is now. */
export async function oneFirm(ctx: Ctx, id: string, asking: Asking): Promise<KnownFirm | null> {
  return (await knownOf(ctx, await firmsOf(ctx, [id], daysOf(asking)), asking))[0] ?? null
}

export const daysOf = ({ day, known = day }: Asking): Days => ({ day, known })

async function knownOf(ctx: Ctx, firms: readonly Firm[], asking: Asking): Promise<KnownFirm[]> {
  const days = daysOf(asking)
  const found = new Map<string, Found>(firms.map(({ id }) => [id, {}]))
  const ids = firms.map(({ id }) => id)
  const names = asking.titles.flatMap((title) => factTitled.get(title) ?? [])
  let reports: ReturnType<typeof reportsOf> | null = null
  const shared = {
    reports: () => {
      reports ??= reportsOf(ctx, { ...days, ids }, [...names, 'headcount'])
      return reports
    },
  }
  for (const source of sourcesFor(asking.titles)) await source.add(ctx, firms, days, found, shared)
  const past = await pastOfMany(ctx, ids, days)
  return firms.map((firm) => ({ firm, facts: only(asking.titles, found.get(firm.id)!), past: pastIn(past, firm.id) }))
}

/** In the order they are asked for, so that the same facts are told the same way. */
function only(titles: readonly string[], found: Found): Facts {
  const facts: Record<string, Found[string]> = {}
  for (const title of titles) {
    const one = found[title]
    if (one !== undefined) facts[title] = one
  }
  return facts
}
