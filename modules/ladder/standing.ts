/** Where an enterprise stands: on each ladder its tier and what it lacks for the next, and every other title judged. */
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { type FactName, facts } from '#engines/criteria/facts.ts'
import { type Judgement, judge } from '#engines/criteria/judge.ts'
import { type Held, judgeLadder } from '#engines/criteria/ladder.ts'
import { figure } from '#engines/criteria/wording.ts'
import { type File, knownOn } from '#modules/enterprise/presence.ts'
import { qualifications } from '#modules/enterprise/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { factsOf } from './facts.ts'
import { titleOfScheme } from './titles.ts'
import { schemesInForce } from './versions.ts'

const verdict = z.enum(['met', 'not-met', 'unknown'])
const criterion = z.object({ title: z.string(), verdict, sentence: z.string() })
const judgement = z.object({
  code: z.string(),
  name: z.string(),
  verdict,
  sentence: z.string(),
  criteria: z.array(criterion),
  lacking: z.array(z.string()),
  unclear: z.array(z.string()),
})
export const standing = z.object({
  ladders: z.array(
    z.object({
      ladder: z.string(),
      tiers: z.array(z.string()),
      present: z.object({ name: z.string(), until: z.string().nullable() }).nullable(),
      next: judgement.nullable(),
      sentence: z.string(),
    }),
  ),
  /** Titles on no ladder; `held` until a day, or for good. */
  others: z.array(judgement.extend({ held: z.boolean() })),
  facts: z.array(z.object({ title: z.string(), value: z.string(), asOf: z.string().nullable(), source: z.string().nullable() })),
})
export type Standing = z.output<typeof standing>

export async function standingOf(ctx: Ctx, file: File): Promise<Standing> {
  const schemes = await schemesInForce(ctx, ctx.today)
  const known = await factsOf(ctx, file)
  const held = await heldBy(ctx, file)
  const ladders = [...new Set(schemes.flatMap(({ ladder }) => ladder?.name ?? []))]
  return {
    ladders: ladders.map((ladder) => {
      const ranks = schemes.filter((scheme) => scheme.ladder?.name === ladder)
      ranks.sort((a, b) => a.ladder!.rank - b.ladder!.rank)
      const { next, ...state } = judgeLadder(ladder, schemes, known, held, ctx.today)
      return { ...state, next: next && told(next), tiers: ranks.map(({ name }) => name) }
    }),
    others: schemes
      .filter(({ ladder }) => ladder === null)
      .map((scheme) => ({
        ...told(judge(scheme, known, ctx.today)),
        held: held.some(({ code, until }) => code === scheme.code && (until ?? '9999') >= ctx.today),
      })),
    facts: Object.entries(known).map(([name, { value, asOf, source }]) => {
      const fact = name as FactName // the keys of the facts gathered
      return { title: facts[fact].title, value: valueInWords(fact, value), asOf, source }
    }),
  }
}

const told = ({ code, name, verdict, sentence, criteria, lacking, unclear }: Judgement) => ({
  code,
  name,
  verdict,
  sentence,
  lacking,
  unclear,
  criteria: criteria.map(({ title, verdict, sentence }) => ({ title, verdict, sentence })),
})

function valueInWords(fact: FactName, value: number | boolean | string | null): string {
  if (typeof value === 'number') return figure(fact, value)
  if (typeof value === 'boolean') return facts[fact].words![value ? 0 : 1]
  return value ?? '—'
}

/** The enterprise's titles as grants of the schemes they come from. */
async function heldBy(ctx: Ctx, { id }: File): Promise<Held[]> {
  const rows = await ctx.db
    .select()
    .from(qualifications)
    .where(and(eq(qualifications.enterprise, id), knownOn(qualifications, ctx.today)))
  const codes = new Map((await schemesInForce(ctx, ctx.today)).map(({ code }) => [titleOfScheme(code), code]))
  return rows.flatMap(({ kind, grantedOn, validUntil }) => {
    const code = codes.get(kind)
    return code ? [{ code, from: grantedOn, until: validUntil }] : []
  })
}
