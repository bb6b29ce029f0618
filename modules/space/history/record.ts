/** What the histories of space share: who recorded what and when, the paper that shows it, and a record set right. */
import type { Ctx } from '#platform/context.ts'
import { upload } from '#platform/fields.ts'
import { keepFile } from '#platform/files.ts'
import { invalid } from '#platform/problem.ts'

/** The paper a record is shown by, sent with the step. */
export const paper = { file: upload('佐证材料').optional() }
export type Paper = { name: string; bytes: Uint8Array }

export const trace = ({ actor, today }: Ctx) => ({ recordedBy: actor.name, knownFrom: today, knownUntil: null })

/** Kept for the unit that records it, the office and leaders. */
export async function keepPaper(ctx: Ctx, proof: Paper | undefined): Promise<string | null> {
  if (!proof) return null
  const bytes = Buffer.from(proof.bytes)
  return (await keepFile(ctx, { name: proof.name, type: 'application/octet-stream', bytes, audience: 'own' })).id
}

type Row = { id: string; createdAt: string; updatedAt: string }
/** What is written again of a row whose end is told only now: who recorded it stays, since when it is known does not. */
export function anew<R extends Row>({ today }: Ctx, row: R) {
  const { id: _, createdAt: _created, updatedAt: _updated, ...kept } = row
  return { ...kept, knownFrom: today, knownUntil: null }
}

/** The words of a record with what was said when it was set right. */
export const withReason = (note: string | null, word: string, reason: string): string =>
  [note, `${word}：${reason}`].filter(Boolean).join('；')

export function requirePast({ today }: Ctx, on: string, title: string): void {
  if (on > today) throw invalid(`${title}不能晚于今天`)
}

export function requireArea(area: number, title = '面积'): void {
  if (area <= 0) throw invalid(`${title}应大于 0`)
}

/** Sums of hundredths, in whole hundredths. */
export const sumOf = (areas: readonly number[]): number => areas.reduce((sum, area) => sum + Math.round(area * 100), 0) / 100
