/** One reckoning of the whole from what is frozen, kept with every step; and the same again, from what was kept. */
import { eq } from 'drizzle-orm'
import type { SubjectScore } from '#engines/appraisal/result.ts'
import type { Subject } from '#engines/appraisal/scheme.ts'
import type { Ctx } from '#platform/context.ts'
import { overAll } from '#platform/session.ts'
import { reckonings, scores } from '../tables.ts'
import { type Appraisal, frozenOf, latestIn, latestReckoning, type Reckoning, schemeIn, schemeRow, subjectsOf } from '../whole.ts'
import { byRound, inputOf, latestRounds, type Of } from './input.ts'
import { type Result, resultOf } from './result.ts'

/** What a score keeps beside its points: the engine's account of it, and what it was reckoned from. */
export type Detail = Omit<SubjectScore, 'id' | 'name' | 'points' | 'place' | 'grade'> & { of: Of }

/** `sent`: shown to the subjects at once. Null with the sentences of what is still missing. */
export async function reckon(
  ctx: Ctx,
  appraisal: Appraisal,
): Promise<{ missing: string[] } | { reckoning: string; round: number }> {
  const { text } = await schemeRow(ctx, appraisal.scheme)
  const scheme = schemeIn(text)
  const frozen = await frozenOf(ctx, appraisal.id)
  const [latest, rounds] = [latestIn(frozen), byRound(frozen)]
  const given = (await subjectsOf(ctx, appraisal.id)).map((subject) => latestRounds(scheme, subject, latest))
  const inputs = given.map((one) => ({ group: one.group, subject: inputOf(scheme, one, rounds) }))
  const result = resultOf(scheme, text, grouped(inputs), appraisal.pot)
  // What counts nothing while it is missing keeps nobody waiting.
  const open = result.groups.filter(({ subjects }) => subjects.some(({ points, grade }) => points === null || grade === null))
  if (open.length > 0) return { missing: open.flatMap(({ missing }) => missing) }
  return keep(ctx, appraisal, result, new Map(given.map(({ id, rounds, targets, exempt }) => [id, { rounds, targets, exempt }])))
}

export function grouped(inputs: readonly { group: string; subject: Subject }[]): Map<string, Subject[]> {
  const all = new Map<string, Subject[]>()
  for (const { group, subject } of inputs) all.set(group, [...(all.get(group) ?? []), subject])
  return all
}

async function keep({ db, today, actor }: Ctx, { id }: Appraisal, { groups, awarded, digest }: Result, of: Map<string, Of>) {
  const round = ((await latestReckoning({ db }, id))?.round ?? 0) + 1
  const given = awarded?.given.reduce((sum, { amount }) => sum + amount, 0) ?? null
  const head = { appraisal: id, round, sent: true, final: false, madeOn: today, madeBy: actor.name, digest, given }
  const [row] = await db
    .insert(reckonings)
    .values({ ...head, rest: awarded?.rest ?? null })
    .returning({ id: reckonings.id })
  const awards = new Map(awarded?.given.map((one) => [one.id, one]))
  await db.insert(scores).values(
    groups.flatMap(({ group, subjects }) =>
      subjects.map(({ id: subject, name, points, place, grade, ...detail }) => ({
        ...{ reckoning: row!.id, subject, group, name, points, place, grade, detail: { ...detail, of: of.get(subject)! } },
        ...{ award: awards.get(subject)?.amount ?? null },
        awardSteps: awards.get(subject)?.steps.map(({ sentence }) => sentence) ?? [],
      })),
    ),
  )
  return { reckoning: row!.id, round }
}

/** Reckoned again from the scheme's text and the frozen values, whoever asks: only whether it is the same leaves this. */
export function replay(ctx: Ctx, appraisal: Appraisal, { id, digest }: Pick<Reckoning, 'id' | 'digest'>) {
  return overAll(ctx, async (all) => {
    const { text } = await schemeRow(all, appraisal.scheme)
    const scheme = schemeIn(text)
    const rounds = byRound(await frozenOf(all, appraisal.id))
    const kept = await all.db.select().from(scores).where(eq(scores.reckoning, id))
    const inputs = kept.map(({ subject, group, name, detail }) => {
      const { of } = detail as unknown as Detail
      return { group, subject: inputOf(scheme, { id: subject, group, name, ...of }, rounds) }
    })
    const again = resultOf(scheme, text, grouped(inputs), appraisal.pot).digest
    return { digest, again, same: digest === again }
  })
}
