/** The columns a sheet is filled in by, taken from an entity's fields: what is asked, whether it must be, and how it is written. */
import type { z } from 'zod'
import { fieldsOf, headingOf, isNumeric, metaOf } from '../fields.ts'

/** Finds what a name stands for, or says in one sentence why it cannot. */
export type Resolve = (name: string) => { value: unknown } | { problem: string }

export type SheetColumn = {
  key: string
  heading: string
  /** Without it the row is no row of ours. */
  required: boolean
  field: z.ZodType
  /** For a column that refers to something by its name. */
  resolve?: Resolve
}

/** How the cells of a column are written. */
export type Kind = 'text' | 'number' | 'day' | 'month' | 'yes' | 'option' | 'words' | 'reference'

/**
 * Columns of an entity, or of those of its fields that are named, in their order. References are columns where `resolve`
 * knows how to find them; structures and instants are nothing that people write into a cell.
 */
export function inputColumnsOf<S extends z.ZodRawShape>(
  entity: z.ZodObject<S>,
  only?: (keyof S & string)[],
  { resolve = {} }: { resolve?: { [key in keyof S]?: Resolve } } = {},
): SheetColumn[] {
  const fields = new Map(fieldsOf(entity as unknown as z.ZodObject))
  return [...(only ?? fields.keys())].flatMap((key) => {
    const field = fields.get(key)
    const found = resolve[key]
    if (!field || !(found || isWritten(field))) return []
    const required = !field.safeParse(null).success && !field.safeParse(undefined).success
    return [{ key, heading: headingOf(field), required, field, ...(found ? { resolve: found } : {}) }]
  })
}

function isWritten(field: z.ZodType): boolean {
  const { title, storage } = metaOf(field)
  if (title === undefined || storage === 'uuid' || storage === 'instant') return false
  return storage !== 'json' || field.safeParse(['字']).success
}

export function kindOf({ field, resolve }: SheetColumn): Kind {
  const { storage, options } = metaOf(field)
  if (resolve) return 'reference'
  if (options) return 'option'
  if (storage === 'boolean') return 'yes'
  if (storage === 'json') return 'words'
  if (storage === 'date') return 'day'
  if (isNumeric(storage)) return 'number'
  return field.safeParse('2024-06').success && !field.safeParse('2024年6月').success ? 'month' : 'text'
}
