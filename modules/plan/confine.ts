/** What was read out of a document, brought within what the fields of the model hold: whatever is stored can be shown. */
import type { z } from 'zod'

/** Words beyond a field's length are cut; a figure or day out of range is left open, for a person to look up. */
export function confine<R extends Record<string, unknown>>(entity: z.ZodObject, row: R): R {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, confined(entity.shape[key], value)])) as R
}

function confined(field: z.ZodType | undefined, value: unknown): unknown {
  if (!field || field.safeParse(value).success) return value
  const shorter = shortened(field, value)
  if (field.safeParse(shorter).success) return shorter
  return field.safeParse(null).success ? null : value
}

function shortened(field: z.ZodType, value: unknown): unknown {
  if (typeof value === 'string') return cut(value, lengthOf(field)) || '（无标题）'
  if (isWords(value)) return value.slice(0, most).flatMap((words) => cut(words, most) || [])
  return value
}

/** Of a list of words: how many, and how long each (`words` in platform/fields.ts). */
const most = 500

const isWords = (value: unknown): value is string[] => Array.isArray(value) && value.every((word) => typeof word === 'string')

/** Half of a surrogate pair is no text; a cut may leave one. */
const cut = (words: string, length: number) => words.trim().slice(0, length).toWellFormed()

function lengthOf(field: z.ZodType): number {
  const { maxLength, unwrap } = field as { maxLength?: number | null; unwrap?: () => z.ZodType }
  return unwrap ? lengthOf(unwrap.call(field)) : (maxLength ?? most)
}
