/** Vetoes: from so many on a subject gets that grade at best, whatever its points. */
import { measured } from './entry.ts'
import { compare, exactly } from './exact.ts'
import type { VetoFound } from './result.ts'
import type { Scheme, Subject, Veto } from './scheme.ts'
import { said, saidNumber } from './wording.ts'

/** `missing`: it is not known whether it applies; where missing data counts nothing, it does not. */
export type VetoMark = { found: VetoFound | null; missing: string | null; waits: boolean }

export function vetoOf(scheme: Scheme, veto: Veto, { data }: Subject): VetoMark {
  const { code, title, from, grade, unit } = veto
  const { exact, missing } = measured(veto, data)
  if (exact === null) return { found: null, missing, waits: scheme.missing === 'pending' }
  if (compare(exact, exactly(from)) < 0) return { found: null, missing: null, waits: false }
  const sentence = `${title} ${said(exact, unit)}，达到 ${saidNumber(from, unit)}，等次最高为“${grade}”`
  return { found: { code, title, grade, sentence }, missing: null, waits: false }
}
