/**
 * What of an entry in the journal somebody typed: the columns an action asks for, of those that changed. What the machine
 * adds, what an import brings, a row that is picked and an answer that only confirms are no typing.
 */
import type { z } from 'zod'
import { actionsOf, type Modules } from '#platform/action.ts'
import { columnOf, metaOf } from '#platform/fields.ts'

/** Columns typed by hand, by the action that takes them. */
export type Typed = Record<string, string[]>

export const typedBy = (modules: Modules): Typed =>
  Object.fromEntries(
    actionsOf(modules)
      .filter(([path, { kind }]) => kind === 'command' && !path.startsWith('intake/'))
      .map(([path, { input }]) => [path, [...new Set(namesIn(input))].map(columnOf)] as const)
      .filter(([, columns]) => columns.length > 0),
  )

type Inside = { shape?: Record<string, z.ZodType>; element?: z.ZodType; unwrap?: () => z.ZodType; options?: z.ZodType[] }

/** Names of all that is filled in, also within lists; ids are picked, and files have no words. */
function namesIn(schema: z.ZodType): string[] {
  const { shape, element, unwrap, options } = schema as unknown as Inside
  if (shape) return Object.entries(shape).flatMap(([name, field]) => [...(isTyped(name, field) ? [name] : []), ...namesIn(field)])
  if (element) return namesIn(element)
  if (Array.isArray(options)) return options.filter((one) => typeof one === 'object').flatMap(namesIn)
  return unwrap ? namesIn(unwrap()) : []
}

const isTyped = (name: string, field: z.ZodType): boolean => {
  const { title, storage, ref, entity } = metaOf(field)
  return title !== undefined && name !== 'id' && storage !== 'uuid' && ref === undefined && entity === undefined
}
