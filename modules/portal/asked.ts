/** What a visitor asks in the address of a page: what is not understood is left out, what is left empty is not asked. */
import { z } from 'zod'

export const blank = z.literal('').transform(() => undefined)
export const word = blank.or(z.string().trim().max(60)).optional().catch(undefined)
export const words = z.string().trim().max(60).catch('')
export const page = z.coerce.number().int().positive().max(10_000).catch(1)

const keysOf = <K extends string>(of: Record<K, string>) => Object.keys(of) as [K, ...K[]]
export const oneOf = <K extends string>(of: Record<K, string>) =>
  blank
    .or(z.enum(keysOf(of)))
    .optional()
    .catch(undefined)

/** The address that asks for so much; the first page is the address itself. */
export function addressAt(path: string, asked: Record<string, unknown>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(asked)) {
    if (value === undefined || value === '' || (name === 'page' && value === 1)) continue
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one))
  }
  const text = query.toString()
  return text ? `${path}?${text}` : path
}
